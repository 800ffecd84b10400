using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Of which orders to delete the label identifiers of a kind.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record DeleteMarkingsRequest
{
    /// <summary>The kind. An expiry cannot be deleted; with a customs declaration goes the country of origin.</summary>
    [JsonPropertyName("key")]
    public required MarkingCodeKind Kind { get; init; }

    /// <summary>The orders' ids: 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or one is not positive.</exception>
    [JsonPropertyName("ordersIds")]
    public required IReadOnlyList<long> OrderIds
    {
        get;
        init => field = OrderRows.Ids(value);
    }
}
