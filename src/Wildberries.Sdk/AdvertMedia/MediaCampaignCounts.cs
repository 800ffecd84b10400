using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>How many media campaigns the seller has.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaCampaignCounts : WildberriesModel
{
    /// <summary>How many there are in all.</summary>
    [JsonPropertyName("all")]
    public long Total { get; init; }

    /// <summary>How many there are of each type and status.</summary>
    [JsonPropertyName("adverts")]
    [JsonConverter(typeof(OneOrManyConverter<MediaCampaignGroup>))]
    public IReadOnlyList<MediaCampaignGroup> Groups { get => field ?? []; init; } = [];
}
