using System.Numerics;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>
/// Reads a list that WB sorts by the time of the last change, the oldest first: a row that changes meanwhile moves to the end. So none is lost, for rows only move away
/// from what was read already; one that was read comes once more.
/// </summary>
internal static class MovingList
{
    /// <summary>Reads the pages. Where the last page is empty, the cursor stays where it was.</summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="start">Where to begin; <see langword="null"/>: with the first row.</param>
    /// <param name="getPage">Gets the page that begins at a cursor.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The pages, each with where the next one begins, the last one too.</returns>
    /// <exception cref="WildberriesResponseException">There is a next page, and WB does not say where, or leads back.</exception>
    public static async IAsyncEnumerable<MovingPage<TRow, TCursor>> ReadPagesAsync<TRow, TCursor>(
        string operation,
        TCursor? start,
        Func<TCursor?, CancellationToken, Task<MovingPage<TRow, TCursor>>> getPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCursor : class
    {
        TCursor? cursor = start, earlier = null;
        for (ulong count = 1; ; count++)
        {
            MovingPage<TRow, TCursor> page = await getPage(cursor, cancellationToken).ConfigureAwait(false);
            TCursor? next = page.Rows.Count > 0 ? page.Next : null;
            yield return page with { Next = next ?? cursor };
            if (page.IsLast)
                yield break;

            // Where changes come as fast as they are read, whole pages can bring nothing new. A circle is found by a cursor that stays while the others go on.
            if (next is null || next.Equals(cursor) || next.Equals(earlier))
                throw DoesNotLeadOn(operation, cursor);
            if (BitOperations.IsPow2(count))
                earlier = next;
            cursor = next;
        }
    }

    /// <summary>Reads the rows, each once, as it was when it was read first. Remembers the numbers of all rows, so its memory grows with the list.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="idOf">The number of a row; 0: it has none that can be read, and comes as often as WB sends it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    public static async IAsyncEnumerable<TRow> ReadRowsAsync<TRow, TCursor>(
        IAsyncEnumerable<MovingPage<TRow, TCursor>> pages, Func<TRow, long> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
        where TCursor : class
    {
        var seen = new HashSet<long>();
        await foreach (MovingPage<TRow, TCursor> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (TRow row in page.Rows)
            {
                if (row is not null && idOf(row) is var id && (id == 0 || seen.Add(id)))
                    yield return row;
            }
        }
    }

    private static WildberriesResponseException DoesNotLeadOn(string operation, object? cursor) =>
        new($"The list of {operation} does not go on: {(cursor is null ? "its first page" : "a page")} is not the last one, and does not lead to another.")
        {
            Operation = operation,
            Delivery = Delivery.Answered,
        };
}
