using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>
/// Reads a list that WB pages by position while rows leave it and others come: what leaves moves the rest up, past the place where the next page begins. So each page
/// overlaps the one before; where nothing of the overlap is left, the reading goes back until it meets a row that it knows. That loses no row as long as rows keep their
/// order. A row that moves from below to above shows in WB's count of rows: then the list is read once more, until nothing new comes.
/// </summary>
internal static class ShiftingList
{
    /// <summary>Reads the rows, each once, as it was when it was read first. Remembers the ids of all rows, so its memory grows with the list.</summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="limit">How many rows are asked for at once, at least 2.</param>
    /// <param name="getPage">Gets the page that begins at a position.</param>
    /// <param name="idOf">The id of a row; empty: it has none that can be read, and comes as often as WB sends it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others.</exception>
    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        string operation,
        int limit,
        Func<int, CancellationToken, Task<Page<TRow>>> getPage,
        Func<TRow, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        // Room for some rows that leave between two pages, at the price of a twentieth more requests.
        int overlap = Math.Max(1, limit / 20);
        int step = Math.Max(1, limit - overlap);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int offset = 0, withoutId = 0, fruitless = 0;
        bool isFirst = true, isNewInPass = false;
        while (true)
        {
            Page<TRow> page = await getPage(offset, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TRow> rows = page.Rows ?? [];
            if (offset == 0)
                withoutId = 0;
            if (offset == 0 && rows.Count == 0 && page.Total > 0)
                throw SendsNone(operation, page.Total);
            bool isNew = false;
            bool isConnected = offset == 0 || rows.Any(row => row is not null && seen.Contains(idOf(row)));
            foreach (TRow row in isConnected ? rows : [])
            {
                if (row is null)
                    continue;
                string id = idOf(row);
                if (id.Length == 0)
                {
                    // Nobody can tell whether it has come already: better twice than not at all. It is no progress.
                    withoutId++;
                    yield return row;
                }
                else if (seen.Add(id))
                {
                    isNew = true;
                    yield return row;
                }
            }

            // All that is known passes by again after a step back or in another pass, and no more than that.
            fruitless = isNew ? 0 : fruitless + 1;
            if (fruitless > (2 * (seen.Count / step)) + 6)
                throw Repeats(operation, offset);
            isNewInPass |= isNew;
            if (!isConnected)
            {
                offset = Math.Max(0, offset - step);
                continue;
            }

            bool isWhole = page.Total > 0 ? offset + rows.Count >= page.Total : rows.Count < limit;
            if (rows.Count > 0 && !isWhole && (isNew || rows.Count >= limit))
            {
                offset += Math.Max(1, rows.Count - overlap);
                isFirst = false;
                continue;
            }

            // One answer shows the list as it was at one moment.
            if (isFirst || !isNewInPass || seen.Count + withoutId >= page.Total)
                yield break;
            (offset, isNewInPass) = (0, false);
        }
    }

    private static WildberriesResponseException SendsNone(string operation, long total) =>
        new(FormattableString.Invariant($"The list of {operation} has {total} rows as WB says, and WB sent none of them."))
        {
            Operation = operation,
            Delivery = Delivery.Answered,
            IsTransient = true,
        };

    private static WildberriesResponseException Repeats(string operation, int offset) =>
        new(FormattableString.Invariant($"The list of {operation} does not go on: from position {offset} on WB sent only rows that have come already, or that cannot be told apart."))
        {
            Operation = operation,
            Delivery = Delivery.Answered,
        };
}
