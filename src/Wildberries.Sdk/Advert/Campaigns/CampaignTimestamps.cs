using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>When a campaign was made, changed, started and deleted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignTimestamps : WildberriesModel
{
    /// <summary>When it was made.</summary>
    [JsonPropertyName("created")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("updated")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was started last; <see langword="null"/>: never.</summary>
    [JsonPropertyName("started")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was deleted. For a campaign that is not deleted WB gives a time in the far future, such as 2100.</summary>
    [JsonPropertyName("deleted")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? DeletedAt { get; init; }
}
