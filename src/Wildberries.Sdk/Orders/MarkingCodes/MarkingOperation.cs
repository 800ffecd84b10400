namespace Wildberries.Sdk.Orders;

/// <summary>The operation of an area that sets label identifiers of a kind.</summary>
internal sealed record MarkingOperation
{
    public required MarkingCodeKind Kind { get; init; }

    /// <summary>How many codes WB takes for an order.</summary>
    public int MaxCodes { get; init; } = 1;

    /// <summary>How many orders WB takes at once.</summary>
    public int Size { get; init; } = OrderLimits.MaxOrders;

    /// <summary>Whether it wants the country of origin.</summary>
    public bool NeedsCountry { get; init; }

    /// <summary>The statuses in which an order takes them.</summary>
    public IReadOnlyList<SupplierStatus> Statuses { get; init; } = [SupplierStatus.Confirm];

    public required Func<OrderMarkingCodes[], CancellationToken, Task<IEnumerable<OrderAnswer>>> SendAsync { get; init; }

    /// <summary>An operation that takes one order, and says that it is done by saying nothing.</summary>
    public static MarkingOperation OfOne(MarkingCodeKind kind, Func<OrderMarkingCodes, CancellationToken, Task> send, int maxCodes = 1) => new()
    {
        Kind = kind,
        MaxCodes = maxCodes,
        Size = 1,
        SendAsync = async (rows, token) =>
        {
            await send(rows[0], token).ConfigureAwait(false);
            return [OrderAnswer.Done(rows[0].OrderId)];
        },
    };
}
