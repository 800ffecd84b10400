using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.AdvertMedia;
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
long started = Stopwatch.GetTimestamp();
await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true });
emulator.Seller.Jam = new EmulatedJamSubscription { Since = DateTimeOffset.UnixEpoch, Till = DateTimeOffset.MaxValue };

TimeSpan emulating = Stopwatch.GetElapsedTime(started);
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
services.AddWildberries(configuration).AddRetiredAdvertApi();
services.Configure<WildberriesOptions>(options => options.UseEmulator(emulator));
await using ServiceProvider provider = services.BuildServiceProvider();
IWildberriesClient wb = provider.GetRequiredService<IWildberriesClient>();
IWildberriesClient service = provider.GetRequiredKeyedService<IWildberriesClient>("service");

await Check("the first answer", async () => (await wb.BuyerChat.GetChatsAsync()).Result.Count > 0);
TimeSpan answered = Stopwatch.GetElapsedTime(started);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"The first answer came {answered.TotalMilliseconds:0} ms after Main began, {emulating.TotalMilliseconds:0} ms of which the emulator took to start."));

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
    (await wb.DiscountsPrices.GetProcessedUploadGoodsAsync(10, upload)).Data?.Products.Count == 1);
await Check(nameof(IDiscountsPricesApi.GetUnprocessedUploadAsync), async () => (await wb.DiscountsPrices.GetUnprocessedUploadAsync(upload)).Data is null);
await Check(nameof(IDiscountsPricesApi.GetUnprocessedUploadGoodsAsync), async () =>
    (await wb.DiscountsPrices.GetUnprocessedUploadGoodsAsync(10, upload)).Data?.Products.Count == 0);
await Check(nameof(IDiscountsPricesApi.GetGoodsAsync), async () => (await wb.DiscountsPrices.GetGoodsAsync(1000)).Data?.Products.Count > 1);
await Check(nameof(IDiscountsPricesApi.GetGoodsByNmIdsAsync), async () =>
    (await wb.DiscountsPrices.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [article] })).Data?.Products.Count == 1);
await Check(nameof(IDiscountsPricesApi.GetGoodsSizesAsync), async () => (await wb.DiscountsPrices.GetGoodsSizesAsync(10, sized)).Data?.Sizes.Count > 0);
await Check(nameof(IDiscountsPricesApi.GetQuarantineAsync), async () => (await wb.DiscountsPrices.GetQuarantineAsync(10)).Data?.Products.Count == 1);
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
    await Count(wb.Finance.GetSalesReportRowsAsync(emulator.Finance.SalesReports[0].ReportId, new SalesReportByIdRequest())) > 0);
await Check(nameof(IFinanceApi.GetSalesReportRowsByPeriodAsync), async () =>
    await Count(wb.Finance.GetSalesReportRowsByPeriodAsync(new SalesReportRowsRequest { DateFrom = start, DateTo = today, Fields = [SalesReportField.RrdId, SalesReportField.ForPay] })) > 0);
await Check(nameof(IFinanceApi.GetAcquiringReportRowsAsync), async () =>
    await Count(wb.Finance.GetAcquiringReportRowsAsync(emulator.Finance.AcquiringReports[0].ReportId, new AcquiringReportByIdRequest())) > 0);
await Check(nameof(IFinanceApi.GetAcquiringReportRowsByPeriodAsync), async () =>
    await Count(wb.Finance.GetAcquiringReportRowsByPeriodAsync(new AcquiringReportRowsRequest { DateFrom = start, DateTo = today })) > 0);
EmulatedCampaign shown = emulator.Adverts.All[0];
var product = new CampaignProduct { AdvertId = shown.Id, NmId = shown.Products[0].NmId };
var key = new CampaignProductKey { AdvertId = product.AdvertId, NmId = product.NmId };
string cluster = emulator.Adverts.Products.First(one => one.NmId == product.NmId).SearchClusters[0];
long made = 0;
await Check("advert: " + nameof(IAdvertApi.PingAsync), async () => (await wb.Advert.PingAsync()).Status == "OK");
await Check(nameof(IAdvertApi.GetCampaignListsAsync), async () => (await wb.Advert.GetCampaignListsAsync()).Total == 4);
await Check("advert: " + nameof(IAdvertApi.GetCampaignsAsync), async () =>
    (await wb.Advert.GetCampaignsByStatusAsync([CampaignStatus.Active])).Campaigns[0].Products.Count == 2);
await Check(nameof(IAdvertApi.GetMinimumBidsAsync), async () =>
    (await wb.Advert.GetMinimumBidsAsync(shown.Id, [product.NmId], PaymentType.Cpm, [Placement.Search])).Products[0].Bids[0].BidMinorUnits > 0);
await Check(nameof(IAdvertApi.CreateCampaignAsync), async () =>
    (made = await wb.Advert.CreateCampaignAsync(new CreateCampaignRequest { Name = "Проба", NmIds = [product.NmId], BidType = BidType.Manual })) > 0);
