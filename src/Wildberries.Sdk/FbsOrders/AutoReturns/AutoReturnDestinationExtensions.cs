namespace Wildberries.Sdk.FbsOrders;

/// <summary>What places of return mean.</summary>
internal static class AutoReturnDestinationExtensions
{
    /// <summary>Whether WB takes it; the others it only tells.</summary>
    public static bool CanBeSet(this AutoReturnDestination destination) =>
        destination == AutoReturnDestination.Warehouse || destination == AutoReturnDestination.PickupPoint;
}
