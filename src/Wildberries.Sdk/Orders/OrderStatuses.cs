namespace Wildberries.Sdk.Orders;

/// <summary>The statuses of orders that were asked for: each order stands in one of the two lists.</summary>
/// <typeparam name="TStatus">What WB tells of an order of this kind.</typeparam>
public sealed record OrderStatuses<TStatus>
    where TStatus : class
{
    /// <summary>The statuses, in the order in which they were asked for.</summary>
    public IReadOnlyList<TStatus> Found { get; init; } = [];

    /// <summary>
    /// The numbers of the orders that WB does not tell of: they are another seller's, of another kind, or do not exist; or what WB tells of them cannot be read, or
    /// comes later.
    /// </summary>
    public IReadOnlyList<long> Missing { get; init; } = [];
}
