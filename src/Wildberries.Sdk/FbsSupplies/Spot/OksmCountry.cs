using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A country of the classifier OKSM.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record OksmCountry : WildberriesModel
{
    /// <summary>Its code, as text with leading zeros; empty where WB sends none.</summary>
    [JsonPropertyName("code")]
    public string Code { get => field ?? ""; init; } = "";

    /// <summary>Its name, in Russian.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
