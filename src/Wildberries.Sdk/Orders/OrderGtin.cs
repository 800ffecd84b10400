using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The GTIN of an order, for products sold in Belarus; it can have one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderGtin
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The GTIN: 13 digits.</summary>
    [JsonPropertyName("gtin")]
    public string Gtin { get => field ?? ""; init; } = "";

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderGtin {{ OrderId = {OrderId} }}";
}
