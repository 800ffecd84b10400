using System.Globalization;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>
/// Reads a list that WB sorts by the time of its rows and pages by position, while rows are added anywhere and leave: each row comes once, and none is lost that was there all
/// the time. Where WB filters by time, the next page is asked for from the time of the last row on, so that positions do not matter. Else each page begins with rows of the one
/// before; if none of them is there, the reading steps back until it finds one.
/// </summary>
/// <remarks>That holds as long as the order of rows that stay does not change. Remembers the ids of all rows, so its memory grows with the list.</remarks>
/// <typeparam name="TRow">A row.</typeparam>
internal sealed record DatedList<TRow>
    where TRow : class
{
    // Rows that leave move the others to the front: so many may leave between two pages before it costs a step back.
    private const int LargestOverlap = 10;

    // So many whole pages without a new row are no move of the list any more.
    private const int MostBarrenPages = 10;

    /// <summary>The operation's short name, for exceptions.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets a page.</summary>
    public required Func<DatedRequest, CancellationToken, Task<IReadOnlyList<TRow>>> GetPage { get; init; }

    /// <summary>The id of a row; empty: it has none, and comes as often as WB sends it.</summary>
    public required Func<TRow, string> IdOf { get; init; }

    /// <summary>The time by which WB sorts and filters.</summary>
    public required Func<TRow, DateTimeOffset?> TimeOf { get; init; }

    /// <summary>How many rows are asked for at once; 2 at least.</summary>
    public required int Take { get; init; }

    /// <summary>How many rows WB lets one skip at most.</summary>
    public required int MaxSkip { get; init; }

    /// <summary>How many rows WB lets one skip and take together.</summary>
    public int MaxReach { get; init; } = int.MaxValue;

    /// <summary>Whether WB filters by time.</summary>
    public bool HasPeriod { get; init; } = true;

    /// <summary>Whether WB sends the newest rows first.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>Only rows of that second and later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only rows of that second and earlier.</summary>
    public DateTimeOffset? To { get; init; }

    private int Overlap => Math.Min(LargestOverlap, Take / 2);

    /// <summary>
    /// Reads to the end, which is a page that has only some of the last rows. A page with fewer rows than were asked for is none: WB may give fewer at once than it says.
    /// </summary>
    /// <param name="seen">The ids of the rows that have come; rows of these ids do not come again.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">The list does not go on, or more rows are of one time than WB lets one reach.</exception>
    public async IAsyncEnumerable<TRow> ReadAsync(HashSet<string> seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // WB does not say whether a bound belongs to the period.
        long? from = From?.ToUnixTimeSeconds() - 1, to = To?.ToUnixTimeSeconds() + 1;
        HashSet<string> before = new(StringComparer.Ordinal);
        int barren = 0;

        // Whether the page before said that there is at least one row where the next one begins.
        bool isContinued = false;
        for (int skip = 0; ;)
        {
            int take = Math.Min(Take, MaxReach - skip);
            if (skip > MaxSkip || take <= 0)
                throw TooMany(IsNewestFirst ? to : from);
            IReadOnlyList<TRow> rows = await GetPage(new DatedRequest(take, skip, from, to), cancellationToken).ConfigureAwait(false);
            if (skip > 0 && !rows.Any(row => row is not null && before.Contains(IdOf(row))))
            {
                skip = Math.Max(0, skip - Take);
                continue;
            }

            if (rows.Count == 0 && isContinued)
            {
                // All of them may have left; but once more is cheaper than to lose the rest.
                isContinued = false;
                continue;
            }

            isContinued = false;
            bool isNew = false;
            foreach (TRow row in rows)
            {
                if (row is null)
                    continue;
                string id = IdOf(row);
                if (id.Length > 0)
                {
                    if (!seen.Add(id))
                        continue;
                    isNew = true;
                }

                // Nobody can tell whether one without an id has come already: better twice than not at all. It is no progress.
                if (IsWanted(row))
                    yield return row;
            }

            if (!isNew && rows.Count <= Overlap && rows.Count < take)
                yield break;
            barren = isNew ? 0 : barren + 1;
            if (barren > MostBarrenPages)
                throw DoesNotGoOn(FormattableString.Invariant($"from position {skip} on WB sent only rows that have come already, or that cannot be told apart."));

            if (Edge(rows) is { } edge && (IsNewestFirst ? !(edge >= to) : !(edge <= from)))
            {
                if (IsNewestFirst)
                    to = edge;
                else
                    from = edge;
                skip = 0;
                before.Clear();
                isContinued = true;
                continue;
            }

            skip += Math.Max(1, rows.Count - Overlap);
            before = rows.Where(row => row is not null).Select(IdOf).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        }
    }

    private bool IsWanted(TRow row) => TimeOf(row)?.ToUnixTimeSeconds() is not { } time || !(time < From?.ToUnixTimeSeconds() || time > To?.ToUnixTimeSeconds());

    // Where the next page begins: a second before the last row, for the same reason. A page whose rows are not in the order of their times does not tell.
    private long? Edge(IReadOnlyList<TRow> rows)
    {
        if (!HasPeriod)
            return null;
        long? last = null;
        foreach (TRow row in rows)
        {
            if (row is null || TimeOf(row)?.ToUnixTimeSeconds() is not { } time || (IsNewestFirst ? time > last : time < last))
                return null;
            last = time;
        }

        return IsNewestFirst ? last + 1 : last - 1;
    }

    private WildberriesResponseException TooMany(long? second) => DoesNotGoOn(second is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"WB lets nobody reach further than {Math.Min(MaxReach, (long)MaxSkip + Take)} rows, and there are so many of one second near {DateTimeOffset.FromUnixTimeSeconds(time):u}.")
        : string.Create(CultureInfo.InvariantCulture, $"WB lets nobody reach further than {Math.Min(MaxReach, (long)MaxSkip + Take)} rows."));

    private WildberriesResponseException DoesNotGoOn(string why) => new($"The list of {Operation} does not go on: {why}")
    {
        Operation = Operation,
        Delivery = Delivery.Answered,
    };
}
