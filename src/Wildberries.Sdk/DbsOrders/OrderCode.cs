using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>An order with the code by which its buyer confirms. The code is not in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderCode
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The code that the buyer sees on WB's site and in its app.</summary>
    [JsonPropertyName("code")]
    public string Code { get => field ?? ""; init; } = "";

    /// <summary>The order, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderCode {{ OrderId = {OrderId} }}";
}
