using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// When and where the seller brings a supply. WB wants it, since 1 October 2026, of supplies from Russia to Russia before they are handed over.
/// </summary>
/// <remarks>
/// The seller brings it (<see cref="ShippingType.SelfShipping"/>): a transport company needs a waybill, and no operation gives one at present.
/// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
/// </remarks>
public sealed record SupplyShipping
{
    // The names are those of a stored hand-over.

    /// <summary>The city of the point, in Russian: by it and the cargo type the point is looked up first, for WB refuses one that does not take the supply.</summary>
    [JsonPropertyName("city")]
    public required string City { get; init; }

    /// <summary>The point: <see cref="ShippingPoint.Id"/> of <see cref="IFbsSuppliesApi.GetShippingPointsAsync"/>.</summary>
    [JsonPropertyName("point")]
    public required long ShippingPointId { get; init; }

    /// <summary>The day, not before today in Moscow.</summary>
    [JsonPropertyName("date")]
    public required DateOnly Date { get; init; }
}
