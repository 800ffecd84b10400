using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Whether the wholesale discounts of one product were taken.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleResult : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>Whether they were.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; init; }

    /// <summary>Why not; <see langword="null"/> if they were.</summary>
    [JsonPropertyName("error")]
    public WholesaleError? Error { get; init; }
}
