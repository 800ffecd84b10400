using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The campaigns of one type and status.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignGroup : WildberriesModel
{
    /// <summary>The type.</summary>
    [JsonPropertyName("type")]
    public CampaignType Type { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public CampaignStatus Status { get; init; }

    /// <summary>How many there are.</summary>
    [JsonPropertyName("count")]
    public long Count { get; init; }

    /// <summary>The campaigns.</summary>
    [JsonPropertyName("advert_list")]
    public IReadOnlyList<CampaignListItem> Campaigns { get => field ?? []; init; } = [];
}
