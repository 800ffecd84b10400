using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A document about a product: a certificate, a declaration.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDocument : WildberriesModel
{
    /// <summary>The document's id at WB.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>What kind of document it is: 1 to 5 and 7 to 9. WB's page does not say what the numbers mean.</summary>
    [JsonPropertyName("type")]
    public int? Type { get; init; }

    /// <summary>The document's number.</summary>
    [JsonPropertyName("number")]
    public string? Number { get; init; }

    /// <summary>The product's number in it.</summary>
    [JsonPropertyName("productNumber")]
    public string? ProductNumber { get; init; }

    /// <summary>The product's trade name in it.</summary>
    [JsonPropertyName("tradeName")]
    public string? TradeName { get; init; }

    /// <summary>Who applied for it.</summary>
    [JsonPropertyName("applicant")]
    public string? Applicant { get; init; }

    /// <summary>From when it holds.</summary>
    [JsonPropertyName("startDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Until when it holds.</summary>
    [JsonPropertyName("endDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Whether it holds without an end.</summary>
    [JsonPropertyName("isEndless")]
    public bool? IsEndless { get; init; }

    /// <summary>What WB found; <see langword="null"/>: it has not checked the document yet.</summary>
    [JsonPropertyName("verdict")]
    public CardDocumentVerdict? Verdict { get; init; }

    /// <summary>When it was added.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }
}
