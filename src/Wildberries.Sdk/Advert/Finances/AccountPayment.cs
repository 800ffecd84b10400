using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A payment of the seller into the advertising account.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record AccountPayment : WildberriesModel
{
    /// <summary>The payment's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>How much, in whole units of <see cref="Currency"/>: roubles.</summary>
    [JsonPropertyName("sum")]
    public decimal? Sum { get; init; }

    /// <summary>How it was paid.</summary>
    [JsonPropertyName("type")]
    public PaymentSource? Source { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("statusId")]
    public PaymentStatus? Status { get; init; }

    /// <summary>What became of it at the bank, for a payment by card.</summary>
    [JsonPropertyName("cardStatus")]
    public CardPaymentStatus CardStatus { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
