using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The way of a cross-border order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrderTracking : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>When the buyer is to get it.</summary>
    [JsonPropertyName("deliveryDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? DeliveryDate { get; init; }

    /// <summary>What happened to it.</summary>
    [JsonPropertyName("statuses")]
    public IReadOnlyList<FbsTrackingStep> Steps { get => field ?? []; init; } = [];
}
