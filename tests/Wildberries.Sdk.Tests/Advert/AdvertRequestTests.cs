using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Advert;

public sealed class AdvertRequestTests
{
    private static readonly DateOnly From = new(2026, 11, 1);
    private static readonly DateOnly To = new(2026, 11, 24);
    private static readonly CampaignProduct[] Products = [new() { AdvertId = 4294967297, NmId = 7 }];

    private static readonly Dictionary<string, Func<IAdvertApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["GET /adv/v1/promotion/count"] = api => api.GetCampaignListsAsync(),
        ["GET /api/advert/v2/adverts"] = api => api.GetCampaignsAsync(),
        ["GET /api/advert/v2/adverts?ids=1%2C4294967297&statuses=-1%2C4&payment_type=cpc"] = api =>
            api.GetCampaignsAsync("1,4294967297", "-1,4", PaymentType.Cpc),
        ["GET /api/advert/v2/adverts?statuses=9%2C11&payment_type=cpm"] = api =>
            api.GetCampaignsByStatusAsync([CampaignStatus.Active, CampaignStatus.Paused, CampaignStatus.Active], PaymentType.Cpm),
        ["""POST /api/advert/v1/bids/min {"advert_id":1,"nm_ids":[7,8],"payment_type":"cpm","placement_types":["combined","search","recommendation"]}"""] = api =>
            api.GetMinimumBidsAsync(1, [7, 8, 7], PaymentType.Cpm, [Placement.Combined, Placement.Search, Placement.Recommendations]),
        ["""POST /adv/v2/seacat/save-ad {"name":"Phones"}"""] = api => api.CreateCampaignAsync(new CreateCampaignRequest { Name = "Phones" }),
        ["""POST /adv/v2/seacat/save-ad {"name":"Phones","nms":[7],"bid_type":"manual","payment_type":"cpc","placement_types":["search","recommendations"]}"""] = api =>
            api.CreateCampaignAsync(new CreateCampaignRequest
            {
                Name = "Phones",
                NmIds = [7],
                BidType = BidType.Manual,
                PaymentType = PaymentType.Cpc,
                Placements = [Placement.Search, Placement.Recommendations],
            }),
        ["GET /adv/v1/supplier/subjects"] = api => api.GetAvailableSubjectsAsync(),
        ["GET /adv/v1/supplier/subjects?payment_type=cpc"] = api => api.GetAvailableSubjectsAsync(PaymentType.Cpc),
        ["POST /adv/v2/supplier/nms [123,4294967297]"] = api => api.GetAvailableProductsAsync([123, 4294967297]),
        ["GET /adv/v0/delete?id=4294967297"] = api => api.DeleteCampaignAsync(4294967297),
        ["""POST /adv/v0/rename {"advertId":1,"name":"New"}"""] = api => api.RenameCampaignAsync(1, "New"),
        ["GET /adv/v0/start?id=1"] = api => api.StartCampaignAsync(1),
        ["GET /adv/v0/pause?id=1"] = api => api.PauseCampaignAsync(1),
        ["GET /adv/v0/stop?id=1"] = api => api.StopCampaignAsync(1),
        ["""PUT /adv/v0/auction/placements {"placements":[{"advert_id":1,"placements":{"search":true,"recommendations":false}}]}"""] = api =>
            api.SetPlacementsAsync(new PlacementsRequest
            {
                Campaigns = [new CampaignPlacementsChange { AdvertId = 1, Placements = new CampaignPlacements { Search = true } }],
            }),
        ["""PATCH /api/advert/v1/bids {"bids":[{"advert_id":1,"nm_bids":[{"nm_id":7,"bid_kopecks":250,"placement":"recommendations"}]}]}"""] = api =>
            api.SetBidsAsync(
                [new CampaignBids { AdvertId = 1, Bids = [new ProductBid { NmId = 7, BidKopecks = 250, Placement = Placement.Recommendations }] }]),
        ["""PATCH /adv/v0/auction/nms {"nms":[{"advert_id":1,"nms":{"add":[7,8],"delete":[]}}]}"""] = api =>
            api.ChangeProductsAsync([new CampaignProductsChange { AdvertId = 1, Products = new ProductsChange { Add = [7, 8] } }]),
        ["GET /api/advert/v0/bids/recommendations?nmId=7&advertId=1"] = api => api.GetBidRecommendationsAsync(7, 1),
        ["GET /api/advert/v1/config"] = api => api.GetConfigAsync(),
        ["GET /api/advert/v0/daily-limits?advertIds=1%2C4294967297"] = api => api.GetDailyLimitsAsync("1,4294967297"),
        ["""PUT /api/advert/v0/daily-limits {"advertIds":[1,2],"enabled":true,"dailyLimit":50000,"carryOverEnabled":false}"""] = api =>
            api.SetDailyLimitsAsync(new SetDailyLimitsRequest { AdvertIds = [1, 2], IsEnabled = true, DailyLimit = 50_000, CarriesOver = false }),
        ["""PUT /api/advert/v0/daily-limits {"advertIds":[1],"enabled":false}"""] = api =>
            api.SetDailyLimitsAsync(new SetDailyLimitsRequest { AdvertIds = [1], IsEnabled = false }),
        ["""POST /adv/v0/normquery/list {"items":[{"advertId":4294967297,"nmId":7}]}"""] = api => ReadAsync(api.StreamSearchClustersAsync(Products)),
        ["""POST /adv/v0/normquery/get-bids {"items":[{"advert_id":4294967297,"nm_id":7}]}"""] = api => ReadAsync(api.StreamSearchClusterBidsAsync(Products)),
        ["""POST /api/advert/v1/normquery/bids {"bids":[{"advertId":1,"nmId":7,"normQuery":"red","bidMinorUnits":50000}]}"""] = api =>
            api.SetSearchClusterBidsAsync([new NewSearchClusterBid { AdvertId = 1, NmId = 7, NormQuery = "red", BidMinorUnits = 50_000 }]),
        ["""POST /adv/v0/normquery/bids {"bids":[{"advert_id":1,"nm_id":7,"norm_query":"red","bid":500}]}"""] = api =>
            api.SetSearchClusterBidsInBaseUnitsAsync(new SetSearchClusterBidsInBaseUnitsRequest
            {
                Bids = [new NewSearchClusterBidInBaseUnits { AdvertId = 1, NmId = 7, NormQuery = "red", BidBaseUnits = 500 }],
            }),
        ["""DELETE /adv/v0/normquery/bids {"bids":[{"advert_id":1,"nm_id":7,"norm_query":"red"}]}"""] = api =>
            api.DeleteSearchClusterBidsAsync(new DeleteSearchClusterBidsRequest
            {
                SearchClusters = [new CampaignSearchCluster { AdvertId = 1, NmId = 7, NormQuery = "red" }],
            }),
        ["""POST /adv/v0/normquery/get-minus {"items":[{"advert_id":4294967297,"nm_id":7}]}"""] = api => ReadAsync(api.StreamMinusPhrasesAsync(Products)),
        ["""POST /adv/v0/normquery/set-minus {"advert_id":1,"nm_id":7,"norm_queries":["cheap","used"]}"""] = api =>
            api.SetMinusPhrasesAsync(1, 7, ["cheap", "used", "cheap"]),
        ["""POST /adv/v0/normquery/set-minus {"advert_id":1,"nm_id":7,"norm_queries":[]}"""] = api => api.SetMinusPhrasesAsync(1, 7, []),
        ["GET /adv/v1/balance"] = api => api.GetBalanceAsync(),
        ["""POST /api/advert/v2/budget {"advertIds":[1,4294967297]}"""] = api => api.GetBudgetsAsync(new BudgetsRequest { AdvertIds = [1, 4294967297] }),
        ["""POST /adv/v1/budget/deposit?id=1 {"sum":5000,"type":0}"""] = api =>
            api.DepositBudgetAsync(1, new DepositRequest { Sum = 5000.00m, Source = DepositSource.Account }),
        ["""POST /adv/v1/budget/deposit?id=1 {"sum":5000,"type":3,"return":true}"""] = api => api.DepositBudgetAsync(1, 5e3m, DepositSource.Bonus),
        ["""POST /adv/v1/budget/deposit?id=1 {"sum":5000,"cashback_sum":2500,"cashback_percent":50,"type":1,"return":true}"""] = api =>
            api.DepositBudgetAsync(1, 5000.0m, DepositSource.Net, new AdvertCashback { Sum = 10_000, Percent = 50 }, 2500.0m),
        ["GET /adv/v1/upd?from=2026-11-01&to=2026-11-24"] = api => ReadAsync(api.StreamExpensesAsync(From, To)),
        ["GET /adv/v1/payments?from=2026-11-01&to=2026-11-24"] = api => ReadAsync(api.StreamPaymentsAsync(From, To)),
        ["GET /adv/v1/payments"] = api => api.GetPaymentsAsync(),
        ["GET /adv/v3/fullstats?ids=1%2C4294967297&beginDate=2026-11-01&endDate=2026-11-24"] = api =>
            ReadAsync(api.StreamStatisticsAsync([1, 4294967297, 1], From, To)),
        ["""POST /adv/v0/normquery/stats {"from":"2026-11-01","to":"2026-11-24","items":[{"advert_id":4294967297,"nm_id":7}]}"""] = api =>
            ReadAsync(api.StreamSearchClusterStatisticsAsync(Products, From, To)),
        ["""POST /adv/v1/normquery/stats {"from":"2026-11-01","to":"2026-11-24","items":[{"advertId":4294967297,"nmId":7}]}"""] = api =>
            ReadAsync(api.StreamSearchClusterDailyStatisticsAsync(Products, From, To)),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, Answer);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public void Every_operation_is_called_above()
    {
        string[] called = [.. Calls.Keys.Select(call => $"{call.Split(' ')[0]} {call.Split(' ')[1].Split('?')[0]}").Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            Wildberries.Sdk.Operations.WildberriesOperations.Of<IAdvertApi>().Select(o => $"{o.HttpMethod} {o.Path}").Order(StringComparer.Ordinal), called);
    }

    [Fact]
    public void Each_limit_of_WB_holds_when_a_request_is_made()
    {
        AssertBounds("NmIds", 1, 100, n => new MinimumBidsRequest { AdvertId = 1, NmIds = new long[n], PaymentType = PaymentType.Cpm, Placements = [] });
        AssertBounds("NmIds", 0, 50, n => new CreateCampaignRequest { Name = "x", NmIds = new long[n] });
        AssertBounds("Campaigns", 0, 50, n => new PlacementsRequest { Campaigns = new CampaignPlacementsChange[n] });
        AssertBounds("Campaigns", 0, 50, n => new BidsRequest { Campaigns = new CampaignBids[n] });
        AssertBounds("Campaigns", 0, 20, n => new ProductsRequest { Campaigns = new CampaignProductsChange[n] });
        AssertBounds("AdvertIds", 1, 50, n => new BudgetsRequest { AdvertIds = new long[n] });
        AssertBounds("Items", 0, 100, n => new CampaignProductsRequest { Items = new CampaignProduct[n] });
        AssertBounds("Items", 0, 100, n => new SearchClustersRequest { Items = new CampaignProductKey[n] });
        AssertBounds("Items", 0, 100, n => new SearchClusterStatisticsRequest { From = From, To = To, Items = new CampaignProduct[n] });
        AssertBounds("Items", 0, 100, n => new SearchClusterDailyStatisticsRequest { From = From, To = To, Items = new CampaignProductKey[n] });
        AssertBounds("Bids", 0, 100, n => new SetSearchClusterBidsRequest { Bids = new NewSearchClusterBid[n] });
        AssertBounds("Bids", 0, 100, n => new SetSearchClusterBidsInBaseUnitsRequest { Bids = new NewSearchClusterBidInBaseUnits[n] });
        AssertBounds("SearchClusters", 0, 100, n => new DeleteSearchClusterBidsRequest { SearchClusters = new CampaignSearchCluster[n] });
        AssertBounds("Phrases", 0, 1000, n => new SetMinusPhrasesRequest { AdvertId = 1, NmId = 7, Phrases = new string[n] });

        // Characters, not UTF-16 units.
        AssertBounds("Name", 1, 100, n => new RenameCampaignRequest { AdvertId = 1, Name = string.Concat(Enumerable.Repeat("😀", n)) });
        Assert.Equal("Name", Assert.Throws<ArgumentException>(() => new CreateCampaignRequest { Name = " " }).ParamName);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-1")]
    public void A_deposit_is_of_whole_units(string text)
    {
        decimal sum = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("Sum", Assert.Throws<ArgumentOutOfRangeException>(() => new DepositRequest { Sum = sum }).ParamName);
        Assert.Equal("CashbackSum", Assert.Throws<ArgumentOutOfRangeException>(() => new DepositRequest { CashbackSum = sum }).ParamName);
    }

    private static void AssertBounds(string member, int least, int most, Func<int, object> make)
    {
        Assert.NotNull(make(least));
        Assert.NotNull(make(most));
        Assert.Equal(member, Assert.Throws<ArgumentException>(() => make(most + 1)).ParamName);
        if (least > 0)
            Assert.Equal(member, Assert.Throws<ArgumentException>(() => make(least - 1)).ParamName);
    }

    private static string Answer(HttpRequestMessage request) => request.RequestUri!.AbsolutePath switch
    {
        "/adv/v2/seacat/save-ad" => "1",
        "/adv/v1/supplier/subjects" or "/adv/v2/supplier/nms" or "/adv/v1/upd" or "/adv/v1/payments" or "/adv/v3/fullstats" => "[]",
        _ => "{}",
    };

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T item in items)
            Assert.Fail($"{item}");
    }
}
