using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Prices and discounts: <c>discounts-prices-api</c>.</summary>
[WildberriesApi("https://discounts-prices-api.wildberries.ru", SandboxHost = "https://discounts-prices-api-sandbox.wildberries.ru")]
[SharedRateLimit(PricesAndDiscounts, 10, 6, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(PricesAndDiscounts, 4, 3600, 1, Tokens = TokenKinds.Base)]
public static class DiscountsPricesHost
{
    /// <summary>All methods of the category "Prices and Discounts".</summary>
    public const string PricesAndDiscounts = "Prices and Discounts";
}
