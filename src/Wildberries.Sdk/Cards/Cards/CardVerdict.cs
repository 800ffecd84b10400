using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB found about all documents of a card together.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardVerdict : WildberriesModel
{
    /// <summary>Whether WB has checked everything.</summary>
    [JsonPropertyName("isFullyChecked")]
    public bool? IsFullyChecked { get; init; }

    /// <summary>1 or 2. WB's page does not say what they mean.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>Why the card did not pass; the default: there is no reason.</summary>
    [JsonPropertyName("reason")]
    public CardVerdictReason Reason { get; init; }

    /// <summary>When WB found it.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }
}
