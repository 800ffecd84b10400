using System.Globalization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>How far a <see cref="StockSynchronizer"/> is.</summary>
public sealed record StockSyncProgress
{
    /// <summary>How many sizes there are.</summary>
    public int Total { get; init; }

    /// <summary>How many of them were compared with what is at WB.</summary>
    public int Compared { get; init; }

    /// <summary>How many of those differ.</summary>
    public int Different { get; init; }

    /// <summary>How many of the different ones are settled: changed, refused or unknown.</summary>
    public int Settled { get; init; }

    /// <summary>Whether it waits until WB has worked on the warehouse.</summary>
    public bool IsWaitingForWarehouse { get; init; }

    /// <summary>How far it is, in one line.</summary>
    /// <returns>For example <c>3000 of 100000 compared, 1200 differ, 1000 settled</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Compared} of {Total} compared, {Different} differ, {Settled} settled{(IsWaitingForWarehouse ? ", waiting for the warehouse" : "")}");
}
