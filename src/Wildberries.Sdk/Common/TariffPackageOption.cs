using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>An option within a package of the tariff constructor.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record TariffPackageOption : WildberriesModel
{
    /// <summary>The option's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The option's code, for example <c>review-pin</c>.</summary>
    [JsonPropertyName("slug")]
    public string? Slug { get; init; }

    /// <summary>The option's name in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
