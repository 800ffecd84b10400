using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where assembly orders stand.</summary>
/// <remarks>That unknown orders are left out is not said by WB. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrderStatusesResponse : WildberriesModel
{
    /// <summary>The orders that WB knows; others are left out.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FbsOrderStatus> Orders { get => field ?? []; init; } = [];
}
