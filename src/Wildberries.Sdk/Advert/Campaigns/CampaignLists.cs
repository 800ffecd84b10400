using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>All campaigns of the seller, grouped by type and status.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignLists : WildberriesModel
{
    /// <summary>The groups.</summary>
    [JsonPropertyName("adverts")]
    public IReadOnlyList<CampaignGroup> Groups { get => field ?? []; init; } = [];

    /// <summary>How many campaigns there are in all.</summary>
    [JsonPropertyName("all")]
    public long Total { get; init; }
}
