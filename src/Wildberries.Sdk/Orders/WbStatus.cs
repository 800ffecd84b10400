using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Where an order stands at WB.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<WbStatus>))]
public readonly record struct WbStatus : IExtensibleEnum<WbStatus, string>
{
    private WbStatus(string value) => Value = value;

    /// <summary>With the seller.</summary>
    public static WbStatus Waiting { get; } = new("waiting");

    /// <summary>Sorted at WB.</summary>
    public static WbStatus Sorted { get; } = new("sorted");

    /// <summary>Received by the buyer.</summary>
    public static WbStatus Sold { get; } = new("sold");

    /// <summary>Cancelled.</summary>
    public static WbStatus Canceled { get; } = new("canceled");

    /// <summary>Refused by the buyer on receipt.</summary>
    public static WbStatus CanceledByClient { get; } = new("canceled_by_client");

    /// <summary>Cancelled by the buyer within the first hour, before it was assembled.</summary>
    public static WbStatus DeclinedByClient { get; } = new("declined_by_client");

    /// <summary>Cancelled because of a defect.</summary>
    public static WbStatus Defect { get; } = new("defect");

    /// <summary>At the pickup point.</summary>
    public static WbStatus ReadyForPickup { get; } = new("ready_for_pickup");

    /// <summary>The courier's delivery was postponed.</summary>
    public static WbStatus PostponedDelivery { get; } = new("postponed_delivery");

    /// <summary>Given to the carrier in the seller's country.</summary>
    public static WbStatus AcceptedByCarrier { get; } = new("accepted_by_carrier");

    /// <summary>On its way to the carrier's country.</summary>
    public static WbStatus SentToCarrier { get; } = new("sent_to_carrier");

    /// <summary>Cancelled because the buyer could not be reached.</summary>
    public static WbStatus CanceledByMissedCall { get; } = new("canceled_by_missed_call");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static WbStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
