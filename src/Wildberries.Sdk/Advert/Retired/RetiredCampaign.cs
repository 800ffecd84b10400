using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>A campaign as the older list told it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredCampaign : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The type: 4 catalogue, 5 product card, 6 search, 7 recommendations, 8 automatic, 9 auction.</summary>
    [JsonPropertyName("type")]
    public CampaignType? Type { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public CampaignStatus? Status { get; init; }

    /// <summary>What is paid for.</summary>
    [JsonPropertyName("paymentType")]
    public PaymentType? PaymentType { get; init; }

    /// <summary>The daily budget, in roubles; 0: none.</summary>
    [JsonPropertyName("dailyBudget")]
    public decimal? DailyBudget { get; init; }

    /// <summary>Whether its fixed phrases are active.</summary>
    [JsonPropertyName("searchPluseState")]
    public bool? FixedPhrasesActive { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("createTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("changeTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was started last.</summary>
    [JsonPropertyName("startTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ends; a day in the distant future: not yet known.</summary>
    [JsonPropertyName("endTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>What it advertises: a row per subject.</summary>
    [JsonPropertyName("params")]
    public IReadOnlyList<RetiredCampaignParameters> Parameters { get => field ?? []; init; } = [];
}
