using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The order of batches of errors, by their time.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorsOrder
{
    /// <summary><see langword="false"/>: the newest first; <see langword="null"/>: the oldest first.</summary>
    [JsonPropertyName("ascending")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsAscending { get; init; }
}
