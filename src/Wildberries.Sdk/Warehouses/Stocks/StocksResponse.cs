using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>The stocks of sizes that were asked for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record StocksResponse : WildberriesModel
{
    /// <summary>The stocks; sizes of which WB knows none are left out.</summary>
    [JsonRequired]
    [JsonPropertyName("stocks")]
    public IReadOnlyList<Stock> Stocks { get => field ?? []; init; } = [];
}
