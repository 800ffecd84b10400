using System.Text.Json;
using Snippets;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Docs;

/// <summary>The code of the page about the end of the month, against the emulator.</summary>
public sealed class MonthEndTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);

    private static readonly Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> Quick = new(StringComparer.Ordinal)
    {
        ["Finance.GetSalesReports"] = Shop.Limit(1000, 1, 1000),
        ["Finance.GetSalesReportRows"] = Shop.Limit(1000, 1, 1000),
        ["Finance.GetSalesReportRowsByPeriod"] = Shop.Limit(1000, 1, 1000),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rows_of_a_report_add_up_to_its_totals()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        shop.Emulator.Finance.AddSalesReport(First, First.AddDays(6), 300);
        var told = new List<string>();
        await MonthEnd.Reconcile(shop.Client.Finance, First, Last, told.Add, Cancel);
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_difference_is_told()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(First, First.AddDays(6), 0);
        shop.Emulator.Faults.Always(
            "POST /api/finance/v1/sales-reports/list",
            Fault.Status(200, $$"""[{"reportId":{{report.ReportId}},"paidStorageSum":"5.5"}]""", "application/json"));
        var told = new List<string>();
        await MonthEnd.Reconcile(shop.Client.Finance, First, Last, told.Add, Cancel);
        Assert.Equal([$"Report {report.ReportId}, storage: the rows have 0, the report has 5.5."], told);
    }

    [Fact]
    public async Task A_month_has_the_rows_of_its_days_and_each_once()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        shop.Emulator.Finance.AddSalesReport(First.AddDays(-4), First.AddDays(2), 70);
        shop.Emulator.Finance.AddSalesReport(Last, Last, 10);
        List<SalesReportRow> rows = [];
        foreach (SalesReportPeriod period in (SalesReportPeriod[])[SalesReportPeriod.Weekly, SalesReportPeriod.Daily])
        {
            var all = new SalesReportRowsRequest { DateFrom = First.AddDays(-7), DateTo = Last, Period = period };
            await foreach (SalesReportRow row in shop.Client.Finance.StreamSalesReportAsync(all, Cancel))
                rows.Add(row);
        }

        Dictionary<string, Totals> march = await MonthEnd.MonthAsync(shop.Client.Finance, First, Cancel);
        SalesReportRow[] inMarch = [.. rows.Where(row => row.OperationDate >= First)];
        Assert.NotEqual(rows.Count, inMarch.Length);
        Assert.Equal(inMarch.Aggregate(new Totals(), (totals, row) => totals + row), Assert.Single(march).Value);
    }

    [Fact]
    public async Task A_row_in_the_reports_of_the_week_and_of_the_day_counts_once_and_one_without_a_day_by_its_report()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        const string Rows = "POST /api/finance/v1/sales-reports/detailed";
        const string Sale = """{"rrdId":1,"rrDate":"2026-03-05","forPay":"10.5","docTypeName":"Продажа","currency":"RUB"}""";
        const string Return = """{"rrdId":2,"rrDate":"2026-03-06","forPay":"4","docTypeName":"Возврат","currency":"RUB"}""";
        const string InMarch = """{"rrdId":3,"dateTo":"2026-03-08","paidStorage":"2","currency":"RUB"}""";
        const string InApril = """{"rrdId":4,"dateTo":"2026-04-05","paidStorage":"9","currency":"RUB"}""";
        foreach (string page in (string[])[Sale, $"{Sale},{Return},{InMarch},{InApril}"])
        {
            shop.Emulator.Faults.Next(Rows, Fault.Status(200, $"[{page}]", "application/json"));
            shop.Emulator.Faults.Next(Rows, Fault.Status(204));
        }

        Dictionary<string, Totals> march = await MonthEnd.MonthAsync(shop.Client.Finance, First, Cancel);
        Assert.Equal(new Totals { Sales = 10.5m, Returns = 4, Storage = 2 }, march["RUB"]);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_never_a_zero()
    {
        var row = new SalesReportRow { RrdId = 5, UnreadableProperties = new Dictionary<string, JsonElement> { ["forPay"] = JsonElement.Parse("\"much\"") } };
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => new Totals() + row);
        Assert.Equal("Row 5 has values that cannot be read: forPay.", exception.Message);
    }
}
