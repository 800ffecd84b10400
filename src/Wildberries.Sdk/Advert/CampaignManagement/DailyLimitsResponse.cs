using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The daily limits of campaigns.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record DailyLimitsResponse : WildberriesModel
{
    /// <summary>The campaigns.</summary>
    [JsonPropertyName("adverts")]
    public IReadOnlyList<CampaignDailyLimit> Campaigns { get => field ?? []; init; } = [];
}
