using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>An HS code (<c>ТНВЭД</c>) that products of a subject can have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record SubjectTnvedCode : WildberriesModel
{
    /// <summary>The code, ten digits; empty where WB sends none.</summary>
    [JsonPropertyName("tnved")]
    public string Code { get => field ?? ""; init; } = "";

    /// <summary>Whether products of this code need marking codes of <c>Честный знак</c>.</summary>
    [JsonPropertyName("isKiz")]
    public bool RequiresMarking { get; init; }
}
