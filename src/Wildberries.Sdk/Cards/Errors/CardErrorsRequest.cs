using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which page of the errors to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorsRequest
{
    /// <summary>How many batches, and from where on; <see langword="null"/>: the first 100.</summary>
    [JsonPropertyName("cursor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardErrorsCursor? Cursor { get; init; }

    /// <summary>The order; <see langword="null"/>: the oldest come first.</summary>
    [JsonPropertyName("order")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardErrorsOrder? Order { get; init; }
}
