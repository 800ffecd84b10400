using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Answers;

/// <summary>The one way in which a buyer is answered: the intent is written down, then it is sent, then the record is completed.</summary>
internal sealed class AnswerFlow(string sellerId, IAnswerStore store, AnswerSenderOptions options, TimeProvider clock)
{
    private const int MaxFailureLength = 500;

    /// <summary>Sends an answer unless its key is known or something stands against it.</summary>
    /// <param name="intent">The answer.</param>
    /// <param name="refusal">What stands against it if its key is not known; <see langword="null"/>: nothing.</param>
    /// <param name="route">How it comes to WB.</param>
    /// <param name="argument">The caller's argument that has the key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="look">Looks just before whether something stands against it by now; <see langword="null"/>: that is not asked.</param>
    /// <returns>What came of it.</returns>
    public async Task<AnswerResult> SendAsync(
        BuyerAnswer intent,
        AnswerRefusal? refusal,
        IAnswerRoute route,
        string argument,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<AnswerRefusal?>>? look = null)
    {
        if (await store.FindAnswerAsync(sellerId, intent.Key, cancellationToken).ConfigureAwait(false) is { } known && !known.IsBegunAgainBy(intent))
            return Repeat(intent, known, argument);
        if (refusal is { } reason)
            return Refused(reason, null);
        try
        {
            if (look is not null && await look(cancellationToken).ConfigureAwait(false) is { } now)
            {
                // What stands there may be this very answer, by another call with this key, or one that is on record under another.
                if (await store.FindAnswerAsync(sellerId, intent.Key, cancellationToken).ConfigureAwait(false) is { } same && !same.IsBegunAgainBy(intent))
                    return Repeat(intent, same, argument);
                var query = new AnswerQuery { SellerId = sellerId, Channel = intent.Channel, TargetId = intent.TargetId };
                IReadOnlyList<BuyerAnswer> there = await store.ListAnswersAsync(query, cancellationToken).ConfigureAwait(false);
                return Refused(now, there.LastOrDefault(answer => answer.State != AnswerState.Failed));
            }
        }
        catch (WildberriesApiException exception)
        {
            return new AnswerResult { Outcome = AnswerOutcome.Failed, Answer = FailedBy(intent, exception), Error = exception };
        }

        AnswerStart start = await store.StartAnswerAsync(intent, cancellationToken).ConfigureAwait(false);
        if (start.Refusal is { } against)
            return Refused(against, start.Answer);
        return start.IsStarted
            ? await SendStartedAsync(intent, route, cancellationToken).ConfigureAwait(false)
            : Repeat(intent, start.Answer ?? throw new InvalidOperationException("The store knows the key, but not what it stands for."), argument);
    }

    /// <summary>Looks for the answers that were not completed, and completes those that are at WB.</summary>
    /// <param name="routes">Where to look.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What was found, and what was not.</returns>
    public async Task<AnswerReconciliation> ReconcileAsync(IEnumerable<IAnswerRoute> routes, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<BuyerAnswer> sent = [], open = [];
        foreach (IAnswerRoute route in routes)
        {
            var query = new AnswerQuery { SellerId = sellerId, Channel = route.Channel, State = AnswerState.Pending };
            List<BuyerAnswer> pending = [.. await store.ListAnswersAsync(query, cancellationToken).ConfigureAwait(false)];
            if (pending.Count == 0)
                continue;
            await foreach (BuyerAnswer found in route.FindAsync([.. pending], cancellationToken).ConfigureAwait(false))
            {
                sent.Add(await store.CompleteAnswerAsync(found, cancellationToken).ConfigureAwait(false));
                pending.RemoveAll(answer => string.Equals(answer.Key, found.Key, StringComparison.Ordinal));
            }

            open.AddRange(pending);
        }

        return new AnswerReconciliation
        {
            Sent = sent,
            Unknown = [.. open.Where(answer => answer.StartedAt <= now - options.MaxSendTime)],
            InFlight = [.. open.Where(answer => answer.StartedAt > now - options.MaxSendTime)],
        };
    }

    private static AnswerResult Refused(AnswerRefusal refusal, BuyerAnswer? earlier) =>
        new() { Outcome = AnswerOutcome.Refused, Refusal = refusal, Answer = earlier };

    private static AnswerResult Repeat(BuyerAnswer intent, BuyerAnswer known, string argument) => known.IsSameAnswer(intent)
        ? new AnswerResult { Outcome = OutcomeOf(known), Answer = known, IsRepeat = true }
        : throw new ArgumentException("The key was used for another answer; a key stands for one answer for ever.", argument);

    private static AnswerOutcome OutcomeOf(BuyerAnswer answer) => answer.State switch
    {
        AnswerState.Sent => AnswerOutcome.Sent,
        AnswerState.Failed => AnswerOutcome.Failed,
        _ => AnswerOutcome.Unknown,
    };

    private async Task<AnswerResult> SendStartedAsync(BuyerAnswer intent, IAnswerRoute route, CancellationToken cancellationToken)
    {
        DateTimeOffset time;
        try
        {
            time = await route.SendAsync(intent, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException e) when (route.IsNotSent(e))
        {
            BuyerAnswer failed = await CompleteAsync(FailedBy(intent, e)).ConfigureAwait(false);
            return new AnswerResult { Outcome = OutcomeOf(failed), Answer = failed, Error = e };
        }
        catch (WildberriesApiException e)
        {
            return new AnswerResult { Outcome = AnswerOutcome.Unknown, Answer = intent, Error = e };
        }

        BuyerAnswer sent = await CompleteAsync(intent with { State = AnswerState.Sent, SentAt = time }).ConfigureAwait(false);
        return new AnswerResult { Outcome = OutcomeOf(sent), Answer = sent };
    }

    private static BuyerAnswer FailedBy(BuyerAnswer intent, WildberriesApiException exception) =>
        intent with { State = AnswerState.Failed, Failure = SafeText.Clean(exception.Message, MaxFailureLength, Redaction.None) };

    // Not cancelled: it has happened, and must be on record.
    private Task<BuyerAnswer> CompleteAsync(BuyerAnswer outcome) => store.CompleteAnswerAsync(outcome, CancellationToken.None);
}
