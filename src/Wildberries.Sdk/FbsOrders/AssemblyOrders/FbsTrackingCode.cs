using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>What happened to a cross-border order on its way.</summary>
/// <remarks>WB's example writes a code in capitals, its list does not: compare with that in mind. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FbsTrackingCode>))]
public readonly record struct FbsTrackingCode : IExtensibleEnum<FbsTrackingCode, string>
{
    private FbsTrackingCode(string value) => Value = value;

    /// <summary>Given to the delivery service in the seller's country.</summary>
    public static FbsTrackingCode DispatchedToDeliveryService { get; } = new("dispatched_to_delivery_service");

    /// <summary>On its way to the delivery service's warehouse in the seller's country.</summary>
    public static FbsTrackingCode OnWayToDeliveryService { get; } = new("on_way_to_delivery_service");

    /// <summary>Accepted by the carrier.</summary>
    public static FbsTrackingCode AcceptedByCarrier { get; } = new("accepted_by_carrier");

    /// <summary>Being assembled.</summary>
    public static FbsTrackingCode Assembling { get; } = new("assembling");

    /// <summary>Assembled at the warehouse.</summary>
    public static FbsTrackingCode Assembled { get; } = new("assembled");

    /// <summary>Sorted.</summary>
    public static FbsTrackingCode Sorted { get; } = new("sorted");

    /// <summary>Replaced at the warehouse.</summary>
    public static FbsTrackingCode ReplacedAtWarehouse { get; } = new("replaced_at_warehouse");

    /// <summary>Ready to be shipped.</summary>
    public static FbsTrackingCode PreparedForShipment { get; } = new("prepared_for_shipment");

    /// <summary>Being looked for.</summary>
    public static FbsTrackingCode InSearch { get; } = new("in_search");

    /// <summary>Arrived at the transit distribution centre.</summary>
    public static FbsTrackingCode ArrivedAtDct { get; } = new("arrived_at_dct");

    /// <summary>Arrived at the transit sorting centre.</summary>
    public static FbsTrackingCode ArrivedAtSct { get; } = new("arrived_at_sct");

    /// <summary>Arrived at the distribution centre.</summary>
    public static FbsTrackingCode ArrivedAtDc { get; } = new("arrived_at_dc");

    /// <summary>Arrived at the sorting centre.</summary>
    public static FbsTrackingCode ArrivedAtSc { get; } = new("arrived_at_sc");

    /// <summary>Ready to be shipped from the sorting centre.</summary>
    public static FbsTrackingCode PreparedForShipmentAtSc { get; } = new("prepared_for_shipment_at_sc");

    /// <summary>Left the sorting centre.</summary>
    public static FbsTrackingCode ShippedAtSc { get; } = new("shipped_at_sc");

    /// <summary>Left the transit distribution centre.</summary>
    public static FbsTrackingCode ShippedAtDct { get; } = new("shipped_at_dct");

    /// <summary>Left the distribution centre.</summary>
    public static FbsTrackingCode ShippedAtDc { get; } = new("shipped_at_dc");

    /// <summary>Delivered to the sorting centre.</summary>
    public static FbsTrackingCode DeliveredAtSc { get; } = new("delivered_at_sc");

    /// <summary>On its way to the sorting centre.</summary>
    public static FbsTrackingCode OnWayToSc { get; } = new("on_way_to_sc");

    /// <summary>On its way to the distribution centre.</summary>
    public static FbsTrackingCode OnWayToDc { get; } = new("on_way_to_dc");

    /// <summary>On its way to the pickup point.</summary>
    public static FbsTrackingCode OnWayToPp { get; } = new("on_way_to_pp");

    /// <summary>Arrived at the pickup point.</summary>
    public static FbsTrackingCode ArrivedAtPp { get; } = new("arrived_at_pp");

    /// <summary>Accepted at the pickup point.</summary>
    public static FbsTrackingCode AcceptedAtPp { get; } = new("accepted_at_pp");

    /// <summary>Ready to be picked up.</summary>
    public static FbsTrackingCode ReadyForPickUp { get; } = new("ready_for_pick_up");

    /// <summary>Received by the buyer.</summary>
    public static FbsTrackingCode ReceivedByClient { get; } = new("received_by_client");

    /// <summary>In the parcel locker.</summary>
    public static FbsTrackingCode DeliveredAtParcelLocker { get; } = new("delivered_at_parcel_locker");

    /// <summary>Cancelled by the buyer.</summary>
    public static FbsTrackingCode CanceledByClient { get; } = new("canceled_by_client");

    /// <summary>Cancelled because it was not picked up in time.</summary>
    public static FbsTrackingCode CancelAfterExpiration { get; } = new("cancel_after_expiration");

    /// <summary>With the courier.</summary>
    public static FbsTrackingCode AtCourier { get; } = new("at_courier");

    /// <summary>In the box of returns.</summary>
    public static FbsTrackingCode MovedToReturnBox { get; } = new("moved_to_return_box");

    /// <summary>Accepted as a return.</summary>
    public static FbsTrackingCode AcceptedForReturn { get; } = new("accepted_for_return");

    /// <summary>The order was made.</summary>
    public static FbsTrackingCode Created { get; } = new("created");

    /// <summary>Cancelled by the seller.</summary>
    public static FbsTrackingCode CanceledBySeller { get; } = new("canceled_by_seller");

    /// <summary>Sent by the seller.</summary>
    public static FbsTrackingCode DispatchedBySeller { get; } = new("dispatched_by_seller");

    /// <summary>Delivered.</summary>
    public static FbsTrackingCode Delivered { get; } = new("delivered");

    /// <summary>On its way.</summary>
    public static FbsTrackingCode OnWay { get; } = new("on_way");

    /// <summary>Arrived at a warehouse of WB.</summary>
    public static FbsTrackingCode ArrivedAtWbWh { get; } = new("arrived_at_wb_wh");

    /// <summary>Left the warehouse.</summary>
    public static FbsTrackingCode DispatchedFromWh { get; } = new("dispatched_from_wh");

    /// <summary>At customs.</summary>
    public static FbsTrackingCode CustomsClearance { get; } = new("customs_clearance");

    /// <summary>Through customs.</summary>
    public static FbsTrackingCode CustomsClearanceCompleted { get; } = new("customs_clearance_completed");

    /// <summary>Left the seller's country.</summary>
    public static FbsTrackingCode DepartedFromOriginCountry { get; } = new("departed_from_origin_country");

    /// <summary>Arrived in the buyer's country.</summary>
    public static FbsTrackingCode ArrivedInDestinationCountry { get; } = new("arrived_in_destination_country");

    /// <summary>On its way to WB's sorting centre.</summary>
    public static FbsTrackingCode OnWayToWbSc { get; } = new("on_way_to_wb_sc");

    /// <summary>Accepted at WB's sorting centre.</summary>
    public static FbsTrackingCode AcceptedAtWbSc { get; } = new("accepted_at_wb_sc");

    /// <summary>Cancelled.</summary>
    public static FbsTrackingCode Canceled { get; } = new("canceled");

    /// <summary>The buyer could not be reached.</summary>
    public static FbsTrackingCode FailedToReachClient { get; } = new("failed_to_reach_client");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FbsTrackingCode From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
