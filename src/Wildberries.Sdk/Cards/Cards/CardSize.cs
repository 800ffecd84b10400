using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A size of a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardSize : WildberriesModel
{
    /// <summary>The size's id, by which its stock is set.</summary>
    [JsonPropertyName("chrtID")]
    public long ChrtId { get; init; }

    /// <summary>The size as the maker says it, for example <c>XL</c>; <c>0</c> for a product without sizes.</summary>
    [JsonPropertyName("techSize")]
    public string? TechSize { get; init; }

    /// <summary>The Russian size.</summary>
    [JsonPropertyName("wbSize")]
    public string? WbSize { get; init; }

    /// <summary>The barcodes.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];
}
