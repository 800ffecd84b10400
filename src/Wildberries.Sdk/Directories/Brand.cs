using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A brand that products of a subject can be of.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record Brand : WildberriesModel
{
    /// <summary>The brand's number.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name, as a card takes it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The address of its logo.</summary>
    [JsonPropertyName("logoUrl")]
    public string? LogoUrl { get; init; }
}
