using System.Text;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.State;

/// <summary>A store in memory that makes one mistake.</summary>
internal sealed class FaultyStateStore(StoreFault fault) : IStateStore
{
    private readonly object _lock = new();
    private readonly Dictionary<string, StoredState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _rival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _looked;

    /// <summary>The first writer who has looked waits for a second one, so that the mistake does not depend on who runs when.</summary>
    public bool FirstWriterWaitsForARival { get; init; }

    public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default)
    {
        if (fault == StoreFault.Throws)
            throw new InvalidOperationException("out of order");
        Check(() => StateStoreLimits.CheckKey(sellerId, name), cancellationToken);
        lock (_lock)
        {
            if (fault == StoreFault.BeginsWithSomething && _states.Count == 0)
                return new(new StoredState { Value = default, Version = 1 });
            return new(_states.GetValueOrDefault(KeyOf(sellerId, name)));
        }
    }

    public async ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Check(() => StateStoreLimits.CheckWrite(sellerId, name, value, expectedVersion), cancellationToken);
        string key = KeyOf(sellerId, name);
        bool isStale;
        lock (_lock)
        {
            isStale = VersionOf(key) != expectedVersion && fault != StoreFault.LastWriteWins;
            if (fault != StoreFault.LooksThenWrites)
                return isStale ? Refused(key) : Write(key, value);
        }

        await MeetRivalAsync(cancellationToken);
        lock (_lock)
            return isStale ? Refused(key) : Write(key, value);
    }

    public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Check(() => StateStoreLimits.CheckDelete(sellerId, name, expectedVersion), cancellationToken);
        string key = KeyOf(sellerId, name);
        lock (_lock)
        {
            if (VersionOf(key) != expectedVersion && fault != StoreFault.DeletesAnyVersion)
                return new(Refused(key));
            if (fault != StoreFault.DeletesNothing)
                _states.Remove(key);
            if (fault == StoreFault.ForgetsVersions)
                _versions.Remove(key);
            return new(new StateWriteResult { Succeeded = true });
        }
    }

    private Task MeetRivalAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _looked) > 1)
            _rival.TrySetResult();
        return FirstWriterWaitsForARival ? _rival.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    private void Check(Action limits, CancellationToken cancellationToken)
    {
        if (fault != StoreFault.TakesAnything)
            limits();
        if (fault != StoreFault.IgnoresCancellation)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private StateWriteResult Refused(string key) => new() { Version = fault == StoreFault.TellsNoVersion ? 0 : VersionOf(key) };

    private StateWriteResult Write(string key, ReadOnlyMemory<byte> value)
    {
        long version = _versions.GetValueOrDefault(key) + (fault == StoreFault.VersionStandsStill && VersionOf(key) > 0 ? 0 : 1);
        _versions[key] = version;
        if (fault == StoreFault.TakesEmptyForNothing && value.IsEmpty)
            _states.Remove(key);
        else
            _states[key] = new StoredState { Value = Kept(value), Version = version };
        return new StateWriteResult { Succeeded = true, Version = version };
    }

    private ReadOnlyMemory<byte> Kept(ReadOnlyMemory<byte> value) => fault switch
    {
        StoreFault.KeepsTheCallersBuffer => value,
        StoreFault.CutsValues => value[..Math.Min(value.Length, 64 * 1024)].ToArray(),
        StoreFault.KeepsText => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value.Span)),
        _ => value.ToArray(),
    };

    private long VersionOf(string key) => _states.GetValueOrDefault(key)?.Version ?? 0;

    private string KeyOf(string sellerId, string name) => fault switch
    {
        StoreFault.IgnoresCase => $"{sellerId}\0{name}".ToUpperInvariant(),
        StoreFault.IgnoresForm => $"{sellerId}\0{name}".Normalize(),
        StoreFault.CutsNames => $"{sellerId}\0{(name.Length > 199 ? name[..199] : name)}",
        StoreFault.MixesSellers => name,
        StoreFault.RunsKeysTogether => $"{sellerId}:{name}",
        _ => $"{sellerId}\0{name}",
    };
}
