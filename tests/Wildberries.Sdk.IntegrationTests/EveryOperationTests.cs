using System.Collections.Concurrent;
using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.IntegrationTests.Advert;
using Wildberries.Sdk.IntegrationTests.AdvertMedia;
using Wildberries.Sdk.IntegrationTests.BuyerChat;
using Wildberries.Sdk.IntegrationTests.BuyerReturns;
using Wildberries.Sdk.IntegrationTests.Cards;
using Wildberries.Sdk.IntegrationTests.Common;
using Wildberries.Sdk.IntegrationTests.DbsOrders;
using Wildberries.Sdk.IntegrationTests.DbwOrders;
using Wildberries.Sdk.IntegrationTests.Directories;
using Wildberries.Sdk.IntegrationTests.DiscountsPrices;
using Wildberries.Sdk.IntegrationTests.Documents;
using Wildberries.Sdk.IntegrationTests.FbsOrders;
using Wildberries.Sdk.IntegrationTests.FbsSupplies;
using Wildberries.Sdk.IntegrationTests.FbwSupplies;
using Wildberries.Sdk.IntegrationTests.Feedbacks;
using Wildberries.Sdk.IntegrationTests.Finance;
using Wildberries.Sdk.IntegrationTests.PickupOrders;
using Wildberries.Sdk.IntegrationTests.PromoCalendar;
using Wildberries.Sdk.IntegrationTests.Questions;
using Wildberries.Sdk.IntegrationTests.Statistics;
using Wildberries.Sdk.IntegrationTests.Users;
using Wildberries.Sdk.IntegrationTests.Warehouses;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Every operation over the wire, with what it should give.</summary>
public sealed class EveryOperationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_gives_what_the_emulator_has()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Seller.Jam = new EmulatedJamSubscription
        {
            Level = "premium",
            Since = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Till = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560),
        };
        EmulatedNewsItem news = shop.Emulator.News.Add("Новый склад", "С понедельника", tags: [new(12, "Логистика")]);
        var file = new EmulatedFile
        {
            Name = "скол.jpg",
            ContentType = "image/jpeg",
            Content = new byte[] { 0xFF, 0xD8, 0xFF },
            PendingAnswers = 1,
            RetrySeconds = 7,
        };
        EmulatedMessage written = shop.Emulator.Chats.BuyerWrites(
            "1:a", "Скол на ручке", "Алёна", new EmulatedGoodCard { NmId = 168902447, PriceHundredths = 69_000 }, [file]);

        var called = new ConcurrentDictionary<string, HttpStatusCode>();
        var note = new WildberriesCallOptions { OnResponse = info => called[info.Operation.Name] = info.StatusCode };
        IWildberriesClient client = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Service)).With(note);
        IWildberriesClient personal = shop.Client.With(note);

        await BuyerChatOperations.CallAsync(client.BuyerChat, file, written);
        await CommonOperations.CallAsync(client.Common, shop.Emulator, news);
        await CommonOperations.CallTariffsAsync(client.Common);
        await DbwOrdersOperations.CallAsync(client.DbwOrders, shop.Emulator.Orders);
        await DiscountsPricesOperations.CallAsync(client.DiscountsPrices, shop.Emulator.Prices);
        await PromoCalendarOperations.CallAsync(client.PromoCalendar, shop.Emulator);
        await UsersOperations.CallAsync(personal.Users, shop.Emulator.Users);
        await FbsOrdersOperations.CallAsync(client.FbsOrders, shop.Emulator.Orders);
        await FbsOrdersOperations.CallAutoReturnsAsync(personal.FbsOrders);
        await DbsOrdersOperations.CallAsync(client.DbsOrders, shop.Emulator.Orders);
        await PickupOrdersOperations.CallAsync(client.PickupOrders, shop.Emulator.Orders);
        await FbsSuppliesOperations.CallAsync(client.FbsSupplies, shop.Emulator);
        await FinanceOperations.CallAsync(client.Finance, shop.Emulator.Finance);
        await AdvertOperations.CallAsync(client.Advert, shop.Emulator.Adverts);
        await AdvertOperations.CallMoneyAsync(client.Advert, shop.Emulator.Adverts);
        await AdvertOperations.CallSearchClustersAsync(client.Advert, shop.Emulator.Adverts);
        await AdvertMediaOperations.CallAsync(client.AdvertMedia, shop.Emulator.MediaCampaigns);
        await WarehousesOperations.CallAsync(client.Warehouses, shop.Emulator.Warehouses);
        await FeedbacksOperations.CallAsync(client.Feedbacks, shop.Emulator.Feedbacks);
        await FeedbacksOperations.CallPinsAsync(client.Feedbacks, shop.Emulator.Feedbacks);
        await QuestionsOperations.CallAsync(client.Questions, shop.Emulator.Questions);
        await BuyerReturnsOperations.CallAsync(client.BuyerReturns, shop.Emulator.BuyerReturns);
        await CardsOperations.CallAsync(client.Cards, shop.Emulator.Cards);
        await StatisticsOperations.CallAsync(client.Statistics, shop.Emulator.Statistics);
        await DirectoriesOperations.CallAsync(client.Directories, shop.Emulator.Directories);
        await DocumentsOperations.CallAsync(client.Documents, shop.Emulator);
        await FbwSuppliesOperations.CallAsync(client.FbwSupplies, shop.Emulator);

        Assert.Equal(WildberriesOperations.All.Select(operation => operation.Name).Order(), called.Keys.Order());
        Assert.All(
            called.Where(call => call.Value == HttpStatusCode.NoContent),
            call => Assert.True(WildberriesOperations.All.Single(operation => operation.Name == call.Key) is { Access: OperationAccess.Write }, call.Key));
        Assert.All(called.Values, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 201 or 202 or 204, request.ToString()));
        Assert.Single(shop.Emulator.Chats.Sent);
    }

    [Fact]
    public async Task A_seller_who_never_had_Jam_has_no_subscription()
    {
        await using Shop shop = await Shop.OpenAsync();
        IWildberriesClient client = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Service));
        Assert.Null(await client.Common.GetJamSubscriptionAsync(Cancel));
    }

    [Fact]
    public async Task News_are_read_to_the_end_from_a_day_and_from_an_id()
    {
        await using Shop shop = await Shop.OpenAsync();
        var start = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(3));
        for (int i = 0; i < 250; i++)
            shop.Emulator.News.Add($"Новость {i}", "…", start.AddHours(i), 1000 + (3 * i));

        List<long> fromDay = [], fromId = [];
        await foreach (NewsItem item in shop.Client.Common.StreamNewsAsync(new DateOnly(2026, 11, 2), Cancel))
            fromDay.Add(item.Id);
        int requests = shop.Emulator.Requests.All.Count;
        await foreach (NewsItem item in shop.Client.Common.StreamNewsFromIdAsync(1300, Cancel))
            fromId.Add(item.Id);

        // The first day has fifteen, from nine o'clock in Moscow on.
        Assert.Equal(Enumerable.Range(15, 235).Select(i => 1000L + (3 * i)), fromDay);
        Assert.Equal(Enumerable.Range(100, 150).Select(i => 1000L + (3 * i)), fromId);
        Assert.Equal("?from=2026-11-02", shop.Emulator.Requests.All[0].Query);
        Assert.Equal("?fromID=1300", shop.Emulator.Requests.All[requests].Query);
        Assert.All(shop.Emulator.Requests.All, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task All_goods_are_read_to_the_end_although_WB_fails_meanwhile()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Faults.Next("GET /api/v2/list/goods/filter", Fault.Status(502));
        for (int i = 1; i <= 2001; i++)
            shop.Emulator.Prices.Add(new EmulatedProduct { NmId = i, Price = 100 });
        var ids = new List<long>();
        await foreach (ProductPrices goods in shop.Client.DiscountsPrices.StreamProductsAsync(Cancel))
            ids.Add(goods.NmId);
        Assert.Equal(Enumerable.Range(1, 2001).Select(i => (long)i), ids);
        Assert.Equal([502, 200, 200, 200, 200], shop.Emulator.Requests.All.Select(request => request.Status ?? 0));
    }

    [Fact]
    public async Task Prices_have_a_sandbox_and_wholesale_discounts_have_none()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Prices.Add(new EmulatedProduct { NmId = 1, Price = 100 });
        IDiscountsPricesApi api = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Test), WildberriesEnvironment.Sandbox).DiscountsPrices;
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        Assert.Single((await api.GetGoodsAsync(10, cancellationToken: Cancel)).Data!.Products);
        await Assert.ThrowsAsync<WildberriesAccessException>(() => api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest(), Cancel));
        Assert.Equal(["discounts-prices-api-sandbox"], shop.Emulator.Requests.All.Select(request => request.HostLabel).Distinct());
    }
}
