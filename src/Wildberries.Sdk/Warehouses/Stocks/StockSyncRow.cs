namespace Wildberries.Sdk.Warehouses;

/// <summary>What became of the stock of one size.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public readonly record struct StockSyncRow
{
    /// <summary>The size's number at WB.</summary>
    public long ChrtId { get; init; }

    /// <summary>How many pieces there should be.</summary>
    public int Desired { get; init; }

    /// <summary>How many there were; <see langword="null"/>: WB knew nothing of the size, or it was not read.</summary>
    public int? Before { get; init; }

    /// <summary>
    /// How many there were when it was last read; <see langword="null"/>: WB knew nothing of the size, or it was not read. Fewer than <see cref="Desired"/>
    /// of a size that was changed were sold meanwhile.
    /// </summary>
    public int? Now { get; init; }

    /// <summary>What became of it.</summary>
    public StockSyncOutcome Outcome { get; init; }

    /// <summary>Why it was refused, or why nobody knows: WB's code and words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    public string? Reason { get; init; }
}
