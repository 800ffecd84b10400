using System.Net;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>WB says by a 400 that there are no statistics: that lost the other periods. One wrong id lost the batch.</summary>
public sealed class NothingToTellTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"error":"there are no companies with correct intervals"}""")]
    [InlineData("""{"detail":"There are no statistics for this advertising period","status":400}""")]
    [InlineData("there are no statistics for this advertising period")]
    public async Task The_other_periods_come(string refusal)
    {
        using var wb = new FakeWildberries(Patient);
        wb.Answer(HttpStatusCode.BadRequest, refusal).Answer(HttpStatusCode.OK, """[{"advertId":11,"views":5}]""");
        Assert.Equal([(11, 5)], await wb.Elapse(ReadAsync(wb, [11, 22]), TimeSpan.FromSeconds(5)));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task The_other_campaigns_come_and_the_wrong_one_is_told()
    {
        using var wb = new FakeWildberries(Patient);
        wb.Answer(HttpStatusCode.BadRequest, """{"error":"invalid advert id: 22"}""")
            .Answer(HttpStatusCode.OK, """[{"advertId":11,"views":5}]""")
            .Answer(HttpStatusCode.OK, """[{"advertId":11,"views":6},{"advertId":33,"views":7}]""");
        var told = new Told();
        Assert.Equal([(11, 11), (33, 7)], await wb.Elapse(ReadAsync(wb, [11, 22, 33], told), TimeSpan.FromSeconds(5)));
        Assert.Equal([22], told.Ids);
        Assert.DoesNotContain("22", wb.Arrivals[1].Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_refusal_is_an_exception()
    {
        using var wb = new FakeWildberries(Patient);
        wb.Answer(HttpStatusCode.BadRequest, """{"error":"the period is too long"}""");
        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Elapse(ReadAsync(wb, [11], new Told()), TimeSpan.FromSeconds(5)));
    }

    private static void Patient(WildberriesOptions options) => options.MaxRateLimitWait = TimeSpan.FromHours(1);

    private static async Task<List<(long Id, long Views)>> ReadAsync(FakeWildberries wb, long[] ids, Told? told = null)
    {
        IAsyncEnumerable<CampaignStatistics> rows = told is null
            ? wb.Client.Advert.StreamStatisticsAsync(ids, First, Last, Cancel)
            : wb.Client.Advert.StreamStatisticsAsync(ids, First, Last, told, Cancel);
        var got = new List<(long, long)>();
        await foreach (CampaignStatistics row in rows)
            got.Add((row.AdvertId, row.Views));
        return got;
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Ids { get; } = [];

        public void Report(long value) => Ids.Add(value);
    }
}
