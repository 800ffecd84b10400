using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Finance;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class FinanceOperations
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IFinanceApi finance, EmulatedFinance emulated)
    {
        Assert.Equal("OK", (await finance.PingAsync(Cancel)).Status);
        SellerBalance balance = await finance.GetBalanceAsync(Cancel);
        Assert.Equal((emulated.Currency, emulated.Balance, emulated.AvailableForWithdrawal), (balance.Currency, balance.Current, balance.AvailableForWithdrawal));

        EmulatedFinancialReport sales = emulated.AddSalesReport(Day, Day.AddDays(6), 50, seed: 7);
        EmulatedFinancialReport acquiring = emulated.AddAcquiringReport(Day, Day.AddDays(6), 20, seed: 8);
        SalesReport report = Assert.Single((await finance.GetSalesReportsAsync(
            new SalesReportListRequest { DateFrom = Day, DateTo = Day, Period = SalesReportPeriod.Weekly }, Cancel))!);
        Assert.Equal((sales.ReportId, Day, SalesReportType.Main), (report.ReportId, report.DateFrom, report.ReportType));

        List<SalesReportRow> byId = await ReadAsync(finance.GetSalesReportRowsAsync(sales.ReportId, new SalesReportByIdRequest(), Cancel));
        List<SalesReportRow> byPeriod = await ReadAsync(
            finance.GetSalesReportRowsByPeriodAsync(new SalesReportRowsRequest { DateFrom = Day, DateTo = Day, RrdId = byId[9].RrdId }, Cancel));
        Assert.Equal(50, byId.Count);
        Assert.Equal(byId[10..], byPeriod);
        Assert.Equal(report.RetailAmount, byId.Sum(row => row.DocumentType == "Возврат" ? -row.RetailAmount : row.RetailAmount));

        AcquiringReport payments = Assert.Single((await finance.GetAcquiringReportsAsync(
            new AcquiringReportListRequest { DateFrom = Day, DateTo = Day }, Cancel))!);
        List<AcquiringReportRow> rows = await ReadAsync(finance.GetAcquiringReportRowsAsync(acquiring.ReportId, new AcquiringReportByIdRequest(), Cancel));
        Assert.Equal((acquiring.ReportId, rows.Sum(row => row.AcquiringFee)), (payments.ReportId, payments.AcquiringFee));
        Assert.Equal(
            rows[..5],
            await ReadAsync(finance.GetAcquiringReportRowsByPeriodAsync(new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day, Limit = 5 }, Cancel)));
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (T row in rows)
            all.Add(row);
        return all;
    }
}
