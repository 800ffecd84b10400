using System.Globalization;
using System.Text.Json;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Tests.Finance;

public sealed class ReportStreamTests
{
    private static readonly DateOnly Day = new(2026, 3, 17);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_each_other_by_the_last_row_until_there_is_none()
    {
        using FakeFinanceHost host = Serve([3, 5, 8, 9, 20]);
        Assert.Equal([3, 5, 8, 9, 20], await Ids(host.Api.StreamSalesReportAsync(7, new SalesReportByIdRequest { Limit = 2 }, Cancel)));
        Assert.Equal(
            ["""{"limit":2,"rrdId":0}""", """{"limit":2,"rrdId":5}""", """{"limit":2,"rrdId":9}""", """{"limit":2,"rrdId":20}"""],
            host.Requests.Select(r => r.Body));
        Assert.All(host.Requests, r => Assert.Equal("/api/finance/v1/sales-reports/detailed/7", r.Path));
    }

    [Fact]
    public async Task Reading_goes_on_after_the_row_that_is_given()
    {
        using FakeFinanceHost host = Serve([3, 5, 8]);
        Assert.Equal([8], await Ids(host.Api.StreamSalesReportAsync(7, new SalesReportByIdRequest { RrdId = 5 }, Cancel)));
    }

    [Fact]
    public async Task A_period_and_both_kinds_of_report_are_read_alike()
    {
        using FakeFinanceHost host = Serve([3, 5]);
        var request = new SalesReportRowsRequest { DateFrom = Day, DateTo = Day, Period = SalesReportPeriod.Daily, Fields = [SalesReportField.ForPay] };
        Assert.Equal([3, 5], await Ids(host.Api.StreamSalesReportAsync(request, Cancel)));
        Assert.Equal([3, 5], await Ids(host.Api.StreamAcquiringReportAsync(7, cancellationToken: Cancel), row => row.RrdId));
        Assert.Equal(
            [3, 5],
            await Ids(host.Api.StreamAcquiringReportAsync(new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day, Fields = [AcquiringReportField.RrdId] }, Cancel), row => row.RrdId));
        Assert.Equal(
            [
                """/api/finance/v1/sales-reports/detailed {"dateFrom":"2026-03-17","dateTo":"2026-03-17","rrdId":0,"period":"daily","fields":["forPay","rrdId"]}""",
                """/api/finance/v1/acquiring/detailed/7 {"rrdId":0}""",
                """/api/finance/v1/acquiring/detailed {"dateFrom":"2026-03-17","dateTo":"2026-03-17","rrdId":0,"fields":["rrdId"]}""",
            ],
            host.Requests.Where((_, i) => i % 2 == 0).Select(r => $"{r.Path} {r.Body}"));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_it_is_wanted()
    {
        using FakeFinanceHost host = Serve([3, 5, 8, 9]);
        await foreach (SalesReportRow row in host.Api.StreamSalesReportAsync(7, new SalesReportByIdRequest { Limit = 2 }, Cancel))
        {
            if (row.RrdId == 5)
                break;
        }

        Assert.Single(host.Requests);
    }

    [Theory]
    [InlineData("""[{"rrdId":3},{"rrdId":5}]""")]
    [InlineData("""[{"forPay":"1"}]""")]
    public async Task A_page_that_does_not_go_on_neither_loops_nor_ends_unnoticed(string page)
    {
        using var host = new FakeFinanceHost(page);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => Ids(host.Api.StreamSalesReportAsync(7, cancellationToken: Cancel)));
        Assert.InRange(host.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Pages_that_overlap_or_are_out_of_order_give_each_row_once_and_go_on_after_the_largest()
    {
        string?[] pages = ["""[{"rrdId":9},{"rrdId":5},{"rrdId":7}]""", """[{"rrdId":7},{"rrdId":8},{"rrdId":12}]""", """[{"rrdId":12},{"rrdId":11}]""", null];
        int next = 0;
        using var host = new FakeFinanceHost(_ => pages[next++] is { } page ? FakeFinanceHost.Json(page) : null);
        Assert.Equal([9, 5, 7, 8, 12, 11], await Ids(host.Api.StreamSalesReportAsync(7, cancellationToken: Cancel)));
        Assert.Equal(["""{"rrdId":0}""", """{"rrdId":9}""", """{"rrdId":12}""", """{"rrdId":12}"""], host.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_stream()
    {
        using FakeFinanceHost host = Serve([3, 5, 8, 9]);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SalesReportRow row in host.Api.StreamSalesReportAsync(7, new SalesReportByIdRequest { Limit = 2 }, cancellation.Token))
                await cancellation.CancelAsync();
        });
        Assert.Single(host.Requests);
    }

    [Fact]
    public void Days_in_the_wrong_order_and_an_id_that_is_none_are_refused_at_once()
    {
        using FakeFinanceHost host = Serve([]);
        Assert.Equal(
            "request",
            Assert.Throws<ArgumentException>(() => host.Api.StreamSalesReportAsync(new SalesReportRowsRequest { DateFrom = Day, DateTo = Day.AddDays(-1) }, Cancel)).ParamName);
        Assert.Throws<ArgumentException>(
            () => host.Api.StreamAcquiringReportAsync(new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day.AddDays(-1) }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("reportId", () => host.Api.StreamSalesReportAsync(0, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("reportId", () => host.Api.StreamAcquiringReportAsync(-1, cancellationToken: Cancel));
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task Every_row_comes_once_whatever_the_pages() =>
        await Gen.Select(Gen.Long[1, 500].HashSet[0, 60], Gen.Int[1, 12], Gen.Long[0, 500]).SampleAsync(
            async (ids, limit, after) =>
            {
                long[] all = [.. ids.Order()];
                using FakeFinanceHost host = Serve(all);
                List<long> read = await Ids(host.Api.StreamSalesReportAsync(7, new SalesReportByIdRequest { Limit = limit, RrdId = after }, Cancel));
                long[] expected = [.. all.Where(id => id > after)];
                Assert.Equal(expected, read);
                Assert.Equal(((expected.Length + limit - 1) / limit) + 1, host.Requests.Count);
            },
            iter: 200);

    private static FakeFinanceHost Serve(long[] ids) => new(body =>
    {
        using var request = JsonDocument.Parse(body);
        long after = request.RootElement.GetProperty("rrdId").GetInt64();
        int limit = request.RootElement.TryGetProperty("limit", out JsonElement value) ? value.GetInt32() : 100_000;
        string[] rows = [.. ids.Where(id => id > after).Take(limit).Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"rrdId":{{id}}}"""))];
        return rows.Length == 0 ? null : FakeFinanceHost.Json($"[{string.Join(',', rows)}]");
    });

    private static Task<List<long>> Ids(IAsyncEnumerable<SalesReportRow> rows) => Ids(rows, row => row.RrdId);

    private static async Task<List<long>> Ids<T>(IAsyncEnumerable<T> rows, Func<T, long> id)
    {
        var ids = new List<long>();
        await foreach (T row in rows)
            ids.Add(id(row));
        return ids;
    }
}
