using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Users;

// Published ahead of time and run: every operation of every host once, through dependency injection and configuration, with the
// answers read into models. A call that needs reflection, or a model that the JSON contexts do not know, ends it with an error.
int passed = 0;
int failed = 0;
await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true });
emulator.Seller.Jam = new EmulatedJamSubscription { Since = DateTimeOffset.UnixEpoch, Till = DateTimeOffset.MaxValue };

IConfigurationRoot configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Token"] = emulator.CreateToken(),
        ["MaxRateLimitWait"] = "00:00:20",
        ["Retry:MaxRetries"] = "2",
        ["Sellers:service:Token"] = emulator.CreateToken(TokenType.Service, serviceId: "smoke"),
    })
    .Build();
var services = new ServiceCollection();
services.AddWildberries(configuration);
services.Configure<WildberriesOptions>(options => options.UseEmulator(emulator));
await using ServiceProvider provider = services.BuildServiceProvider();
IWildberriesClient wb = provider.GetRequiredService<IWildberriesClient>();
IWildberriesClient service = provider.GetRequiredKeyedService<IWildberriesClient>("service");

var date = new DateOnly(2026, 11, 23);
await Check(nameof(IBuyerChatApi.PingAsync), async () => (await wb.BuyerChat.PingAsync()).Status == "OK");
await Check(nameof(IBuyerChatApi.GetChatsAsync), async () => (await wb.BuyerChat.GetChatsAsync()).Result.Count > 0);
await Check(nameof(IBuyerChatApi.GetEventsAsync), async () => (await wb.BuyerChat.GetEventsAsync()).Result?.Events.Count > 0);
await Check(nameof(IBuyerChatApi.SendMessageAsync), async () =>
{
    Chat chat = (await wb.BuyerChat.GetChatsAsync()).Result[0];
    return (await new ChatMessenger(wb.BuyerChat).SendAsync(
        chat.ChatId, "Привет", [new ChatAttachment("Чек.pdf", "%PDF-1.7 smoke"u8.ToArray())])).Result?.ChatId == chat.ChatId;
});
await Check(nameof(IBuyerChatApi.DownloadAsync), async () =>
{
    string id = emulator.Chats.All.SelectMany(chat => chat.Messages).SelectMany(message => message.Files).First().DownloadId;
    await using ChatDownload download = await wb.BuyerChat.DownloadFileAsync(id);
    return download.Content.ReadByte() >= 0;
});
await Check(nameof(ICommonApi.PingAsync), async () => (await wb.Common.PingAsync()).Status == "OK");
await Check(nameof(ICommonApi.GetNewsAsync), async () => (await wb.Common.GetNewsAsync(fromId: 1)).Data.Count > 0);
await Check(nameof(ICommonApi.GetSellerInfoAsync), async () => (await wb.Common.GetSellerInfoAsync()).Name is not null);
await Check(nameof(ICommonApi.GetJamSubscriptionAsync), async () => await service.Common.GetJamSubscriptionAsync() is not null);
await Check(nameof(ICommonApi.GetTariffConstructorOptionsAsync), async () => await service.Common.GetTariffConstructorOptionsAsync(Locale.Russian) is not null);
await Check(nameof(ICommonApi.GetCommissionsAsync), async () => (await wb.Common.GetCommissionsAsync()).Report.Count > 0);
await Check(nameof(ICommonApi.GetAcceptanceCoefficientsAsync), async () => (await wb.Common.GetAcceptanceCoefficientsAsync()).Count > 0);
await Check(nameof(ICommonApi.GetBoxTariffsAsync), async () => (await wb.Common.GetBoxTariffsAsync(date)).Data?.Warehouses.Count > 0);
await Check(nameof(ICommonApi.GetPalletTariffsAsync), async () => (await wb.Common.GetPalletTariffsAsync(date)).Data?.Warehouses.Count > 0);
await Check(nameof(ICommonApi.GetReturnTariffsAsync), async () => (await wb.Common.GetReturnTariffsAsync(date)).Data?.Warehouses.Count > 0);
emulator.Prices.ProcessingTime = TimeSpan.Zero;
long article = emulator.Prices.All[0].NmId;
long sized = emulator.Prices.All.First(goods => goods.EditableSizePrice).NmId;
long upload = 0;
await Check(nameof(IDiscountsPricesApi.PingAsync), async () => (await wb.DiscountsPrices.PingAsync()).Status == "OK");
await Check(nameof(IDiscountsPricesApi.UploadPricesAsync), async () =>
    (upload = (await wb.DiscountsPrices.UploadPricesAsync(new PriceUploadRequest { Data = [new PriceChange { NmId = article, Price = 10 }] })).Data!.Id) > 0);
