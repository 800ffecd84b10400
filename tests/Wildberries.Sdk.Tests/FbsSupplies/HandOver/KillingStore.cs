using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>A store that outlives the process, which dies before or after a write to it.</summary>
internal sealed class KillingStore(IStateStore inner) : IStateStore
{
    private int _writes;

    /// <summary>The number of the write, from 1 on, at which the process dies; 0: none.</summary>
    public int KillAt { get; set; }

    public bool KillsAfter { get; set; }

    public int Writes => _writes;

    /// <summary>What happens before a write, of whom nobody knows yet.</summary>
    public Func<string, ReadOnlyMemory<byte>, long, Task>? Before { get; set; }

    /// <summary>What happens before a deletion.</summary>
    public Action<string>? BeforeDeletion { get; set; }

    /// <summary>What is in it.</summary>
    public SortedSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) => inner.ReadAsync(sellerId, name, cancellationToken);

    public async ValueTask<StateWriteResult> TryWriteAsync(string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        bool kills = ++_writes == KillAt;
        if (kills && !KillsAfter)
            throw new ProcessKilledException($"write {_writes}");
        if (Before is { } before)
            await before(name, value, expectedVersion);
        StateWriteResult result = await inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
        if (result.Succeeded)
            Keys.Add(name);
        return kills ? throw new ProcessKilledException($"write {_writes}") : result;
    }

    public async ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default)
    {
        BeforeDeletion?.Invoke(name);
        StateWriteResult result = await inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
        if (result.Succeeded)
            Keys.Remove(name);
        return result;
    }
}
