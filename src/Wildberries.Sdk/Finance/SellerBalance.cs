using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>The seller's balance as the main page of the seller portal shows it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/balance"/>.</remarks>
public sealed record SellerBalance : WildberriesModel
{
    /// <summary>The currency of both sums, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>What is on the balance now, in <see cref="Currency"/>.</summary>
    [JsonPropertyName("current")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Current { get; init; }

    /// <summary>What of it can be paid out, in <see cref="Currency"/>.</summary>
    [JsonPropertyName("for_withdraw")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AvailableForWithdrawal { get; init; }
}
