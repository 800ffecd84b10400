using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The budget of a campaign after a deposit.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record DepositResponse : WildberriesModel
{
    /// <summary>The budget in whole units of <see cref="Currency"/>: roubles.</summary>
    [JsonPropertyName("total")]
    public decimal? Total { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
