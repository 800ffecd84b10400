using System.Net;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class NewOrderStreamTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string Name = "new-test-orders";

    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();
    private readonly List<TimeSpan> _asked = [];
    private Func<int, IEnumerable<long>> _lists = _ => [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_order_comes_once_however_often_WB_lists_it()
    {
        _lists = call => call switch { 1 => [3, 1], 2 => [1, 2, 3], _ => [1, 2, 3, 5] };
        Assert.Equal([1, 3, 2, 5], await TakeAsync(4));
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)], _time.Waits);
    }

    [Fact]
    public async Task The_next_run_goes_on_with_the_order_that_was_in_hand()
    {
        _lists = _ => [1, 2, 3];
        Assert.Equal([1, 2], await TakeAsync(2));
        Assert.Equal([2, 3], await TakeAsync(2));
        Assert.Equal([3], await TakeAsync(1));
    }

    [Fact]
    public async Task It_is_saved_when_the_consumer_asks_past_an_order()
    {
        _lists = _ => [1, 2];
        await using IAsyncEnumerator<TestOrder> orders = Stream().ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        await orders.MoveNextAsync();
        Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
        await orders.MoveNextAsync();
        Assert.True((await SavedAsync()).Contains(1));
        Assert.False((await SavedAsync()).Contains(2));
    }

    [Fact]
    public async Task Several_orders_are_saved_at_once_where_that_is_wanted()
    {
        _lists = _ => [1, 2, 3, 4, 5];
        await using (IAsyncEnumerator<TestOrder> orders = Stream(new NewOrderStreamOptions { SaveEvery = 3 }).ReadAsync(Cancel).GetAsyncEnumerator(Cancel))
        {
            for (int i = 0; i < 3; i++)
                await orders.MoveNextAsync();
            Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
            await orders.MoveNextAsync();
            Assert.Equal(3, (await SavedAsync()).Count);
            await orders.MoveNextAsync();
            Assert.Equal(3, (await SavedAsync()).Count);
        }

        // Given up in order: what was handled is saved.
        Assert.Equal(4, (await SavedAsync()).Count);
    }

    [Fact]
    public async Task Cancelling_saves_what_was_handled_and_ends_the_stream()
    {
        _lists = _ => [1, 2];
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (TestOrder order in Stream().ReadAsync(stop.Token))
                await stop.CancelAsync();
        });
        Assert.True((await SavedAsync()).Contains(1));
        Assert.Equal([2], await TakeAsync(1));
    }

    [Fact]
    public async Task Orders_that_have_left_the_list_are_forgotten_in_the_store_too()
    {
        _lists = call => call == 1 ? [1, 2, 3] : call < 6 ? [3] : [3, 4];
        Assert.Equal([1, 2, 3, 4], await TakeAsync(4));
        GivenOrders saved = await SavedAsync();
        Assert.Equal((1, true), (saved.Count, saved.Contains(3)));
    }

    [Fact]
    public async Task An_answer_that_lacks_orders_once_makes_none_come_twice()
    {
        _lists = call => call switch { 1 => [1, 2], 2 or 3 => [], 4 => [1, 2], _ => [1, 2, 9] };
        Assert.Equal([1, 2, 9], await TakeAsync(3));
    }

    [Fact]
    public async Task A_slow_consumer_gets_what_is_new_now()
    {
        // While the first order is handled, the buyer cancels the second.
        _lists = call => call == 1 ? [1, 2, 3] : [1, 3];
        List<long> ids = [];
        await foreach (TestOrder order in Stream().ReadAsync(Cancel))
        {
            ids.Add(order.Id);
            if (ids.Count == 2)
                break;
            _time.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal([1, 3], ids);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task The_pace_is_that_of_the_options()
    {
        _lists = call => [call];
        await TakeAsync(4, new NewOrderStreamOptions { Interval = TimeSpan.FromMinutes(5) });
        Assert.All(_time.Waits, wait => Assert.Equal(TimeSpan.FromMinutes(5), wait));
        Assert.Equal(3, _time.Waits.Count);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out()
    {
        _lists = call => call == 1 ? throw new WildberriesRateLimitException("later") { RetryAfter = TimeSpan.FromMinutes(6) } : [1];
        Assert.Equal([1], await TakeAsync(1));
        Assert.Equal([TimeSpan.FromMinutes(6)], _time.Waits);
    }

    [Fact]
    public async Task An_outage_is_survived_as_long_as_the_options_say()
    {
        _lists = call => call < 4 ? throw new WildberriesServerException("down") { IsTransient = true } : [1];
        var told = new List<StreamOutage>();
        Assert.Equal([1], await TakeAsync(1, new NewOrderStreamOptions { MaxOutage = TimeSpan.FromMinutes(10), Outages = new Listener<StreamOutage>(told.Add) }));
        Assert.Equal([1, 2, 3, 3], told.Select(outage => outage.FailedAttempts));
        Assert.NotNull(told[^1].EndedAt);

        _asked.Clear();
        await Assert.ThrowsAsync<WildberriesServerException>(() => TakeAsync(1));
    }

    [Fact]
    public async Task What_does_not_pass_ends_it_at_once()
    {
        _lists = _ => throw new WildberriesUnauthorizedException("no") { StatusCode = HttpStatusCode.Unauthorized };
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => TakeAsync(1, new NewOrderStreamOptions { MaxOutage = Timeout.InfiniteTimeSpan }));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Two_readers_over_one_name_disturb_each_other_only_once()
    {
        _lists = _ => [1, 2, 3];
        await using IAsyncEnumerator<TestOrder> one = Stream().ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        await using IAsyncEnumerator<TestOrder> two = Stream().ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        await one.MoveNextAsync();
        await two.MoveNextAsync();
        await one.MoveNextAsync();
        var conflict = await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await two.MoveNextAsync());
        Assert.Contains(Name, conflict.Message, StringComparison.Ordinal);
        Assert.True(await one.MoveNextAsync());
    }

    [Fact]
    public async Task Another_name_is_another_reader()
    {
        _lists = _ => [1];
        await TakeAsync(1);
        Assert.Equal([1], await TakeAsync(1, new NewOrderStreamOptions { CursorName = "other" }));
    }

    [Fact]
    public async Task A_state_of_something_else_is_not_overwritten()
    {
        await _store.TryWriteAsync(Seller, Name, Encoding.UTF8.GetBytes("""{"next":1}"""), 0, Cancel);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => TakeAsync(1));
        Assert.Contains(Name, error.Message, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_is_told_of_and_passed()
    {
        using var broken = JsonDocument.Parse("\"broken\"");
        TestOrder[] orders =
        [
            new() { Id = 1 },
            null!,
            new() { UnreadableProperties = new Dictionary<string, JsonElement> { [""] = broken.RootElement } },
            new(),
            new() { Id = 2 },
        ];
        var leftOut = new List<JsonElement>();
        var stream = new NewOrderStream<TestOrder>(
            _ => Task.FromResult<IReadOnlyList<TestOrder>>(orders),
            order => order.Id,
            _store,
            Seller,
            Name,
            new NewOrderStreamOptions { LeftOut = new Listener<JsonElement>(leftOut.Add) },
            _time);
        List<long> ids = [];
        await foreach (TestOrder order in stream.ReadAsync(Cancel))
        {
            ids.Add(order.Id);
            if (ids.Count == 2)
                break;
        }

        Assert.Equal([1, 2], ids);
        Assert.Equal([JsonValueKind.String, JsonValueKind.Undefined], leftOut.Select(element => element.ValueKind));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused_when_it_is_made()
    {
        foreach (NewOrderStreamOptions options in new NewOrderStreamOptions[]
        {
            new() { Interval = TimeSpan.Zero },
            new() { Interval = TimeSpan.FromDays(2) },
            new() { MaxOutage = TimeSpan.FromSeconds(-2) },
            new() { MaxOutage = TimeSpan.FromDays(31) },
            new() { SaveEvery = 0 },
            new() { SaveEvery = 1_001 },
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(options));
        }

        Assert.Throws<ArgumentException>("name", () => Stream(new NewOrderStreamOptions { CursorName = " x" }));
    }

    private NewOrderStream<TestOrder> Stream(NewOrderStreamOptions? options = null) => new(
        _ =>
        {
            _asked.Add(default);
            return Task.FromResult<IReadOnlyList<TestOrder>>([.. _lists(_asked.Count).Select(id => new TestOrder { Id = id })]);
        },
        order => order.Id,
        _store,
        Seller,
        Name,
        options,
        _time);

    private async Task<List<long>> TakeAsync(int count, NewOrderStreamOptions? options = null)
    {
        List<long> ids = [];
        await foreach (TestOrder order in Stream(options).ReadAsync(Cancel))
        {
            ids.Add(order.Id);
            if (ids.Count == count)
                break;
        }

        return ids;
    }

    private async Task<GivenOrders> SavedAsync() => GivenOrders.Parse((await _store.ReadAsync(Seller, Name, Cancel))!.Value.Span)!;

    private sealed class Listener<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }
}
