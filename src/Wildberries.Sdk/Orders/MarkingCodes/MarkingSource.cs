namespace Wildberries.Sdk.Orders;

/// <summary>Where an area tells what orders can have and where they stand.</summary>
internal sealed record MarkingSource
{
    /// <summary>The label identifiers of orders, any number of them.</summary>
    public required Func<IReadOnlyList<long>, CancellationToken, Task<IEnumerable<(long OrderId, IReadOnlyList<MarkingDetail> Details)>>> GetDetailsAsync { get; init; }

    /// <summary>How far the seller is with orders, any number of them.</summary>
    public required Func<IReadOnlyList<long>, CancellationToken, Task<IEnumerable<(long OrderId, SupplierStatus Status)>>> GetStatusesAsync { get; init; }
}