await Check(nameof(IDiscountsPricesApi.UploadSizePricesAsync), async () => (await wb.DiscountsPrices.UploadSizePricesAsync(
    new SizePriceUploadRequest { Data = [new SizePriceChange { NmId = sized, SizeId = emulator.Prices.Find(sized)!.Sizes[0].SizeId, Price = 7 }] })).Data?.Id > 0);
await Check(nameof(IDiscountsPricesApi.UploadClubDiscountsAsync), async () => (await wb.DiscountsPrices.UploadClubDiscountsAsync(
    new ClubDiscountUploadRequest { Data = [new ClubDiscountChange { NmId = article, ClubDiscount = 9 }] })).Data?.Id > 0);
await Check(nameof(IDiscountsPricesApi.UploadWholesaleDiscountsAsync), async () => (await wb.DiscountsPrices.UploadWholesaleDiscountsAsync(
    new WholesaleUploadRequest
    {
        Data = [new WholesaleChange { NmId = article, Levels = [new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 }] }],
    })).Results[0].Success);
await Check(nameof(IDiscountsPricesApi.GetProcessedUploadAsync), async () =>
    (await wb.DiscountsPrices.GetProcessedUploadAsync(upload)).Data?.Status == UploadStatus.Failed);
await Check(nameof(IDiscountsPricesApi.GetProcessedUploadGoodsAsync), async () =>
    (await wb.DiscountsPrices.GetProcessedUploadGoodsAsync(10, upload)).Data?.Goods.Count == 1);
await Check(nameof(IDiscountsPricesApi.GetUnprocessedUploadAsync), async () => (await wb.DiscountsPrices.GetUnprocessedUploadAsync(upload)).Data is null);
await Check(nameof(IDiscountsPricesApi.GetUnprocessedUploadGoodsAsync), async () =>
    (await wb.DiscountsPrices.GetUnprocessedUploadGoodsAsync(10, upload)).Data?.Goods.Count == 0);
await Check(nameof(IDiscountsPricesApi.GetGoodsAsync), async () => (await wb.DiscountsPrices.GetGoodsAsync(1000)).Data?.Goods.Count > 1);
await Check(nameof(IDiscountsPricesApi.GetGoodsByNmIdsAsync), async () =>
    (await wb.DiscountsPrices.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [article] })).Data?.Goods.Count == 1);
await Check(nameof(IDiscountsPricesApi.GetGoodsSizesAsync), async () => (await wb.DiscountsPrices.GetGoodsSizesAsync(10, sized)).Data?.Sizes.Count > 0);
await Check(nameof(IDiscountsPricesApi.GetQuarantineAsync), async () => (await wb.DiscountsPrices.GetQuarantineAsync(10)).Data?.Goods.Count == 1);
await Check(nameof(IPromoCalendarApi.GetPromotionsAsync), async () =>
    (await wb.PromoCalendar.GetPromotionsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200), true)).Data?.Promotions.Count == 3);
await Check(nameof(IPromoCalendarApi.GetPromotionDetailsAsync), async () =>
    (await wb.PromoCalendar.GetPromotionDetailsAsync([1101, 1102])).Data?.Promotions.Count == 2);
await Check(nameof(IPromoCalendarApi.GetProductsAsync), async () =>
    (await wb.PromoCalendar.GetProductsAsync(1101, inAction: false)).Data?.Products.Count == 3);
await Check(nameof(IPromoCalendarApi.UploadAsync), async () =>
    (await wb.PromoCalendar.AddProductsAsync(1101, [182340117], uploadNow: false)).Data?.UploadId > 0);
