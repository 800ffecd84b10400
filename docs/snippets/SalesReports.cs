using Wildberries.Sdk;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;

namespace Snippets;

public static class SalesReports
{
    public static async Task List(IWildberriesClient wb, CancellationToken stop)
    {
        // <list>
        var march = new SalesReportListRequest { DateFrom = new DateOnly(2026, 3, 1), DateTo = new DateOnly(2026, 3, 31) };
        foreach (SalesReport report in await wb.Finance.GetSalesReportsAsync(march, stop) ?? [])
            Console.WriteLine($"{report.ReportId}: {report.DateFrom} to {report.DateTo}, {report.BankPayment} {report.Currency}");
        // </list>
    }

    public static async Task Rows(IWildberriesClient wb, long reportId, CancellationToken stop)
    {
        // <rows>
        decimal due = 0;
        await foreach (SalesReportRow row in wb.Finance.StreamSalesReportAsync(reportId, cancellationToken: stop))
            due += row.DocumentType == "Возврат" ? -(row.ForPay ?? 0) : row.ForPay ?? 0;
        // </rows>
        Console.WriteLine(due);
    }

    public static async Task Period(IWildberriesClient wb, Func<SalesReportRow, Task> save, CancellationToken stop)
    {
        // <period>
        var request = new SalesReportRowsRequest
        {
            DateFrom = new DateOnly(2026, 3, 1),
            DateTo = new DateOnly(2026, 3, 31),
            Period = SalesReportPeriod.Daily,
            Fields = ["nmId", "sellerOperName", "forPay", "srid"],
        };
        await foreach (SalesReportRow row in wb.Finance.StreamSalesReportAsync(request, stop))
            await save(row);
        // </period>
    }

    public static async Task Resume(IWildberriesClient wb, long reportId, Func<SalesReportRow, Task> save, CancellationToken stop)
    {
        // <resume>
        long last = 0;
        try
        {
            await foreach (SalesReportRow row in wb.Finance.StreamSalesReportAsync(reportId, new ReportRowsRequest { RrdId = last }, stop))
            {
                await save(row);
                last = row.RrdId;
            }
        }
        catch (WildberriesConnectionException e)
        {
            Console.WriteLine($"{e.Message}; to be read on after row {last}");
        }
        // </resume>
    }
}
