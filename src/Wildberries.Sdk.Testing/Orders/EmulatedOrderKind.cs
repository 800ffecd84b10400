namespace Wildberries.Sdk.Testing;

/// <summary>How an order gets to the buyer, and so which of WB's operations it is found with.</summary>
public enum EmulatedOrderKind
{
    /// <summary>From the seller's stock through WB's warehouse.</summary>
    Fbs = 0,

    /// <summary>A courier of WB fetches it from the seller.</summary>
    Dbw = 1,

    /// <summary>The seller delivers it.</summary>
    Dbs = 2,

    /// <summary>The seller delivers it at once (EDBS).</summary>
    Express = 3,

    /// <summary>The seller delivers it to a pickup point of WB.</summary>
    DbsPickupPoint = 4,

    /// <summary>The buyer fetches it from the seller (in-store pickup).</summary>
    Pickup = 5,
}
