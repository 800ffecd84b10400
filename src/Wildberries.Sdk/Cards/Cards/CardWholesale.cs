using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>How a product is sold wholesale.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardWholesale : WildberriesModel
{
    /// <summary>Whether the card is meant for wholesale.</summary>
    [JsonPropertyName("enabled")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsEnabled { get; init; }

    /// <summary>How many units are in a package.</summary>
    [JsonPropertyName("quantum")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Quantum { get; init; }
}
