using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>A size of a card to be created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record NewCardSize
{
    /// <summary>The size as the maker says it, for example <c>XL</c>; <see langword="null"/> for a product without sizes.</summary>
    [JsonPropertyName("techSize")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TechSize { get; init; }

    /// <summary>The Russian size; <see langword="null"/> for a product without sizes.</summary>
    [JsonPropertyName("wbSize")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WbSize { get; init; }

    /// <summary>The price, in whole units of the currency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or has a fraction.</exception>
    [JsonPropertyName("price")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Price { get; init => field = Argument.Whole(value, nameof(Price)); }

    /// <summary>The barcodes; none: WB makes one.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];
}
