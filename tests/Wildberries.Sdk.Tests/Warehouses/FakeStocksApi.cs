using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

/// <summary>A warehouse of one seller: keeps stocks as WB does, and fails as a test says.</summary>
internal sealed class FakeStocksApi : IWarehousesApi
{
    public const long WarehouseId = 7;

    private readonly Dictionary<long, int?> _old = [];

    public SortedDictionary<long, int> Stocks { get; } = [];

    /// <summary>Sizes that are refused: how the answer names them, with the code.</summary>
    public Dictionary<long, Naming> Refused { get; } = [];

    public Dictionary<long, string> Barcodes { get; } = [];

    /// <summary>Whether a 409 sets the rows that it does not refuse.</summary>
    public bool AppliesRest { get; set; }

    /// <summary>Whether what such a 409 has set shows only when it is read for the second time.</summary>
    public bool ShowsRestLate { get; set; }

    /// <summary>What the next writes are answered with; then all are taken.</summary>
    public Queue<WriteAnswer> Answers { get; } = [];

    /// <summary>What the next reads throw; <see langword="null"/>: nothing.</summary>
    public Queue<Exception?> ReadFailures { get; } = [];

    /// <summary>How many times more the list says that the warehouse is worked on.</summary>
    public int ProcessingLooks { get; set; }

    public bool IsDeleting { get; set; }

    public bool IsListed { get; set; } = true;

    public Action? BeforeRead { get; set; }

    public Action? AfterRead { get; set; }

    /// <summary>What a read shows of a stock.</summary>
    public Func<long, int, int> Shown { get; set; } = (_, stock) => stock;

    /// <summary>Sizes whose amount comes in a form that cannot be read.</summary>
    public HashSet<long> Unreadable { get; } = [];

    public Action? BeforeWrite { get; set; }

    public Action? AfterWrite { get; set; }

    public Func<CancellationToken, Task>? Writing { get; set; }

    /// <summary>Each write that came about: which sizes were set to what.</summary>
    public List<IReadOnlyDictionary<long, int>> Applied { get; } = [];

    /// <summary>How many rows each call had.</summary>
    public List<string> Calls { get; } = [];

    public int Count(string kind) => Calls.Count(call => call.StartsWith(kind, StringComparison.Ordinal));

    public Task<StocksResponse> GetStocksAsync(long warehouseId, SizesRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal(WarehouseId, warehouseId);
        cancellationToken.ThrowIfCancellationRequested();
        BeforeRead?.Invoke();
        Calls.Add($"read {request.ChrtIds.Count}");
        if (ReadFailures.TryDequeue(out Exception? failure) && failure is not null)
            throw failure;
        var answer = new StocksResponse { Stocks = [.. request.ChrtIds.Select(StockOf).OfType<Stock>()] };
        AfterRead?.Invoke();
        return Task.FromResult(answer);
    }

    public async Task UpdateStocksAsync(long warehouseId, StocksRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal(WarehouseId, warehouseId);
        cancellationToken.ThrowIfCancellationRequested();
        if (Writing is not null)
            await Writing(cancellationToken);
        BeforeWrite?.Invoke();
        Calls.Add($"write {request.Stocks.Count}");
        WriteAnswer answer = Answers.TryDequeue(out WriteAnswer next) ? next : WriteAnswer.Taken;
        switch (answer)
        {
            case WriteAnswer.LostBefore:
                throw new WildberriesConnectionException("lost") { Delivery = Delivery.Unknown };
            case WriteAnswer.NotSent:
                throw new WildberriesConnectionException("no connection") { Delivery = Delivery.NotSent };
            case WriteAnswer.Limited:
                throw new WildberriesRateLimitException("limit") { Delivery = Delivery.NotSent, RetryAfter = TimeSpan.FromSeconds(7) };
            case WriteAnswer.Blocked:
                throw Failure(HttpStatusCode.NotAcceptable, "WarehouseStocksUpdateBlock");
            case WriteAnswer.Banned:
                throw Failure(HttpStatusCode.NotAcceptable, "StatusNotAcceptable");
            case WriteAnswer.Processing:
                throw Conflict("StoreIsProcessing");
            case WriteAnswer.NoWarehouse:
                throw new WildberriesNotFoundException("404") { StatusCode = HttpStatusCode.NotFound, Delivery = Delivery.Refused };
        }

        Stock[] refused = [.. request.Stocks.Where(stock => Refused.ContainsKey(stock.ChrtId))];
        if (answer != WriteAnswer.Ignored && (refused.Length == 0 || AppliesRest))
        {
            Stock[] rest = [.. request.Stocks.Except(refused)];
            foreach (Stock stock in refused.Length > 0 && ShowsRestLate ? rest : [])
                _old[stock.ChrtId] = Stocks.TryGetValue(stock.ChrtId, out int old) ? old : null;
            Apply(rest);
        }

        AfterWrite?.Invoke();
        if (answer == WriteAnswer.LostAfter)
            throw new WildberriesServerException("502") { StatusCode = HttpStatusCode.BadGateway, Delivery = Delivery.Unknown };
        if (refused.Length > 0)
            throw Conflict("Refused", [.. refused.Where(stock => Refused[stock.ChrtId] != Naming.None).Select(RowOf)]);
    }

