using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>A step on the way of a cross-border order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsTrackingStep : WildberriesModel
{
    /// <summary>When; <see langword="null"/> where WB does not tell.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? At { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("code")]
    public FbsTrackingCode Code { get; init; }
}
