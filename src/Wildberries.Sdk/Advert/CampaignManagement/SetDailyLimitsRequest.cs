using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>One daily limit for campaigns.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record SetDailyLimitsRequest
{
    /// <summary>The campaigns: at least one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    [JsonPropertyName("advertIds")]
    public required IReadOnlyList<long> AdvertIds
    {
        get;
        init => field = value is { Count: > 0 } ? value : throw new ArgumentException("There is no campaign.", nameof(AdvertIds));
    }

    /// <summary>Whether the limit is to hold.</summary>
    [JsonPropertyName("enabled")]
    public required bool IsEnabled { get; init; }

    /// <summary>The limit of a day, in the unit of <see cref="AdvertConfig.MinDailyLimit"/>; <see langword="null"/>: as it is.</summary>
    [JsonPropertyName("dailyLimit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DailyLimit { get; init; }

    /// <summary>Whether what is not spent one day may be spent later; <see langword="null"/>: as it is.</summary>
    [JsonPropertyName("carryOverEnabled")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CarriesOver { get; init; }
}
