using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A characteristic of a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardCharacteristic : WildberriesModel
{
    /// <summary>The characteristic's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>What it is called, in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its value: texts, or a number. Texts are in the language that was asked for.</summary>
    [JsonPropertyName("value")]
    public CharacteristicValue Value { get; init; }
}
