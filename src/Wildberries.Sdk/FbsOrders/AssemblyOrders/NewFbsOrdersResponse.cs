using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>All new assembly orders of the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record NewFbsOrdersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<NewFbsOrder> Orders { get => field ?? []; init; } = [];
}
