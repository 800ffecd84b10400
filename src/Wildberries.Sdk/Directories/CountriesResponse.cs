using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Directories;

/// <summary>The countries that a product can come from.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record CountriesResponse : WildberriesModel, IEnvelope
{
    /// <summary>The countries.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<Country> Countries { get => field ?? []; init; } = [];

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to the error; <see langword="null"/>: nothing.</summary>
    [JsonPropertyName("additionalErrors")]
    public string? AdditionalErrors { get; init; }
}
