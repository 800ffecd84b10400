using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Reads label identifiers of any number of orders, and waits until WB has checked them.</summary>
internal static class MarkingReader
{
    /// <summary>How long WB's longest check takes, that of UINs.</summary>
    public static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(30);

    /// <summary>How long an order that WB does not name is waited for: its list lags no longer, and it may be another seller's.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>Asks again about the orders of which a label identifier is being checked, or which WB does not name yet, until there are none or the time is over.</summary>
    /// <param name="orderIds">The orders.</param>
    /// <param name="read">Reads the label identifiers of orders, any number of them, as long as there is time.</param>
    /// <param name="idOf">The order of a row.</param>
    /// <param name="detailsOf">The label identifiers of a row.</param>
    /// <param name="maxWait">How long to wait.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>The rows in the order of the ids.</returns>
    public static async Task<IReadOnlyList<TRow>> WaitAsync<TRow>(
        IEnumerable<long> orderIds,
        Func<IReadOnlyList<long>, WaitingTime, CancellationToken, Task<IReadOnlyList<TRow>>> read,
        Func<TRow, long> idOf,
        Func<TRow, IReadOnlyList<MarkingDetail>> detailsOf,
        TimeSpan maxWait,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        long[] ids = Argument.Ids(orderIds);
        var found = new Dictionary<long, TRow>();
        var time = new WaitingTime(maxWait, clock);
        long[] open = ids;
        long? firstLook = null;
        await time.PollAsync(LookAsync, FirstDelay, LongestDelay, cancellationToken).ConfigureAwait(false);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];

        async Task<bool> LookAsync()
        {
            foreach (TRow row in await read(open, time, cancellationToken).ConfigureAwait(false))
                found[idOf(row)] = row;

            // One that WB does not name has not passed; but it keeps the others no longer than WB's list may lag.
            bool isNamedByNow = clock.GetElapsedTime(firstLook ??= clock.GetTimestamp()) >= LongestLag;
            open = [.. open.Where(id => found.TryGetValue(id, out TRow? row) ? detailsOf(row).Any(detail => detail?.Decision == MarkingDecision.Pending) : !isNamedByNow)];
            return open.Length == 0;
        }
    }
}
