using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where sizes go back to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnItemsResponse : WildberriesModel
{
    /// <summary>The sizes.</summary>
    [JsonRequired]
    [JsonPropertyName("results")]
    public IReadOnlyList<AutoReturnItem> Items { get => field ?? []; init; } = [];
}
