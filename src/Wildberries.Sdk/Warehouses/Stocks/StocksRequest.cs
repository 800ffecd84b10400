using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Stocks that are to be set.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record StocksRequest
{
    /// <summary>The stocks, 1 to 1,000, each size once.</summary>
    /// <exception cref="ArgumentException">There are none, or more; or a size is no positive number or named twice, or its stock is not from 0 to 100,000.</exception>
    [JsonPropertyName("stocks")]
    public required IReadOnlyList<Stock> Stocks { get; init => field = StockRows.Check(value); }
}
