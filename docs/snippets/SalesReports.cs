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
        foreach (SalesReport report in await wb.Finance.GetSalesReportsAsync(march, stop))
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

    public static async Task Patient(IWildberriesClient wb, long reportId, Func<SalesReportRow, Task> save, CancellationToken stop)
    {
        // <patient>
        IFinanceApi finance = wb.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromMinutes(10) }).Finance;
        await foreach (SalesReportRow row in finance.StreamSalesReportAsync(reportId, cancellationToken: stop))
            await save(row);
        // </patient>
    }

    public static async Task Period(IWildberriesClient wb, Func<SalesReportRow, Task> save, CancellationToken stop)
    {
        // <period>
        var request = new SalesReportRowsRequest
        {
            DateFrom = new DateOnly(2026, 3, 1),
            DateTo = new DateOnly(2026, 3, 31),
            Period = SalesReportPeriod.Daily,
            Fields = [SalesReportField.NmId, SalesReportField.OperationName, SalesReportField.ForPay, SalesReportField.Srid],
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
            await foreach (SalesReportRow row in wb.Finance.StreamSalesReportAsync(reportId, new SalesReportByIdRequest { RrdId = last }, stop))
            {
                await save(row);
                last = row.RrdId;
            }
        }
        catch (WildberriesApiException e)
        {
            Console.WriteLine($"{e.Message}; to be read on after row {last}");
        }
        // </resume>
    }

    public static async Task Acquiring(IWildberriesClient wb, CancellationToken stop)
    {
        // <acquiring>
        var request = new AcquiringReportRowsRequest { DateFrom = new DateOnly(2026, 3, 1), DateTo = new DateOnly(2026, 3, 31) };
        decimal fee = 0, vat = 0;
        await foreach (AcquiringReportRow row in wb.Finance.StreamAcquiringReportAsync(request, stop))
        {
            fee += row.AcquiringFee ?? 0;
            vat += row.AcquiringFeeVat ?? 0;
        }
        // </acquiring>
        Console.WriteLine($"{fee}, VAT {vat}");
    }

    public static async Task Balance(IWildberriesClient wb, CancellationToken stop)
    {
        // <balance>
        SellerBalance balance = await wb.Finance.GetBalanceAsync(stop);
        Console.WriteLine($"{balance.Current} {balance.Currency}, of which {balance.AvailableForWithdrawal} can be paid out");
        // </balance>
    }
}
