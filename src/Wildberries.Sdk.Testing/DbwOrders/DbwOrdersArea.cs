using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api about orders that WB's couriers fetch.</summary>
internal sealed class DbwOrdersArea(EmulatedOrders orders) : EmulatedArea(typeof(IDbwOrdersApi), DbwOrdersJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers =>
        [.. new DbwOrderHandlers(orders).All, .. new DbwTransitionHandlers(orders).All, .. new DbwMarkingHandlers(orders).All];

    // From the warehouse that WB's couriers go to.
    public override void Seed(DateTimeOffset now)
    {
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.Dbw, NmId = 182340115, Article = "pled-beige", WarehouseId = 658_435, PriceInHundredths = 219_000 });
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.Dbw, NmId = 168902447, Article = "mug", WarehouseId = 658_435, PriceInHundredths = 69_300 });
    }
}
