namespace Wildberries.Sdk.Warehouses;

/// <summary>How many pieces there should be of a size that is named by a key of your own books.</summary>
public sealed record StockTarget
{
    /// <summary>What names the size.</summary>
    public required StockKey Key { get; init; }

    /// <summary>The pieces that can be sold, from 0 to 100,000.</summary>
    public required int Quantity { get; init; }
}
