using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Finance;

/// <summary>What a long report takes, with nothing beside it that takes memory, too.</summary>
[Collection(nameof(RealTime))]
public sealed class FinanceMemoryTests
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private static readonly Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> Quick = new(StringComparer.Ordinal)
    {
        ["Finance.GetSalesReportRows"] = Shop.Limit(1000, 1, 1000),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_rows_take_the_memory_of_a_few()
    {
        await using Shop shop = await Shop.OpenAsync(Quick);
        EmulatedFinancialReport report = shop.Emulator.Finance.AddSalesReport(Day, Day.AddDays(6), 100_000, seed: 3);
        long start = 0, most = 0;
        int count = 0;
        await foreach (SalesReportRow row in shop.Client.Finance.GetSalesReportRowsAsync(report.ReportId, new SalesReportByIdRequest(), Cancel))
        {
            count++;
            if (count % 10_000 != 1)
                continue;
            long used = GC.GetTotalMemory(forceFullCollection: true);
            if (count == 1)
                start = used;
            most = Math.Max(most, used - start);
        }

        // The answer has some 250 MB.
        Assert.Equal(100_000, count);
        Assert.InRange(most, 0, 32 * 1024 * 1024);
    }
}
