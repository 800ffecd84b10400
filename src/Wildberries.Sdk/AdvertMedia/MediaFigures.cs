using System.Text.Json.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What a banner has brought.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaFigures : WildberriesModel
{
    /// <summary>How often it was seen.</summary>
    [JsonPropertyName("views")]
    public long Views { get; init; }

    /// <summary>How often it was clicked.</summary>
    [JsonPropertyName("clicks")]
    public long Clicks { get; init; }

    /// <summary>How often products were put into the cart.</summary>
    [JsonPropertyName("atbs")]
    public long CartAdditions { get; init; }

    /// <summary>How many orders were made; <see langword="null"/> where WB does not say.</summary>
    [JsonPropertyName("orders")]
    public long? Orders { get; init; }

    /// <summary>Orders by visits, in percent; <see langword="null"/> where WB does not say.</summary>
    [JsonPropertyName("cr")]
    public decimal? Cr { get; init; }

    /// <summary>Clicks by views, in percent.</summary>
    [JsonPropertyName("ctr")]
    public decimal? Ctr { get; init; }
}
