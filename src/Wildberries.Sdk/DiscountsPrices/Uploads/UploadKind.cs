namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What tells one kind of upload from another.</summary>
/// <typeparam name="TRow">The rows.</typeparam>
internal sealed class UploadKind<TRow>
{
    /// <summary>The short name of the operation that sends, for exceptions.</summary>
    public required string Operation { get; init; }

    /// <summary>Which product, and which size, a row is about.</summary>
    public required Func<TRow, PriceUploadRow> Describe { get; init; }

    public required Func<TRow[], CancellationToken, Task<UploadAnswer>> SendAsync { get; init; }

    /// <summary>Whether a product is already as the row wants it; <see langword="null"/> where WB does not refuse rows for that.</summary>
    public Func<TRow, ProductPrices, bool>? IsSet { get; init; }

    /// <summary>Which of some rows are as wanted already, for kinds that the prices do not tell; <see langword="null"/>: nobody can say.</summary>
    public Func<IReadOnlySet<TRow>, CancellationToken, Task<HashSet<TRow>>>? FindHoldingAsync { get; init; }

    /// <summary>Whether the uploads wait for a day that may be far off, so that nobody waits with them.</summary>
    public bool EndsScheduled { get; init; }
}
