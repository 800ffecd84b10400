using System.Globalization;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Testing.Contracts;

/// <summary>What a case of <see cref="StateStoreContract"/> asks of a store, and how it says what is wrong.</summary>
internal sealed class StateStoreProbe(Func<ValueTask<IStateStore>> open, CancellationToken cancellationToken)
{
    public string Seller { get; } = Guid.NewGuid().ToString();

    public CancellationToken Cancel => cancellationToken;

    public async ValueTask<IStateStore> OpenAsync() =>
        await open().ConfigureAwait(false) ?? throw new StoreContractException("The function that opens the store gave null.");

    /// <summary>Writes, and demands that it succeeds and that the version rises. Returns the new version.</summary>
    public async ValueTask<long> WriteAsync(IStateStore store, string seller, string name, ReadOnlyMemory<byte> value, long expectedVersion)
    {
        StateWriteResult result = await store.TryWriteAsync(seller, name, value, expectedVersion, Cancel).ConfigureAwait(false);
        Demand(
            result.Succeeded,
            $"A write of {value.Length} bytes that expects version {expectedVersion} was refused: the store has version {result.Version}.");
        Demand(result.Version > expectedVersion, $"A write over version {expectedVersion} gave version {result.Version}, which is not higher.");
        return result.Version;
    }

    /// <summary>Demands that a state is there, byte for byte.</summary>
    public async ValueTask DemandStateAsync(IStateStore store, string seller, string name, ReadOnlyMemory<byte> value, long version)
    {
        StoredState? state = await store.ReadAsync(seller, name, Cancel).ConfigureAwait(false);
        Demand(state is not null, $"Version {version} was written, and nothing is there.");
        Demand(state!.Version == version, $"Version {version} was written, and version {state.Version} is read.");
        Demand(
            state.Value.Span.SequenceEqual(value.Span),
            $"{value.Length} bytes were written, and {state.Value.Length} are read that are not the same.");
    }

    /// <summary>Demands that nothing is there.</summary>
    public async ValueTask DemandNothingAsync(IStateStore store, string seller, string name)
    {
        StoredState? state = await store.ReadAsync(seller, name, Cancel).ConfigureAwait(false);
        Demand(state is null, $"Nothing should be there, and version {state?.Version} is read.");
    }

    /// <summary>Demands that a write or a deletion was refused, and that the version in the way is told.</summary>
    public static void DemandRefusal(StateWriteResult result, long version, FormattableString what)
    {
        Demand(!result.Succeeded, $"{Text(what)} succeeded over version {version}; it should have been refused.");
        Demand(result.Version == version, $"{Text(what)} was refused and told of version {result.Version}; the version there is {version}.");
    }

    public static void Demand(bool holds, FormattableString otherwise)
    {
        if (!holds)
            throw new StoreContractException(Text(otherwise));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
