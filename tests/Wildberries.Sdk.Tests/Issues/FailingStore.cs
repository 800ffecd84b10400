using System.Text.Json;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A store that fails as often as a test says.</summary>
internal sealed class FailingStore : IStateStore
{
    private readonly InMemoryStateStore _inner = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Exception Failure { get; set; } = new RedisConnectionException();

    public int FailingReads { get; set; }

    public int FailingWrites { get; set; }

    public bool FailsAfterWriting { get; set; }

    public async Task<long?> CursorAsync() => await _inner.ReadAsync("shop", "chat-events", Cancel) is { } state
        ? JsonSerializer.Deserialize(state.Value.Span, ChatCursorJsonContext.Default.ChatCursor)!.Next
        : null;

    public void WriteAsAnother()
    {
        ValueTask<StateWriteResult> written = _inner.TryWriteAsync("shop", "chat-events", """{"next":77}"""u8.ToArray(), 0, Cancel);
        Assert.True(written.IsCompletedSuccessfully && written.Result.Succeeded);
    }

    public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) =>
        FailingReads-- > 0 ? throw Failure : _inner.ReadAsync(sellerId, name, cancellationToken);

    public async ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        if (FailingWrites-- <= 0)
            return await _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
        if (FailsAfterWriting)
            await _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
        throw Failure;
    }

    public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        _inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);

    // As that of StackExchange.Redis: it derives from no exception of a kind that a library could know.
    internal sealed class RedisConnectionException() : Exception("It was not possible to connect to the redis server.");
}
