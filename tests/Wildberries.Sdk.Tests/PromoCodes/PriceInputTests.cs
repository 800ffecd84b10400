using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PriceInputTests
{
    // WB's own example: 500, 30 %, WB Club 5 %.
    private static readonly ProductPrices Goods = new()
    {
        NmId = 98486,
        Sizes = [new ProductSize { SizeId = 3123515574, Price = 500m, DiscountedPrice = 350m, ClubDiscountedPrice = 332.5m, TechSizeName = "42" }],
        Discount = 30,
        ClubDiscount = 5,
    };

    [Fact]
    public void A_row_of_the_goods_list_quotes_to_its_own_discounted_prices()
    {
        DiscountStacking stacking = new();

        Assert.Equal(350m, stacking.Quote(PriceInput.FromProduct(Goods)).FinalPrice);
        Assert.Equal(332.5m, stacking.Quote(PriceInput.FromProduct(Goods, isWbClub: true)).FinalPrice);
    }

    [Fact]
    public void Absent_discounts_are_none()
    {
        PriceInput input = PriceInput.FromProduct(Goods with { Discount = null, ClubDiscount = null }, isWbClub: true);

        Assert.Equal((500m, 0m, 0m), (input.Price, input.SellerDiscount, input.WbClubDiscount));
        Assert.Equal("500", new DiscountStacking().Quote(input).ToString());
    }

    [Fact]
    public void A_size_is_taken_by_its_id()
    {
        ProductPrices goods = Goods with { Sizes = [new ProductSize { SizeId = 1, Price = 500m }, new ProductSize { SizeId = 2, Price = 600m }] };

        Assert.Equal(600m, PriceInput.FromProduct(goods, sizeId: 2).Price);
        Assert.Contains("2 prices", Assert.Throws<ArgumentException>("sizeId", () => PriceInput.FromProduct(goods)).Message, StringComparison.Ordinal);
        Assert.Contains("no size 3", Assert.Throws<ArgumentException>("product", () => PriceInput.FromProduct(goods, sizeId: 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_of_one_price_need_no_choice()
    {
        ProductPrices goods = Goods with
        {
            Sizes = [new ProductSize { SizeId = 1, Price = 500m }, new ProductSize { SizeId = 2, Price = 500.00m }, new ProductSize { SizeId = 3 }],
        };

        Assert.Equal(500m, PriceInput.FromProduct(goods).Price);
        Assert.Throws<ArgumentException>("product", () => PriceInput.FromProduct(goods, sizeId: 3));
    }

    [Fact]
    public void A_row_without_a_price_is_refused() => Assert.Contains(
        "98486 has no size with a price",
        Assert.Throws<ArgumentException>("product", () => PriceInput.FromProduct(Goods with { Sizes = [] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_row_is_refused() => Assert.Throws<ArgumentNullException>("product", () => PriceInput.FromProduct(null!));
}
