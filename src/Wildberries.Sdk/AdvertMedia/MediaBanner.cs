using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>A banner of a media campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaBanner : WildberriesModel
{
    /// <summary>The banner's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("name")]
    public string? Brand { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public MediaCampaignStatus? Status { get; init; }

    /// <summary>The place on the page.</summary>
    [JsonPropertyName("place")]
    public int? Place { get; init; }

    /// <summary>The budget, in roubles.</summary>
    [JsonPropertyName("budget")]
    public decimal? Budget { get; init; }

    /// <summary>The limit of a day, for <see cref="MediaCampaignType.ByViews"/>. WB does not name the unit.</summary>
    [JsonPropertyName("daily_limit")]
    public decimal? DailyLimit { get; init; }

    /// <summary>The category where it is shown.</summary>
    [JsonPropertyName("category_name")]
    public string? CategoryName { get; init; }

    /// <summary>The bid for a thousand views. WB does not name the unit.</summary>
    [JsonPropertyName("cpm")]
    public decimal? Cpm { get; init; }

    /// <summary>The address that it leads to.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("advert_type")]
    public MediaFormat? Format { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("updated_at")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it begins to be shown.</summary>
    [JsonPropertyName("date_from")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends to be shown.</summary>
    [JsonPropertyName("date_to")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? To { get; init; }

    /// <summary>The products that it leads to, by their numbers at WB.</summary>
    [JsonPropertyName("nms")]
    public IReadOnlyList<long> NmIds { get => field ?? []; init; } = [];

    /// <summary>The text under the banner.</summary>
    [JsonPropertyName("bottomText1")]
    public string? BottomText1 { get; init; }

    /// <summary>The second line of that text.</summary>
    [JsonPropertyName("bottomText2")]
    public string? BottomText2 { get; init; }

    /// <summary>The text of a push message or a letter.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>For a letter: 1 common, 2 in part, 3 unique. For a social network: 1 VK, 2 OK.</summary>
    [JsonPropertyName("additionalSettings")]
    public int? AdditionalSettings { get; init; }

    /// <summary>How many get the push message.</summary>
    [JsonPropertyName("receiversCount")]
    public long? ReceiversCount { get; init; }

    /// <summary>The parent category of the products.</summary>
    [JsonPropertyName("subject_id")]
    public long? SubjectId { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("subject_name")]
    public string? SubjectName { get; init; }

    /// <summary>The name of the promotion.</summary>
    [JsonPropertyName("action_name")]
    public string? PromotionName { get; init; }

    /// <summary>The hours at which it is shown.</summary>
    [JsonPropertyName("show_hours")]
    public IReadOnlyList<MediaShowHours> ShowHours { get => field ?? []; init; } = [];

    /// <summary>The id under which the state's register of advertisements has the campaign.</summary>
    [JsonPropertyName("Erid")]
    public string? Erid { get; init; }
}
