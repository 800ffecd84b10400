using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A subject: the kind of product that a card is of, which decides the characteristics that it has.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record Subject : WildberriesModel
{
    /// <summary>The subject's number.</summary>
    [JsonPropertyName("subjectID")]
    public long Id { get; init; }

    /// <summary>Its name, in the language that was asked for.</summary>
    [JsonPropertyName("subjectName")]
    public string? Name { get; init; }

    /// <summary>The parent category: <see cref="ParentCategory.Id"/>.</summary>
    [JsonPropertyName("parentID")]
    public long ParentId { get; init; }

    /// <summary>The parent category's name.</summary>
    [JsonPropertyName("parentName")]
    public string? ParentName { get; init; }
}
