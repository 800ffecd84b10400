using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The brand of a card with errors.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorBrand : WildberriesModel
{
    /// <summary>The brand's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
