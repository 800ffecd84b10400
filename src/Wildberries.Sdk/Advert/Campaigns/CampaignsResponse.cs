using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Campaigns with their settings.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignsResponse : WildberriesModel
{
    /// <summary>The campaigns.</summary>
    [JsonPropertyName("adverts")]
    public IReadOnlyList<Campaign> Campaigns { get => field ?? []; init; } = [];
}
