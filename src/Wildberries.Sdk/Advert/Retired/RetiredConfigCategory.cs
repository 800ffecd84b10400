using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>A category and its least bid.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredConfigCategory : WildberriesModel
{
    /// <summary>The category.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The least bid, in roubles for a thousand views.</summary>
    [JsonPropertyName("cpm_min")]
    public decimal? MinimumCpm { get; init; }
}
