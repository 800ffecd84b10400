using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>The ordered product that a chat or a message is about. Where WB knows none, it sends zeros and empty texts: they are no values here.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record GoodCard : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long? NmId { get; init => field = value is 0 ? null : value; }

    /// <summary>
    /// What the buyer paid after all discounts, very probably in hundredths of <see cref="PriceCurrency"/>: 219000 are 2,190 roubles. WB does not
    /// document the unit; the prices of real chats are a hundred times too large for whole units. Look at some of yours before you reckon with it.
    /// </summary>
    [JsonPropertyName("price")]
    public long? PriceHundredths { get; init => field = value is 0 ? null : value; }

    /// <summary>The currency of <see cref="PriceHundredths"/>, for example <c>RUB</c>.</summary>
    [JsonPropertyName("priceCurrency")]
    public string? PriceCurrency { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The order's unique id; the same as <c>srid</c> in reports, orders and returns.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The product's size, as <c>wbSize</c> in its card; <c>0</c> for a product without sizes.</summary>
    [JsonPropertyName("size")]
    public string? Size { get; init => field = string.IsNullOrEmpty(value) ? null : value; }
}
