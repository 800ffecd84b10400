using System.Globalization;
using System.Text;
using CsCheck;
using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Tests.Common;

public sealed class NewsStreamTests
{
    private static readonly DateOnly Day = new(2025, 2, 6);

    [Fact]
    public async Task Pages_follow_each_other_by_the_last_id()
    {
        using FakeCommonHost host = Serve([1, 2, 3, 4, 5], pageSize: 3);
        Assert.Equal([1, 2, 3, 4, 5], await Ids(host.Api.StreamNewsAsync(Day, TestContext.Current.CancellationToken)));
        Assert.Equal(
            ["?from=2025-02-06", "?fromID=3", "?fromID=5"],
            host.Requests.Select(r => r["/api/communications/v2/news".Length..]));
    }

    [Fact]
    public async Task The_first_news_is_the_one_asked_for()
    {
        using FakeCommonHost host = Serve([1, 2, 3, 4, 5], pageSize: 100);
        Assert.Equal([3, 4, 5], await Ids(host.Api.StreamNewsFromIdAsync(3, TestContext.Current.CancellationToken)));
        Assert.Equal(["?fromID=3", "?fromID=5"], host.Requests.Select(r => r["/api/communications/v2/news".Length..]));
    }

    [Fact]
    public async Task No_news_ends_the_stream_with_the_first_page()
    {
        foreach (string body in new[] { """{"data":[]}""", "{}", """{"data":null}""", """{"data":[null]}""", "null" })
        {
            using var host = new FakeCommonHost(body);
            Assert.Empty(await Ids(host.Api.StreamNewsAsync(Day, TestContext.Current.CancellationToken)));
            Assert.Single(host.Requests);
        }
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_it_is_wanted()
    {
        using FakeCommonHost host = Serve([1, 2, 3, 4, 5], pageSize: 3);
        await foreach (NewsItem item in host.Api.StreamNewsAsync(Day, TestContext.Current.CancellationToken))
        {
            if (item.Id == 3)
                break;
        }

        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_stream()
    {
        using FakeCommonHost host = Serve([1, 2, 3, 4, 5], pageSize: 3);
        using var cancellation = new CancellationTokenSource();
        var seen = new List<long>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (NewsItem item in host.Api.StreamNewsAsync(Day, cancellation.Token))
            {
                seen.Add(item.Id);
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public void A_negative_id_is_refused_at_once()
    {
        using var host = new FakeCommonHost("{}");
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => host.Api.StreamNewsFromIdAsync(-1, TestContext.Current.CancellationToken));
        Assert.Equal("fromId", exception.ParamName);
    }

    [Fact]
    public async Task Every_news_comes_once_and_in_order_whatever_the_pages()
    {
        await Gen.Select(Gen.Long[1, 500].HashSet[0, 60], Gen.Int[2, 12], Gen.Long[0, 500]).SampleAsync(async (ids, pageSize, from) =>
        {
            long[] all = [.. ids.Order()];
            long[] wanted = [.. all.Where(id => id >= from)];
            using FakeCommonHost host = Serve(all, pageSize);
            Assert.Equal(wanted, await Ids(host.Api.StreamNewsFromIdAsync(from, TestContext.Current.CancellationToken)));
            Assert.True(host.Requests.Count <= (wanted.Length / (pageSize - 1)) + 2, $"{host.Requests.Count} requests");
        }, iter: 300);
    }

    [Fact]
    public async Task A_server_that_answers_anything_neither_loops_nor_repeats()
    {
        await Gen.Long[1, 40].Array[0, 15].Array[1, 10].SampleAsync(async pages =>
        {
            int next = 0;
            using var host = new FakeCommonHost(_ => FakeCommonHost.Json(Body(pages[next++ % pages.Length])));
            List<long> seen = await Ids(host.Api.StreamNewsAsync(Day, TestContext.Current.CancellationToken));
            Assert.Equal(seen.Distinct(), seen);

            // Each page but the last has to bring a greater id than any before it.
            Assert.InRange(host.Requests.Count, 1, 47);
            Assert.Equal(pages[0].Distinct(), seen.Take(pages[0].Distinct().Count()));
        }, iter: 300);
    }

    private static FakeCommonHost Serve(long[] ids, int pageSize) => new(request =>
    {
        string query = request.RequestUri!.Query;
        long from = query.StartsWith("?fromID=", StringComparison.Ordinal) ? long.Parse(query[8..], CultureInfo.InvariantCulture) : 0;
        return FakeCommonHost.Json(Body(ids.Where(id => id >= from).Take(pageSize)));
    });

    private static string Body(IEnumerable<long> ids) => new StringBuilder("""{"data":[""")
        .AppendJoin(',', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}}}""")))
        .Append("]}")
        .ToString();

    private static async Task<List<long>> Ids(IAsyncEnumerable<NewsItem> news)
    {
        var ids = new List<long>();
        await foreach (NewsItem item in news)
            ids.Add(item.Id);
        return ids;
    }
}
