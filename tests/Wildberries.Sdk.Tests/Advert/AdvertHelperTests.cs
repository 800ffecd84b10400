using System.Collections.Specialized;
using System.Globalization;
using System.Text.Json;
using System.Web;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Advert;

public sealed class AdvertHelperTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(120, 3)]
    public async Task Campaigns_and_budgets_are_asked_for_fifty_at_a_time_each_once(int count, int requests)
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, Campaigns);
        long[] wanted = [.. Enumerable.Range(1, count).Select(i => (long)i)];
        List<long> campaigns = [], budgets = [], dailyLimits = [];
        await foreach (Campaign campaign in host.Api.StreamCampaignsAsync(wanted.Concat(wanted), Cancel))
            campaigns.Add(campaign.AdvertId);
        await foreach (CampaignBudget budget in host.Api.StreamBudgetsAsync(wanted.Concat(wanted), Cancel))
            budgets.Add(budget.AdvertId);
        await foreach (CampaignDailyLimit limit in host.Api.StreamDailyLimitsAsync(wanted.Concat(wanted), Cancel))
            dailyLimits.Add(limit.AdvertId);
        Assert.Equal(wanted, campaigns);
        Assert.Equal(wanted, budgets);
        Assert.Equal(wanted, dailyLimits);
        Assert.Equal(3 * requests, host.Requests.Count);

        static string Campaigns(HttpRequestMessage request)
        {
            NameValueCollection query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            long[] ids = request.Method == HttpMethod.Get
                ? [.. (query["ids"] ?? query["advertIds"])!.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture))]
                : JsonDocument.Parse(request.Content!.ReadAsStream()).RootElement.GetProperty("advertIds").Deserialize(AdvertJsonContext.Default.Int64Array)!;
            Assert.InRange(ids.Length, 1, 50);
            string key = query["ids"] is not null ? "id" : "advertId";
            return $$"""{"adverts":[null,{{string.Join(',', ids.Select(id => $"{{\"{key}\":{id}}}"))}}]}""";
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    public async Task Products_are_asked_for_a_hundred_at_a_time_each_once(int count, int requests)
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, request =>
        {
            JsonElement[] items = [.. JsonDocument.Parse(request.Content!.ReadAsStream()).RootElement.GetProperty("items").EnumerateArray()];
            Assert.InRange(items.Length, 1, 100);
            string rows = string.Join(',', items.Select(item => item.GetRawText()));
            return $$"""{"items":[{{rows}}],"bids":[{{rows}}],"stats":[{{rows}}]}""";
        });
        CampaignProduct[] wanted = [.. Enumerable.Range(1, count).Select(i => new CampaignProduct { AdvertId = 5, NmId = i })];
        CampaignProduct[] twice = [.. wanted, .. wanted];
        IEnumerable<long> expected = wanted.Select(product => product.NmId);
        Assert.Equal(expected, await ReadAsync(host.Api.StreamSearchClustersAsync(twice, Cancel), row => row.NmId));
        Assert.Equal(expected, await ReadAsync(host.Api.StreamSearchClusterBidsAsync(twice, Cancel), row => row.NmId));
        Assert.Equal(expected, await ReadAsync(host.Api.StreamMinusPhrasesAsync(twice, Cancel), row => row.NmId));
        Assert.Equal(expected, await ReadAsync(host.Api.StreamSearchClusterStatisticsAsync(twice, Day, Day, Cancel), row => row.NmId));
        Assert.Equal(expected, await ReadAsync(host.Api.StreamSearchClusterDailyStatisticsAsync(twice, Day, Day, Cancel), row => row.NmId));
        Assert.Equal(5 * requests, host.Requests.Count);
    }

    [Fact]
    public async Task Expenses_and_payments_of_a_long_period_come_from_its_parts()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, request =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            return $$"""[null,{"date":"{{query["from"]}}T00:00:00Z","updTime":"{{query["from"]}}T00:00:00Z"}]""";
        });
        DateOnly to = Day.AddDays(61);
        List<DateTimeOffset?> expenses = await ReadAsync(host.Api.StreamExpensesAsync(Day, to, Cancel), row => row.ChargedAt);
        List<DateTimeOffset?> payments = await ReadAsync(host.Api.StreamPaymentsAsync(Day, to, Cancel), row => row.PaidAt);
        Assert.Equal(
            [
                "GET /adv/v1/upd?from=2026-11-24&to=2026-12-24", "GET /adv/v1/upd?from=2026-12-25&to=2027-01-24",
                "GET /adv/v1/payments?from=2026-11-24&to=2026-12-24", "GET /adv/v1/payments?from=2026-12-25&to=2027-01-24",
            ],
            host.Requests);
        Assert.Equal([new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 25, 0, 0, 0, TimeSpan.Zero)], expenses);
        Assert.Equal(expenses, payments);
    }

    [Fact]
    public async Task No_payments_in_a_part_of_a_period_are_no_end_of_it()
    {
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.NoContent).Answer(System.Net.HttpStatusCode.OK, """[{"id":1}]""");
        Assert.Equal([1], await ReadAsync(wb.Client.Advert.StreamPaymentsAsync(Day, Day.AddDays(40), Cancel), row => row.Id));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public void Input_that_WB_would_refuse_is_refused_before_the_network()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, "{}");
        IAdvertApi api = host.Api;
        DateOnly before = Day.AddDays(-1);
        CampaignProduct good = new() { AdvertId = 1, NmId = 7 };

        AssertRefused("advertIds", () => api.StreamCampaignsAsync([1, 0]), () => api.StreamBudgetsAsync([-1]), () => api.StreamDailyLimitsAsync([0]), () => api.StreamStatisticsAsync([0], Day, Day));
        AssertRefused("to", () => api.StreamStatisticsAsync([1], Day, before), () => api.StreamExpensesAsync(Day, before), () => api.StreamPaymentsAsync(Day, before));
        AssertRefused(
            "to", () => api.StreamSearchClusterStatisticsAsync([good], Day, before), () => api.StreamSearchClusterDailyStatisticsAsync([good], Day, before));
        AssertRefused("statuses", () => api.GetCampaignsByStatusAsync([]));
        AssertRefused("products", () => api.StreamSearchClustersAsync([good with { AdvertId = 0 }]), () => api.StreamSearchClusterBidsAsync([good with { NmId = 0 }]));
        AssertRefused("products", () => api.StreamMinusPhrasesAsync([good, null!]));
        AssertRefused("advertId", () => api.RenameCampaignAsync(0, "x"), () => api.SetMinusPhrasesAsync(0, 7, []), () => api.DepositBudgetAsync(0, 1, DepositSource.Net));
        AssertRefused("advertId", () => api.GetMinimumBidsAsync(0, [7], PaymentType.Cpm, [Placement.Search]));
        AssertRefused(
            "nmIds",
            () => api.GetMinimumBidsAsync(1, [], PaymentType.Cpm, [Placement.Search]),
            () => api.GetMinimumBidsAsync(1, Numbers(101), PaymentType.Cpm, [Placement.Search]),
            () => api.GetMinimumBidsAsync(1, [0], PaymentType.Cpm, [Placement.Search]));
        AssertRefused("placements", () => api.GetMinimumBidsAsync(1, [7], PaymentType.Cpm, []));
        AssertRefused("name", () => api.RenameCampaignAsync(1, ""), () => api.RenameCampaignAsync(1, new string('x', 101)));
        AssertRefused("nmId", () => api.SetMinusPhrasesAsync(1, 0, []));
        AssertRefused("phrases", () => api.SetMinusPhrasesAsync(1, 7, [" "]), () => api.SetMinusPhrasesAsync(1, 7, Numbers(1001).Select(n => $"{n}")));
        Assert.Empty(host.Requests);
    }

    [Fact]
    public void Bids_that_WB_would_refuse_are_refused_before_the_network()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, "{}");
        ProductBid good = new() { NmId = 7, BidKopecks = 250, Placement = Placement.Search };
        CampaignBids campaign = new() { AdvertId = 1, Bids = [good] };
        foreach (CampaignBids[] bad in new CampaignBids[][]
        {
            [],
            [null!],
            [.. Numbers(51).Select(id => campaign with { AdvertId = id })],
            [campaign, campaign],
            [campaign with { AdvertId = 0 }],
            [campaign with { Bids = [] }],
            [campaign with { Bids = [.. Numbers(51).Select(id => good with { NmId = id })] }],
            [campaign with { Bids = [good, good] }],
            [campaign with { Bids = [null!] }],
            [campaign with { Bids = [good with { NmId = 0 }] }],
            [campaign with { Bids = [good with { BidKopecks = 0 }] }],
            [campaign with { Bids = [good with { Placement = default }] }],
        })
        {
            AssertRefused("campaigns", () => host.Api.SetBidsAsync(bad));
        }

        NewSearchClusterBid bid = new() { AdvertId = 1, NmId = 7, NormQuery = "red", BidMinorUnits = 1 };
        foreach (NewSearchClusterBid[] bad in new NewSearchClusterBid[][]
        {
            [],
            [null!],
            [.. Numbers(101).Select(id => bid with { NmId = id })],
            [bid, bid],
            [bid with { AdvertId = 0 }],
            [bid with { NmId = 0 }],
            [bid with { NormQuery = "" }],
            [bid with { BidMinorUnits = 0 }],
        })
        {
            AssertRefused("bids", () => host.Api.SetSearchClusterBidsAsync(bad));
        }

        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task As_many_bids_and_products_as_WB_takes_are_sent()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, "{}");
        ProductBid[] bids = [.. Numbers(50).Select(id => new ProductBid { NmId = id, BidKopecks = 250, Placement = Placement.Search })];
        await host.Api.SetBidsAsync(Numbers(50).Select(id => new CampaignBids { AdvertId = id, Bids = bids }), Cancel);
        var change = new ProductsChange { Add = [.. Numbers(50)], Delete = [.. Numbers(50).Select(id => 50 + id)] };
        await host.Api.ChangeProductsAsync(Numbers(20).Select(id => new CampaignProductsChange { AdvertId = id, Products = change }), Cancel);
        await host.Api.SetSearchClusterBidsAsync(
            Numbers(100).Select(id => new NewSearchClusterBid { AdvertId = 1, NmId = id, NormQuery = "red", BidMinorUnits = 1 }), Cancel);
        await host.Api.SetMinusPhrasesAsync(1, 7, Numbers(1000).Select(n => $"{n}"), Cancel);
        Assert.Equal(4, host.Requests.Count);
    }

    [Fact]
    public void Products_that_WB_would_refuse_are_refused_before_the_network()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, "{}");
        CampaignProductsChange campaign = new() { AdvertId = 1, Products = new ProductsChange { Add = [7] } };
        foreach (CampaignProductsChange[] bad in new CampaignProductsChange[][]
        {
            [],
            [null!],
            [.. Numbers(21).Select(id => campaign with { AdvertId = id })],
            [campaign, campaign],
            [campaign with { AdvertId = 0 }],
            [campaign with { Products = new ProductsChange() }],
            [campaign with { Products = new ProductsChange { Add = [7], Delete = [7] } }],
            [campaign with { Products = new ProductsChange { Delete = [0] } }],
            [campaign with { Products = new ProductsChange { Add = [.. Numbers(51)] } }],
            [campaign with { Products = new ProductsChange { Delete = [.. Numbers(51)] } }],
        })
        {
            AssertRefused("campaigns", () => host.Api.ChangeProductsAsync(bad));
        }

        Assert.Empty(host.Requests);
    }

    [Fact]
    public void A_deposit_that_makes_no_sense_is_refused_before_the_network()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, "{}");
        IAdvertApi api = host.Api;
        var cashback = new AdvertCashback { Sum = 10_000, Percent = 50 };
        AssertRefused(
            "sum",
            () => api.DepositBudgetAsync(1, 0, DepositSource.Account),
            () => api.DepositBudgetAsync(1, -5, DepositSource.Account),
            () => api.DepositBudgetAsync(1, 1000.5m, DepositSource.Account));
        AssertRefused(
            "cashbackSum",
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, cashback),
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, cashbackSum: 500),
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, cashback, 0),
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, cashback, 0.5m),
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, cashback, 501),
            () => api.DepositBudgetAsync(1, 1000, DepositSource.Account, new AdvertCashback(), 1));
        AssertRefused("source", () => api.DepositBudgetAsync(1, 1000, DepositSource.Bonus, cashback, 500));
        Assert.Empty(host.Requests);
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(n => (long)n);

    private static void AssertRefused(string parameter, params Func<object>[] calls)
    {
        foreach (Func<object> call in calls)
            Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    private static async Task<List<TKey>> ReadAsync<T, TKey>(IAsyncEnumerable<T> items, Func<T, TKey> key)
    {
        var keys = new List<TKey>();
        await foreach (T item in items)
            keys.Add(key(item));
        return keys;
    }
}
