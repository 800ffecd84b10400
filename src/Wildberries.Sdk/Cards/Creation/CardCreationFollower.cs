using System.Security.Cryptography;
using System.Text;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>Follows what becomes of cards that were sent, or may have been: by WB's list, the list of errors, and the trash.</summary>
/// <param name="lists">Reads them.</param>
/// <param name="cards">The cards; what becomes of them is noted in place.</param>
/// <param name="options">How it waits.</param>
/// <param name="time">The clock, from the start of the call.</param>
/// <param name="report">Tells whoever wants to know.</param>
internal sealed class CardCreationFollower(
    CardLists lists, IReadOnlyList<CreatedCard> cards, CardCreationOptions options, WaitingTime time, Action report)
{
    // At each so many looks the cards themselves are read: WB may show them without having moved them in its list.
    private const int LooksPerRead = 4;

    private const string NotShown = "WB took it, and showed neither the card nor an error in time.";
    private const string InTrash = "The card is in the trash.";
    private const string NotMerged = "WB created the card, and did not merge it with the group.";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _oldErrors = new(StringComparer.Ordinal);
    private Dictionary<string, CreatedCard> _cards = [];
    private CardsCursor? _newest;

    /// <summary>Where WB's lists ended before; <see langword="null"/>: that was not looked at.</summary>
    public CardCreationMark? Mark { get; private set; }

    /// <summary>With what the cards are to be merged; <see langword="null"/>: with nothing that was there.</summary>
    public long? ImtId { get; init; }

    private int Open => cards.Count(card => card.IsOpen);

    /// <summary>Notes where WB's lists end, before anything is sent.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        CardsCursor? newest = CardPages.CursorOf((await lists.AskAsync(CardPages.Newest, cancellationToken).ConfigureAwait(false)).Cursor);
        CardErrors? errors = (await lists.AskAsync(CardPages.NewestErrors, cancellationToken).ConfigureAwait(false)).Data;
        CardErrorBatch[] batches = [.. (errors?.Batches ?? []).OfType<CardErrorBatch>()];
        DateTimeOffset? since = batches.Max(batch => batch.UpdatedAt);
        HashSet<string> articles = cards.Select(card => card.VendorCode).ToHashSet(StringComparer.Ordinal);
        GoOn(new CardCreationMark
        {
            Cards = newest,
            ErrorsSince = since,
            KnownErrors =
            [
                .. from batch in batches
                   from entry in batch.Errors
                   where articles.Contains(entry.Key)
                   select Digest(batch.BatchId, entry.Key, entry.Value),
            ],
        });
    }

    /// <summary>Begins where another one has noted that WB's lists ended.</summary>
    public void GoOn(CardCreationMark? mark)
    {
        Mark = mark;
        _newest = mark?.Cards;
        _oldErrors.UnionWith(mark?.KnownErrors ?? []);

        // Of two with the same article the second was refused by the check.
        _cards = cards.Where(card => card.MayAppear && card.VendorCode.Length > 0)
            .GroupBy(card => card.VendorCode, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>Looks again and again until of each card that was sent it is known what became of it, or the time is over.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        int looks = 0;
        if (Open == 0)
            return;
        TimeSpan longest = options.PollInterval > LongestPause ? options.PollInterval : LongestPause;
        bool isSettled = await time.PollAsync(IsSettledAsync, options.PollInterval, longest, cancellationToken).ConfigureAwait(false);
        await ReadOpenAsync(cancellationToken).ConfigureAwait(false);
        if (isSettled)
            return;
        await ReadTrashAsync(cancellationToken).ConfigureAwait(false);
        foreach (CreatedCard card in cards.Where(card => card.Outcome == CardCreationOutcome.Processing))
            card.Unknown(NotShown);
        report();

        async Task<bool> IsSettledAsync()
        {
            int before = Open;
            await LookAsync(cancellationToken).ConfigureAwait(false);
            if (Open > 0)
                await ReadErrorsIfAllowedAsync(cancellationToken).ConfigureAwait(false);
            if (Open > 0 && ++looks % LooksPerRead == 0)
                await ReadOpenAsync(cancellationToken).ConfigureAwait(false);
            if (Open < before)
                report();
            return Open == 0;
        }
    }

    /// <summary>Reads what is new in WB's list since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await foreach (MovingPage<Card, CardsCursor> page in lists.ReadPagesAsync(null, _newest, cancellationToken).ConfigureAwait(false))
        {
            foreach (Card card in page.Rows)
                Note(card);
            _newest = page.Next;
        }
    }

    // A base token may read the errors twice an hour: that is not waited for, since the cards themselves tell, too.
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

    private async Task ReadErrorsAsync(CancellationToken cancellationToken)
    {
        await foreach (MovingPage<CardErrorBatch, CardErrorsCursor> page in CardPages.ReadErrors((request, token) => lists.Api.GetCardErrorsAsync(request, cancellationToken: token), cancellationToken).ConfigureAwait(false))
        {
            foreach (CardErrorBatch batch in page.Rows.OfType<CardErrorBatch>())
            {
                if (batch.UpdatedAt < Mark?.ErrorsSince)
                    return;
                foreach ((string article, IReadOnlyList<string> errors) in batch.Errors)
                {
                    if (_cards.TryGetValue(article, out CreatedCard? card) && card.IsOpen && !_oldErrors.Contains(Digest(batch.BatchId, article, errors)))
                        card.RefuseLater(errors is { Count: > 0 } ? string.Join("; ", errors) : "WB says no reason.");
                }
            }
        }
    }

    /// <summary>
    /// Reads the cards themselves of which the changes do not tell, and those that the list of errors names: one that is there is created. Many are looked for in the list, where one may have
    /// come behind what was read.
    /// </summary>
    private async Task ReadOpenAsync(CancellationToken cancellationToken)
    {
        string[] open = [.. cards.Where(card => card.IsOpen || card.IsRefusedLater).Select(card => card.VendorCode)];
        if (open.Length == 0)
            return;
        if (open.Length <= CardLists.MaxSearches)
        {
            await foreach ((string _, Card card) in lists.FindAsync(open, card => card.VendorCode, cancellationToken).ConfigureAwait(false))
                Note(card);
            return;
        }

        await foreach (MovingPage<Card, CardsCursor> page in lists.ReadPagesAsync(null, Mark?.Cards, cancellationToken).ConfigureAwait(false))
        {
            foreach (Card card in page.Rows)
                Note(card);
        }
    }

    // Somebody may have thrown it away since.
    private async Task ReadTrashAsync(CancellationToken cancellationToken)
    {
        string[] open = [.. cards.Where(card => card.IsOpen).Select(card => card.VendorCode)];
        await foreach ((string article, TrashedCard card) in lists.FindTrashedAsync(open, card => card.VendorCode, cancellationToken).ConfigureAwait(false))
            _cards[article].Created(card.NmId, null, InTrash);
    }

    private static string Digest(string? batchId, string article, IReadOnlyList<string>? errors) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [batchId ?? "", article, .. errors ?? []]))), 0, 8);

    private void Note(Card? card)
    {
        if (card?.VendorCode is { } article && _cards.TryGetValue(article, out CreatedCard? created) && created.MayAppear)
            created.Created(card.NmId, card.ImtId, ImtId is { } wanted && card.ImtId != wanted ? NotMerged : null);
    }
}
