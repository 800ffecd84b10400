using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A place where WB takes supplies in.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingPoint : WildberriesModel
{
    /// <summary>The point's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>The city.</summary>
    [JsonPropertyName("city")]
    public string? City { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("officeType")]
    public ShippingPointKind Kind { get; init; }

    /// <summary>Which cargo types it takes.</summary>
    [JsonPropertyName("cargoTypes")]
    public IReadOnlyList<CargoType> CargoTypes { get => field ?? []; init; } = [];

    /// <summary>The latitude, in degrees.</summary>
    [JsonPropertyName("latitude")]
    public decimal Latitude { get; init; }

    /// <summary>The longitude, in degrees.</summary>
    [JsonPropertyName("longitude")]
    public decimal Longitude { get; init; }

    /// <summary>Whether it is a fulfilment centre.</summary>
    [JsonPropertyName("fulfillment")]
    public bool IsFulfillment { get; init; }
}
