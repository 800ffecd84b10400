namespace Wildberries.Sdk.Testing;

/// <content>The stocks.</content>
public sealed partial class EmulatedWarehouses
{
    internal const string NotFoundCode = "NotFound";
    internal const string ProcessingCode = "StoreIsProcessing";
    internal const int MaxQuantity = 100_000;

    /// <summary>The stocks of a warehouse, by size.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <returns>What is there now.</returns>
    /// <exception cref="ArgumentException">There is no such warehouse.</exception>
    public IReadOnlyDictionary<long, int> StocksOf(long warehouseId)
    {
        lock (_lock)
            return new Dictionary<long, int>(Existing(warehouseId).Stocks);
    }

    /// <summary>Sets a stock, as somebody does in the seller portal.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="chrtId">The size.</param>
    /// <param name="quantity">The pieces; <see langword="null"/>: nothing is known of the size.</param>
    /// <exception cref="ArgumentException">There is no such warehouse, the size's number is not positive, or the stock is not from 0 to 100,000.</exception>
    public void SetStock(long warehouseId, long chrtId, int? quantity)
    {
        if (chrtId <= 0 || quantity is < 0 or > MaxQuantity)
            throw new ArgumentException($"The size {chrtId} cannot have a stock of {quantity}: the number is positive, the stock from 0 to 100,000.", nameof(quantity));
        lock (_lock)
        {
            State state = Existing(warehouseId);
            if (quantity is { } pieces)
                state.Stocks[chrtId] = pieces;
            else
                state.Stocks.Remove(chrtId);
        }
    }

    /// <summary>Sells pieces of a size, as many as there are.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="chrtId">The size.</param>
    /// <param name="quantity">How many buyers want.</param>
    /// <returns>How many were sold.</returns>
    /// <exception cref="ArgumentException">There is no such warehouse.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is not positive.</exception>
    public int Sell(long warehouseId, long chrtId, int quantity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        lock (_lock)
        {
            State state = Existing(warehouseId);
            int sold = Math.Min(quantity, state.Stocks.GetValueOrDefault(chrtId));
            if (sold > 0)
                state.Stocks[chrtId] -= sold;
            return sold;
        }
    }

    /// <summary>Lets WB refuse the stock of a size from now on, with 409, in every warehouse.</summary>
    /// <param name="chrtId">The size.</param>
    /// <param name="code">Why: WB's code, for example <c>CargoWarehouseRestrictionKGTPlus</c>; <see langword="null"/> ends the refusals.</param>
    /// <param name="barcode">Its barcode: WB's answer then names the row by it, and not by the size's number.</param>
    /// <param name="isNamed">Whether the answer names the row at all.</param>
    public void Refuse(long chrtId, string? code = NotFoundCode, string? barcode = null, bool isNamed = true)
    {
        lock (_lock)
        {
            if (code is null)
                _refusals.Remove(chrtId);
            else
                _refusals[chrtId] = new StockRefusal(code, barcode, isNamed);
        }
    }

    /// <summary>Lets WB answer the next updates of stocks with success and change nothing.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public void IgnoreNextUpdates(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_lock)
            _ignored += count;
    }

    /// <summary>The stocks of sizes; <see langword="null"/>: there is no such warehouse.</summary>
    internal IReadOnlyList<(long ChrtId, int Quantity)>? FindStocks(long warehouseId, IEnumerable<long> chrtIds)
    {
        lock (_lock)
        {
            return StateOf(warehouseId) is { } state
                ? [.. chrtIds.Distinct().Where(state.Stocks.ContainsKey).Select(chrtId => (chrtId, state.Stocks[chrtId]))]
                : null;
        }
    }

    /// <summary>Sets stocks, or says why not.</summary>
    internal StockUpdate Update(long warehouseId, IReadOnlyList<(long ChrtId, int Quantity)> rows)
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (StateOf(warehouseId) is not { } state)
                return new StockUpdate(404);
            if (_isBanned)
                return new StockUpdate(406, "StatusNotAcceptable");
            if (state.DeletedAt is not null)
                return new StockUpdate(409, ProcessingCode);
            if (state.ProcessingUntil > now || state.BlockedUntil > now)
                return new StockUpdate(406, "WarehouseStocksUpdateBlock");
            var refused = new List<RefusedRow>();
            foreach ((long chrtId, int quantity) in rows)
            {
                if (quantity is < 0 or > MaxQuantity)
                    refused.Add(new RefusedRow("UploadDataLimit", chrtId, quantity, null, IsNamed: true));
                else if (_refusals.TryGetValue(chrtId, out StockRefusal? refusal))
                    refused.Add(new RefusedRow(refusal.Code, chrtId, quantity, refusal.Barcode, refusal.IsNamed));
            }

            if (_ignored > 0 && refused.Count == 0)
            {
                _ignored--;
                return new StockUpdate(204);
            }

            if (refused.Count == 0 || _appliesRest)
            {
                foreach ((long chrtId, int quantity) in rows)
                {
                    if (!refused.Exists(row => row.ChrtId == chrtId))
                        state.Stocks[chrtId] = quantity;
                }
            }

            return refused.Count == 0 ? new StockUpdate(204) : new StockUpdate(409) { Refused = refused };
        }
    }

    /// <summary>Deletes stocks, or says why not.</summary>
    internal (int Status, IReadOnlyList<long> Missing) DeleteStocks(long warehouseId, IReadOnlyList<long> chrtIds)
    {
        lock (_lock)
        {
            if (StateOf(warehouseId) is not { } state)
                return (404, []);
            if (state.DeletedAt is not null || state.ProcessingUntil > _time.GetUtcNow())
                return (409, []);
            if (chrtIds.Where(chrtId => !state.Stocks.ContainsKey(chrtId)).ToArray() is { Length: > 0 } missing)
                return (404, missing);
            foreach (long chrtId in chrtIds)
                state.Stocks.Remove(chrtId);
            return (204, []);
        }
    }

    internal sealed record RefusedRow(string Code, long ChrtId, int Quantity, string? Barcode, bool IsNamed);

    internal sealed record StockUpdate(int Status, string? Code = null)
    {
        public IReadOnlyList<RefusedRow> Refused { get; init; } = [];
    }
}
