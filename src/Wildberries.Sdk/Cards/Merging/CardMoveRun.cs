using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>Merges or separates cards: reads them, sends what WB would take, and reads them again until WB shows where they are.</summary>
/// <param name="api">The cards.</param>
/// <param name="nmIds">The cards' numbers, each once.</param>
/// <param name="maxWait">How long a limit or an outage may keep it from reading and sending, and then how long it waits until WB shows what was sent.</param>
/// <param name="clock">The clock.</param>
internal sealed class CardMoveRun(ICardsApi api, long[] nmIds, TimeSpan? maxWait, TimeProvider clock)
{
    private const string NotListed = "There is no such card in the list; it may be in the trash.";
    private const string OtherSubject = "It has another subject than the others, and only cards of one subject are merged.";
    private const string Alike = "It has the same characteristics as another card of the group, and merged cards differ in one at least.";
    private const string OtherRefused = "Another card cannot be moved, and they are sent together or not at all.";
    private const string Lost = "The answer was lost, and WB did not show the card in its new group in time.";
    private const string NotShown = "WB took it, and did not show the card in its new group in time.";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly WaitingTime _time = new(maxWait, clock, "Cards.MoveCards");
    private CardLists _lists = new(api, new WaitingTime(maxWait, clock, "Cards.MoveCards"));
    private readonly MovedCard[] _cards = [.. nmIds.Select(nmId => new MovedCard(nmId))];

    private MovedCard[] Ready => [.. _cards.Where(card => card.IsReady)];

    private MovedCard[] Open => [.. _cards.Where(card => card.IsOpen)];

