using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A document that a card is to have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDocumentInput : WildberriesModel
{
    /// <summary>What kind of document it is: 1 to 5 and 7 to 9. WB's page does not say what the numbers mean.</summary>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Type { get; init; }

    /// <summary>The document's number.</summary>
    [JsonPropertyName("number")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Number { get; init; }

    /// <summary>The product's number in it.</summary>
    [JsonPropertyName("productNumber")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProductNumber { get; init; }

    /// <summary>The product's trade name in it.</summary>
    [JsonPropertyName("tradeName")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TradeName { get; init; }

    /// <summary>Who applied for it.</summary>
    [JsonPropertyName("applicant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Applicant { get; init; }

    /// <summary>From when it holds.</summary>
    [JsonPropertyName("startDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Until when it holds.</summary>
    [JsonPropertyName("endDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Whether it holds without an end.</summary>
    [JsonPropertyName("isEndless")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsEndless { get; init; }
}
