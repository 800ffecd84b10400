namespace Wildberries.Sdk.FbsOrders;

/// <summary>What became of the wish that a size goes back to a certain place.</summary>
public enum AutoReturnOutcome
{
    /// <summary>It goes there already; nothing was sent.</summary>
    Unchanged,

    /// <summary>It goes there now.</summary>
    Changed,

    /// <summary>WB does not know the size, or it is not of a small product, or its place cannot be changed. Nothing was sent, or WB refused it.</summary>
    Refused,

    /// <summary>The request with it failed: it may have been changed.</summary>
    Unknown,

    /// <summary>A request before it failed, and it was not sent.</summary>
    NotSent,
}
