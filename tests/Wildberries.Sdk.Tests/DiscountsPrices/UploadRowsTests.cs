using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

/// <summary>What WB would refuse is refused before the network, and the message names the row.</summary>
public sealed class UploadRowsTests
{
    private static readonly Dictionary<string, Func<IDiscountsPricesApi, Task>> Bad = new()
    {
        ["Row 1 (nmId 0): the product number is not positive."] = Prices(new PriceChange { NmId = 0, Price = 1 }),
        ["Row 1 (nmId -5): the product number is not positive."] = Prices(new PriceChange { NmId = -5, Price = 1 }),
        ["Row 1 (nmId 7): it has neither a price nor a discount."] = Prices(new PriceChange { NmId = 7 }),
        ["Row 1 (nmId 7): the price is 0, not a positive number."] = Prices(new PriceChange { NmId = 7, Price = 0, Discount = 5 }),
        ["Row 1 (nmId 7): the discount is 100, WB takes 0 to 99 percent."] = Prices(new PriceChange { NmId = 7, Price = 5, Discount = 100 }),
        ["Row 1 (nmId 7): the discount is -1, WB takes 0 to 99 percent."] = Prices(new PriceChange { NmId = 7, Discount = -1 }),
        ["Row 1 (nmId 1): row 0 has the same product already."] = Prices(new PriceChange { NmId = 1, Price = 2 }),
        ["Row 1 is null."] = Prices(null!),
        ["Row 1 (nmId 7): the size's id is 0, not a positive number."] = Sizes(new SizePriceChange { NmId = 7, Price = 5 }),
        ["Row 1 (nmId 8): the price is 0, not a positive number."] = Sizes(new SizePriceChange { NmId = 8, SizeId = 8 }),
        ["Row 1 (nmId 2): row 0 has the same size already."] = Sizes(new SizePriceChange { NmId = 2, SizeId = 11, Price = 5 }),
        ["Row 1 (nmId 7): the discount is 101, WB takes 0 to 99 percent."] = Club(new ClubDiscountChange { NmId = 7, ClubDiscount = 101 }),
        ["Row 1 (nmId 2): row 0 has the same product already."] = Club(new ClubDiscountChange { NmId = 2, ClubDiscount = 1 }),
        ["Row 1 (nmId 7): it has 0 levels, WB takes 1 to 3."] = Wholesale(),
        ["Row 1 (nmId 7): it has 4 levels, WB takes 1 to 3."] = Wholesale((1, 5, 1), (2, 6, 2), (3, 7, 3), (4, 8, 4)),
        ["Row 1 (nmId 7): there is no level 4, WB has 1 to 3."] = Wholesale((1, 5, 4)),
        ["Row 1 (nmId 7): there is no level 0, WB has 1 to 3."] = Wholesale((1, 5, 0)),
        ["Row 1 (nmId 7): level 1: the discount is 100, WB takes 0 to 99 percent."] = Wholesale((1, 100, 1)),
        ["Row 1 (nmId 7): level 1: it begins at 0 pieces, WB takes 1 or more."] = Wholesale((0, 5, 1)),
        ["Row 1 (nmId 7): level 2 stands there twice."] = Wholesale((5, 5, 2), (6, 6, 2)),
        ["Row 1 (nmId 7): level 3 needs more pieces and a higher discount than level 1."] = Wholesale((10, 6, 3), (10, 5, 1)),
        ["Row 1 (nmId 7): level 2 needs more pieces and a higher discount than level 1."] = Wholesale((10, 5, 1), (20, 5, 2)),
        ["Row 1 (nmId 7): level 3 cannot be set: a discount of 0 at level 2 deletes all levels above it."] = Wholesale((1, 0, 2), (10, 5, 3)),
        ["Row 1 (nmId 9): one of its levels is null."] =
            api => api.UploadAndWaitAsync([Levels(1, (1, 1, 1)), new WholesaleChange { NmId = 9, Levels = [null!] }]),
    };

    public static TheoryData<string> Messages => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_row_that_WB_would_refuse_is_named_and_nothing_is_sent(string message)
    {
        var api = new FakePricesApi();
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>("changes", () => Bad[message](api));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Calls);
    }

    [Fact]
    public async Task Rows_at_the_edges_are_sent()
    {
        // Everything is refused, so that nothing is waited for.
        var api = new FakePricesApi { Uploading = _ => throw new WildberriesBadRequestException("no") { Delivery = Delivery.Refused } };
        api.Wholesale = _ => throw new WildberriesBadRequestException("no") { Delivery = Delivery.Refused };
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await api.UploadAndWaitAsync(
            [new PriceChange { NmId = 1, Price = 1, Discount = 99 }, new PriceChange { NmId = 2, Discount = 0 }, new PriceChange { NmId = 3, Price = 1 }],
            cancellationToken: cancel);
        await api.UploadAndWaitAsync(
            [new SizePriceChange { NmId = 1, SizeId = 11, Price = 1 }, new SizePriceChange { NmId = 1, SizeId = 12, Price = 1 }], cancellationToken: cancel);
        await api.UploadAndWaitAsync(
            [new ClubDiscountChange { NmId = 1, ClubDiscount = 0 }, new ClubDiscountChange { NmId = 2, ClubDiscount = 99 }], cancellationToken: cancel);
        await api.UploadAndWaitAsync(
            [Levels(1, (10, 5, 1), (30, 7, 3), (20, 6, 2)), Levels(2, (0, 0, 1)), Levels(3, (10, 5, 1), (0, 0, 2)), Levels(4, (0, 0, 2), (0, 0, 3))],
            cancellationToken: cancel);
        Assert.Equal(["prices 3", "sizes 2", "club 2", "wholesale 4"], api.Calls);
    }

    private static Func<IDiscountsPricesApi, Task> Prices(PriceChange row) => api => api.UploadAndWaitAsync([new PriceChange { NmId = 1, Price = 1 }, row]);

    private static Func<IDiscountsPricesApi, Task> Sizes(SizePriceChange row) =>
        api => api.UploadAndWaitAsync([new SizePriceChange { NmId = 1, SizeId = 11, Price = 1 }, row]);

    private static Func<IDiscountsPricesApi, Task> Club(ClubDiscountChange row) =>
        api => api.UploadAndWaitAsync([new ClubDiscountChange { NmId = 2, ClubDiscount = 1 }, row]);

    private static Func<IDiscountsPricesApi, Task> Wholesale(params (int MinQuantity, int Discount, int Level)[] levels) =>
        api => api.UploadAndWaitAsync([Levels(1, (1, 1, 1)), Levels(7, levels)]);

    private static WholesaleChange Levels(long nmId, params (int MinQuantity, int Discount, int Level)[] levels) => new()
    {
        NmId = nmId,
        Levels = [.. levels.Select(l => new WholesaleDiscount { MinQuantity = l.MinQuantity, Discount = l.Discount, Level = l.Level })],
    };
}
