using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A page of the brands of a subject.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record BrandsResponse : WildberriesModel
{
    /// <summary>The brands.</summary>
    [JsonRequired]
    [JsonPropertyName("brands")]
    public IReadOnlyList<Brand> Brands { get => field ?? []; init; } = [];

    /// <summary>What to ask the next page with; <see langword="null"/>: this is the last one.</summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }

    /// <summary>How many brands the subject has in all.</summary>
    [JsonPropertyName("total")]
    public int Total { get; init; }
}
