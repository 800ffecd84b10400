using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>
/// New claims, and those about which something has changed, each once per store. WB has no cursor for them: it lists all of the last 14 days. So the lists are read
/// again and again, and the store keeps which claims were given, and as what.
/// </summary>
internal sealed class ClaimChangeStream
{
    // A slow consumer is not to get what was so an hour ago: after this time WB is asked again, and what is given already does not come twice.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly IBuyerReturnsApi _api;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly ClaimChangeStreamOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    public ClaimChangeStream(IBuyerReturnsApi api, IStateStore store, string sellerId, ClaimChangeStreamOptions? options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(store);
        _api = api;
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new ClaimChangeStreamOptions();
        StateStoreLimits.CheckKey(sellerId, _options.CursorName);
        Argument.Pause(_options.Interval, nameof(ClaimChangeStreamOptions.Interval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(ClaimChangeStreamOptions.MaxOutage), nameof(options));
        Argument.SaveEvery(_options.SaveEvery, nameof(ClaimChangeStreamOptions.SaveEvery), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
    }

    /// <summary>Reads the claims; of those that come at once, the oldest first.</summary>
    public async IAsyncEnumerable<Claim> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = new StreamState(_store, _sellerId, _options.CursorName, _retry, _timeProvider);
        GivenClaims given = Parse(await state.ReadAsync(cancellationToken).ConfigureAwait(false));
        int unsaved = 0;
        try
        {
            while (true)
            {
                long startedAt = _timeProvider.GetTimestamp();
                Dictionary<string, Claim> listed = await ListAsync(cancellationToken).ConfigureAwait(false);
                TimeSpan freshness = Longest(_timeProvider.GetElapsedTime(startedAt), _options.Interval, Freshness);
                long askedAt = _timeProvider.GetTimestamp();
                bool isForgotten = given.Meet(listed.Keys);
                bool isStale = false;
                foreach (Claim claim in listed.Values.Where(claim => !given.Contains(claim)).OrderBy(claim => claim.CreatedAt).ThenBy(claim => claim.Id, StringComparer.Ordinal))
                {
                    if (isStale)
                        break;
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return claim;

                    given.Add(claim);
                    if (++unsaved >= _options.SaveEvery)
                    {
                        await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                        unsaved = 0;
                        isForgotten = false;
                    }

                    isStale = _timeProvider.GetElapsedTime(askedAt) > freshness;
                }

                if (unsaved > 0 || isForgotten)
                {
                    await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                    unsaved = 0;
                }

                if (isStale)
                    continue;
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

    // A token that may ask once an hour has old answers anyway: asking again at once would only take another hour.
    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> times)
    {
        TimeSpan longest = TimeSpan.Zero;
        foreach (TimeSpan time in times)
            longest = time > longest ? time : longest;
        return longest;
    }

    // The archive last: what is decided meanwhile leaves the other list for it.
    private async Task<Dictionary<string, Claim>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (bool isArchive in (bool[])(_options.IncludesArchive ? [false, true] : [false]))
        {
            await foreach (Claim claim in ClaimPages.ReadAsync(AskAsync, isArchive, cancellationToken).ConfigureAwait(false))
            {
                if (claim.Id.Length > 0)
                    listed[claim.Id] = claim;
                else
                    _options.LeftOut?.Report(claim.UnreadableProperties.Values.FirstOrDefault());
            }
        }

        return listed;
    }

    private Task<ClaimsResponse> AskAsync(bool isArchive, int offset, CancellationToken cancellationToken) => _retry.RunAsync(
        () => RateLimitWait.RunAsync(
            () => _api.GetClaimsAsync(isArchive, limit: ClaimPages.MaxPage, offset: offset, cancellationToken: cancellationToken),
            _options.Interval,
            _timeProvider,
            cancellationToken),
        OutageRetry.IsOfWildberries,
        cancellationToken);

    private GivenClaims Parse(ReadOnlyMemory<byte>? stored) => stored is not { } bytes
        ? new GivenClaims()
        : GivenClaims.Parse(bytes.Span) ?? throw new InvalidDataException(
            $"The state \"{_options.CursorName}\" of the seller \"{_sellerId}\" does not tell which claims were given. Restore it, or delete it to begin anew.");
}
