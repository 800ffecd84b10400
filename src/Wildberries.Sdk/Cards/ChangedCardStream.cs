using System.Runtime.CompilerServices;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Cards;

/// <summary>Cards that are created or changed, each as often as WB shows it changed, with the cursor in a store.</summary>
internal sealed class ChangedCardStream
{

    private readonly ICardsApi _api;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly ChangedCardStreamOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    public ChangedCardStream(ICardsApi api, IStateStore store, string sellerId, ChangedCardStreamOptions? options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(store);
        _api = api;
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new ChangedCardStreamOptions();
        StateStoreLimits.CheckKey(sellerId, _options.CursorName);
        Argument.Pause(_options.Interval, nameof(ChangedCardStreamOptions.Interval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(ChangedCardStreamOptions.MaxOutage), nameof(options));
        Argument.SaveEvery(_options.SaveEvery, nameof(ChangedCardStreamOptions.SaveEvery), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
    }

    /// <summary>Reads the changes.</summary>
    public async IAsyncEnumerable<Card> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = new StreamState(_store, _sellerId, _options.CursorName, _retry, _timeProvider);
        ChangedCardsState saved = Parse(await state.ReadAsync(cancellationToken).ConfigureAwait(false));
        CardsCursor? cursor = CardPages.CursorOf(new CardsNextCursor { UpdatedAt = saved.UpdatedAt, NmId = saved.NmId });
        HashSet<ChangedCardsState.Given> given = [.. saved.Cards];
        int unsaved = 0;
        try
        {
            while (true)
            {
                await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, null, cursor, cancellationToken).ConfigureAwait(false))
                {
                    HashSet<ChangedCardsState.Given> all = [];
                    foreach (Card card in page.Rows)
                    {
                        if (card is null)
                            continue;
                        if (card.NmId <= 0)
                        {
                            _options.LeftOut?.Report(card.UnreadableProperties.Values.FirstOrDefault());
                            continue;
                        }

                        var key = new ChangedCardsState.Given(card.NmId, card.UpdatedAt);
                        all.Add(key);
                        if (given.Contains(key))
                            continue;
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return card;

                        given.Add(key);
                        if (++unsaved >= _options.SaveEvery)
                        {
                            await state.SaveAsync(ToBytes(cursor, given), cancellationToken).ConfigureAwait(false);
                            unsaved = 0;
                        }
                    }

                    // The cards of the last page stay known: a cursor may bring its own card once more.
                    bool hasMoved = page.Next != cursor;
                    cursor = page.Next;
                    if (all.Count > 0)
                        given = all;
                    if (hasMoved || unsaved > 0)
                    {
                        await state.SaveAsync(ToBytes(cursor, given), cancellationToken).ConfigureAwait(false);
                        unsaved = 0;
                    }
                }

                if (_options.StopAtEnd)
                    yield break;
                await Task.Delay(_options.Interval, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (unsaved > 0)
                await state.TrySaveAsync(ToBytes(cursor, given)).ConfigureAwait(false);
        }
    }

    private static byte[] ToBytes(CardsCursor? cursor, HashSet<ChangedCardsState.Given> given) => JsonSerializer.SerializeToUtf8Bytes(
        new ChangedCardsState { Format = ChangedCardsState.CurrentFormat, UpdatedAt = cursor?.UpdatedAt, NmId = cursor?.NmId, Cards = [.. given] },
        ChangedCardsJsonContext.Default.ChangedCardsState);

    private Task<CardsResponse> AskAsync(CardsRequest request, CancellationToken cancellationToken) => _retry.RunAsync(
        () => RateLimitWait.RunAsync(() => _api.GetCardsAsync(request, _options.Locale, cancellationToken), _options.Interval, _timeProvider, cancellationToken),
        OutageRetry.IsOfWildberries,
        cancellationToken);

    private ChangedCardsState Parse(ReadOnlyMemory<byte>? stored)
    {
        if (stored is not { } bytes)
            return new ChangedCardsState();
        try
        {
            if (JsonSerializer.Deserialize(bytes.Span, ChangedCardsJsonContext.Default.ChangedCardsState) is { Format: ChangedCardsState.CurrentFormat } state)
                return state;
        }
        catch (JsonException)
        {
        }

        throw new InvalidDataException(
            $"The state \"{_options.CursorName}\" of the seller \"{_sellerId}\" does not tell which changes of cards were given. Restore it, or delete it to begin anew.");
    }
}
