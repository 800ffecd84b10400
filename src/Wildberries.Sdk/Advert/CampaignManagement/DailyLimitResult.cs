using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What became of the daily limit of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record DailyLimitResult : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>Whether the limit is below <see cref="RequiredLimit"/>, the least that the campaign needs.</summary>
    [JsonPropertyName("belowMinLimit")]
    public bool IsBelowMinimum { get; init; }

    /// <summary>The least limit that the campaign needs, in the unit of <see cref="AdvertConfig.MinDailyLimit"/>.</summary>
    [JsonPropertyName("requiredLimit")]
    public long RequiredLimit { get; init; }
}
