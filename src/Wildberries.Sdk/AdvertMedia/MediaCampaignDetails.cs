using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What a media campaign costs and when it is shown. Amounts are in roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaCampaignDetails : WildberriesModel
{
    /// <summary>What the moderator says.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>What it has cost.</summary>
    [JsonPropertyName("expenses")]
    public decimal? Expenses { get; init; }

    /// <summary>When it begins to be shown.</summary>
    [JsonPropertyName("from")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends to be shown.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? To { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("updated_at")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What the days cost, for <see cref="MediaCampaignType.ByDays"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>What is left of the budget, for <see cref="MediaCampaignType.ByViews"/>.</summary>
    [JsonPropertyName("budget")]
    public decimal? Budget { get; init; }

    /// <summary>What it is paid from.</summary>
    [JsonPropertyName("operation")]
    public MediaFundsSource? Source { get; init; }

    /// <summary>The contract, for sellers who have one.</summary>
    [JsonPropertyName("contract_id")]
    public long? ContractId { get; init; }
}
