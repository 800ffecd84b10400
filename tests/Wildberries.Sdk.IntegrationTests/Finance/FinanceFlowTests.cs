using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Finance;

/// <summary>Reports are read over the wire, row by row, and failures on the way are what they are elsewhere.</summary>
public sealed class FinanceFlowTests
{
    private const string Rows = "POST finance-api/api/finance/v1/sales-reports/detailed/{reportId}";

    private static readonly DateOnly Day = new(2026, 11, 16);

    private static readonly Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> Quick = new(StringComparer.Ordinal)
    {
        ["Finance.GetSalesReportRows"] = Shop.Limit(1000, 1, 1000),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_read_to_the_end_by_pages()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 1050, seed: 3);
        long[] ids = [.. (await ReadAsync(shop.Client.Finance.StreamSalesReportAsync(report.ReportId, new SalesReportByIdRequest { Limit = 100 }, Cancel))).Select(r => r.RrdId)];
        Assert.Equal(Enumerable.Range(0, 1050).Select(i => report.FirstRrdId + (3L * i)), ids);
        Assert.Equal([.. Enumerable.Repeat(200, 11), 204], shop.Emulator.Requests.All.Select(request => request.Status));
    }

    [Fact]
    public async Task Pages_keep_to_the_limit_of_one_request_a_minute()
    {
        // A millisecond of the machine is 20 here: a busy machine needs more to spare than the defaults have, and has half a second of its own.
        await using Shop shop = await Shop.OpenAsync(
            sdk: (options, _) =>
            {
                options.MaxRateLimitWait = TimeSpan.FromMinutes(5);
                options.RateLimitPadding = TimeSpan.FromSeconds(10);
            },
            clock: new FastClock(20));
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 20);
        Assert.Equal(20, (await ReadAsync(shop.Client.Finance.StreamSalesReportAsync(report.ReportId, new SalesReportByIdRequest { Limit = 10 }, Cancel))).Count);
        Assert.Equal([200, 200, 204], shop.Emulator.Requests.All.Select(request => request.Status));
        Assert.True(shop.Emulator.Requests.All[^1].Time - shop.Emulator.Requests.All[0].Time >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Rows_are_the_same_whichever_names_WB_uses()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 200, seed: 3);
        List<SalesReportRow> before = await ReadAsync(shop.Client.Finance.StreamSalesReportAsync(report.ReportId, cancellationToken: Cancel));
        shop.Emulator.Finance.SendsEarlierNames = true;
        Assert.Equal(before, await ReadAsync(shop.Client.Finance.StreamSalesReportAsync(report.ReportId, cancellationToken: Cancel)));
        Assert.Contains(before, row => row is { DocumentType: "Продажа", SellerPromoPercent: 10m });
    }

    [Fact]
    public async Task A_report_that_is_not_there_is_an_exception_that_says_so()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        WildberriesNotFoundException exception = await Assert.ThrowsAsync<WildberriesNotFoundException>(
            () => ReadAsync(shop.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel)));
        Assert.Equal(("Finance.GetSalesReportRows", "report not found"), (exception.Operation, exception.Detail));
    }

    [Fact]
    public async Task A_failure_before_the_rows_is_repeated()
    {
        await using Shop shop = await Shop.OpenAsync(Quick, sdk: (options, _) => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 10);
        shop.Emulator.Faults.Next(Rows, Fault.Status(502));
        Assert.Equal(10, (await ReadAsync(shop.Client.Finance.GetSalesReportRowsAsync(report.ReportId, new SalesReportByIdRequest(), Cancel))).Count);
        Assert.Equal([502, 200], shop.Emulator.Requests.All.Select(request => request.Status));
    }

    [Fact]
    public async Task Reading_that_broke_off_goes_on_after_the_last_row()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 1000, seed: 3);
        shop.Emulator.Faults.Next(Rows, Fault.TruncatedBody);
        var ids = new List<long>();
        await Assert.ThrowsAsync<WildberriesConnectionException>(async () =>
        {
            await foreach (SalesReportRow row in shop.Client.Finance.StreamSalesReportAsync(report.ReportId, cancellationToken: Cancel))
                ids.Add(row.RrdId);
        });
        Assert.InRange(ids.Count, 1, 600);
        await foreach (SalesReportRow row in shop.Client.Finance.StreamSalesReportAsync(report.ReportId, new SalesReportByIdRequest { RrdId = ids[^1] }, Cancel))
            ids.Add(row.RrdId);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => report.FirstRrdId + (3L * i)), ids);
    }

    [Fact]
    public async Task Broken_JSON_and_a_web_page_are_answers_that_are_not_understood()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 10);
        foreach (Fault fault in (Fault[])[Fault.MalformedJson, Fault.Html(200)])
        {
            shop.Emulator.Faults.Next(Rows, fault);
            var error = await Assert.ThrowsAsync<WildberriesResponseException>(
                () => ReadAsync(shop.Client.Finance.GetSalesReportRowsAsync(report.ReportId, new SalesReportByIdRequest(), Cancel)));
            Assert.Equal("Finance.GetSalesReportRows", error.Operation);
            Assert.Equal(System.Net.HttpStatusCode.OK, error.StatusCode);
        }
    }

    private static async Task<List<SalesReportRow>> ReadAsync(IAsyncEnumerable<SalesReportRow> rows)
    {
        var all = new List<SalesReportRow>();
        await foreach (SalesReportRow row in rows)
            all.Add(row);
        return all;
    }
}
