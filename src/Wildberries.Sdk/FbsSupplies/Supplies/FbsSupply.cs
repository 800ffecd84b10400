using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply: orders that are handed over to WB together.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record FbsSupply : WildberriesModel
{
    /// <summary>The supply's id, for example <c>WB-GI-1234567</c>; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>The name that it was created with.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Whether it is closed: delivered by a call, or because WB took in its first order.</summary>
    [JsonPropertyName("done")]
    public bool IsDone { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was closed; <see langword="null"/>: it is open.</summary>
    [JsonPropertyName("closedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When WB scanned the supply or its first order; <see langword="null"/>: not yet.</summary>
    [JsonPropertyName("scanDt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ScannedAt { get; init; }

    /// <summary>The cargo type, which the first order gives it; the default (0) while it has none. It takes orders of this type only.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>Whether its orders leave the country, which the first order tells; <see langword="null"/> while it has none.</summary>
    [JsonPropertyName("crossBorderType")]
    public CrossBorderType? CrossBorderType { get; init; }

    /// <summary>Whether it is a sale to a business; <see langword="null"/> while it has no order.</summary>
    [JsonPropertyName("isB2b")]
    public bool? IsB2B { get; init; }

    /// <summary>Whether it may be handed over at a pickup point.</summary>
    [JsonPropertyName("isPickupPointShipmentAllowed")]
    public bool IsPickupPointShipmentAllowed { get; init; }

    /// <summary>The WB warehouse where it goes; <see langword="null"/>: none is set.</summary>
    [JsonPropertyName("destinationOfficeId")]
    public long? DestinationOfficeId { get; init; }

    /// <summary>The WB warehouse that WB recommends for it in Moscow and around, set when it is delivered; 0: none.</summary>
    [JsonPropertyName("recommendedWhId")]
    public long RecommendedWarehouseId { get; init; }

    /// <summary>The day of the shipment, from the shipping parameters; <see langword="null"/>: not set.</summary>
    [JsonPropertyName("shippingDt")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? ShippingDate { get; init; }

    /// <summary>Where it is shipped to: <see cref="ShippingPoint.Id"/>; <see langword="null"/>: not set.</summary>
    [JsonPropertyName("shippingPointId")]
    public long? ShippingPointId { get; init; }

    /// <summary>Who brings it there; the default value: not set.</summary>
    [JsonPropertyName("shippingType")]
    public ShippingType ShippingType { get; init; }

    /// <summary>The waybill of a shipment by a transport company; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("waybillUuid")]
    public string? WaybillId { get; init; }

    /// <summary>Whether SPOT data can be added to it.</summary>
    [JsonPropertyName("spotAvailable")]
    public bool IsSpotAvailable { get; init; }
}