    public Task<IReadOnlyList<Warehouse>> GetWarehousesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add("look");
        bool isProcessing = ProcessingLooks > 0;
        ProcessingLooks -= isProcessing ? 1 : 0;
        var other = new Warehouse { Id = 1, IsProcessing = true };
        return Task.FromResult<IReadOnlyList<Warehouse>>(
            IsListed ? [other, new Warehouse { Id = WarehouseId, IsProcessing = isProcessing, IsDeleting = IsDeleting }] : [other]);
    }

    public Task<IReadOnlyList<Office>> GetOfficesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CreatedWarehouse> CreateWarehouseAsync(WarehouseRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task UpdateWarehouseAsync(long warehouseId, WarehouseRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteWarehouseAsync(long warehouseId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<WarehouseContacts> GetContactsAsync(long warehouseId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SetContactsAsync(long warehouseId, WarehouseContactsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteStocksAsync(long warehouseId, SizesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    // WB says nothing of a size that it has no stock of.
    private Stock? StockOf(long chrtId)
    {
        if (_old.Remove(chrtId, out int? old))
            return old is { } stock ? new Stock { ChrtId = chrtId, Quantity = stock } : null;
        if (!Stocks.TryGetValue(chrtId, out int now))
            return null;
        return Unreadable.Contains(chrtId)
            ? new Stock { ChrtId = chrtId, UnreadableProperties = new Dictionary<string, JsonElement> { ["amount"] = JsonElement.Parse("\"many\"") } }
            : new Stock { ChrtId = chrtId, Quantity = Shown(chrtId, now) };
    }

    private void Apply(Stock[] stocks)
    {
        foreach (Stock stock in stocks)
            Stocks[stock.ChrtId] = stock.Quantity;
        Applied.Add(stocks.ToDictionary(stock => stock.ChrtId, stock => stock.Quantity));
    }

    private ProblemRow RowOf(Stock stock) => new(
        "Restricted",
        "Not for this warehouse",
        Refused[stock.ChrtId] == Naming.Barcode
            ? [new("sku", Barcodes[stock.ChrtId]), new("amount", "1")]
            : [new("chrtid", $"{stock.ChrtId}"), new("amount", "1")]);

    private static WildberriesApiException Failure(HttpStatusCode status, string code) =>
        new($"{(int)status}") { StatusCode = status, Delivery = Delivery.Refused, Code = code, Detail = "words" };

    private static WildberriesConflictException Conflict(string code, IReadOnlyList<ProblemRow>? rows = null) =>
        new("409") { StatusCode = HttpStatusCode.Conflict, Delivery = Delivery.Refused, Code = code, Detail = "words", Rows = rows ?? [] };

    internal enum Naming
    {
        ChrtId,
        Barcode,
        None,
    }

    internal enum WriteAnswer
    {
        Taken,
        Ignored,
        LostBefore,
        LostAfter,
        NotSent,
        Limited,
        Blocked,
        Banned,
        Processing,
        NoWarehouse,
    }
}
