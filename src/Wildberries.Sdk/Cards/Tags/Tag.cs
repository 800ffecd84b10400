using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A tag by which the seller finds products. Buyers do not see it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
public sealed record Tag : WildberriesModel
{
    /// <summary>The tag's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its colour.</summary>
    [JsonPropertyName("color")]
    public TagColor Color { get; init; }
}
