using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Countries.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record CountriesResponse : WildberriesModel
{
    /// <summary>The countries.</summary>
    [JsonRequired]
    [JsonPropertyName("countries")]
    public IReadOnlyList<OksmCountry> Countries { get => field ?? []; init; } = [];
}
