using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>A size of a card that is written back, or a new one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardSizeUpdate : WildberriesModel
{
    /// <summary>The size's id: <see cref="CardSize.ChrtId"/>; <see langword="null"/>: it is a new size.</summary>
    [JsonPropertyName("chrtID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ChrtId { get; init; }

    /// <summary>The size as the maker says it, for example <c>XL</c>.</summary>
    [JsonPropertyName("techSize")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TechSize { get; init; }

    /// <summary>The Russian size.</summary>
    [JsonPropertyName("wbSize")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WbSize { get; init; }

    /// <summary>The price of a new size, in whole roubles; without one it costs 0. Prices of sizes that are there are set in the area of prices.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or has a fraction.</exception>
    [JsonPropertyName("price")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Price { get; init => field = Argument.Whole(value, nameof(Price)); }

    /// <summary>The barcodes. Those that are there already stay, whether they are here or not.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];
}
