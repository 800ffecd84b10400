using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <content>Changed orders and sales.</content>
public sealed partial class HelperFaultTests
{
    private static readonly ChangedRowStreamOptions StatisticsOnce = new() { StopAtEnd = true };

    private static void AddStatistics(WildberriesEmulator emulator)
    {
        DateTimeOffset start = DateTimeOffset.UtcNow.AddDays(-1);
        emulator.Statistics.MaxRows = 2;
        for (int i = 1; i <= 3; i++)
        {
            emulator.Statistics.Set(new SupplierOrder { Srid = $"o{i}", NmId = i, LastChangedAt = start.AddMinutes(i) });
            emulator.Statistics.Set(new SupplierSale { SaleId = $"S{i}", NmId = i, LastChangedAt = start.AddMinutes(i) });
        }
    }
}
