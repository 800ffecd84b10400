using CsCheck;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Statistics;

public sealed class ChangedRowStreamTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(3));
    private static readonly ChangedRowStreamOptions Once = new() { StopAtEnd = true, From = Start, SaveEvery = 1 };

    private readonly FakeStatistics _api = new();
    private readonly JumpingTimeProvider _clock = new();
    private readonly InMemoryStateStore _store = new();

    public ChangedRowStreamTests() => _clock.SetUtcNow(Start.AddDays(2));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_come_over_the_pages_then_each_again_when_it_is_changed()
    {
        _api.MaxRows = 3;
        for (int i = 0; i < 10; i++)
            _api.Put($"o{i}", i / 2);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"o{i}"), await ReadAsync());
        Assert.Empty(await ReadAsync());
        _api.Put("o3", 60);
        _api.Put("new", 60);
        Assert.Equal(["o3", "new"], await ReadAsync());
    }

    [Fact]
    public async Task A_row_that_appears_in_the_moment_that_was_read_already_is_not_lost()
    {
        _api.Put("a", 5);
        Assert.Equal(["a"], await ReadAsync());
        _api.Put("b", 5);
        _api.Put("a", 5, price: 7);
        Assert.Equal(["a", "b"], (await ReadAsync()).Order());
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task More_rows_of_one_moment_than_WB_gives_at_once_are_an_error_and_not_a_silent_end()
    {
        _api.MaxRows = 3;
        for (int i = 0; i < 5; i++)
            _api.Put($"o{i}", 1);
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(() => ReadAsync(minFullPage: 3));
        Assert.Contains("more rows were changed at 2026-11-20 06:01:00Z than WB gives at once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_id_or_time_is_told_and_passed()
    {
        _api.Rows.Add(new SupplierOrder { Srid = "x" });
        _api.Rows.Add(new SupplierOrder { LastChangedAt = Start });
        _api.Put("a", 1);
        var told = new List<System.Text.Json.JsonElement>();
        Assert.Equal(["a"], await ReadAsync(Once with { LeftOut = new Telling<System.Text.Json.JsonElement>(told.Add) }));
        Assert.True(told.Count >= 2);
    }

    [Fact]
    public void Wherever_a_reader_is_killed_or_WB_fails_and_however_rows_are_ordered_none_is_lost_and_the_stream_ends() => Gen.Select(
        Gen.Int[0, 6].Array[0, 14], Gen.Int[2, 5], Gen.Int[1, 6].Array[0, 6], Gen.Bool).Sample(
        (minutes, maxRows, kills, isShuffled) =>
        {
            var api = new FakeStatistics { MaxRows = maxRows };
            for (int i = 0; i < minutes.Length; i++)
                api.Put($"o{i}", minutes[i]);

            // WB gives no way past more rows of one moment than a page has.
            if (minutes.GroupBy(minute => minute).Any(same => same.Count() >= maxRows))
                return;
            if (isShuffled)
                api.Swap();
            var store = new InMemoryStateStore();
            var given = new HashSet<string>();
            foreach (int kill in kills)
            {
                api.FailAfter = kill % 3 == 0 ? kill : 0;
                ReadAsync(api, store, kill, given).GetAwaiter().GetResult();
            }

            api.FailAfter = 0;
            ReadAsync(api, store, int.MaxValue, given).GetAwaiter().GetResult();
            if (!isShuffled)
                Assert.Equal(minutes.Length, given.Count);
            int asked = api.Asked;
            var again = new HashSet<string>();
            ReadAsync(api, store, int.MaxValue, again).GetAwaiter().GetResult();
            if (!isShuffled)
                Assert.Empty(again);
            Assert.InRange(api.Asked - asked, 1, 20);
        },
        iter: 2000);

    [Fact]
    public async Task Without_a_kill_rows_out_of_order_come_once_each()
    {
        _api.MaxRows = 4;
        foreach ((string id, int minute) in ((string, int)[])[("a", 1), ("b", 3), ("c", 2), ("d", 4), ("e", 5), ("f", 6)])
            _api.Put(id, minute);
        _api.KeepsOrder = true;
        Assert.Equal(["a", "b", "c", "d", "e", "f"], (await ReadAsync()).Order());
    }

    [Fact]
    public async Task An_outage_and_a_limit_are_waited_for_and_no_row_comes_twice()
    {
        for (int i = 0; i < 6; i++)
            _api.Put($"o{i}", i);
        _api.FailAfter = 3;
        _api.Failures = 2;
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"o{i}"), await ReadAsync(Once with { MaxOutage = TimeSpan.FromHours(1) }));
        _api.Put("late", 90);
        _api.FailAfter = 1;
        _api.Failures = 1;
        _api.Failure = new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromMinutes(3) };
        Assert.Equal(["late"], await ReadAsync());
    }

    [Fact]
    public async Task Sums_of_nothing_are_unknown_in_the_first_day_and_free_afterwards()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        _api.Sales.Add(new SupplierSale { SaleId = "S1", SoldAt = now.AddHours(-23), LastChangedAt = now, ForPay = 0, FinishedPrice = 0, PriceWithDiscount = 12.5m });
        _api.Sales.Add(new SupplierSale { SaleId = "S2", SoldAt = now.AddHours(-25), LastChangedAt = now, ForPay = 0, FinishedPrice = 0, PriceWithDiscount = 0 });
        List<SupplierSale> sales = await new ChangedRowStream<SupplierSale>(StatisticsApiExtensions.SalesOf(_api), _store, "seller", Once, _clock).ReadAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal((null, null, 12.5m), (sales[0].ForPay, sales[0].FinishedPrice, sales[0].PriceWithDiscount));
        Assert.Equal((0m, 0m, 0m), (sales[1].ForPay, sales[1].FinishedPrice, sales[1].PriceWithDiscount));
    }

    [Fact]
    public async Task Another_reader_and_another_state_are_told_and_the_first_reading_goes_90_days_back()
    {
        _api.Put("a", 1);
        await using (IAsyncEnumerator<SupplierOrder> first = _api.StreamChangedOrdersAsync(_store, "seller", Once, Cancel).GetAsyncEnumerator(Cancel))
        {
            Assert.True(await first.MoveNextAsync());
            Assert.Equal(["a"], await ReadAsync());
            await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await first.MoveNextAsync());
        }

        await Assert.ThrowsAsync<InvalidDataException>(async () => await _api.StreamChangedSalesAsync(_store, "seller", Once with { CursorName = "changed-orders" }, Cancel).ToListAsync(Cancel));
        await new ChangedRowStream<SupplierOrder>(StatisticsApiExtensions.OrdersOf(_api), _store, "other", Once with { From = null }, _clock).ReadAsync(Cancel).ToListAsync(Cancel);
        Assert.Contains(_clock.GetUtcNow().AddDays(-90), _api.From);
        Assert.Throws<ArgumentOutOfRangeException>(() => _api.StreamChangedOrdersAsync(_store, "seller", Once with { Interval = TimeSpan.Zero }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => _api.StreamChangedOrdersAsync(_store, "", Once, Cancel));
    }

    private async Task<List<string>> ReadAsync(ChangedRowStreamOptions? options = null, int minFullPage = 50_000) =>
        await new ChangedRowStream<SupplierOrder>(StatisticsApiExtensions.OrdersOf(_api), _store, "seller", options ?? Once, _clock) { MinFullPage = minFullPage }
            .ReadAsync(Cancel).Select(order => order.Srid!).ToListAsync(Cancel);

    // Killed: what it has in its hands is not saved, nor anything afterwards.
    private async Task ReadAsync(FakeStatistics api, IStateStore store, int kill, HashSet<string> given)
    {
        var dying = new DyingStore(store);
        int count = 0;
        try
        {
            await foreach (SupplierOrder order in new ChangedRowStream<SupplierOrder>(StatisticsApiExtensions.OrdersOf(api), dying, "seller", Once, _clock).ReadAsync())
            {
                given.Add(order.Srid!);
                if (++count == kill)
                {
                    dying.IsDead = true;
                    return;
                }
            }
        }
        catch (WildberriesServerException)
        {
        }
        catch (InvalidOperationException) when (dying.IsDead)
        {
        }
    }

    private sealed class Telling<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }

    private sealed class DyingStore(IStateStore store) : IStateStore
    {
        public bool IsDead { get; set; }

        public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) => store.ReadAsync(sellerId, name, cancellationToken);

        public ValueTask<StateWriteResult> TryWriteAsync(
            string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default) =>
            IsDead ? throw new InvalidOperationException("killed") : store.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);

        public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
            store.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
    }

    private sealed class FakeStatistics : IStatisticsApi
    {
        public List<SupplierOrder> Rows { get; } = [];

        public List<SupplierSale> Sales { get; } = [];

        public List<DateTimeOffset> From { get; } = [];

        public int MaxRows { get; set; } = 80_000;

        public int FailAfter { get; set; }

        public int Failures { get; set; } = int.MaxValue;

        public Exception Failure { get; set; } = new WildberriesServerException("503");

        public bool KeepsOrder { get; set; }

        public int Asked => From.Count;

        public void Put(string srid, int minute, decimal? price = null)
        {
            Rows.RemoveAll(row => row.Srid == srid);
            Rows.Add(new SupplierOrder { Srid = srid, LastChangedAt = Start.AddMinutes(minute), TotalPrice = price });
        }

        public void Swap()
        {
            KeepsOrder = true;
            Rows.Sort((one, other) => Nullable.Compare(one.LastChangedAt, other.LastChangedAt));
            for (int i = 0; i + 1 < Rows.Count; i += 3)
                (Rows[i], Rows[i + 1]) = (Rows[i + 1], Rows[i]);
        }

        public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<SupplierOrder> GetOrdersAsync(
            DateTimeOffset dateFrom, int? flag = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            From.Add(dateFrom);
            IEnumerable<SupplierOrder> rows = KeepsOrder ? Rows : Rows.OrderBy(row => row.LastChangedAt);
            int count = 0;
            foreach (SupplierOrder row in rows.Where(row => row.LastChangedAt is null || row.LastChangedAt >= dateFrom).Take(MaxRows))
            {
                if (FailAfter > 0 && ++count >= FailAfter && Failures-- > 0)
                    throw Failure;
                yield return row;
            }
        }

        public IAsyncEnumerable<SupplierSale> GetSalesAsync(DateTimeOffset dateFrom, int? flag = null, CancellationToken cancellationToken = default) => Sales.ToAsyncEnumerable();
    }
}
