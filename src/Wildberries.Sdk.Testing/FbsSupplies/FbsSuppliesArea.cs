using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The supplies of FBS orders and the passes of marketplace-api.</summary>
internal sealed class FbsSuppliesArea(EmulatedSupplies supplies, EmulatedPasses passes) : EmulatedArea(typeof(IFbsSuppliesApi), FbsSuppliesJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers =>
        [.. new SupplyHandlers(supplies).All, .. new BoxHandlers(supplies).All, .. new ShippingHandlers(supplies).All, .. new PassHandlers(passes).All];

    public override void Seed(DateTimeOffset now) => supplies.Orders.Locked(() => supplies.Create("Первая поставка"));
}
