using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>How many cards the seller may have in all, those in the trash included.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record CardLimits : WildberriesModel
{
    /// <summary>How many are free.</summary>
    [JsonPropertyName("freeLimits")]
    public long FreeLimits { get; init; }

    /// <summary>How many more the seller has paid for.</summary>
    [JsonPropertyName("paidLimits")]
    public long PaidLimits { get; init; }
}
