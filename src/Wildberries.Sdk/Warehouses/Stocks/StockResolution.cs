using System.Globalization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Which sizes rows with keys of your own books mean, and of which rows that cannot be told.</summary>
public sealed record StockResolution
{
    /// <summary>The stocks of the sizes that could be told.</summary>
    public IReadOnlyList<Stock> Stocks { get => field ?? []; init; } = [];

    /// <summary>The rows of which it cannot be told which size they mean.</summary>
    public IReadOnlyList<UnresolvedStock> Unresolved { get => field ?? []; init; } = [];

    /// <summary>The index by which they were resolved.</summary>
    public SizeIndex? Sizes { get; init; }

    /// <summary>How many there are of each.</summary>
    /// <returns>For example <c>1200 stocks, 3 unresolved</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stocks.Count} stocks, {Unresolved.Count} unresolved");
}
