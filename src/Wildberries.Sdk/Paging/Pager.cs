using System.Globalization;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>
/// Reads a list to its end. Each row comes once, a page that brings nothing new is the end or an error and never a loop, and the next page is
/// asked for only when somebody wants it.
/// </summary>
internal static class Pager
{
    private const int MostEmptyPages = 3;

    /// <summary>Reads a list that WB pages by position. Remembers the keys of all rows, so its memory grows with the list.</summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="limit">How many rows are asked for at once.</param>
    /// <param name="end">How WB says that the list is over; the total of a page goes before it.</param>
    /// <param name="getPage">Gets the page that begins at a position.</param>
    /// <param name="keyOf">What tells one row from another.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others.</exception>
    public static async IAsyncEnumerable<TRow> ByOffset<TRow, TKey>(
        string operation,
        int limit,
        ListEnd end,
        Func<int, CancellationToken, Task<Page<TRow>>> getPage,
        Func<TRow, TKey> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var seen = new HashSet<TKey>();
        bool wasNew = true;
        for (int offset = 0; ;)
        {
            Page<TRow> page = await getPage(offset, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TRow> rows = page.Rows ?? [];
            if (rows.Count == 0)
                yield break;

            bool isNew = false;
            foreach (TRow row in rows)
            {
                if (row is null)
                    continue;
                TKey key = keyOf(row);

                // Nobody can tell whether it has come already: better twice than not at all. It is no progress.
                if (EqualityComparer<TKey>.Default.Equals(key, default))
                {
                    yield return row;
                    continue;
                }

                // A row that is added meanwhile moves the last ones of a page to the next page.
                if (!seen.Add(key))
                    continue;
                isNew = true;
                yield return row;
            }

            bool isFull = rows.Count >= limit;
            int start = offset;
            offset += end == ListEnd.EmptyPage ? limit : rows.Count;
            if (page.Total > 0 ? offset >= page.Total : end == ListEnd.ShortPage && !isFull)
                yield break;
            if (!isNew)
            {
                // So many rows cannot have moved, or there should be more: to end here could lose some.
                if (isFull || !wasNew || page.Total > 0)
                    throw Repeats(operation, FormattableString.Invariant($"from position {start} on"));
                if (end == ListEnd.NothingNew)
                    yield break;
            }

            wasNew = isNew;
        }
    }

    /// <summary>
    /// Reads a list that WB pages by a number that its rows carry: the next page is asked for by the largest one that has come. Keeps no row, and the
    /// keys of the last ones only: <see cref="RecentKeys"/>.
    /// </summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="start">The key after which the list begins; <see langword="null"/>: with its first row.</param>
    /// <param name="end">How WB says that the list is over; <see cref="ListEnd.ShortPage"/> has no meaning here.</param>
    /// <param name="getPage">Gets the page that follows a key; the first one gets <paramref name="start"/>.</param>
    /// <param name="keyOf">The key of a row.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others, or a row without its key.</exception>
    public static async IAsyncEnumerable<TRow> ByKey<TRow>(
        string operation,
        long? start,
        ListEnd end,
        Func<long?, CancellationToken, IAsyncEnumerable<TRow>> getPage,
        Func<TRow, long> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var recent = new RecentKeys(start);
        while (true)
        {
            bool isEmpty = true, isNew = false;
            int position = 0;
            long? after = recent.Largest;
            await foreach (TRow row in getPage(after, cancellationToken).ConfigureAwait(false))
            {
                isEmpty = false;
                position++;
                if (row is null)
                    continue;
                long key = keyOf(row);
                if (key == 0)
                    throw NoKey(operation, position, after);
                if (!recent.Add(key))
                    continue;
                isNew = true;
                yield return row;
            }

            if (isNew)
                continue;
            if (isEmpty || end == ListEnd.NothingNew)
                yield break;
            throw Repeats(operation, after is null ? "on the first page" : FormattableString.Invariant($"after row {after}"));
        }
    }

    /// <summary>
    /// Reads a list of which each page says with what to ask for the next one; the first page is asked for with 0. A page that names no next is the end, and so are several empty ones. Of the keys of rows only those of the last ones are remembered, some 100,000 to 200,000; of the cursors all, one for a page.
    /// </summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="limit">How many rows are asked for at once.</param>
    /// <param name="getPage">Gets the page that belongs to a cursor, and the cursor of the next one; 0 or <see langword="null"/>: there is none.</param>
    /// <param name="keyOf">What tells one row from another.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same rows or the same cursor again where there should be others.</exception>
    public static async IAsyncEnumerable<TRow> ByCursor<TRow, TKey>(
        string operation,
        int limit,
        Func<long, CancellationToken, Task<(IReadOnlyList<TRow>? Rows, long? Next)>> getPage,
        Func<TRow, TKey> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        HashSet<TKey> last = [], earlier = [];
        HashSet<long> cursors = [];
        bool wasNew = true;
        int empty = 0;
        for (long cursor = 0; ;)
        {
            (IReadOnlyList<TRow>? rows, long? next) = await getPage(cursor, cancellationToken).ConfigureAwait(false);
            if (rows is null or [])
            {
                // Where there is a next page, an empty one is not the end; several of them are.
                if (next is null or <= 0 || next == cursor || cursors.Contains(next.Value) || ++empty > MostEmptyPages)
                    yield break;
                cursors.Add(cursor);
                cursor = next.Value;
                continue;
            }

            empty = 0;
            bool isNew = false;
            foreach (TRow row in rows)
            {
                if (row is null)
                    continue;
                TKey key = keyOf(row);

                // Nobody can tell whether it has come already: better twice than not at all. It is no progress.
                if (EqualityComparer<TKey>.Default.Equals(key, default))
                {
                    yield return row;
                    continue;
                }

                if (earlier.Contains(key) || !last.Add(key))
                    continue;
                isNew = true;
                yield return row;
                if (last.Count >= RecentKeys.LargestPage)
                    (earlier, last) = (last, []);
            }

            if (next is null or 0)
                yield break;
            if (next < 0)
                throw DoesNotGoOn(operation, FormattableString.Invariant($"the page of the cursor {cursor} names the cursor {next}."));
            if (!isNew)
            {
                // Some of the last rows come again where the list ends. A whole page of them, or a second one, is no end: to stop there could lose some.
                if (rows.Count >= limit || !wasNew)
                    throw Repeats(operation, FormattableString.Invariant($"with the cursor {cursor}"));
                if (next == cursor)
                    yield break;
            }

            // A ring of more rows than are remembered would never end.
            cursors.Add(cursor);
            if (next != cursor && cursors.Contains(next.Value))
                throw DoesNotGoOn(operation, FormattableString.Invariant($"after the page of the cursor {cursor} WB names the cursor {next}, which was asked for already."));
            wasNew = isNew;
            cursor = next.Value;
        }
    }

    /// <summary>Reads what WB gives in parts only: for so many ids, or for so many days at once.</summary>
    /// <param name="parts">The parts, one for each call.</param>
    /// <param name="read">Gets the rows of a part; <see langword="null"/> is none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows of the parts, one part after the other.</returns>
    public static async IAsyncEnumerable<TRow> ByPart<TPart, TRow>(
        IEnumerable<TPart> parts,
        Func<TPart, CancellationToken, Task<IReadOnlyList<TRow>?>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (TPart part in parts)
        {
            foreach (TRow row in await read(part, cancellationToken).ConfigureAwait(false) ?? [])
            {
                if (row is not null)
                    yield return row;
            }
        }
    }

    private static WildberriesResponseException NoKey(string operation, int position, long? after) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Row {position} {(after is > 0 ? $"after the row {after}" : "of the first page")} of {operation} has no id, or one that cannot be read."))
        {
            Operation = operation,
            Delivery = Delivery.Answered,
        };

    private static WildberriesResponseException Repeats(string operation, string where) =>
        DoesNotGoOn(operation, $"{where} WB sent only rows that have come already, or that cannot be told apart.");

    private static WildberriesResponseException DoesNotGoOn(string operation, string why) =>
        new($"The list of {operation} does not go on: {why}")
        {
            Operation = operation,
            Delivery = Delivery.Answered,
        };
}
