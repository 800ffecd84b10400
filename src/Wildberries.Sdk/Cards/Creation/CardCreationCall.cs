using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>One call of a <see cref="CardCreator"/>: what it knows, its progress, and what it says when it ends.</summary>
internal sealed class CardCreationCall
{
    private readonly CardCreationOptions _options;
    private readonly WaitingTime _time;
    private readonly IProgress<CardCreation>? _progress;
    private readonly long? _imtId;
    private readonly CardLists _lists;
    private CreatedCard[] _cards = [];
    private CardCreationFollower? _follower;
    private CardCreationMark? _mark;

    public CardCreationCall(
        ICardsApi api, DirectoryCache? directories, CardCreationOptions options, WaitingTime time, IProgress<CardCreation>? progress, long? imtId)
    {
        _options = options;
        _time = time;
        _progress = progress;
        _imtId = imtId;
        _lists = new CardLists(api, time);
        Checker = new NewCardChecker(_lists, directories, checksLimits: false);
    }

    public NewCardChecker Checker { get; }

    private CardCreation Result => new() { Rows = [.. _cards.Select(card => card.ToRow())], Mark = Mark() };

    /// <summary>Checks cards and sends those that are right, and of those that another call knows only the groups of which it has sent nothing.</summary>
    public Task<CardCreation> SendAsync(
        Func<Task<NewCards>> check,
        Func<CreatedGroup[], CancellationToken, Task> send,
        bool follows,
        CancellationToken cancellationToken,
        CardCreation? soFar = null) => RunAsync(async () =>
    {
        CardCreationRow[] known = [.. soFar?.Rows ?? []];
        HashSet<int> settled = [.. known.Where(row => row.Outcome != CardCreationOutcome.NotSent).Select(row => row.GroupIndex)];
        _cards = [.. known.Select(CreatedCard.Of)];
        _mark = soFar?.Mark;
        NewCards cards = await check().ConfigureAwait(false);
        _cards = [.. cards.Check.Rows.Select((row, i) => settled.Contains(row.GroupIndex) ? _cards[i] : CreatedCard.Of(row))];
        (CardCheckRow Row, CreatedCard Card)[] open = [.. cards.Check.Rows.Zip(_cards).Where(pair => !settled.Contains(pair.First.GroupIndex))];
        CreatedGroup[] groups =
        [
            .. open.GroupBy(pair => pair.Row.GroupIndex)
                .Where(group => group.All(pair => !pair.Row.IsRefused))
                .Select(group => new CreatedGroup(cards.Groups[group.Key], [.. group.Select(pair => pair.Card)])),
        ];
        _follower = Follower([.. open.Select(pair => pair.Card)]);
        await new CardCreationRun(_lists, groups, _follower, send, _options.ChecksLimits ? Checker.ReadLimitsAsync : null, _time, Report).RunAsync(follows, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>Follows cards that another call has sent.</summary>
    public Task<CardCreation> WaitAsync(CardCreation soFar, CancellationToken cancellationToken) => RunAsync(() =>
    {
        _cards = [.. soFar.Rows.OfType<CardCreationRow>().Select(CreatedCard.Of)];
        _follower = Follower(_cards);
        _follower.GoOn(soFar.Mark);
        return _follower.FollowAsync(cancellationToken);
    });

    private CardCreationFollower Follower(IReadOnlyList<CreatedCard> cards) => new(_lists, cards, _options, _time, Report) { ImtId = _imtId };

    private async Task<CardCreation> RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return Result;
        }
        catch (Exception exception)
        {
            exception.SetCardCreation(Result);
            throw;
        }
    }

    // What nobody knows of an earlier call is looked for from where the lists ended then; an earlier place is always safe.
    private CardCreationMark? Mark() => (_mark, _follower?.Mark) switch
    {
        ({ } earlier, { } now) when Array.Exists(_cards, card => card.IsOpen) => earlier with { KnownErrors = [.. earlier.KnownErrors.Union(now.KnownErrors)] },
        ({ } earlier, null) => earlier,
        (_, var now) => now,
    };

    private void Report() => _progress?.Report(Result);
}
