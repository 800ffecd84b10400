using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>One edit: reads cards, edits them, sends those that differ in batches, and follows what WB makes of them.</summary>
/// <param name="api">The cards.</param>
/// <param name="cards">The cards; what becomes of them is noted in place.</param>
/// <param name="edit">What a card is to be.</param>
/// <param name="options">How it works.</param>
/// <param name="time">The clock, from the start of the call.</param>
/// <param name="progress">Who is told.</param>
internal sealed class CardEditRun(
    ICardsApi api, EditedCard[] cards, Func<Card, Card> edit, CardEditOptions options, WaitingTime time, IProgress<CardEditProgress>? progress)
{
    // A search is a request, as is a page of a hundred cards.
    private const int MaxSearches = 10;

    // Beyond the first of each batch: enough to find three cards among three thousand, of which WB names none.
    private const int MaxRefusals = 36;

    // At each so many looks the cards themselves are read: WB may show in them what it has not moved in its list.
    private const int LooksPerRead = 4;

    private const string Lost = "The answer was lost: WB may have changed the card or not.";
    private const string NotRead = "It was sent, and not read afterwards.";
    private const string NotShown = "WB took it, and did not show the change in time.";
    private const string NotLookedAt = "WB refused it together with others, and which of them it means was not looked for any more";
    private const string OverTime = "the cards are not changed yet.";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, EditedCard> _cards = cards.ToDictionary(card => card.NmId);
    private readonly Dictionary<string, EditedCard> _sent = new(StringComparer.Ordinal);
    private CardEditProgress _progress = new() { Total = cards.Length };

    // Which errors there were before, by WB's time: it has whole seconds, in which more can come.
    private readonly HashSet<(string? BatchId, string Article, string Words)> _oldErrors = [];

    // Cards that were changed since the reading began, as they are now.
    private readonly Dictionary<long, Card> _later = [];
    private DateTimeOffset? _errorsSince;

    // Changes of cards after this one have not been read; and where this began.
    private CardsCursor? _newest;
    private CardsCursor? _start;
    private bool _isFollowing;
    private int _open;
    private int _refusals;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        WildberriesApiException? failure = null;
        try
        {
            await ReadAndSendAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (_open > 0)
        {
            failure = exception;
        }

        // What WB took is followed all the same: the caller learns about it even if the rest could not be sent.
        try
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException) when (failure is not null)
        {
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private async Task ReadAndSendAsync(CancellationToken cancellationToken)
    {
        if (!options.DryRun)
            _start = _newest = CardPages.CursorOf((await AskAsync(CardPages.Newest, cancellationToken).ConfigureAwait(false)).Cursor);
        var batch = new List<EditedCard>();
        long size = 0;
        await foreach ((EditedCard card, Card current) in FindAsync(cancellationToken).ConfigureAwait(false))
        {
            card.Prepare(current, edit);
            if (options.DryRun)
                card.Forget();
            if (card.Update is null)
                continue;
            if (batch.Count == CardRules.MaxUpdates || size + card.Size > CardRules.MaxRequestBytes)
            {
                await SendAsync(batch, cancellationToken).ConfigureAwait(false);
                (batch, size) = ([], 0);
            }

            batch.Add(card);
            size += card.Size;
        }

        if (batch.Count > 0)
            await SendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the cards: a few by search, many in the list, as long as that costs no more than searching for those that are left.</summary>
    private async IAsyncEnumerable<(EditedCard Card, Card Current)> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<EditedCard> missing = [.. cards];
        bool isListRead = false;
        if (missing.Count > MaxSearches)
        {
            isListRead = true;
            int pages = 0;
            await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, null, null, cancellationToken).ConfigureAwait(false))
            {
                foreach (Card current in page.Rows)
                {
                    if (current is not null && _cards.TryGetValue(current.NmId, out EditedCard? card) && missing.Remove(card))
                        yield return (card, Latest(current));
                }

                Report(_progress with { Read = cards.Length - missing.Count });
                if (++pages >= missing.Count)
                {
                    isListRead = page.IsLast || page.Rows.Count == 0;
                    break;
                }
            }
        }

        foreach (EditedCard card in cards.Where(missing.Contains))
        {
            if (isListRead || await SearchAsync(card.NmId, cancellationToken).ConfigureAwait(false) is not { } current)
                card.NotFound();
            else
                yield return (card, Latest(current));
            Report(_progress with { Read = _progress.Read + 1 });
        }
    }

    private async Task<Card?> SearchAsync(long nmId, CancellationToken cancellationToken)
    {
        // Cards whose articles or barcodes contain the number come, too.
        var filter = new CardsFilter { TextSearch = FormattableString.Invariant($"{nmId}") };
        await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, filter, null, cancellationToken).ConfigureAwait(false))
        {
            if (page.Rows.FirstOrDefault(card => card?.NmId == nmId) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Sends cards. Those that WB refuses at once are settled; those that it took, or may have taken, are open.</summary>
    private async Task SendAsync(List<EditedCard> all, CancellationToken cancellationToken)
    {
        if (_progress.Sent == 0)
        {
            CardErrorsResponse newest = await AskAsync(CardPages.NewestErrors, cancellationToken).ConfigureAwait(false);
            foreach (CardErrorBatch batch in (newest.Data?.Batches ?? []).OfType<CardErrorBatch>())
            {
                foreach ((string article, IReadOnlyList<string> errors) in batch.Errors)
                    _oldErrors.Add((batch.BatchId, article, WordsOf(errors)));
                _errorsSince = batch.UpdatedAt > _errorsSince || _errorsSince is null ? batch.UpdatedAt : _errorsSince;
            }
        }

        var parts = new Stack<List<EditedCard>>([all]);
        bool isFirst = true;
        while (parts.TryPop(out List<EditedCard>? part))
        {
            List<EditedCard> sending = [];
            bool isTooLarge = false;
            try
            {
                await time.WriteAsync(WriteAsync, cancellationToken).ConfigureAwait(false);
                if (isTooLarge)
                    Halve(part, parts);
                else
                    Note(sending, NotRead);
            }
            catch (WildberriesApiException exception) when (sending.Count > 0 && exception.Delivery is Delivery.Unknown or Delivery.Answered)
            {
                Note(sending, exception.Delivery == Delivery.Answered && exception.Detail is { } words ? $"WB answered with an error, and may have changed the card or not: {words}" : Lost);
            }
            catch (WildberriesRequestTooLargeException) when (sending.Count > 1)
            {
                sending.ForEach(card => card.NotSent());
                Halve(sending, parts);
            }
            catch (WildberriesApiException exception) when (sending.Count > 0 && exception is WildberriesBadRequestException or WildberriesRequestTooLargeException)
            {
                _refusals += isFirst ? 0 : 1;
                sending.ForEach(card => card.NotSent());
                SetApart(sending, exception, isFirst, parts);
                isFirst = false;
            }
            catch (WildberriesApiException)
            {
                sending.ForEach(card => card.NotSent());
                throw;
            }

            // Each time, for a wait may lie between: what somebody has changed meanwhile is edited as it is now.
            async Task WriteAsync()
            {
                sending.ForEach(card => card.NotSent());
                sending.Clear();
                await LookAsync(cancellationToken).ConfigureAwait(false);
                List<EditedCard> ready = [.. part.Where(card => card.Update is not null)];
                isTooLarge = ready.Count > 1 && ready.Sum(card => (long)card.Size) > CardRules.MaxRequestBytes;
                if (ready.Count == 0 || isTooLarge)
                    return;
                time.ThrowIfOver(OverTime);
                CardUpdate[] updates = [.. ready.Select(card => card.Update!)];
                ready.ForEach(card => card.Sending(Lost));
                sending.AddRange(ready);
                await api.UpdateCardsAsync(updates, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Note(List<EditedCard> sent, string reason)
    {
        foreach (EditedCard card in sent)
        {
            card.Sent(reason);
            foreach (string article in new[] { card.ArticleBefore, card.Article }.OfType<string>())
                _sent[article] = card;
        }

        _open += sent.Count;
        Report(_progress with { Sent = _progress.Sent + sent.Count });
    }

    private static void Halve(List<EditedCard> part, Stack<List<EditedCard>> parts)
    {
        parts.Push(part[(part.Count / 2)..]);
        parts.Push(part[..(part.Count / 2)]);
    }

    /// <summary>Settles the cards that a refusal is about; the others are to be sent once more.</summary>
    private void SetApart(List<EditedCard> sent, WildberriesApiException refusal, bool isFirst, Stack<List<EditedCard>> parts)
    {
        bool isLast = _refusals >= MaxRefusals;
        var articles = new Dictionary<string, EditedCard>(StringComparer.Ordinal);
        foreach (EditedCard card in sent)
            articles[card.Article ?? ""] = card;
        foreach (string error in refusal.Errors)
        {
            if (ArticleErrors.Find(error, articles) is ({ } card, var words))
                card.Refuse(card.Reason is null ? words : $"{card.Reason}; {words}");
        }

        List<EditedCard> rest = [.. sent.Where(card => card.Update is not null)];
        if (rest.Count == 0)
            return;
        if (rest.Count < sent.Count && (isFirst || !isLast))
        {
            parts.Push(rest);
        }
        else if (rest.Count > 1 && !isLast)
        {
            Halve(rest, parts);
        }
        else
        {
            string words = refusal.Detail ?? (refusal.Errors.Count > 0 ? refusal.Errors[0] : refusal.Message);
            foreach (EditedCard card in rest)
                card.Refuse(sent.Count == 1 ? words : $"{NotLookedAt}: {words}");
        }
    }

    /// <summary>Looks again and again until of each card that was sent it is known what became of it.</summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        _isFollowing = true;
        int looks = 0;
        TimeSpan longest = options.PollInterval > LongestPause ? options.PollInterval : LongestPause;
        if (await time.PollAsync(IsSettledAsync, options.PollInterval, longest, cancellationToken).ConfigureAwait(false))
            return;
        await ReadOpenAsync(cancellationToken).ConfigureAwait(false);
        Report(_progress with { Settled = _progress.Sent - _open });

        async Task<bool> IsSettledAsync()
        {
            if (_open == 0)
                return true;
            await LookAsync(cancellationToken).ConfigureAwait(false);
            if (_open > 0)
                await ReadErrorsIfAllowedAsync(cancellationToken).ConfigureAwait(false);
            if (_open > 0 && ++looks % LooksPerRead == 0)
                await ReadOpenAsync(cancellationToken).ConfigureAwait(false);
            foreach (EditedCard card in cards.Where(card => card.IsOpen && card.Reason == NotRead))
                card.Reason = NotShown;
            Report(_progress with { Settled = _progress.Sent - _open });
            return _open == 0;
        }
    }

    // A base token may read the errors twice an hour. That WB took the cards is known, and what becomes of them the cards themselves tell, too.
    private async Task ReadErrorsIfAllowedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadErrorsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (exception.IsTransient || exception is WildberriesRateLimitException)
        {
            // The next look may read them.
        }
    }

    /// <summary>Reads what was changed since the last look: by somebody before cards were sent, or by this edit.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, null, _newest, cancellationToken).ConfigureAwait(false))
        {
            foreach (Card current in page.Rows)
            {
                if (current is null || !_cards.TryGetValue(current.NmId, out EditedCard? card))
                    continue;
                if (card.IsOpen)
                    Compare(card, current, isChanged: true);
                else if (card.IsOutdatedBy(current))
                    card.Prepare(current, edit);

                // Its turn may come yet, from a page that was read before.
                _later[current.NmId] = current;
            }

            _newest = page.Next;
        }
    }

    private Card Latest(Card current) => _later.TryGetValue(current.NmId, out Card? later) && !(later.UpdatedAt < current.UpdatedAt) ? later : current;

    private void Compare(EditedCard card, Card current, bool isChanged)
    {
        string? unlike = card.Compare(current);
        if (unlike is null)
            _open--;
        else if (isChanged)
            card.Reason = $"WB shows the card changed, but \"{unlike}\" is not as it was sent: somebody else, or WB, has changed it meanwhile.";
    }

    private async Task ReadErrorsAsync(CancellationToken cancellationToken)
    {
        await foreach (MovingPage<CardErrorBatch, CardErrorsCursor> page in CardPages.ReadErrors((request, token) => api.GetCardErrorsAsync(request, cancellationToken: token), cancellationToken).ConfigureAwait(false))
        {
            foreach (CardErrorBatch batch in page.Rows.OfType<CardErrorBatch>())
            {
                if (batch.UpdatedAt < _errorsSince)
                    return;
                foreach ((string article, IReadOnlyList<string> errors) in batch.Errors)
                {
                    // What stood there before is no news, whatever its time is now.
                    if (!_sent.TryGetValue(article, out EditedCard? card) || !card.IsOpen || _oldErrors.Contains((batch.BatchId, article, WordsOf(errors))))
                        continue;
                    card.Refuse(WordsOf(errors));
                    _open--;
                }
            }
        }
    }

    private static string WordsOf(IReadOnlyList<string>? errors) => errors is { Count: > 0 } ? string.Join("; ", errors) : "WB says no reason";

    /// <summary>Reads the cards themselves of which the changes do not tell; many of them in the list, where one may have come behind what was read.</summary>
    private async Task ReadOpenAsync(CancellationToken cancellationToken)
    {
        if (_open > MaxSearches)
        {
            await foreach (MovingPage<Card, CardsCursor> page in CardPages.Read(AskAsync, null, _start, cancellationToken).ConfigureAwait(false))
            {
                foreach (Card current in page.Rows)
                {
                    if (current is not null && _cards.TryGetValue(current.NmId, out EditedCard? card) && card.IsOpen)
                        Compare(card, current, isChanged: false);
                }
            }

            return;
        }

        foreach (EditedCard card in cards.Where(card => card.IsOpen).ToArray())
        {
            if (await SearchAsync(card.NmId, cancellationToken).ConfigureAwait(false) is { } current)
                Compare(card, current, isChanged: false);
        }
    }

    private Task<CardsResponse> AskAsync(CardsRequest request, CancellationToken cancellationToken) =>
        ReadInTimeAsync(() => api.GetCardsAsync(request, Locale.Russian, cancellationToken), cancellationToken);

    private Task<CardErrorsResponse> AskAsync(CardErrorsRequest request, CancellationToken cancellationToken) =>
        ReadInTimeAsync(() => api.GetCardErrorsAsync(request, cancellationToken: cancellationToken), cancellationToken);

    // When the time is over, what was sent is looked at once more.
    private Task<T> ReadInTimeAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        if (!_isFollowing)
            time.ThrowIfOver(OverTime);
        return time.ReadAsync(read, cancellationToken);
    }

    private void Report(CardEditProgress now)
    {
        _progress = now;
        progress?.Report(now);
    }
}
