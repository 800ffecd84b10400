using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace TestProject;

public sealed class RepricerTests
{
    private const string Upload = "POST /api/v2/upload/task";
    private const long Plaid = 182340115, Mug = 168902447;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_price_goes_to_where_it_should_be_but_not_below_the_lowest()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock);

        PriceUploadResult result = await new Repricer(shop.Client, clock).RunAsync(
            [new PriceTarget(Plaid, Wanted: 3490, Lowest: 2900), new PriceTarget(Mug, Wanted: 700, Lowest: 850)], Cancellation);

        Assert.Equal(2, result.Done.Count);
        Assert.Equal(3490, shop.Wb.Prices.Find(Plaid)!.Price);
        Assert.Equal(850, shop.Wb.Prices.Find(Mug)!.Price);
    }

    [Fact]
    public async Task What_WB_would_put_in_quarantine_is_not_sent()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock);

        await new Repricer(shop.Client, clock).RunAsync([new PriceTarget(Plaid, Wanted: 900, Lowest: 500)], Cancellation);

        Assert.Equal(0, shop.Wb.Requests.Count(Upload));
    }

    [Fact]
    public async Task What_WB_refuses_is_told_in_its_words()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock);
        shop.Wb.Prices.Fail(Mug, "The item is in a promotion");

        PriceUploadResult result = await new Repricer(shop.Client, clock).RunAsync([new PriceTarget(Mug, Wanted: 950, Lowest: 0)], Cancellation);

        Assert.Equal("The item is in a promotion", Assert.Single(result.Failed).ErrorText);
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_not_sent_again()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock);
        shop.Wb.Faults.Next(Upload, Fault.Reset.AfterOperation());

        PriceUploadResult result = await new Repricer(shop.Client, clock).RunAsync([new PriceTarget(Mug, Wanted: 950, Lowest: 0)], Cancellation);

        Assert.Equal(Mug, Assert.Single(result.Unknown).NmId);
        Assert.Equal(1, shop.Wb.Requests.Count(Upload));
    }

    [Fact]
    public async Task A_server_that_fails_twice_is_asked_a_third_time()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock);
        shop.Wb.Faults.Next("POST /api/v2/list/goods/filter", Fault.Status(502), times: 2);

        PriceUploadResult result = await new Repricer(shop.Client, clock).RunAsync([new PriceTarget(Mug, Wanted: 950, Lowest: 0)], Cancellation);

        Assert.Single(result.Done);
    }

    [Fact]
    public async Task With_a_token_for_other_things_nothing_is_sent()
    {
        var clock = new FastClock();
        await using Shop shop = await OpenAsync(clock, TokenCategory.BuyersChat);

        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => new Repricer(shop.Client, clock).RunAsync([new PriceTarget(Mug, Wanted: 950, Lowest: 0)], Cancellation));

        Assert.Empty(shop.Wb.Requests.All);
    }

    private static async Task<Shop> OpenAsync(TimeProvider clock, TokenCategory? categories = null)
    {
        Shop shop = await Shop.OpenAsync(clock, categories);
        shop.Wb.Prices.Add(new EmulatedProduct { NmId = Plaid, Price = 3650, Discount = 40 });
        shop.Wb.Prices.Add(new EmulatedProduct { NmId = Mug, Price = 990 });
        return shop;
    }
}
