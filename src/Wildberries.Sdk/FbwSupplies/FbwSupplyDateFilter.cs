using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A period by one kind of date.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwSupplyDateFilter
{
    /// <summary>Which date.</summary>
    [JsonPropertyName("type")]
    public required FbwSupplyDateType Type { get; init; }

    /// <summary>The first day; <see langword="null"/>: any.</summary>
    [JsonPropertyName("from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>The last day; <see langword="null"/>: any.</summary>
    [JsonPropertyName("till")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Till { get; init; }
}
