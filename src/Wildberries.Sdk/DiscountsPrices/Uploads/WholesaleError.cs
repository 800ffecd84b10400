using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Why the wholesale discounts of a product were not taken.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleError : WildberriesModel
{
    /// <summary>A code like an HTTP status.</summary>
    [JsonPropertyName("status")]
    public int Status { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>What is wrong, in WB's words.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
