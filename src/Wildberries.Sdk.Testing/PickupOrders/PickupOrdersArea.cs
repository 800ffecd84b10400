using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The orders of marketplace-api that buyers pick up from the seller.</summary>
internal sealed class PickupOrdersArea(EmulatedOrders orders) : EmulatedArea(typeof(IPickupOrdersApi), PickupOrdersJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => new PickupOrderHandlers(orders).All;

    public override void Seed(DateTimeOffset now) =>
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.Pickup, NmId = 168902447, Article = "mug", PriceInHundredths = 69_300 }, 2);
}
