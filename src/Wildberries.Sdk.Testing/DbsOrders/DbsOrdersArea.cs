using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The orders of marketplace-api that the seller delivers.</summary>
internal sealed class DbsOrdersArea(EmulatedOrders orders) : EmulatedArea(typeof(IDbsOrdersApi), DbsOrdersJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => new DbsOrderHandlers(orders).All;

    public override void Seed(DateTimeOffset now)
    {
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.Dbs, NmId = 182340115, Article = "pled-beige", PriceInHundredths = 219_000 });
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.Express, NmId = 168902447, Article = "mug", PriceInHundredths = 69_300, Comment = "Позвоните за час" });
        orders.BuyerOrders(new EmulatedPurchase { Kind = EmulatedOrderKind.DbsPickupPoint, NmId = 182340117, Article = "pled-grey", PriceInHundredths = 219_000 });
    }
}
