using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;
using static Wildberries.Sdk.Tests.Warehouses.FakeStocksApi;

namespace Wildberries.Sdk.Tests.Warehouses;

/// <summary>Two synchronizations of one warehouse at once: in one process and in several.</summary>
public sealed class StockSyncTurnTests
{
    private const string Lease = "stocks of warehouse 7";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_process_one_waits_for_the_other_and_nothing_is_kept_afterwards()
    {
        var api = new FakeStocksApi();
        var gate = new TaskCompletionSource();
        api.Writing = _ => gate.Task;
        Task<StockSyncResult> first = SyncAsync(api, 5);
        Task<StockSyncResult> second = SyncAsync(api, 6);
        Assert.Equal(["read 1"], api.Calls);
        Assert.False(second.IsCompleted);
        Assert.Equal(1, ProcessLocks.CountOf(api));
        gate.SetResult();
        Assert.Single((await first).Changed);
        Assert.Equal(5, Assert.Single((await second).Changed).Before);
        Assert.Equal(["read 1", "write 1", "read 1", "read 1", "write 1", "read 1"], api.Calls);
        Assert.Equal(0, ProcessLocks.CountOf(api));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_wanted_is_read_when_the_turn_has_come(bool isStream)
    {
        var api = new FakeStocksApi();
        var gate = new TaskCompletionSource();
        api.Writing = _ => gate.Task;
        int inBooks = 9;
        Task<StockSyncResult> first = SyncAsync(api, 5);
        var waiting = new StockSynchronizer(api, null, new FakeTimeProvider());
        Task<StockSyncResult> second = isStream
            ? waiting.SyncAsync(WarehouseId, Books().ToAsyncEnumerable(), cancellationToken: Cancel)
            : waiting.SyncAsync(WarehouseId, Books(), cancellationToken: Cancel);
        inBooks = 3;
        gate.SetResult();
        await first;
        Assert.Equal((5, 3), (Assert.Single((await second).Changed).Before, api.Stocks[1]));

        IEnumerable<Stock> Books()
        {
            yield return new Stock { ChrtId = 1, Quantity = inBooks };
        }
    }

    [Fact]
    public async Task Across_processes_too_what_is_wanted_is_read_when_the_turn_has_come()
    {
        var store = new InMemoryStateStore();
        var clock = new FakeTimeProvider();
        var api = new FakeStocksApi();
        bool isRead = false;
        StateLease other = await StateLease.TakeAsync(store, "seller", Lease, TimeSpan.FromMinutes(1), clock, Cancel);
        Task<StockSyncResult> sync = new StockSynchronizer(api, Leased(store), clock).SyncAsync(WarehouseId, Books(), cancellationToken: Cancel);
        for (int i = 0; i < 30; i++)
            await TickAsync(clock);
        Assert.False(isRead);
        await other.DisposeAsync();
        while (!sync.IsCompleted)
            await TickAsync(clock);
        Assert.Single((await sync).Changed);

        IEnumerable<Stock> Books()
        {
            isRead = true;
            yield return new Stock { ChrtId = 1, Quantity = 5 };
        }
    }

    [Fact]
    public async Task Another_warehouse_or_another_seller_is_not_waited_for()
    {
        using IDisposable held = await ProcessLocks.TakeAsync("seller one", 1, Cancel);
        using IDisposable otherWarehouse = await ProcessLocks.TakeAsync("seller one", 2, Cancel);
        using IDisposable otherSeller = await ProcessLocks.TakeAsync("seller two", 1, Cancel);
        Assert.Equal((2, 1), (ProcessLocks.CountOf("seller one"), ProcessLocks.CountOf("seller two")));
        Task<IDisposable> waiting = ProcessLocks.TakeAsync("seller one", 1, Cancel);
        Assert.False(waiting.IsCompleted);
        held.Dispose();
        held.Dispose();
        (await waiting).Dispose();
        Assert.Equal(1, ProcessLocks.CountOf("seller one"));
    }

    [Fact]
    public async Task Who_gives_up_waiting_disturbs_nobody()
    {
        using var cancellation = new CancellationTokenSource();
        IDisposable held = await ProcessLocks.TakeAsync("seller three", 1, Cancel);
        Task<IDisposable> waiting = ProcessLocks.TakeAsync("seller three", 1, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        held.Dispose();
        Assert.Equal(0, ProcessLocks.CountOf("seller three"));
        (await ProcessLocks.TakeAsync("seller three", 1, Cancel)).Dispose();
    }

    [Fact]
    public async Task The_wait_for_the_other_ends_with_the_time_for_it()
    {
        var clock = new FakeTimeProvider();
        var api = new FakeStocksApi();
        var gate = new TaskCompletionSource();
        api.Writing = _ => gate.Task;
        Task<StockSyncResult> first = SyncAsync(api, 5, new StockSyncOptions { MaxWait = null });
        Task<StockSyncResult> second = SyncAsync(api, 6, new StockSyncOptions { MaxWait = TimeSpan.FromSeconds(30) }, clock);
        clock.Advance(TimeSpan.FromSeconds(30));
        var exception = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => second);
        Assert.Contains("another synchronization", exception.Message, StringComparison.Ordinal);
        Assert.Empty(exception.GetStockSyncResult()!.Rows);
        gate.SetResult();
        await first;
    }

    [Fact]
    public async Task Views_of_one_client_wait_for_each_other()
    {
        using var one = new FakeWildberries();
        var gate = new TaskCompletionSource();
        one.Answer((_, _) => Json("""{"stocks":[]}"""));
        one.Answer(async (_, _) =>
        {
            await gate.Task;
            return new HttpResponseMessage(System.Net.HttpStatusCode.NoContent);
        });
        one.Answer((_, _) => Json("""{"stocks":[{"chrtId":1,"amount":5}]}"""));
        one.Answer((_, _) => Json("""{"stocks":[{"chrtId":1,"amount":5}]}"""));
        Stock[] desired = [new Stock { ChrtId = 1, Quantity = 5 }];
        Task<StockSyncResult> first = one.Client.Warehouses.SyncStocksAsync(7, desired, cancellationToken: Cancel);
        Task<StockSyncResult> second = one.Client.With(new WildberriesCallOptions { TotalTimeout = TimeSpan.FromHours(1) }).Warehouses
            .SyncStocksAsync(7, desired, cancellationToken: Cancel);
        while (one.Arrivals.Count < 2)
            await Task.Yield();
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await one.Elapse(Task.WhenAll(first, second));
        Assert.Single((await first).Changed);
        Assert.Single((await second).Unchanged);
        Assert.Equal(4, one.Arrivals.Count);

        static Task<HttpResponseMessage> Json(string json) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });
    }

    [Fact]
    public async Task Across_processes_one_waits_until_the_other_gives_its_lease_back()
    {
        var store = new InMemoryStateStore();
        var clock = new FakeTimeProvider();
        var api = new FakeStocksApi();
        StateLease other = await StateLease.TakeAsync(store, "seller", Lease, TimeSpan.FromMinutes(1), clock, Cancel);
        Task<StockSyncResult> sync = SyncAsync(api, 5, Leased(store), clock);
        for (int i = 0; i < 300; i++)
            await TickAsync(clock);
        Assert.True(other.IsHeld);
        Assert.Empty(api.Calls);
        await other.DisposeAsync();

        // Read, written, read back: from then on nothing waits for the clock, and giving the lease back has a time of its own.
        while (api.Calls.Count < 3)
            await TickAsync(clock);
        Assert.Single((await sync).Changed);
        Assert.Null(await store.ReadAsync("seller", Lease, Cancel));
    }

    [Fact]
    public async Task The_lease_of_a_process_that_has_died_runs_out()
    {
        var store = new InMemoryStateStore();
        var clock = new FakeTimeProvider();
        await store.TryWriteAsync(
            "seller", Lease, """{"holder":"dead","until":"2100-01-01T00:00:00+00:00","duration":"00:01:00"}"""u8.ToArray(), 0, Cancel);
        var api = new FakeStocksApi();
        Task<StockSyncResult> sync = SyncAsync(api, 5, Leased(store), clock);
        for (int i = 0; i < 59; i++)
            await TickAsync(clock);
        Assert.Empty(api.Calls);
        while (!sync.IsCompleted)
            await TickAsync(clock);

        Assert.Single((await sync).Changed);
    }

    [Fact]
    public async Task A_lease_that_another_has_taken_ends_the_synchronization_before_anything_more_is_sent()
    {
        var store = new InMemoryStateStore();
        var clock = new FakeTimeProvider();
        var api = new FakeStocksApi();
        api.Writing = token => Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
        Task<StockSyncResult> sync = SyncAsync(api, 5, Leased(store), clock);
        StoredState stored = (await store.ReadAsync("seller", Lease, Cancel))!;
        await store.TryWriteAsync("seller", Lease, """{"holder":"other","duration":"00:01:00"}"""u8.ToArray(), stored.Version, Cancel);
        while (!sync.IsCompleted)
            await TickAsync(clock);
        var exception = await Assert.ThrowsAsync<WildberriesStateConflictException>(() => sync);
        Assert.Single(exception.GetStockSyncResult()!.Unknown);
        Assert.Contains("other", System.Text.Encoding.UTF8.GetString((await store.ReadAsync("seller", Lease, Cancel))!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_waits_is_not_sent_when_the_lease_cannot_be_renewed()
    {
        var store = new HangingStore();
        var clock = new FakeTimeProvider();
        var api = new FakeStocksApi();
        bool isSent = false;

        // So long it stands in the queue of the limit.
        api.Writing = async token =>
        {
            store.Hangs = true;
            await Task.Delay(TimeSpan.FromSeconds(65), clock, token);
            isSent = true;
        };
        Task<StockSyncResult> sync = SyncAsync(api, 5, new StockSyncOptions { LeaseStore = store, SellerId = "seller", MaxWait = null }, clock);
        for (int i = 0; i < 62 && !sync.IsCompleted; i++)
            await TickAsync(clock);

        // The lease is over and the queue is not.
        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => sync);
        Assert.False(isSent);
    }

    [Fact]
    public async Task A_lease_needs_to_know_whose_it_is()
    {
        var api = new FakeStocksApi();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SyncAsync(api, 5, new StockSyncOptions { LeaseStore = new InMemoryStateStore() }));
        Assert.Empty(api.Calls);
    }

    /// <summary>From some moment on it neither answers nor heeds a cancellation.</summary>
    private sealed class HangingStore : IStateStore
    {
        private readonly InMemoryStateStore _inner = new();

        public bool Hangs { get; set; }

        public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) =>
            Hangs ? new(new TaskCompletionSource<StoredState?>().Task) : _inner.ReadAsync(sellerId, name, cancellationToken);

        public ValueTask<StateWriteResult> TryWriteAsync(
            string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default) =>
            Hangs ? new(new TaskCompletionSource<StateWriteResult>().Task) : _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);

        public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
            Hangs ? new(new TaskCompletionSource<StateWriteResult>().Task) : _inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
    }

    private static StockSyncOptions Leased(InMemoryStateStore store) => new() { LeaseStore = store, SellerId = "seller", MaxWait = null };

    private static async Task TickAsync(FakeTimeProvider clock)
    {
        for (int i = 0; i < 10; i++)
            await Task.Yield();
        clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static Task<StockSyncResult> SyncAsync(FakeStocksApi api, int quantity, StockSyncOptions? options = null, TimeProvider? clock = null) =>
        new StockSynchronizer(api, options, clock ?? new FakeTimeProvider()).SyncAsync(WarehouseId, [new Stock { ChrtId = 1, Quantity = quantity }], cancellationToken: Cancel);
}
