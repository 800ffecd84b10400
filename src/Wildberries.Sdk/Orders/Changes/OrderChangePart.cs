namespace Wildberries.Sdk.Orders;

/// <summary>Orders that one operation is to change.</summary>
internal sealed record OrderChangePart
{
    /// <summary>Their places among all.</summary>
    public required IReadOnlyList<int> Places { get; init; }

    /// <summary>How many WB takes at once.</summary>
    public int Size { get; init; } = OrderLimits.MaxOrders;

    /// <summary>Sends those at some places.</summary>
    public required OrderSend SendAsync { get; init; }

    /// <summary>Asks what WB knows of them before they are sent; <see langword="null"/>: nothing is asked.</summary>
    public OrderCheck? CheckAsync { get; init; }
}
