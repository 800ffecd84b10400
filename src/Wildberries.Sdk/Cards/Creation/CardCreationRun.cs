using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>One creation: leaves out what is there already, sends the rest in requests of WB's size, and notes what WB says at once.</summary>
/// <param name="lists">The seller's cards.</param>
/// <param name="groups">The groups; what becomes of their cards is noted in place.</param>
/// <param name="follower">Where WB's lists ended, and what is new in them.</param>
/// <param name="send">Sends groups.</param>
/// <param name="readLimits">Reads how many cards the seller may have, and has; <see langword="null"/>: that is not checked.</param>
/// <param name="time">The clock, from the start of the call.</param>
/// <param name="report">Tells whoever wants to know.</param>
internal sealed class CardCreationRun(
    CardLists lists,
    IReadOnlyList<CreatedGroup> groups,
    CardCreationFollower follower,
    Func<CreatedGroup[], CancellationToken, Task> send,
    Func<CancellationToken, Task<(long Allowed, long Used)?>>? readLimits,
    WaitingTime time,
    Action report)
{
    // Beyond the first of each request: enough to find three groups among a hundred, of which WB names none.
    private const int MaxRefusals = 30;

    // The brackets of the list.
    private const int Frame = 100;

    private const string Lost = "The answer was lost: WB may have created the card or not.";
    private const string InTrash = "A card in the trash has this article.";
    private const string MateExists = "Another card of its group exists already: attach this one to it.";
    private const string MateRefused = "WB refused another card of its group, and with it this one.";
    private const string NotLookedAt = "WB refused it together with others, and which of them it means was not looked for any more";
    private const string OverTime = "the cards are not created yet.";

    private int _refusals;

    /// <summary>Sends everything that can be sent, and follows it if wanted, also where the rest could not be sent.</summary>
    public async Task RunAsync(bool follows, CancellationToken cancellationToken)
    {
        WildberriesApiException? failure = null;
        try
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (follows && groups.Any(group => group.Cards.Any(card => card.IsOpen)))
        {
            failure = exception;
        }

        // What WB took is followed all the same: the caller learns about it even if the rest could not be sent.
        try
        {
            if (follows)
                await follower.FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException) when (failure is not null)
        {
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (!groups.Any(group => group.IsReady))
            return;
        await follower.MarkAsync(cancellationToken).ConfigureAwait(false);
        await LeaveOutExistingAsync(cancellationToken).ConfigureAwait(false);
        await LeaveOutBeyondLimitsAsync(cancellationToken).ConfigureAwait(false);
        report();
        var batch = new List<CreatedGroup>();
        long size = Frame;
        foreach (CreatedGroup group in groups.Where(group => group.IsReady))
        {
            if (group.Size + Frame > CardRules.MaxRequestBytes)
            {
                group.Each(card => card.Refuse(CardProblems.Error(CardFault.RequestTooLarge, "", group.Size, CardRules.MaxRequestBytes)));
                continue;
            }

            if (batch.Count == CardRules.MaxGroups || size + group.Size > CardRules.MaxRequestBytes)
            {
                await SendAsync(batch, cancellationToken).ConfigureAwait(false);
                (batch, size) = ([], Frame);
            }

            batch.Add(group);
            size += group.Size;
        }

        if (batch.Count > 0)
            await SendAsync(batch, cancellationToken).ConfigureAwait(false);
        report();
    }

    // Of those that are to be sent now: the others are among the cards that there are.
    private async Task LeaveOutBeyondLimitsAsync(CancellationToken cancellationToken)
    {
        if (readLimits is null || !groups.Any(group => group.IsReady) || await readLimits(cancellationToken).ConfigureAwait(false) is not var (allowed, used))
            return;
        long left = Math.Max(0, allowed - used);
        foreach (CreatedGroup group in groups.Where(group => group.IsReady))
        {
            if (group.Cards.Count <= left)
                left -= group.Cards.Count;
            else
                group.Each(card => card.Refuse(CardProblems.Error(CardFault.LimitExceeded, "", allowed, used)));
        }
    }

    private async Task LeaveOutExistingAsync(CancellationToken cancellationToken)
    {
        CreatedGroup[] ready = [.. groups.Where(group => group.IsReady)];
        var cards = ready.SelectMany(group => group.Cards).ToDictionary(card => card.VendorCode, StringComparer.Ordinal);
        await foreach ((string article, Card found) in lists.FindAsync(cards.Keys, card => card.VendorCode, cancellationToken).ConfigureAwait(false))
            cards[article].Exists(found.NmId, found.ImtId, null);
        string[] missing = [.. cards.Values.Where(card => card.Outcome != CardCreationOutcome.Exists).Select(card => card.VendorCode)];
        await foreach ((string article, TrashedCard found) in lists.FindTrashedAsync(missing, card => card.VendorCode, cancellationToken).ConfigureAwait(false))
            cards[article].Exists(found.NmId, null, InTrash);
        foreach (CreatedGroup group in ready)
            group.KeepTogether(MateExists);
    }

    /// <summary>Sends groups. Those that WB refuses at once are settled; those that it took, or may have taken, are open.</summary>
    private async Task SendAsync(List<CreatedGroup> all, CancellationToken cancellationToken)
    {
        var parts = new Stack<List<CreatedGroup>>([all]);
        bool isFirst = true;
        while (parts.TryPop(out List<CreatedGroup>? part))
        {
            try
            {
                await time.WriteAsync(() => WriteAsync(part, cancellationToken), cancellationToken).ConfigureAwait(false);
                Each(part, card => card.Taken());
            }
            catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
            {
                if (exception is { Delivery: Delivery.Answered, Detail: { } words })
                    Each(part, card => card.Unknown($"WB answered with an error, and may have created the card or not: {words}"));

                // Nothing more is sent until WB answers again.
                await follower.LookAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (WildberriesRequestTooLargeException) when (part.Count > 1)
            {
                Halve(part, parts);
            }
            catch (WildberriesApiException exception) when (exception is WildberriesBadRequestException or WildberriesRequestTooLargeException)
            {
                _refusals += isFirst ? 0 : 1;
                SetApart(part, exception, isFirst, parts);
                isFirst = false;
            }

            report();
        }
    }

    private async Task WriteAsync(List<CreatedGroup> part, CancellationToken cancellationToken)
    {
        time.ThrowIfOver(OverTime);
        Each(part, card => card.Unknown(Lost));
        report();
        try
        {
            await send([.. part], cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
        {
            Each(part, card => card.NotSent(null));
            throw;
        }
    }

    /// <summary>Settles the groups that a refusal is about; the others, of which WB has created none, are to be sent once more.</summary>
    private void SetApart(List<CreatedGroup> part, WildberriesApiException refusal, bool isFirst, Stack<List<CreatedGroup>> parts)
    {
        bool isLast = _refusals >= MaxRefusals;
        var articles = part.SelectMany(group => group.Cards).ToDictionary(card => card.VendorCode, StringComparer.Ordinal);
        foreach (string error in refusal.Errors)
        {
            if (ArticleErrors.Find(error, articles) is ({ } card, var words))
                card.Refuse(card.Reason is null ? words : $"{card.Reason}; {words}");
        }

        part.ForEach(group => group.KeepTogether(MateRefused));
        List<CreatedGroup> rest = [.. part.Where(group => group.IsReady)];
        if (rest.Count == 0)
            return;
        if (rest.Count < part.Count && (isFirst || !isLast))
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
            Each(rest, card => card.Refuse(part.Count == 1 ? words : $"{NotLookedAt}: {words}"));
        }
    }

    private static void Halve(List<CreatedGroup> part, Stack<List<CreatedGroup>> parts)
    {
        parts.Push(part[(part.Count / 2)..]);
        parts.Push(part[..(part.Count / 2)]);
    }

    private static void Each(List<CreatedGroup> part, Action<CreatedCard> act) => part.ForEach(group => group.Each(act));
}