await Check(nameof(IAdvertApi.GetAvailableSubjectsAsync), async () => (await wb.Advert.GetAvailableSubjectsAsync(PaymentType.Cpm))?.Count > 0);
await Check(nameof(IAdvertApi.GetAvailableProductsAsync), async () => (await wb.Advert.GetAvailableProductsAsync([765]))?.Count == 2);
await Check(nameof(IAdvertApi.RenameCampaignAsync), async () =>
{
    await wb.Advert.RenameCampaignAsync(made, "Другое имя");
    return emulator.Adverts.Find(made)!.Name == "Другое имя";
});
await Check(nameof(IAdvertApi.DepositBudgetAsync), async () => await wb.Advert.DepositBudgetAsync(made, 1000, DepositSource.Account) == 1000);
await Check(nameof(IAdvertApi.StartCampaignAsync), () => Status(made, 9, () => wb.Advert.StartCampaignAsync(made)));
await Check(nameof(IAdvertApi.PauseCampaignAsync), () => Status(made, 11, () => wb.Advert.PauseCampaignAsync(made)));
await Check(nameof(IAdvertApi.SetPlacementsAsync), async () =>
{
    var places = new CampaignPlacements { Search = true, Recommendations = true };
    await wb.Advert.SetPlacementsAsync(new PlacementsRequest { Campaigns = [new CampaignPlacementsChange { AdvertId = made, Placements = places }] });
    return emulator.Adverts.Find(made)!.InRecommendations;
});
await Check(nameof(IAdvertApi.SetBidsAsync), async () => (await wb.Advert.SetBidsAsync(
    [new CampaignBids { AdvertId = made, Bids = [new ProductBid { NmId = product.NmId, BidKopecks = 30_000, Placement = Placement.Search }] }])).Campaigns.Count == 1);
await Check(nameof(IAdvertApi.ChangeProductsAsync), async () => (await wb.Advert.ChangeProductsAsync(
    [new CampaignProductsChange { AdvertId = made, Products = new ProductsChange { Add = [168902447] } }])).Campaigns[0].Products?.Added.Count == 1);
await Check(nameof(IAdvertApi.StopCampaignAsync), () => Status(made, 7, () => wb.Advert.StopCampaignAsync(made)));
await Check(nameof(IAdvertApi.DeleteCampaignAsync), () => Status(emulator.Adverts.All[2].Id, -1, () => wb.Advert.DeleteCampaignAsync(emulator.Adverts.All[2].Id)));
await Check(nameof(IAdvertApi.GetBidRecommendationsAsync), async () =>
    (await wb.Advert.GetBidRecommendationsAsync(product.NmId, shown.Id)).SearchClusters.Count > 0);
await Check("advert: " + nameof(IAdvertApi.GetConfigAsync), async () => (await wb.Advert.GetConfigAsync()).Currency == Currency.Rub);
await Check(nameof(IAdvertApi.SetDailyLimitsAsync), async () => (await wb.Advert.SetDailyLimitsAsync(
    new SetDailyLimitsRequest { AdvertIds = [shown.Id], IsEnabled = true, DailyLimit = 100_000 })).Campaigns.Count == 1);
await Check(nameof(IAdvertApi.GetDailyLimitsAsync), async () => await Count(wb.Advert.StreamDailyLimitsAsync([shown.Id])) == 1);
await Check(nameof(IAdvertApi.SetSearchClusterBidsAsync), async () => (await wb.Advert.SetSearchClusterBidsAsync(
    [new NewSearchClusterBid { AdvertId = shown.Id, NmId = product.NmId, NormQuery = cluster, BidMinorUnits = 40_000 }])).Succeeded.Count == 1);
await Check(nameof(IAdvertApi.SetSearchClusterBidsInBaseUnitsAsync), async () =>
{
    await wb.Advert.SetSearchClusterBidsInBaseUnitsAsync(new SetSearchClusterBidsInBaseUnitsRequest
    {
        Bids = [new NewSearchClusterBidInBaseUnits { AdvertId = shown.Id, NmId = product.NmId, NormQuery = cluster, BidBaseUnits = 500 }],
    });
    return emulator.Adverts.Find(shown.Id)!.Products[0].ClusterBidsKopecks[cluster] == 50_000;
});
await Check(nameof(IAdvertApi.GetSearchClusterBidsAsync), async () => await Count(wb.Advert.StreamSearchClusterBidsAsync([product])) == 1);
await Check(nameof(IAdvertApi.DeleteSearchClusterBidsAsync), async () =>
{
    await wb.Advert.DeleteSearchClusterBidsAsync(new DeleteSearchClusterBidsRequest
    {
        SearchClusters = [new CampaignSearchCluster { AdvertId = shown.Id, NmId = product.NmId, NormQuery = cluster }],
    });
    return emulator.Adverts.Find(shown.Id)!.Products[0].ClusterBidsKopecks.Count == 0;
});
await Check(nameof(IAdvertApi.SetMinusPhrasesAsync), async () =>
{
    await wb.Advert.SetMinusPhrasesAsync(shown.Id, product.NmId, ["плед синий"]);
    return emulator.Adverts.Find(shown.Id)!.Products[0].MinusPhrases.Count == 1;
});
await Check(nameof(IAdvertApi.GetMinusPhrasesAsync), async () => await Count(wb.Advert.StreamMinusPhrasesAsync([product])) == 1);
await Check(nameof(IAdvertApi.GetSearchClustersAsync), async () =>
    (await wb.Advert.GetSearchClustersAsync(new SearchClustersRequest { Items = [key] })).Items[0].SearchClusters?.Active.Count == 3);
