using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What became of daily limits.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record SetDailyLimitsResponse : WildberriesModel
{
    /// <summary>The campaigns.</summary>
    [JsonPropertyName("adverts")]
    public IReadOnlyList<DailyLimitResult> Campaigns { get => field ?? []; init; } = [];
}
