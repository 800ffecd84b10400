using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The prices of discounts-prices-api.</summary>
internal sealed class DiscountsPricesArea(EmulatedPrices prices) : EmulatedArea(typeof(IDiscountsPricesApi), DiscountsPricesJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => [.. new PriceUploadHandlers(prices).All, .. new PriceListHandlers(prices).All];

    public override void Seed(DateTimeOffset now) => PricesSeed.Fill(prices);
}
