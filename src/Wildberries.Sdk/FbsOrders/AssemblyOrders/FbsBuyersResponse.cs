using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The buyers of cross-border orders from Turkey.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsBuyersResponse : WildberriesModel
{
    /// <summary>The buyers, one for each order.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FbsBuyer> Orders { get => field ?? []; init; } = [];
}