    /// <summary>Merges the cards with a card or a group.</summary>
    public Task<CardMoveResult> MergeAsync(long imtId, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await FindAsync(cancellationToken).ConfigureAwait(false);
        List<Card> there = await _lists.ReadGroupAsync(imtId, cancellationToken).ConfigureAwait(false);
        foreach (MovedCard card in Ready)
        {
            if (there.Count == 0)
                card.Refuse(FormattableString.Invariant($"There is no card or group {imtId} in the list."));
            else if (there.Exists(one => one.NmId == card.NmId))
                card.Unchanged();
        }

        CheckTogether(there);
        await SendAsync(Ready, imtId, cancellationToken).ConfigureAwait(false);
        await FollowAsync(LookAsync, cancellationToken).ConfigureAwait(false);

        async Task LookAsync()
        {
            HashSet<long> now = [.. (await _lists.ReadGroupAsync(imtId, cancellationToken).ConfigureAwait(false)).Select(card => card.NmId)];
            foreach (MovedCard card in Open.Where(card => now.Contains(card.NmId)))
                card.Moved(imtId);
        }
    });

    /// <summary>Takes each card out of its group, for itself.</summary>
    public Task<CardMoveResult> SeparateAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await FindAsync(cancellationToken).ConfigureAwait(false);
        WildberriesApiException? failure = null;
        try
        {
            foreach (MovedCard card in Ready)
                await SeparateAsync(card, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (Open.Length > 0)
        {
            failure = exception;
        }

        // What WB took is followed all the same: the caller learns about it even if the rest could not be sent.
        try
        {
            await FollowAsync(() => LookAsync(_ => true, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException) when (failure is not null)
        {
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    });

    /// <summary>Takes the cards out of their groups, and makes one new group of them.</summary>
    public Task<CardMoveResult> SplitOffAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await FindAsync(cancellationToken).ConfigureAwait(false);
        CheckTogether([]);
        long[] groups = [.. Ready.Select(card => card.Card!.ImtId).Distinct()];
        if (groups.Length == 1 && (await _lists.ReadGroupAsync(groups[0], cancellationToken).ConfigureAwait(false)).Count == Ready.Length)
            Array.ForEach(Ready, card => card.Unchanged());
        await SendAsync(Ready, null, cancellationToken).ConfigureAwait(false);

        // All of them in one group, which none of them was in before.
        await FollowAsync(() => LookAsync(now => !groups.Contains(now[0].ImtId) && now.TrueForAll(card => card.ImtId == now[0].ImtId), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    });

    private async Task<CardMoveResult> RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return Result();
        }
        catch (Exception exception)
        {
            exception.SetCardMoveResult(Result());
            throw;
        }
    }

    private CardMoveResult Result() => new() { Rows = [.. _cards.Select(card => card.ToRow())] };

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        var cards = _cards.ToDictionary(card => card.NmId);
        await foreach ((long nmId, Card card) in _lists.FindAsync(cards.Keys, card => card.NmId, cancellationToken).ConfigureAwait(false))
            cards[nmId].Card = card;
        foreach (MovedCard missing in _cards.Where(card => card.Card is null))
            missing.Refuse(NotListed);
    }

    /// <summary>Refuses what WB would refuse of cards that are to be together, and then keeps all of them back.</summary>
    private void CheckTogether(List<Card> there)
    {
        MovedCard[] ready = Ready;
        long? subjectId = there.Select(card => (long?)card.SubjectId).FirstOrDefault() ?? ready.FirstOrDefault()?.Card!.SubjectId;
        var seen = new HashSet<IReadOnlyDictionary<long, CharacteristicValue>>(there.Select(SameCharacteristics.Of), SameCharacteristics.Comparer);
        foreach (MovedCard card in ready)
        {
            if (card.Card!.SubjectId != subjectId)
                card.Refuse(OtherSubject);
            else if (!seen.Add(SameCharacteristics.Of(card.Card)))
                card.Refuse(Alike);
            else if (there.Count + ready.Length > CardRules.MaxGroup)
                card.Refuse(FormattableString.Invariant($"The group would have {there.Count + ready.Length} cards; WB merges at most {CardRules.MaxGroup}."));
        }

        if (Array.Exists(_cards, card => card.Outcome == CardMoveOutcome.Refused))
            Array.ForEach(Ready, card => card.NotSent(OtherRefused));
    }

    private async Task SeparateAsync(MovedCard card, CancellationToken cancellationToken)
    {
        // As it is now: the others may have left it before.
        List<Card> group = await _lists.ReadGroupAsync(card.Card!.ImtId, cancellationToken).ConfigureAwait(false);
        if (group.TrueForAll(one => one.NmId == card.NmId))
            card.Unchanged();
        else
            await SendAsync([card], null, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(MovedCard[] part, long? imtId, CancellationToken cancellationToken)
    {
        if (part.Length == 0)
            return;
        try
        {
            await _time.WriteAsync(WriteAsync, cancellationToken).ConfigureAwait(false);
            Array.ForEach(part, card => card.Unknown(NotShown));
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            // It is not sent again: the group tells.
        }
        catch (WildberriesBadRequestException exception)
        {
            Array.ForEach(part, card => card.Refuse(exception.Detail ?? exception.Message));
        }

        async Task WriteAsync()
        {
            Array.ForEach(part, card => card.Unknown(Lost));
            try
            {
                await api.MoveCardsAsync(new MoveCardsRequest { TargetImtId = imtId, NmIds = [.. part.Select(card => card.NmId)] }, cancellationToken).ConfigureAwait(false);
            }
            catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
            {
                Array.ForEach(part, card => card.NotSent(null));
                throw;
            }
        }
    }

    private async Task FollowAsync(Func<Task> look, CancellationToken cancellationToken)
    {
        // From here on: what was sent before took its own time.
        var time = new WaitingTime(maxWait, clock, "Cards.MoveCards");
        _lists = new CardLists(api, time);
        await time.PollAsync(
            async () =>
            {
                if (Open.Length > 0)
                    await look().ConfigureAwait(false);
                return Open.Length == 0;
            },
            FirstPause,
            LongestPause,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the cards that were sent: those that are in another group than before have moved, if all of them are as they should be.</summary>
    private async Task LookAsync(Func<List<Card>, bool> isRight, CancellationToken cancellationToken)
    {
        var open = Open.ToDictionary(card => card.NmId);
        var now = new List<Card>();
        await foreach ((long _, Card card) in _lists.FindAsync(open.Keys, card => card.NmId, cancellationToken).ConfigureAwait(false))
            now.Add(card);
        if (now.Count == 0 || !isRight(now))
            return;
        foreach (Card card in now.Where(card => card.ImtId != open[card.NmId].Card!.ImtId))
            open[card.NmId].Moved(card.ImtId);
    }
}
