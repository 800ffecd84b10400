using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>The statistics of a banner. Amounts are in roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaBannerStatistics : WildberriesModel
{
    /// <summary>The banner's id.</summary>
    [JsonPropertyName("item_id")]
    public long Id { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("item_name")]
    public string? Brand { get; init; }

    /// <summary>The category where it is shown.</summary>
    [JsonPropertyName("category_name")]
    public string? CategoryName { get; init; }

    /// <summary>How the campaign is paid for.</summary>
    [JsonPropertyName("advert_type")]
    public MediaCampaignType? Type { get; init; }

    /// <summary>The place on the page.</summary>
    [JsonPropertyName("place")]
    public int? Place { get; init; }

    /// <summary>How often it was seen.</summary>
    [JsonPropertyName("views")]
    public long Views { get; init; }

    /// <summary>How often it was clicked.</summary>
    [JsonPropertyName("clicks")]
    public long Clicks { get; init; }

    /// <summary>Orders by visits, in percent.</summary>
    [JsonPropertyName("cr")]
    public decimal? Cr { get; init; }

    /// <summary>Clicks by views, in percent.</summary>
    [JsonPropertyName("ctr")]
    public decimal? Ctr { get; init; }

    /// <summary>When it begins to be shown.</summary>
    [JsonPropertyName("date_from")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends to be shown.</summary>
    [JsonPropertyName("date_to")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? To { get; init; }

    /// <summary>The parent category of the products.</summary>
    [JsonPropertyName("subject_name")]
    public string? SubjectName { get; init; }

    /// <summary>How often products were put into the cart.</summary>
    [JsonPropertyName("atbs")]
    public long CartAdditions { get; init; }

    /// <summary>How many orders were made.</summary>
    [JsonPropertyName("orders")]
    public long Orders { get; init; }

    /// <summary>What the placement costs.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>What a click cost.</summary>
    [JsonPropertyName("cpc")]
    public decimal? Cpc { get; init; }

    /// <summary>The status of the campaign.</summary>
    [JsonPropertyName("status")]
    public MediaCampaignStatus? Status { get; init; }

    /// <summary>The days.</summary>
    [JsonPropertyName("daily_stats")]
    public IReadOnlyList<MediaDay> Days { get => field ?? []; init; } = [];

    /// <summary>What the banner cost.</summary>
    [JsonPropertyName("expenses")]
    public decimal? Expenses { get; init; }

    /// <summary>Additions to the cart by clicks, in percent.</summary>
    [JsonPropertyName("cr1")]
    public decimal? CartRate { get; init; }

    /// <summary>Orders by additions to the cart, in percent.</summary>
    [JsonPropertyName("cr2")]
    public decimal? OrderRate { get; init; }
}
