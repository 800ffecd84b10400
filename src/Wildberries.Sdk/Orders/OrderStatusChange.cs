namespace Wildberries.Sdk.Orders;

/// <summary>An order has another status than before.</summary>
/// <typeparam name="TStatus">What WB tells of an order of this kind.</typeparam>
public sealed record OrderStatusChange<TStatus>
    where TStatus : class
{
    /// <summary>The number of the order.</summary>
    public required long OrderId { get; init; }

    /// <summary>What WB told before; <see langword="null"/>: it has not told of this order before.</summary>
    public TStatus? Previous { get; init; }

    /// <summary>What WB tells now.</summary>
    public required TStatus Current { get; init; }
}
