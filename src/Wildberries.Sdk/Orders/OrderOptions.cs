using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What is special about an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderOptions : WildberriesModel
{
    /// <summary>Whether a business buys (B2B): such an order may need a customs declaration.</summary>
    [JsonPropertyName("isB2b")]
    public bool IsB2B { get; init; }
}
