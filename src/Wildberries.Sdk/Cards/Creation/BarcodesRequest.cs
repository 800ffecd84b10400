using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>How many barcodes to make.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record BarcodesRequest
{
    /// <summary>How many: 1 to 5,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not that.</exception>
    [JsonPropertyName("count")]
    public required int Count
    {
        get;
        init => field = value is >= 1 and <= CardRules.MaxBarcodes
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Count), value, "WB makes 1 to 5,000 barcodes at once.");
    }
}
