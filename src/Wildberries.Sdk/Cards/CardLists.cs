using System.Runtime.CompilerServices;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>Reads the seller's cards, the trash and the list of errors for a helper that has a certain time.</summary>
/// <param name="api">The cards.</param>
/// <param name="time">How long it may wait out limits and outages; <see langword="null"/>: not at all.</param>
internal sealed class CardLists(ICardsApi api, WaitingTime? time)
{
    // A search is a request, as is a page of a hundred cards.
    public const int MaxSearches = 10;

    public ICardsApi Api => api;

    /// <summary>Reads one answer.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => time is null ? read() : time.ReadAsync(read, cancellationToken);

    public Task<CardsResponse> AskAsync(CardsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => api.GetCardsAsync(request, Locale.Russian, cancellationToken), cancellationToken);

    public Task<TrashedCardsResponse> AskAsync(TrashedCardsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => api.GetTrashedCardsAsync(request, Locale.Russian, cancellationToken), cancellationToken);

    public Task<CardErrorsResponse> AskAsync(CardErrorsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => api.GetCardErrorsAsync(request, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Reads cards, those that were changed longest ago first.</summary>
    public IAsyncEnumerable<MovingPage<Card, CardsCursor>> ReadPagesAsync(CardsFilter? filter, CardsCursor? start, CancellationToken cancellationToken) =>
        CardPages.Read(AskAsync, filter, start, cancellationToken);

    /// <summary>Reads the cards of a group.</summary>
    public async Task<List<Card>> ReadGroupAsync(long imtId, CancellationToken cancellationToken)
    {
        var cards = new List<Card>();
        await foreach (MovingPage<Card, CardsCursor> page in ReadPagesAsync(new CardsFilter { ImtId = imtId }, null, cancellationToken).ConfigureAwait(false))
            cards.AddRange(page.Rows.Where(card => card?.ImtId == imtId));
        return [.. cards.DistinctBy(card => card.NmId)];
    }

    /// <summary>Counts all cards, those in the trash included.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var cards = new HashSet<long>();
        await foreach (MovingPage<Card, CardsCursor> page in ReadPagesAsync(null, null, cancellationToken).ConfigureAwait(false))
            cards.UnionWith(page.Rows.OfType<Card>().Select(card => card.NmId));
        await foreach (MovingPage<TrashedCard, TrashedCardsCursor> page in CardPages.ReadTrash(AskAsync, null, cancellationToken).ConfigureAwait(false))
            cards.UnionWith(page.Rows.OfType<TrashedCard>().Select(card => card.NmId));
        return cards.Count;
    }

    /// <summary>Finds cards: a few by search, many in the list, as long as that costs no more than searching for those that are left.</summary>
    /// <param name="keys">By what they are looked for.</param>
    /// <param name="keyOf">What a card has of that.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The cards that are there.</returns>
    public IAsyncEnumerable<(TKey Key, Card Card)> FindAsync<TKey>(IEnumerable<TKey> keys, Func<Card, TKey?> keyOf, CancellationToken cancellationToken)
        where TKey : notnull => FindAsync(
            keys, keyOf, search => ReadPagesAsync(search is null ? null : new CardsFilter { TextSearch = search }, null, cancellationToken), cancellationToken);

    /// <summary>Finds cards in the trash.</summary>
    public IAsyncEnumerable<(TKey Key, TrashedCard Card)> FindTrashedAsync<TKey>(IEnumerable<TKey> keys, Func<TrashedCard, TKey?> keyOf, CancellationToken cancellationToken)
        where TKey : notnull => FindAsync(
            keys, keyOf, search => CardPages.ReadTrash(AskAsync, search is null ? null : new TrashedCardsFilter { TextSearch = search }, cancellationToken), cancellationToken);

    // Cards that merely contain what is searched for come, too.
    private static async IAsyncEnumerable<(TKey Key, TCard Card)> FindAsync<TKey, TCard, TCursor>(
        IEnumerable<TKey> keys,
        Func<TCard, TKey?> keyOf,
        Func<string?, IAsyncEnumerable<MovingPage<TCard, TCursor>>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TKey : notnull
        where TCard : class
        where TCursor : class
    {
        HashSet<TKey> missing = [.. keys];
        if (missing.Count > MaxSearches)
        {
            int pages = 0;
            bool isWhole = true;
            await foreach (MovingPage<TCard, TCursor> page in read(null).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (TCard card in page.Rows)
                {
                    if (card is not null && keyOf(card) is { } key && missing.Remove(key))
                        yield return (key, card);
                }

                isWhole = page.IsLast || page.Rows.Count == 0;
                if (missing.Count == 0 || (++pages >= missing.Count && !isWhole))
                    break;
            }

            if (isWhole)
                yield break;
        }

        foreach (TKey key in missing)
        {
            bool isFound = false;
            await foreach (MovingPage<TCard, TCursor> page in read(FormattableString.Invariant($"{key}")).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (page.Rows.FirstOrDefault(card => card is not null && EqualityComparer<TKey>.Default.Equals(keyOf(card), key)) is { } found)
                {
                    yield return (key, found);
                    isFound = true;
                }

                if (isFound)
                    break;
            }
        }
    }
}