await Check("advert: " + nameof(IAdvertApi.GetBalanceAsync), async () => (await wb.Advert.GetBalanceAsync()).Cashbacks.Count == 1);
await Check(nameof(IAdvertApi.GetBudgetsAsync), async () => await Count(wb.Advert.StreamBudgetsAsync([shown.Id])) == 1);
await Check(nameof(IAdvertApi.GetExpensesAsync), async () => await Count(wb.Advert.StreamExpensesAsync(today.AddDays(-8), today)) > 0);
await Check(nameof(IAdvertApi.GetPaymentsAsync), async () => (await wb.Advert.GetPaymentsAsync())?.Count == 2);
await Check(nameof(IAdvertApi.GetStatisticsAsync), async () =>
    await Count(wb.Advert.StreamStatisticsAsync([shown.Id], today.AddDays(-8), today)) == 1);
await Check(nameof(IAdvertApi.GetSearchClusterStatisticsAsync), async () =>
    await Count(wb.Advert.StreamSearchClusterStatisticsAsync([product], today.AddDays(-8), today)) == 1);
await Check(nameof(IAdvertApi.GetSearchClusterDailyStatisticsAsync), async () =>
    await Count(wb.Advert.StreamSearchClusterDailyStatisticsAsync([product], today.AddDays(-8), today)) == 1);
await Check(nameof(IAdvertMediaApi.GetCampaignCountsAsync), async () => (await wb.AdvertMedia.GetCampaignCountsAsync()).Groups.Count == 2);
await Check("media: " + nameof(IAdvertMediaApi.GetCampaignsAsync), async () => await Count(wb.AdvertMedia.StreamCampaignsAsync()) == 2);
await Check(nameof(IAdvertMediaApi.GetCampaignAsync), async () =>
    (await wb.AdvertMedia.GetCampaignAsync(emulator.MediaCampaigns.All[0].Id))?.Banners.Count == 1);
await Check("media: " + nameof(IAdvertMediaApi.GetStatisticsAsync), async () =>
    (await wb.AdvertMedia.GetStatisticsAsync([new MediaStatisticsRequest { AdvertId = emulator.MediaCampaigns.All[0].Id }]))[0].Banners[0].Views > 0);
await Check("a retired operation", async () =>
{
    try
    {
#pragma warning disable WBSDK0001 // That WB does not have it any more is what the emulator says.
        await wb.Api<IRetiredAdvertApi>().GetBudgetAsync(1);
#pragma warning restore WBSDK0001
        return false;
    }
    catch (WildberriesNotFoundException)
    {
        return true;
    }
});
await FbsChecks.CallAsync(wb, emulator, Check);
await DbsAndPickupChecks.CallAsync(wb, emulator, Check);
await WarehouseChecks.CallAsync(wb, emulator, Check);
await CardChecks.CallAsync(wb, emulator, Check);
await ReviewChecks.CallAsync(wb, service, emulator, Check);
await StatisticsChecks.RunAsync(wb.Statistics, Check);
await DocumentChecks.RunAsync(wb, emulator, Check);
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
await Check("every operation", () =>
{
    WildberriesOperation[] missing = [.. WildberriesOperations.All.Where(operation => !emulator.Requests.All.Any(request =>
        request.Verb == operation.HttpMethod.Method
        && request.HostLabel == operation.Host.Host.Split('.')[0]
        && request.Path.StartsWith(operation.Path.Split('{')[0], StringComparison.Ordinal)))];
    foreach (WildberriesOperation operation in missing)
        Console.WriteLine($"not called: {operation.Name}");
    return Task.FromResult(missing.Length == 0);
});

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
return failed == 0 ? 0 : 1;

static async Task<int> Count<T>(IAsyncEnumerable<T> rows)
{
    int count = 0;
    await foreach (T row in rows)
        count++;
    return count;
}

async Task<bool> Status(long id, int status, Func<Task> change)
{
    await change();
    return emulator.Adverts.Find(id)!.Status == status;
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
