using Wildberries.Sdk.Testing.Gateway;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Testing;

/// <summary>The seller's warehouses and stocks of marketplace-api.</summary>
internal sealed class WarehousesArea(EmulatedWarehouses warehouses) : EmulatedArea(typeof(IWarehousesApi), WarehousesJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => [.. new WarehouseHandlers(warehouses).All, .. new StockHandlers(warehouses).All];

    public override void Seed(DateTimeOffset now) => WarehousesSeed.Fill(warehouses);
}
