using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Warehouses;

/// <summary>A warehouse of the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record Warehouse : WildberriesModel
{
    /// <summary>The warehouse's number.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The office of WB that it is bound to.</summary>
    [JsonPropertyName("officeId")]
    public long? OfficeId { get; init; }

    /// <summary>How large the products are that it takes.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>By whom what it has is delivered.</summary>
    [JsonPropertyName("deliveryType")]
    public WarehouseDeliveryType DeliveryType { get; init; }

    /// <summary>Whether it is being deleted; then it vanishes from the list.</summary>
    [JsonPropertyName("isDeleting")]
    public bool IsDeleting { get; init; }

    /// <summary>Whether WB is changing it: for some minutes stocks can be neither set nor deleted.</summary>
    [JsonPropertyName("isProcessing")]
    public bool IsProcessing { get; init; }

    /// <summary>Whether WB certainly neither changes nor deletes it: what cannot be read is no "no".</summary>
    internal bool IsReady => !IsProcessing && !IsDeleting && !UnreadableProperties.ContainsKey("isProcessing") && !UnreadableProperties.ContainsKey("isDeleting");
}
