using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A parent category: what subjects are grouped in, such as electronics.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record ParentCategory : WildberriesModel
{
    /// <summary>The category's number.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name, in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Whether buyers see it on the site.</summary>
    [JsonPropertyName("isVisible")]
    public bool IsVisible { get; init; }
}
