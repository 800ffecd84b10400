using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>A label identifier of an order, and what WB found when it checked it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record MarkingDetail : WildberriesModel
{
    /// <summary>Its kind.</summary>
    [JsonPropertyName("key")]
    public MarkingCodeKind Kind { get; init; }

    /// <summary>The code; <see langword="null"/>: none is set.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>What WB found.</summary>
    [JsonPropertyName("decision")]
    public MarkingDecision Decision { get; init; }

    /// <summary>What that means for the order.</summary>
    [JsonIgnore]
    public MarkingState State => Decision.GetState();

    /// <summary>The kind and the verdict, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"MarkingDetail {{ Kind = {Kind}, Decision = {Decision} }}";
}
