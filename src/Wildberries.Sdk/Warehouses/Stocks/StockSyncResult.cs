using System.Globalization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>
/// What became of the stocks that were given to a <see cref="StockSynchronizer"/>: each size is in exactly one of <see cref="Changed"/>, <see cref="Unchanged"/>,
/// <see cref="Refused"/>, <see cref="Unknown"/> and <see cref="Pending"/>.
/// </summary>
public sealed record StockSyncResult
{
    /// <summary>The warehouse.</summary>
    public required long WarehouseId { get; init; }

    /// <summary>Whether nothing was sent, because it was a dry run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// All sizes, in the order in which they were given; those of all sizes that were not given follow, with 0 wanted. None if the synchronization ended before it read
    /// what is wanted.
    /// </summary>
    public IReadOnlyList<StockSyncRow> Rows { get => field ?? []; init; } = [];

    /// <summary>What was given by keys that could not be told: nothing of it was sent.</summary>
    public IReadOnlyList<UnresolvedStock> Unresolved { get => field ?? []; init; } = [];

    /// <summary>The sizes whose stock was set.</summary>
    public IReadOnlyList<StockSyncRow> Changed => Of(StockSyncOutcome.Changed);

    /// <summary>The sizes whose stock was as wanted already.</summary>
    public IReadOnlyList<StockSyncRow> Unchanged => Of(StockSyncOutcome.Unchanged);

    /// <summary>The sizes whose stock WB does not take; their <see cref="StockSyncRow.Reason"/> says why.</summary>
    public IReadOnlyList<StockSyncRow> Refused => Of(StockSyncOutcome.Refused);

    /// <summary>The sizes of which nobody can say what became of them.</summary>
    public IReadOnlyList<StockSyncRow> Unknown => Of(StockSyncOutcome.Unknown);

    /// <summary>The sizes whose stock differs and was not sent: in a dry run, or because the synchronization ended before.</summary>
    public IReadOnlyList<StockSyncRow> Pending => Of(StockSyncOutcome.Pending);

    /// <summary>Whether every stock is as it should be: nothing is refused, unknown, pending or unresolved.</summary>
    public bool IsInStep => Unresolved.Count == 0 && Rows.All(row => row.Outcome is StockSyncOutcome.Changed or StockSyncOutcome.Unchanged);

    /// <summary>How many sizes are in which state, in one line.</summary>
    /// <returns>For example <c>1500 sizes in warehouse 658434: 20 changed, 1478 unchanged, 2 refused, 0 unknown, 0 pending</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} sizes in warehouse {WarehouseId}: {Count(StockSyncOutcome.Changed)} changed, {Count(StockSyncOutcome.Unchanged)} unchanged, "
        + $"{Count(StockSyncOutcome.Refused)} refused, {Count(StockSyncOutcome.Unknown)} unknown, {Count(StockSyncOutcome.Pending)} pending");

    private StockSyncRow[] Of(StockSyncOutcome outcome) => [.. Rows.Where(row => row.Outcome == outcome)];

    private int Count(StockSyncOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
