using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;
using CsCheck;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Advert;

public sealed class AdvertStatisticsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Statistics_of_parts_are_those_of_the_whole()
    {
        Gen<Figures> figures = Gen.Select(Gen.Long[0, 100_000], Gen.Long[0, 3_000], Gen.Long[0, 300], Gen.Long[0, 200], Gen.Long[0, 250], Gen.Long[0, 50], Gen.Int[0, 5_000_000], Gen.Int[0, 90_000_000])
            .Select(t => new Figures(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7 / 100m, t.Item8 / 100m));
        figures.Array[2, 100].Sample(days =>
        {
            CampaignStatistics whole = Statistics(7, First, days);
            var parts = Periods.Split(First, First.AddDays(days.Length - 1), 31)
                .Select(part => Statistics(7, part.From, days[(part.From.DayNumber - First.DayNumber)..(part.To.DayNumber - First.DayNumber + 1)]));
            CampaignStatistics merged = CampaignStatisticsMerger.Merge([.. parts]);
            Assert.Equal(whole with { Days = [], Positions = [] }, merged with { Days = [], Positions = [] }, ByFigures);
            Assert.Equal(whole.Days.Select(day => (day.Date, day.Views)), merged.Days.Select(day => (day.Date, day.Views)));
            Assert.Equal(whole.Positions, merged.Positions);
        });
    }

    [Fact]
    public void A_ratio_of_the_whole_is_neither_the_sum_nor_the_mean_of_those_of_the_parts()
    {
        CampaignStatistics small = new() { AdvertId = 7, Views = 10, Clicks = 5, Orders = 5, Ctr = 50, Cr = 100, Cpc = 2, Sum = 10 };
        CampaignStatistics large = new() { AdvertId = 7, Views = 990, Clicks = 95, Orders = 0, Ctr = 9.6m, Cr = 0, Cpc = 1, Sum = 95 };
        CampaignStatistics merged = CampaignStatisticsMerger.Merge([small, large]);
        Assert.Equal((10m, 5m, 1.05m), (merged.Ctr, merged.Cr, merged.Cpc));
        Assert.Equal((1000, 100, 5, 105m), (merged.Views, merged.Clicks, merged.Orders, merged.Sum));
    }

    [Fact]
    public void A_half_is_rounded_up_as_WB_rounds_it()
    {
        // 19.05 by 2 is 9.53 in WB's own example.
        CampaignStatistics part = new() { AdvertId = 7, Clicks = 1, Sum = 9.525m };
        Assert.Equal(9.53m, CampaignStatisticsMerger.Merge([part, part]).Cpc);
    }

    [Fact]
    public void Where_nothing_was_seen_the_ratios_are_0()
    {
        CampaignStatistics merged = CampaignStatisticsMerger.Merge([new CampaignStatistics { AdvertId = 7, Sum = 5 }, new CampaignStatistics { AdvertId = 7 }]);
        Assert.Equal((0m, 0m, 0m, 5m), (merged.Ctr, merged.Cr, merged.Cpc, merged.Sum));
    }

    [Fact]
    public void A_day_that_is_null_is_left_out()
    {
        var part = new CampaignStatistics { AdvertId = 7, Days = [null!, new CampaignDay { Date = new(2026, 11, 2) }], Positions = [null!] };
        CampaignStatistics merged = CampaignStatisticsMerger.Merge([part, part with { Days = [new CampaignDay { Date = new(2026, 11, 1) }] }]);
        Assert.Equal([1, 2], merged.Days.Select(day => day.Date!.Value.Day));
        Assert.Empty(merged.Positions);
    }

    [Fact]
    public void A_single_part_keeps_the_figures_of_WB()
    {
        var odd = new CampaignStatistics { AdvertId = 7, Views = 100, Clicks = 1, Ctr = 1.01m };
        Assert.Same(odd, CampaignStatisticsMerger.Merge([odd]));
    }

    [Fact]
    public void Different_currencies_are_not_added()
    {
        CampaignStatistics roubles = new() { AdvertId = 7, Currency = Currency.Rub, Sum = 1 };
        var error = Assert.Throws<WildberriesResponseException>(() => CampaignStatisticsMerger.Merge([roubles, roubles with { Currency = Currency.Uzs }]));
        Assert.Contains("RUB", error.Message, StringComparison.Ordinal);

        // A part without spending may be without a currency.
        Assert.Equal(Currency.Rub, CampaignStatisticsMerger.Merge([roubles with { Currency = default }, roubles]).Currency);
    }

    [Fact]
    public async Task Every_campaign_of_a_long_period_comes_once_with_all_its_days()
    {
        using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, Answer);
        DateOnly last = First.AddDays(99);
        var found = new List<CampaignStatistics>();
        await foreach (CampaignStatistics campaign in host.Api.StreamStatisticsAsync(Enumerable.Range(1, 60).Select(id => (long)id), First, last, Cancel))
            found.Add(campaign);

        // Campaign 3 was never shown; the others have a view, a click and a rouble a day.
        Assert.Equal(Enumerable.Range(1, 60).Select(id => (long)id).Where(id => id != 3), found.Select(campaign => campaign.AdvertId));
        Assert.All(found, campaign =>
        {
            Assert.Equal((100, 100, 100m, 100m, 1m), (campaign.Views, campaign.Clicks, campaign.Ctr, campaign.Sum, campaign.Cpc));
            Assert.Equal(Enumerable.Range(0, 100).Select(day => (DateOnly?)First.AddDays(day)), campaign.Days.Select(day => day.Date));
        });
        string[] periods =
        [
            "beginDate=2026-01-01&endDate=2026-01-25", "beginDate=2026-01-26&endDate=2026-02-19",
            "beginDate=2026-02-20&endDate=2026-03-16", "beginDate=2026-03-17&endDate=2026-04-10",
        ];
        Assert.Equal([.. periods, .. periods], host.Requests.Select(request => request[(request.IndexOf('&', StringComparison.Ordinal) + 1)..]));
        Assert.Equal([50, 50, 50, 50, 10, 10, 10, 10], host.Requests.Select(request => request.Split("%2C").Length));
    }

    [Fact]
    public async Task No_statistics_at_all_are_no_campaigns()
    {
        foreach (string json in new[] { "null", "[]", "[null]" })
        {
            using var host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, json);
            await foreach (CampaignStatistics campaign in host.Api.StreamStatisticsAsync([1], First, First.AddDays(40), Cancel))
                Assert.Fail(campaign.ToString());
            Assert.Equal(2, host.Requests.Count);
        }
    }

    [Theory]
    [InlineData("there are no companies with correct intervals")]
    [InlineData("There are no statistics for this advertising period.")]
    public async Task A_refusal_that_means_that_there_is_nothing_is_a_part_without_rows(string text)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadRequest, $$"""{"error":"{{text}}"}""").Answer(HttpStatusCode.OK, """[{"advertId":7,"views":5}]""");
        List<CampaignStatistics> found = await wb.Elapse(ReadAsync(wb.Client.Advert.StreamStatisticsAsync([7], First, First.AddDays(40), Cancel)));
        Assert.Equal((7, 5), (Assert.Single(found).AdvertId, found[0].Views));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_campaign_that_WB_calls_invalid_is_left_out_and_reported_and_the_rest_comes()
    {
        using var api = new WrongIds(3, 5);
        var leftOut = new Reports();
        List<CampaignStatistics> found = await ReadAsync(api.Host.Api.StreamStatisticsAsync([1, 3, 4, 5], First, First.AddDays(40), leftOut, Cancel));
        Assert.Equal([1, 4], found.Select(campaign => campaign.AdvertId));
        Assert.Equal([3, 5], leftOut.Ids);

        // Two refusals, then two parts of the period: what is left out once is not asked for again.
        Assert.Equal(["1,3,4,5", "1,4,5", "1,4", "1,4"], api.Asked);
    }

    [Fact]
    public async Task A_batch_of_invalid_campaigns_only_ends_and_asks_no_more()
    {
        using var api = new WrongIds(3, 5);
        var leftOut = new Reports();
        Assert.Empty(await ReadAsync(api.Host.Api.StreamStatisticsAsync([3, 5], First, First.AddDays(40), leftOut, Cancel)));
        Assert.Equal([3, 5], leftOut.Ids);
        Assert.Equal(["3,5", "5"], api.Asked);
    }

    [Fact]
    public async Task Nobody_is_left_out_without_being_told_nor_for_another_reason()
    {
        using var api = new WrongIds(3);
        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => ReadAsync(api.Host.Api.StreamStatisticsAsync([1, 3], First, First, Cancel)));
        Assert.Throws<ArgumentNullException>("leftOut", () => api.Host.Api.StreamStatisticsAsync([1, 3], First, First, null!, Cancel));

        // Not one of ours: asking again would not help.
        foreach (string text in new[] { "invalid advert id: 99", "invalid advert id", "too many ids" })
        {
            using var other = new WrongIds { Text = text };
            var leftOut = new Reports();
            await Assert.ThrowsAsync<WildberriesBadRequestException>(
                () => ReadAsync(other.Host.Api.StreamStatisticsAsync([1, 3], First, First, leftOut, Cancel)));
            Assert.Empty(leftOut.Ids);
            Assert.Single(other.Asked);
        }
    }

    private static async Task<List<CampaignStatistics>> ReadAsync(IAsyncEnumerable<CampaignStatistics> campaigns)
    {
        var all = new List<CampaignStatistics>();
        await foreach (CampaignStatistics campaign in campaigns)
            all.Add(campaign);
        return all;
    }

    private static string Answer(HttpRequestMessage request)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        DateOnly from = DateOnly.Parse(query["beginDate"]!, CultureInfo.InvariantCulture), to = DateOnly.Parse(query["endDate"]!, CultureInfo.InvariantCulture);
        Figures[] days = [.. Enumerable.Repeat(new Figures(1, 1, 0, 0, 0, 0, 1, 0), to.DayNumber - from.DayNumber + 1)];
        return JsonSerializer.Serialize(
            [.. query["ids"]!.Split(',').Where(id => id != "3").Select(id => Statistics(long.Parse(id, CultureInfo.InvariantCulture), from, days))],
            AdvertJsonContext.Default.IReadOnlyListCampaignStatistics);
    }

    /// <summary>What WB would say of these days, worked out from them and not from parts.</summary>
    private static CampaignStatistics Statistics(long advertId, DateOnly first, Figures[] days)
    {
        long views = days.Sum(d => d.Views), clicks = days.Sum(d => d.Clicks), orders = days.Sum(d => d.Orders);
        decimal sum = days.Sum(d => d.Sum);
        return new CampaignStatistics
        {
            AdvertId = advertId,
            Currency = Currency.Rub,
            Views = views,
            Clicks = clicks,
            Ctr = views == 0 ? 0 : decimal.Round(clicks * 100m / views, 2, MidpointRounding.AwayFromZero),
            Cr = clicks == 0 ? 0 : decimal.Round(orders * 100m / clicks, 2, MidpointRounding.AwayFromZero),
            Cpc = clicks == 0 ? 0 : decimal.Round(sum / clicks, 2, MidpointRounding.AwayFromZero),
            CartAdditions = days.Sum(d => d.CartAdditions),
            Orders = orders,
            OrderedItems = days.Sum(d => d.OrderedItems),
            CanceledItems = days.Sum(d => d.CanceledItems),
            Sum = sum,
            OrdersSum = days.Sum(d => d.OrdersSum),

            // WB's order of days is not documented.
            Days = [.. days.Select((day, i) => new CampaignDay { Date = first.AddDays(i), Views = day.Views })],
            Positions = [.. days.Select((day, i) => new ProductPosition { Date = first.AddDays(i), NmId = 5, AveragePosition = day.Clicks })],
        };
    }

    private static bool ByFigures(CampaignStatistics one, CampaignStatistics other) => one.ToString() == other.ToString();

    private sealed record Figures(
        long Views, long Clicks, long CartAdditions, long Orders, long OrderedItems, long CanceledItems, decimal Sum, decimal OrdersSum);

    private sealed class Reports : IProgress<long>
    {
        public List<long> Ids { get; } = [];

        public void Report(long value) => Ids.Add(value);
    }

    /// <summary>A host that refuses a batch for one id, as WB does.</summary>
    private sealed class WrongIds : IDisposable
    {
        public WrongIds(params long[] wrong) => Host = new FakeHost<IAdvertApi>(AdvertJsonContext.Default, request =>
        {
            string ids = HttpUtility.ParseQueryString(request.RequestUri!.Query)["ids"]!;
            Asked.Add(ids);
            string? text = Text ?? ids.Split(',').Where(id => wrong.Contains(long.Parse(id, CultureInfo.InvariantCulture))).Select(id => $"invalid advert id: {id}").FirstOrDefault();
            return text is null
                ? $"[{string.Join(',', ids.Split(',').Select(id => $"{{\"advertId\":{id}}}"))}]"
                : throw new WildberriesBadRequestException("WB refused Advert.GetStatistics: 400 Bad Request") { Detail = text };
        });

        public string? Text { get; init; }

        public FakeHost<IAdvertApi> Host { get; }

        public List<string> Asked { get; } = [];

        public void Dispose() => Host.Dispose();
    }
}
