using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Money that a campaign has cost.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record CampaignExpense : WildberriesModel
{
    /// <summary>The number of the document; 0 while there is none.</summary>
    [JsonPropertyName("updNum")]
    public long DocumentNumber { get; init; }

    /// <summary>When the money was taken; <see langword="null"/>: not known.</summary>
    [JsonPropertyName("updTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ChargedAt { get; init; }

    /// <summary>How much, in whole units of the currency of the seller's advertising account: roubles.</summary>
    [JsonPropertyName("updSum")]
    public decimal? Sum { get; init; }

    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("campName")]
    public string? CampaignName { get; init; }

    /// <summary>Its type.</summary>
    [JsonPropertyName("advertType")]
    public CampaignType CampaignType { get; init; }

    /// <summary>What it was paid from.</summary>
    [JsonPropertyName("paymentType")]
    public ExpenseSource Source { get; init; }

    /// <summary>Its status.</summary>
    [JsonPropertyName("advertStatus")]
    public CampaignStatus CampaignStatus { get; init; }
}
