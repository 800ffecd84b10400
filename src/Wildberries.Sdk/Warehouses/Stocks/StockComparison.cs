namespace Wildberries.Sdk.Warehouses;

/// <summary>Compares what should be there with what is, a batch at a time. Between batches it keeps nothing but room for the next.</summary>
internal sealed class StockComparison
{
    private readonly Dictionary<long, int> _found = new(StockRows.MaxRows);
    private readonly HashSet<long> _unreadable = [];
    private bool _lacksSizes;

    /// <summary>Notes in each row what is there.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="stocks">What WB knows of their sizes.</param>
    /// <param name="start">The place of the first row among all.</param>
    /// <param name="different">Gets the places of the rows that differ.</param>
    /// <param name="unreadable">What is said of a row of which nobody can say whether it differs.</param>
    public void Compare(Span<StockSyncRow> rows, StocksResponse? stocks, int start, List<int> different, string unreadable)
    {
        Note(stocks);
        for (int i = 0; i < rows.Length; i++)
        {
            ref StockSyncRow row = ref rows[i];
            int? quantity = Find(row.ChrtId);
            if (IsUnreadable(row.ChrtId))
            {
                row = row with { Outcome = StockSyncOutcome.Unknown, Reason = unreadable };
                continue;
            }

            // Where WB knows nothing of a size, nothing of it can be bought: that is what 0 means.
            bool isInStep = (quantity ?? 0) == row.Desired;
            row = row with { Before = quantity, Now = quantity, Outcome = isInStep ? StockSyncOutcome.Unchanged : StockSyncOutcome.Pending };
            if (!isInStep)
                different.Add(start + i);
        }
    }

    /// <summary>Takes what WB knows, in the place of what it knew of the last batch.</summary>
    public void Note(StocksResponse? stocks)
    {
        _found.Clear();
        _unreadable.Clear();
        _lacksSizes = stocks?.UnreadableProperties.Count > 0;

        // By place: an enumerator would be memory for each batch.
        for (int i = 0; i < stocks?.Stocks.Count; i++)
        {
            if (stocks.Stocks[i] is not { } stock)
                continue;
            if (stock.UnreadableProperties.Count == 0)
                _found[stock.ChrtId] = stock.Quantity;
            else if (stock.ChrtId != 0)
                _unreadable.Add(stock.ChrtId);
            else
                _lacksSizes = true;
        }
    }

    /// <summary>
    /// Whether WB may know something of a size of this batch that cannot be read: an amount; or a size, which may be any of those that are not in the answer.
    /// </summary>
    public bool IsUnreadable(long chrtId) => _unreadable.Contains(chrtId) || (_lacksSizes && !_found.ContainsKey(chrtId));

    /// <summary>What WB knows of a size of this batch.</summary>
    public int? Find(long chrtId) => _found.TryGetValue(chrtId, out int quantity) ? quantity : null;
}
