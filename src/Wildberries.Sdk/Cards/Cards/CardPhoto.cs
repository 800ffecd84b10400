using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Where a picture of a card is, in several sizes.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardPhoto : WildberriesModel
{
    /// <summary>900 x 1200 pixels.</summary>
    [JsonPropertyName("big")]
    public string? Big { get; init; }

    /// <summary>248 x 328 pixels.</summary>
    [JsonPropertyName("c246x328")]
    public string? Small { get; init; }

    /// <summary>516 x 688 pixels.</summary>
    [JsonPropertyName("c516x688")]
    public string? Medium { get; init; }

    /// <summary>600 x 600 pixels.</summary>
    [JsonPropertyName("square")]
    public string? Square { get; init; }

    /// <summary>75 x 100 pixels.</summary>
    [JsonPropertyName("tm")]
    public string? Thumbnail { get; init; }
}
