using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Comparing the stocks of 100,000 sizes with what WB has: it must take less than a second, and no memory beyond what is given and the result.</summary>
[MemoryDiagnoser]
public class StockBenchmarks
{
    private const int Batch = 1000;

    private StockSyncRow[] _rows = [];
    private StocksResponse[] _answers = [];
    private Stock[] _desired = [];
    private AnsweringApi _api = null!;

    [Params(1_000, 100_000)]
    public int Sizes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _desired = [.. Enumerable.Range(1, Sizes).Select(i => new Stock { ChrtId = 300_000_000 + i, Quantity = i % 100 == 0 ? 60 : i % 50 })];
        _rows = [.. _desired.Select(stock => new StockSyncRow { ChrtId = stock.ChrtId, Desired = stock.Quantity })];
        _answers =
        [
            .. _desired.Chunk(Batch).Select(part => new StocksResponse { Stocks = [.. part.Select(stock => stock with { Quantity = (int)(stock.ChrtId % 50) })] }),
        ];
        _api = new AnsweringApi(_answers);
    }

    /// <summary>The comparison alone: what WB has is in memory.</summary>
    [Benchmark]
    public int Comparison()
    {
        var comparison = new StockComparison();
        var different = new List<int>(2 * Batch);
        int count = 0;
        for (int i = 0; i < _answers.Length; i++)
        {
            comparison.Compare(_rows.AsSpan(i * Batch, Batch), _answers[i], i * Batch, different, "");
            count += different.Count;
            different.Clear();
        }

        return count;
    }

    /// <summary>A whole dry run, with the checks of what is given and the result; only the network is left out.</summary>
    [Benchmark]
    public async Task<int> DryRun()
    {
        StockSyncResult result = await _api.SyncStocksAsync(7, _desired, new StockSyncOptions { DryRun = true });
        return result.Rows.Count;
    }

    private sealed class AnsweringApi(StocksResponse[] answers) : IWarehousesApi
    {
        private readonly Task<StocksResponse>[] _answers = [.. answers.Select(Task.FromResult)];

        public Task<StocksResponse> GetStocksAsync(long warehouseId, SizesRequest request, CancellationToken cancellationToken = default) =>
            _answers[(request.ChrtIds[0] - 300_000_001) / Batch];

        public Task<IReadOnlyList<Office>> GetOfficesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<Warehouse>> GetWarehousesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<CreatedWarehouse> CreateWarehouseAsync(WarehouseRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task UpdateWarehouseAsync(long warehouseId, WarehouseRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task DeleteWarehouseAsync(long warehouseId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<WarehouseContacts> GetContactsAsync(long warehouseId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task SetContactsAsync(long warehouseId, WarehouseContactsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task UpdateStocksAsync(long warehouseId, StocksRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task DeleteStocksAsync(long warehouseId, SizesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
