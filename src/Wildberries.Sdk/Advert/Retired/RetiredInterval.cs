using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>Hours of the day in which a campaign is shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredInterval : WildberriesModel
{
    /// <summary>The first hour.</summary>
    [JsonPropertyName("begin")]
    public int? Begin { get; init; }

    /// <summary>The last hour.</summary>
    [JsonPropertyName("end")]
    public int? End { get; init; }
}
