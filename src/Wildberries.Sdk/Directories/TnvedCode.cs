using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>An HS code (<c>ТНВЭД</c>) and what it stands for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record TnvedCode : WildberriesModel
{
    /// <summary>The code; empty where WB sends none.</summary>
    [JsonPropertyName("tnved")]
    public string Code { get => field ?? ""; init; } = "";

    /// <summary>What products it is for.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}
