using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Testing.Contracts;

/// <summary>
/// What every <see cref="IStateStore"/> holds, as cases that a test of any framework runs, one by one: a theory over <see cref="Cases"/> that calls
/// <see cref="RunAsync"/>. The SDK's own stores pass all of them.
/// </summary>
/// <remarks>
/// Each case has sellers of its own, so all can run over one place, and at the same time. A store that needs longer than a minute for a case is
/// not fit for its use; the cases themselves do not look at a clock.
/// </remarks>
public static class StateStoreContract
{
    /// <summary>The names of the cases, which say what holds.</summary>
    public static IReadOnlyList<string> Cases { get; } = [.. StateStoreCases.All.Keys];

    /// <summary>Runs one case.</summary>
    /// <param name="caseName">One of <see cref="Cases"/>.</param>
    /// <param name="open">
    /// Opens the store; called several times in a case. Each call gives a store over the same place, as another process would open it; a store that has
    /// no place but itself (memory) gives itself again.
    /// </param>
    /// <param name="cancellationToken">Cancels the case.</param>
    /// <returns>A task that ends when the store has passed.</returns>
    /// <exception cref="StoreContractException">The store does not keep the contract.</exception>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    public static async Task RunAsync(string caseName, Func<ValueTask<IStateStore>> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caseName);
        ArgumentNullException.ThrowIfNull(open);
        if (!StateStoreCases.All.TryGetValue(caseName, out Func<StateStoreProbe, Task>? run))
            throw new ArgumentException($"There is no case \"{caseName}\".", nameof(caseName));
        try
        {
            await run(new StateStoreProbe(open, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not StoreContractException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new StoreContractException($"{caseName}: the store threw {e.GetType().Name}: {e.Message}", e);
        }
    }
}
