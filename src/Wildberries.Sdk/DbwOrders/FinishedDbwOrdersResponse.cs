using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>A page of the orders that were delivered or cancelled.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record FinishedDbwOrdersResponse : WildberriesModel
{
    /// <summary>What to give as <c>next</c> for the following page.</summary>
    [JsonPropertyName("next")]
    public long Next { get; init; }

    /// <summary>The orders; none: that was all.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FinishedDbwOrder> Orders { get => field ?? []; init; } = [];
}
