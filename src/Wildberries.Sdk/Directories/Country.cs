using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A country of origin: a value of the characteristic <c>Страна производства</c>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record Country : WildberriesModel
{
    /// <summary>The country's number at WB.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name, which is the value of the characteristic.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its full name.</summary>
    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }
}
