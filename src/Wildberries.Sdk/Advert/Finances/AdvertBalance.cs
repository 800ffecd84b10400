using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The seller's money for advertising, in whole units of <see cref="Currency"/>: roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record AdvertBalance : WildberriesModel
{
    /// <summary>The account that the seller pays into.</summary>
    [JsonPropertyName("balance")]
    public decimal? Account { get; init; }

    /// <summary>What can be settled against coming sales at most. WB works it out; nobody can pay into it.</summary>
    [JsonPropertyName("net")]
    public decimal? Net { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>Bonuses from WB.</summary>
    [JsonPropertyName("bonus")]
    public decimal? Bonus { get; init; }

    /// <summary>Promo bonuses.</summary>
    [JsonPropertyName("cashbacks")]
    public IReadOnlyList<AdvertCashback> Cashbacks { get => field ?? []; init; } = [];
}
