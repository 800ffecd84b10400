using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A code of OKPD2 (<c>ОКПД2</c>), the Russian classification of products, and what it stands for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record Okpd2Code : WildberriesModel
{
    /// <summary>The code, digits with points between them; empty where WB sends none.</summary>
    [JsonPropertyName("okpd2")]
    public string Code { get => field ?? ""; init; } = "";

    /// <summary>What products it is for.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}
