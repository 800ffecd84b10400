using Wildberries.Sdk;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Finance;

namespace Snippets;

// <totals>
public sealed record Totals
{
    public decimal Sales { get; init; }

    public decimal Returns { get; init; }

    public decimal Logistics { get; init; }

    public decimal Storage { get; init; }

    public decimal Acceptance { get; init; }

    public decimal Penalties { get; init; }

    public decimal Deductions { get; init; }

    public static Totals operator +(Totals totals, SalesReportRow row) => row.UnreadableProperties.Count > 0
        ? throw new InvalidDataException($"Row {row.RrdId} has values that cannot be read: {string.Join(", ", row.UnreadableProperties.Keys)}.")
        : totals with
        {
            Sales = totals.Sales + (row.DocumentType == "Возврат" ? 0 : row.ForPay ?? 0),
            Returns = totals.Returns + (row.DocumentType == "Возврат" ? row.ForPay ?? 0 : 0),
            Logistics = totals.Logistics + (row.DeliveryService ?? 0),
            Storage = totals.Storage + (row.PaidStorage ?? 0),
            Acceptance = totals.Acceptance + (row.PaidAcceptance ?? 0),
            Penalties = totals.Penalties + (row.Penalty ?? 0),
            Deductions = totals.Deductions + (row.Deduction ?? 0),
        };
}
// </totals>

public static class MonthEnd
{
    // <month>
    public static async Task<Dictionary<string, Totals>> MonthAsync(IFinanceApi finance, DateOnly first, CancellationToken stop)
    {
        DateOnly last = first.AddMonths(1).AddDays(-1);
        var byCurrency = new Dictionary<string, Totals>();
        var counted = new HashSet<long>();
        foreach (SalesReportPeriod period in (SalesReportPeriod[])[SalesReportPeriod.Weekly, SalesReportPeriod.Daily])
        {
            // The weeks at both ends of a month reach beyond it.
            var request = new SalesReportRowsRequest { DateFrom = first.AddDays(-7), DateTo = last.AddDays(7), Period = period };
            await foreach (SalesReportRow row in finance.StreamSalesReportAsync(request, stop))
            {
                DateOnly? day = row.OperationDate ?? row.DateTo;
                if (day < first || day > last || !counted.Add(row.RrdId))
                    continue;
                string currency = row.Currency ?? "";
                byCurrency[currency] = byCurrency.GetValueOrDefault(currency, new Totals()) + row;
            }
        }

        return byCurrency;
    }
    // </month>

    public static async Task Reconcile(IFinanceApi finance, DateOnly from, DateOnly to, Action<string> tell, CancellationToken stop)
    {
        // <reconcile>
        var request = new SalesReportListRequest { DateFrom = from, DateTo = to };
        foreach (SalesReport report in await finance.GetSalesReportsAsync(request, stop))
        {
            var rows = new Totals();
            await foreach (SalesReportRow row in finance.StreamSalesReportAsync(report.ReportId, cancellationToken: stop))
                rows += row;
            Compare("products", rows.Sales - rows.Returns, report.ForPay);
            Compare("logistics", rows.Logistics, report.DeliveryService);
            Compare("storage", rows.Storage, report.PaidStorage);
            Compare("acceptance", rows.Acceptance, report.PaidAcceptance);
            Compare("penalties", rows.Penalties, report.Penalty);
            Compare("deductions", rows.Deductions, report.Deduction);

            void Compare(string what, decimal sum, decimal? total)
            {
                if (sum != (total ?? 0))
                    tell($"Report {report.ReportId}, {what}: the rows have {sum}, the report has {total}.");
            }
        }
        // </reconcile>
    }

    public static async Task<decimal> Advertising(IAdvertApi advert, DateOnly first, CancellationToken stop)
    {
        // <advertising>
        decimal beside = 0;
        await foreach (CampaignExpense expense in advert.StreamExpensesAsync(first, first.AddMonths(1).AddDays(-1), stop))
        {
            if (expense.Source == ExpenseSource.Account)
                beside += expense.Sum ?? 0;
        }
        // </advertising>
        return beside;
    }

    public static async Task Patient(IWildberriesClient wb, DateOnly first, CancellationToken stop)
    {
        // <patient>
        IFinanceApi finance = wb.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromMinutes(10) }).Finance;
        Dictionary<string, Totals> march = await MonthAsync(finance, first, stop);
        // </patient>
        _ = march;
    }
}
