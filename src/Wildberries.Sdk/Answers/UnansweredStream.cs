using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Answers;

/// <summary>
/// Reviews or questions that wait for an answer, each once per store. WB has no cursor for them: it lists all that wait now. So WB is asked again and again, and the store keeps
/// which of the listed ones were given.
/// </summary>
internal sealed class UnansweredStream<TRow>
    where TRow : WildberriesModel
{
    // A slow consumer is not to get what waited an hour ago: after this time WB is asked again from there on.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // What comes later than the newest one, for example because WB has looked at it longer, is seen at once within this time; what comes even later, by the whole list.
    private static readonly TimeSpan Lateness = TimeSpan.FromDays(3);

    private readonly DatedList<TRow> _list;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly string _name;
    private readonly UnansweredStreamOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    /// <param name="list">The list of what waits, the oldest first.</param>
    /// <param name="store">Where is kept what was given.</param>
    /// <param name="sellerId">Whose they are.</param>
    /// <param name="defaultName">The name of the state where the options give none.</param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock.</param>
    public UnansweredStream(
        DatedList<TRow> list, IStateStore store, string sellerId, string defaultName, UnansweredStreamOptions? options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new UnansweredStreamOptions();
        _name = _options.CursorName ?? defaultName;
        StateStoreLimits.CheckKey(sellerId, _name);
        Argument.Pause(_options.Interval, nameof(UnansweredStreamOptions.Interval), nameof(options));
        Argument.Pause(_options.WholeListInterval, nameof(UnansweredStreamOptions.WholeListInterval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(UnansweredStreamOptions.MaxOutage), nameof(options));
        Argument.SaveEvery(_options.SaveEvery, nameof(UnansweredStreamOptions.SaveEvery), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
        _list = list;
    }

    /// <summary>Reads until it is cancelled, or to the end of what waits.</summary>
    /// <param name="cancellationToken">Ends the stream. A row that was handled is saved first, if the store works.</param>
    /// <returns>The rows; of those that are new at once, the oldest first.</returns>
    public async IAsyncEnumerable<TRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = new StreamState(_store, _sellerId, _name, _retry, _timeProvider);
        GivenRows given = Parse(await state.ReadAsync(cancellationToken).ConfigureAwait(false));
        TimeSpan freshness = _options.Interval > Freshness ? _options.Interval : Freshness;
        int unsaved = 0;
        try
        {
            DateTimeOffset? newest = null;
            long? wholeAt = null;
            while (true)
            {
                bool isWhole = wholeAt is not { } last || newest is null || _timeProvider.GetElapsedTime(last) >= _options.WholeListInterval;
                long startedAt = _timeProvider.GetTimestamp();
                HashSet<ulong> listed = [];
                DateTimeOffset? from = isWhole ? null : newest - Lateness;
                bool isStale;
                do
                {
                    isStale = false;
                    var pages = new FreshPages(this);
                    await foreach (TRow row in pages.ReadAsync(from, cancellationToken).ConfigureAwait(false))
                    {
                        string id = _list.IdOf(row);
                        if (id.Length == 0)
                        {
                            _options.LeftOut?.Report(row.UnreadableProperties.Values.FirstOrDefault());
                            continue;
                        }

                        ulong key = GivenRows.KeyOf(id);
                        listed.Add(key);
                        if (_list.TimeOf(row) is { } time && !(time <= newest))
                            newest = time;
                        if (given.Contains(key))
                            continue;
                        if (isStale = pages.Age > freshness)
                        {
                            // All rows before this one are given.
                            from = _list.TimeOf(row) ?? from;
                            break;
                        }

                        cancellationToken.ThrowIfCancellationRequested();
                        yield return row;

                        given.Add(key);
                        if (++unsaved >= _options.SaveEvery)
                        {
                            await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                            unsaved = 0;
                        }
                    }
                }
                while (isStale);

                bool isForgotten = isWhole && given.Meet(listed);
                if (isWhole)
                    wholeAt = startedAt;
                if (unsaved > 0 || isForgotten)
                {
                    await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                    unsaved = 0;
                }

                if (_options.StopAtEnd)
                    yield break;
                await Task.Delay(_options.Interval, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (unsaved > 0)
                await state.TrySaveAsync(given.ToBytes()).ConfigureAwait(false);
        }
    }

    private GivenRows Parse(ReadOnlyMemory<byte>? stored) => stored is not { } bytes
        ? new GivenRows()
        : GivenRows.Parse(bytes.Span) ?? throw new InvalidDataException(
            $"The state \"{_name}\" of the seller \"{_sellerId}\" does not tell which unanswered ones were given. Restore it, or delete it to begin anew.");

    // The list, with the time at which its last page came.
    private sealed class FreshPages(UnansweredStream<TRow> stream)
    {
        private long _readAt;

        public TimeSpan Age => stream._timeProvider.GetElapsedTime(_readAt);

        public IAsyncEnumerable<TRow> ReadAsync(DateTimeOffset? from, CancellationToken cancellationToken) =>
            (stream._list with { GetPage = AskAsync, From = from }).ReadAsync(new(StringComparer.Ordinal), cancellationToken);

        private async Task<IReadOnlyList<TRow>> AskAsync(DatedRequest request, CancellationToken cancellationToken)
        {
            IReadOnlyList<TRow> rows = await stream._retry.RunAsync(
                () => RateLimitWait.RunAsync(
                    () => stream._list.GetPage(request, cancellationToken), stream._options.Interval, stream._timeProvider, cancellationToken),
                OutageRetry.IsOfWildberries,
                cancellationToken).ConfigureAwait(false);
            _readAt = stream._timeProvider.GetTimestamp();
            return rows;
        }
    }
}
