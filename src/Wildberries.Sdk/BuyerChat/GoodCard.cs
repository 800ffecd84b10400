using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>The ordered product that a chat or a message is about.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record GoodCard : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long? NmId { get; init; }

    /// <summary>What the buyer paid after all discounts, in <see cref="PriceCurrency"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The currency of <see cref="Price"/>, for example <c>RUB</c>.</summary>
    [JsonPropertyName("priceCurrency")]
    public string? PriceCurrency { get; init; }

    /// <summary>The order's unique id; the same as <c>srid</c> in reports, orders and returns.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init; }

    /// <summary>The product's size, as <c>wbSize</c> in its card.</summary>
    [JsonPropertyName("size")]
    public string? Size { get; init; }
}
