namespace Wildberries.Sdk.Testing;

/// <summary>The financial reports of the last four weeks and of yesterday.</summary>
internal static class FinanceSeed
{
    public static void Fill(EmulatedFinance finance, DateOnly today)
    {
        DateOnly monday = today.AddDays(-7 - (((int)today.DayOfWeek + 6) % 7));
        for (int week = 3; week >= 0; week--)
            finance.AddSalesReport(monday.AddDays(-7 * week), monday.AddDays(6 - (7 * week)), 120 + (week * 17), seed: week);
        finance.AddSalesReport(today.AddDays(-1), today.AddDays(-1), 40, seed: 10);
        finance.AddAcquiringReport(monday, monday.AddDays(6), 60, seed: 20);
    }
}
