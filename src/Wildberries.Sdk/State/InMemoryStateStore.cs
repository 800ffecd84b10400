namespace Wildberries.Sdk.State;

/// <summary>Keeps states in memory, for tests and for programs that may begin anew: after a restart of the process nothing is there.</summary>
public sealed class InMemoryStateStore : IStateStore
{
    private readonly object _lock = new();
    private readonly Dictionary<(string SellerId, string Name), StoredState> _states = [];

    // One row of versions for all: so none comes back, and nothing need be remembered of what was deleted.
    private long _lastVersion;

    /// <inheritdoc/>
    public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckKey(sellerId, name);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_states.GetValueOrDefault((sellerId, name)));
    }

    /// <inheritdoc/>
    public ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckWrite(sellerId, name, value, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        byte[] copy = value.ToArray();
        lock (_lock)
        {
            if (VersionOf(sellerId, name) is var version && version != expectedVersion)
                return new(new StateWriteResult { Version = version });
            _states[(sellerId, name)] = new StoredState { Value = copy, Version = ++_lastVersion };
            return new(new StateWriteResult { Succeeded = true, Version = _lastVersion });
        }
    }

    /// <inheritdoc/>
    public ValueTask<StateWriteResult> TryDeleteAsync(
        string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckDelete(sellerId, name, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (VersionOf(sellerId, name) is var version && version != expectedVersion)
                return new(new StateWriteResult { Version = version });
            _states.Remove((sellerId, name));
            return new(new StateWriteResult { Succeeded = true });
        }
    }

    private long VersionOf(string sellerId, string name) => _states.GetValueOrDefault((sellerId, name))?.Version ?? 0;
}
