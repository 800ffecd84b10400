using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The FBS orders of marketplace-api, and where returns go.</summary>
internal sealed class FbsOrdersArea(EmulatedOrders orders, EmulatedAutoReturns autoReturns) : EmulatedArea(typeof(IFbsOrdersApi), FbsOrdersJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers =>
        [.. new FbsOrderHandlers(orders).All, .. new FbsMarkingHandlers(orders).All, .. new FbsAutoReturnHandlers(autoReturns).All];

    public override void Seed(DateTimeOffset now)
    {
        orders.BuyerOrders(new EmulatedPurchase { NmId = 182340115, Article = "pled-beige", PriceInHundredths = 219_000 });
        orders.BuyerOrders(new EmulatedPurchase { NmId = 182340117, Article = "pled-grey", PriceInHundredths = 219_000 });
        orders.BuyerOrders(new EmulatedPurchase { NmId = 168902447, Article = "mug", PriceInHundredths = 69_300, Comment = "Упакуйте, пожалуйста, в плёнку" });
    }
}
