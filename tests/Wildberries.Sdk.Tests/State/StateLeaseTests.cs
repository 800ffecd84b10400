using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.State;

public sealed class StateLeaseTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly FlakyStore _store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_renewed_while_it_is_held_and_given_back()
    {
        StateLease lease = await TakeAsync();
        long version = await VersionAsync();
        for (int i = 0; i < 600; i++)
            await TickAsync();
        Assert.True(lease.IsHeld);
        Assert.True(await VersionAsync() > version + 30);
        await lease.DisposeAsync();
        Assert.Equal(0, await VersionAsync());
    }

    [Fact]
    public async Task Another_one_takes_it_when_it_has_seen_no_renewal_for_the_whole_duration()
    {
        // The clock of the one that has died was far ahead.
        await WriteAsync("""{"holder":"dead","until":"2099-01-01T00:00:00+00:00","duration":"00:01:00"}""");
        Task<StateLease> taking = TakeAsync();
        for (int i = 0; i < 59; i++)
            await TickAsync();
        Assert.False(taking.IsCompleted);
        for (int i = 0; i < 3; i++)
            await TickAsync();
        Assert.True((await taking).IsHeld);
    }

    [Fact]
    public async Task One_that_is_long_over_is_taken_at_once()
    {
        await WriteAsync("""{"holder":"dead","until":"2026-11-23T08:00:00+00:00","duration":"00:01:00"}""");
        Assert.True((await TakeAsync()).IsHeld);
    }

    [Fact]
    public async Task Of_two_that_wait_one_gets_it()
    {
        StateLease first = await TakeAsync();
        Task<StateLease> second = TakeAsync(), third = TakeAsync();
        for (int i = 0; i < 10; i++)
            await TickAsync();
        Assert.False(second.IsCompleted || third.IsCompleted);
        await first.DisposeAsync();
        await TickUntilAsync(() => second.IsCompleted || third.IsCompleted);
        Assert.NotEqual(second.IsCompleted, third.IsCompleted);
        (Task<StateLease> winner, Task<StateLease> other) = second.IsCompleted ? (second, third) : (third, second);
        await (await winner).DisposeAsync();
        await TickUntilAsync(() => other.IsCompleted);
        Assert.True((await other).IsHeld);
    }

    [Fact]
    public async Task Who_lost_it_is_told_and_takes_nothing_away_from_the_new_holder()
    {
        StateLease lease = await TakeAsync();
        await _store.TryWriteAsync("seller", "lease", Encoding.UTF8.GetBytes("""{"holder":"other","duration":"00:01:00"}"""), await VersionAsync(), Cancel);
        while (!lease.Lost.IsCancellationRequested)
            await TickAsync();
        Assert.False(lease.IsHeld);
        await lease.DisposeAsync();
        Assert.NotEqual(0, await VersionAsync());
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_loses_nothing()
    {
        StateLease lease = await TakeAsync();
        _store.Fails = true;
        for (int i = 0; i < 35; i++)
            await TickAsync();
        Assert.True(lease.IsHeld);
        _store.Fails = false;
        for (int i = 0; i < 60; i++)
            await TickAsync();
        Assert.True(lease.IsHeld);
    }

    [Fact]
    public async Task A_store_that_stays_away_ends_it_before_another_may_begin()
    {
        StateLease lease = await TakeAsync();
        _store.Fails = true;
        int seconds = 0;
        for (; lease.IsHeld; seconds++)
            await TickAsync();
        Assert.InRange(seconds, 30, 59);
        for (int i = 0; i < 20; i++)
            await TickAsync();
        Assert.True(lease.Lost.IsCancellationRequested);
        await lease.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_hangs_ends_it_before_another_may_begin(bool readsHang)
    {
        StateLease lease = await TakeAsync();
        (_store.WritesHang, _store.ReadsHang) = (true, readsHang);
        int seconds = 0;
        for (; !lease.Lost.IsCancellationRequested && seconds < 60; seconds++)
            await TickAsync();
        Assert.InRange(seconds, 30, 46);
        Assert.False(lease.IsHeld);
        await lease.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task Giving_it_back_to_a_store_that_hangs_takes_seconds(int seconds)
    {
        StateLease lease = await TakeAsync();
        (_store.WritesHang, _store.ReadsHang) = (true, true);
        for (int i = 0; i < seconds; i++)
            await TickAsync();
        Task giving = lease.DisposeAsync().AsTask();
        await TickUntilAsync(() => giving.IsCompleted);
        await giving;
    }

    [Fact]
    public async Task Taking_it_from_a_store_that_hangs_fails()
    {
        _store.ReadsHang = true;
        Task<StateLease> taking = TakeAsync();
        for (int i = 0; i < 16; i++)
            await TickAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => taking);
    }

    [Fact]
    public async Task A_write_that_failed_and_was_done_all_the_same_is_its_own()
    {
        _store.FailsAfterWriting = true;
        StateLease lease = await TakeAsync();
        for (int i = 0; i < 120; i++)
            await TickAsync();
        Assert.True(lease.IsHeld);
        await lease.DisposeAsync();
        Assert.Equal(0, await VersionAsync());
    }

    [Fact]
    public async Task What_is_no_lease_is_not_overwritten()
    {
        await WriteAsync("[]");
        await Assert.ThrowsAsync<InvalidDataException>(TakeAsync);
    }

    [Fact]
    public async Task What_cannot_be_read_is_in_no_exception()
    {
        await WriteAsync("{Q");
        var unread = await Assert.ThrowsAsync<InvalidDataException>(TakeAsync);
        Assert.DoesNotContain("'Q'", unread.ToString(), StringComparison.Ordinal);
        Assert.Contains("malformed", unread.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing()
    {
        StateLease lease = await TakeAsync();
        using var cancellation = new CancellationTokenSource();
        Task<StateLease> taking = StateLease.TakeAsync(_store, "seller", "lease", Minute, _clock, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
        Assert.True(lease.IsHeld);
    }

    private Task<StateLease> TakeAsync() => StateLease.TakeAsync(_store, "seller", "lease", Minute, _clock, Cancel);

    private async Task<long> VersionAsync() => (await _store.ReadAsync("seller", "lease", Cancel))?.Version ?? 0;

    private async Task WriteAsync(string json) => await _store.TryWriteAsync("seller", "lease", Encoding.UTF8.GetBytes(json), 0, Cancel);

    // Of a thread of the pool, which has no context to go back to, and with a store that answers at once, all that the lease does in this second is done when this ends.
    private Task TickAsync() => Task.Run(() => _clock.Advance(TimeSpan.FromSeconds(1)), Cancel);

    private async Task TickUntilAsync(Func<bool> isDone)
    {
        while (!isDone())
            await TickAsync();
    }

    private sealed class FlakyStore : IStateStore
    {
        private readonly InMemoryStateStore _inner = new();

        public bool Fails { get; set; }

        public bool FailsAfterWriting { get; set; }

        /// <summary>Neither answers nor heeds a cancellation.</summary>
        public bool WritesHang { get; set; }

        public bool ReadsHang { get; set; }

        public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) => ReadsHang
            ? new ValueTask<StoredState?>(new TaskCompletionSource<StoredState?>().Task)
            : Fails ? throw new IOException("away") : _inner.ReadAsync(sellerId, name, cancellationToken);

        public async ValueTask<StateWriteResult> TryWriteAsync(
            string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
        {
            if (WritesHang)
                await new TaskCompletionSource().Task;
            if (Fails)
                throw new IOException("away");
            StateWriteResult written = await _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
            return FailsAfterWriting && written.Succeeded ? throw new IOException("reset") : written;
        }

        public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) => WritesHang
            ? new ValueTask<StateWriteResult>(new TaskCompletionSource<StateWriteResult>().Task)
            : Fails ? throw new IOException("away") : _inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
    }
}
