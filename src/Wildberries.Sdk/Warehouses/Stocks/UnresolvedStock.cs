namespace Wildberries.Sdk.Warehouses;

/// <summary>A row whose key does not tell which size is meant. Nothing of it is sent.</summary>
public sealed record UnresolvedStock
{
    /// <summary>The row's place among those that were given, from 0 on.</summary>
    public required int Index { get; init; }

    /// <summary>The row.</summary>
    public required StockTarget Target { get; init; }

    /// <summary>Why.</summary>
    public required StockKeyFault Fault { get; init; }

    /// <summary>The sizes that it may mean; none where no size has the key.</summary>
    public IReadOnlyList<long> ChrtIds { get => field ?? []; init; } = [];
}
