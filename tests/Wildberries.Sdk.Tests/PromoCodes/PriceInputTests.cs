using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PriceInputTests
{
    // WB's own example: 500, 30 %, WB Club 5 %.
    private static readonly Goods Goods = new()
    {
        NmId = 98486,
        Sizes = [new GoodsSize { SizeId = 3123515574, Price = 500m, DiscountedPrice = 350m, ClubDiscountedPrice = 332.5m, TechSizeName = "42" }],
        Discount = 30,
        ClubDiscount = 5,
    };

    [Fact]
    public void A_row_of_the_goods_list_quotes_to_its_own_discounted_prices()
    {
        DiscountStacking stacking = new();

        Assert.Equal(350m, stacking.Quote(PriceInput.FromGoods(Goods)).FinalPrice);
        Assert.Equal(332.5m, stacking.Quote(PriceInput.FromGoods(Goods, isWbClub: true)).FinalPrice);
    }

    [Fact]
    public void Absent_discounts_are_none()
    {
        PriceInput input = PriceInput.FromGoods(Goods with { Discount = null, ClubDiscount = null }, isWbClub: true);

        Assert.Equal((500m, 0m, 0m), (input.Price, input.SellerDiscount, input.WbClubDiscount));
        Assert.Equal("500", new DiscountStacking().Quote(input).ToString());
    }

    [Fact]
    public void A_size_is_taken_by_its_id()
    {
        Goods goods = Goods with { Sizes = [new GoodsSize { SizeId = 1, Price = 500m }, new GoodsSize { SizeId = 2, Price = 600m }] };

        Assert.Equal(600m, PriceInput.FromGoods(goods, sizeId: 2).Price);
        Assert.Contains("2 prices", Assert.Throws<ArgumentException>("sizeId", () => PriceInput.FromGoods(goods)).Message, StringComparison.Ordinal);
        Assert.Contains("no size 3", Assert.Throws<ArgumentException>("goods", () => PriceInput.FromGoods(goods, sizeId: 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_of_one_price_need_no_choice()
    {
        Goods goods = Goods with
        {
            Sizes = [new GoodsSize { SizeId = 1, Price = 500m }, new GoodsSize { SizeId = 2, Price = 500.00m }, new GoodsSize { SizeId = 3 }],
        };

        Assert.Equal(500m, PriceInput.FromGoods(goods).Price);
        Assert.Throws<ArgumentException>("goods", () => PriceInput.FromGoods(goods, sizeId: 3));
    }

    [Fact]
    public void A_row_without_a_price_is_refused() => Assert.Contains(
        "98486 has no size with a price",
        Assert.Throws<ArgumentException>("goods", () => PriceInput.FromGoods(Goods with { Sizes = [] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_row_is_refused() => Assert.Throws<ArgumentNullException>("goods", () => PriceInput.FromGoods(null!));
}
