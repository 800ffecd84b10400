using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A colour: a value of the characteristic <c>Цвет</c>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record ProductColor : WildberriesModel
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The colour that it is a shade of.</summary>
    [JsonPropertyName("parentName")]
    public string? ParentName { get; init; }
}
