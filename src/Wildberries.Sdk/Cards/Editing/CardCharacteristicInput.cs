using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A characteristic that a card is to have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardCharacteristicInput : WildberriesModel
{
    /// <summary>The characteristic's id. Which ones a subject has, the directory of characteristics says.</summary>
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    /// <summary>Its value: texts or a number, as the directory of characteristics says; texts in Russian.</summary>
    [JsonPropertyName("value")]
    public required CharacteristicValue Value { get; init; }
}
