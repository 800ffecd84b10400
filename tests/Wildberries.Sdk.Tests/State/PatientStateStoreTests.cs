using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.State;

public sealed class PatientStateStoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_answers_is_the_store()
    {
        var store = new PatientStateStore(new InMemoryStateStore(), Patience, _clock);
        Assert.Null(await store.ReadAsync("seller", "name", Cancel));
        StateWriteResult written = await store.TryWriteAsync("seller", "name", "1"u8.ToArray(), 0, Cancel);
        Assert.True(written.Succeeded);
        Assert.Equal("1"u8.ToArray(), (await store.ReadAsync("seller", "name", Cancel))!.Value.ToArray());
        Assert.True((await store.TryDeleteAsync("seller", "name", written.Version, Cancel)).Succeeded);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_left_when_the_time_is_over()
    {
        var store = new PatientStateStore(new HangingStore(), Patience, _clock);
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => store.ReadAsync("seller", "name", CancellationToken.None).AsTask(),
            () => store.TryWriteAsync("seller", "name", default, 0, CancellationToken.None).AsTask(),
            () => store.TryDeleteAsync("seller", "name", 1, CancellationToken.None).AsTask(),
        ])
        {
            Task waiting = call();
            _clock.Advance(Patience - TimeSpan.FromMilliseconds(1));
            Assert.False(waiting.IsCompleted);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            var late = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
            Assert.Equal("The store of states has not answered within 30 s.", late.Message);
        }
    }

    [Fact]
    public async Task A_write_that_heeds_no_cancellation_is_left_and_called_so()
    {
        using var cancellation = new CancellationTokenSource();
        Task writing = new PatientStateStore(new HangingStore(), Patience, _clock).TryWriteAsync("seller", "name", default, 0, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await RateLimiting.Until.True(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return writing.IsCompleted;
        });
        await Assert.ThrowsAsync<WriteLeftException>(() => writing);
    }

    [Fact]
    public async Task A_failure_of_the_store_is_its_own()
    {
        var store = new PatientStateStore(new HangingStore { Failure = new TimeoutException("away") }, Patience, _clock);
        Assert.Equal("away", (await Assert.ThrowsAsync<TimeoutException>(() => store.ReadAsync("seller", "name", Cancel).AsTask())).Message);
    }

    private sealed class HangingStore : IStateStore
    {
        public Exception? Failure { get; init; }

        public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) => HangAsync<StoredState?>();

        public ValueTask<StateWriteResult> TryWriteAsync(
            string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default) => HangAsync<StateWriteResult>();

        public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
            HangAsync<StateWriteResult>();

        private ValueTask<T> HangAsync<T>() => Failure is null ? new(new TaskCompletionSource<T>().Task) : ValueTask.FromException<T>(Failure);
    }
}
