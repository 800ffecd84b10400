using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The IMEI of an order; it can have one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderImei
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The IMEI: 15 digits. Of a device with two, the first.</summary>
    [JsonPropertyName("imei")]
    public string Imei { get => field ?? ""; init; } = "";

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderImei {{ OrderId = {OrderId} }}";
}
