using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The subject of a card with errors.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorSubject : WildberriesModel
{
    /// <summary>The subject's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The subject's name, in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
