using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Worker;

/// <summary>Keeps states in a folder, and says "saving" and "saved".</summary>
internal sealed class TellingStateStore(string folder) : IStateStore
{
    private readonly FileStateStore _store = new(folder);

    public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) =>
        _store.ReadAsync(sellerId, name, cancellationToken);

    public async ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Console.WriteLine("saving");
        StateWriteResult result = await _store.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
        Console.WriteLine("saved");
        return result;
    }

    public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        _store.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
}