await Check("users: " + nameof(IUsersApi.PingAsync), async () => (await wb.Users.PingAsync()).Status == "OK");
await Check(nameof(IUsersApi.InviteAsync), async () =>
    (await wb.Users.InviteAsync("79990000005", "Кладовщик", [AccessRight.Allow(AccessSection.Supply)])).IsSuccess);
await Check(nameof(IUsersApi.GetUsersAsync), async () => (await wb.Users.GetUsersAsync(isInviteOnly: true)).Users.Count == 2);
await Check(nameof(IUsersApi.UpdateAccessAsync), async () =>
{
    long id = emulator.Users.Active[^1].Id;
    await wb.Users.UpdateAccessAsync(id, [AccessRight.Deny(AccessSection.SellersChat)]);
    return !emulator.Users.Active[^1].Access.Contains("sellersChat");
});
await Check(nameof(IUsersApi.DeleteUserAsync), async () =>
{
    int before = emulator.Users.Active.Count;
    await wb.Users.DeleteUserAsync(emulator.Users.Active[^1].Id);
    return emulator.Users.Active.Count == before - 1;
});
var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
DateOnly start = today.AddDays(-60);
await Check(nameof(IFinanceApi.PingAsync), async () => (await wb.Finance.PingAsync()).Status == "OK");
await Check(nameof(IFinanceApi.GetBalanceAsync), async () => (await wb.Finance.GetBalanceAsync()).Current > 0);
await Check(nameof(IFinanceApi.GetSalesReportsAsync), async () =>
    (await wb.Finance.GetSalesReportsAsync(new SalesReportListRequest { DateFrom = start, DateTo = today, Period = SalesReportPeriod.Weekly }))?.Count > 0);
await Check(nameof(IFinanceApi.GetAcquiringReportsAsync), async () =>
    (await wb.Finance.GetAcquiringReportsAsync(new AcquiringReportListRequest { DateFrom = start, DateTo = today }))?.Count > 0);
await Check(nameof(IFinanceApi.GetSalesReportRowsAsync), async () =>
    await Count(wb.Finance.GetSalesReportRowsAsync(emulator.Finance.SalesReports[0].ReportId, new ReportRowsRequest())) > 0);
await Check(nameof(IFinanceApi.GetSalesReportRowsByPeriodAsync), async () =>
    await Count(wb.Finance.GetSalesReportRowsByPeriodAsync(new SalesReportRowsRequest { DateFrom = start, DateTo = today, Fields = ["rrdId", "forPay"] })) > 0);
await Check(nameof(IFinanceApi.GetAcquiringReportRowsAsync), async () =>
    await Count(wb.Finance.GetAcquiringReportRowsAsync(emulator.Finance.AcquiringReports[0].ReportId, new ReportRowsRequest())) > 0);
await Check(nameof(IFinanceApi.GetAcquiringReportRowsByPeriodAsync), async () =>
    await Count(wb.Finance.GetAcquiringReportRowsByPeriodAsync(new AcquiringReportRowsRequest { DateFrom = start, DateTo = today })) > 0);
await Check("a refusal", async () =>
{
    try
    {
        await wb.Common.GetJamSubscriptionAsync();
        return false;
    }
    catch (WildberriesAccessException)
    {
        return true;
    }
});
await Check("every operation", () => Task.FromResult(WildberriesOperations.All.All(operation => emulator.Requests.All.Any(request =>
    request.Verb == operation.HttpMethod.Method
    && request.HostLabel == operation.Host.Host.Split('.')[0]
    && request.Path.StartsWith(operation.Path.Split('{')[0], StringComparison.Ordinal)))));

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
return failed == 0 ? 0 : 1;

static async Task<int> Count<T>(IAsyncEnumerable<T> rows)
{
    int count = 0;
    await foreach (T row in rows)
        count++;
    return count;
}

async Task Check(string name, Func<Task<bool>> check)
{
    try
    {
        if (await check())
        {
            passed++;
            return;
        }

        Console.WriteLine($"{name}: not the expected answer");
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{name}: {exception}");
    }

    failed++;
}
