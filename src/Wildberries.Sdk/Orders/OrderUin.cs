using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The UIN of an order; it can have one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderUin
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The UIN: 16 digits.</summary>
    [JsonPropertyName("uin")]
    public string Uin { get => field ?? ""; init; } = "";

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderUin {{ OrderId = {OrderId} }}";
}
