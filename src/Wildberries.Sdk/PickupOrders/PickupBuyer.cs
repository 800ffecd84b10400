using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>How to reach the buyer of an order. Personal data: only the order is in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record PickupBuyer : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>The buyer's first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>A number that reaches the buyer and is not the buyer's own: dial it, then <see cref="PhoneCode"/>.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The extension to <see cref="Phone"/>; empty: WB has given none yet.</summary>
    [JsonPropertyName("phoneCode")]
    public string? PhoneCode { get; init; }

    /// <summary>The order, without anything that tells who the buyer is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"PickupBuyer {{ OrderId = {OrderId} }}";
}
