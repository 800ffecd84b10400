using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>How many cards the seller may have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record CardLimitsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The limits.</summary>
    [JsonPropertyName("data")]
    public CardLimits? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to the error; <see langword="null"/>: nothing.</summary>
    [JsonPropertyName("additionalErrors")]
    public string? AdditionalErrors { get; init; }
}
