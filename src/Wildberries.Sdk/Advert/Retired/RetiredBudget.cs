using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>What a campaign may still spend, in whole units of its currency.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredBudget : WildberriesModel
{
    /// <summary>Not used by WB: always 0.</summary>
    [JsonPropertyName("cash")]
    public decimal? Cash { get; init; }

    /// <summary>Not used by WB: always 0.</summary>
    [JsonPropertyName("netting")]
    public decimal? Netting { get; init; }

    /// <summary>The budget.</summary>
    [JsonPropertyName("total")]
    public decimal? Total { get; init; }

    /// <summary>The currency (ISO 4217); the older answer had none.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
