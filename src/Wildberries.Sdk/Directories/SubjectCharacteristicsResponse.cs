using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Directories;

/// <summary>The characteristics of a subject.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record SubjectCharacteristicsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The characteristics.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<SubjectCharacteristic> Characteristics { get => field ?? []; init; } = [];

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
