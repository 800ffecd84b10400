namespace Wildberries.Sdk.Orders;

/// <summary>What became of one of the orders that were to be changed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderChange
{
    /// <summary>The order's place among those that were given, from 0 on; of one that was given twice, the first.</summary>
    public int Index { get; init; }

    /// <summary>The order's id.</summary>
    public long OrderId { get; init; }

    /// <summary>The kind of label identifier that was to be set; empty if it was the status that was to be changed.</summary>
    public MarkingCodeKind Kind { get; init; }

    /// <summary>What became of it.</summary>
    public OrderChangeOutcome Outcome { get; init; }

    /// <summary>What kind of refusal it is, in the numbers of HTTP; <see langword="null"/> if WB has not refused it.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>WB's word for the reason, or the word that WB would have for what was found before it was sent; empty if there is none.</summary>
    public OrderErrorReason Reason { get; init; }

    /// <summary>
    /// Why it was refused or why nobody knows: in WB's words, or in the SDK's where WB says nothing more. <see langword="null"/> if all is well.
    /// </summary>
    public string? ErrorText { get; init; }

    /// <summary>The label identifiers that stand in the way, if that is why WB has refused it.</summary>
    public IReadOnlyList<MarkingDetail> Markings { get => field ?? []; init; } = [];

    /// <summary>What the SDK has found wrong with the codes that were to be set: why they were not sent, or warnings.</summary>
    public IReadOnlyList<MarkingProblem> Problems { get => field ?? []; init; } = [];

    /// <summary>Orders that are to be changed: those that are given, each once.</summary>
    internal static OrderChange[] Of(IEnumerable<long> given) =>
    [
        .. given.Select((id, index) => new OrderChange { Index = index, OrderId = id, Outcome = OrderChangeOutcome.NotSent }).DistinctBy(order => order.OrderId),
    ];
}
