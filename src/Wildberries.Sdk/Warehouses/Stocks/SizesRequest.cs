using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Sizes of products whose stocks are asked for, or deleted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record SizesRequest
{
    /// <summary>The numbers of the sizes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more, or one is not a positive number.</exception>
    [JsonPropertyName("chrtIds")]
    public required IReadOnlyList<long> ChrtIds { get; init => field = StockRows.Check(value); }
}
