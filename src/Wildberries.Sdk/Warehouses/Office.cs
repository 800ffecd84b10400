using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Warehouses;

/// <summary>An office of WB, to which a warehouse of the seller can be bound.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record Office : WildberriesModel
{
    /// <summary>The office's number.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>Its city.</summary>
    [JsonPropertyName("city")]
    public string? City { get; init; }

    /// <summary>Its longitude, in degrees.</summary>
    [JsonPropertyName("longitude")]
    public decimal? Longitude { get; init; }

    /// <summary>Its latitude, in degrees.</summary>
    [JsonPropertyName("latitude")]
    public decimal? Latitude { get; init; }

    /// <summary>How large the products are that it takes.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>By whom what it takes is delivered.</summary>
    [JsonPropertyName("deliveryType")]
    public WarehouseDeliveryType DeliveryType { get; init; }

    /// <summary>Its federal district; <see langword="null"/> outside of Russia, or where WB names none.</summary>
    [JsonPropertyName("federalDistrict")]
    public string? FederalDistrict { get; init; }

    /// <summary>Whether a warehouse of the seller is bound to it already: no other one can be.</summary>
    [JsonPropertyName("selected")]
    public bool IsSelected { get; init; }
}
