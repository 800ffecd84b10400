using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New WB Club discounts.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ClubDiscountUploadRequest
{
    /// <summary>The products, each once, at most 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<ClubDiscountChange> Data
    {
        get => field ?? [];
        init;
    }
}
