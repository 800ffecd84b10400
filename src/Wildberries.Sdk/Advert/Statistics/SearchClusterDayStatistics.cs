using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The figures of a search cluster for a day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record SearchClusterDayStatistics : WildberriesModel
{
    /// <summary>The search cluster.</summary>
    [JsonPropertyName("normQuery")]
    public string? NormQuery { get; init; }

    /// <summary>How often the product was seen; <see langword="null"/> for <see cref="PaymentType.Cpc"/>.</summary>
    [JsonPropertyName("views")]
    public long? Views { get; init; }

    /// <summary>How often it was clicked.</summary>
    [JsonPropertyName("clicks")]
    public long Clicks { get; init; }

    /// <summary>How often it was put into the cart.</summary>
    [JsonPropertyName("atbs")]
    public long CartAdditions { get; init; }

    /// <summary>How many orders were made.</summary>
    [JsonPropertyName("orders")]
    public long Orders { get; init; }

    /// <summary>How many items were ordered; <see langword="null"/> where WB does not say.</summary>
    [JsonPropertyName("shks")]
    public long? OrderedItems { get; init; }

    /// <summary>Clicks by views, in percent; <see langword="null"/> for <see cref="PaymentType.Cpc"/>.</summary>
    [JsonPropertyName("ctr")]
    public decimal? Ctr { get; init; }

    /// <summary>What a click cost on average, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("cpc")]
    public decimal? Cpc { get; init; }

    /// <summary>
    /// What a thousand views cost on average, in whole units of the currency: roubles; <see langword="null"/> for <see cref="PaymentType.Cpc"/>.
    /// </summary>
    [JsonPropertyName("cpm")]
    public decimal? Cpm { get; init; }

    /// <summary>The average position in the search results.</summary>
    [JsonPropertyName("avgPos")]
    public decimal? AveragePosition { get; init; }

    /// <summary>What was spent, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("spend")]
    public decimal? Spend { get; init; }
}
