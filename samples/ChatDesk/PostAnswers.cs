using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;

namespace ChatDesk;

/// <summary>Answers reviews and questions through the ledger, and finds out what became of the answers.</summary>
internal sealed class PostAnswers(IWildberriesClient wb, AnswerSender sender, IAnswerStore ledger, PostBoard board, DeskSettings settings, TimeProvider time)
{
    // How long a call that sends can take: AnswerSenderOptions.MaxSendTime is not changed.
    private static readonly TimeSpan MaxSendTime = new AnswerSenderOptions().MaxSendTime;

    private readonly AnswerSender _approved = sender.ApprovedBy(settings.Operator);

    /// <summary>Reads a review or question anew.</summary>
    /// <returns>What was read; null: WB has it no longer.</returns>
    /// <exception cref="WildberriesApiException">It could not be read.</exception>
    public async Task<BuyerPost?> ReadAsync(AnswerChannel channel, string id, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        BuyerPost? post = null;
        try
        {
            post = channel == AnswerChannel.Feedback
                ? (await wb.Feedbacks.GetFeedbackAsync(id, cancellationToken)).Data is { } feedback ? new BuyerPost(feedback, now) : null
                : (await wb.Questions.GetQuestionAsync(id, cancellationToken)).Data is { } question ? new BuyerPost(question, now) : null;
        }
        catch (WildberriesBadRequestException)
        {
            // So WB says that there is none.
        }

        if (post is null)
            board.Remove(channel, id);
        else
            board.Take(post);
        return post;
    }

    /// <summary>Answers, or edits the answer, at most once by the key; read anew first, for somebody may have answered elsewhere.</summary>
    /// <returns>What came of it; null: WB has the review or question no longer.</returns>
    /// <exception cref="ArgumentException">WB would not take it, or the key was used for another answer.</exception>
    /// <exception cref="WildberriesApiException">The review or question could not be read; nothing was sent.</exception>
    public async Task<AnswerResult?> AnswerAsync(AnswerChannel channel, string id, string text, string key, bool isEdit, CancellationToken cancellationToken)
    {
        if (await ReadAsync(channel, id, cancellationToken) is not { } post)
            return null;

        // A page that is closed must not leave an answer of which nobody knows whether it was sent: from here on the request cannot be cancelled.
        AnswerResult result = await (post switch
        {
            { Feedback: { } feedback } when isEdit => _approved.EditAnswerAsync(feedback, text, key, CancellationToken.None),
            { Feedback: { } feedback } => _approved.AnswerAsync(feedback, text, key, CancellationToken.None),
            { Question: { } question } when isEdit => _approved.EditAnswerAsync(question, text, key, CancellationToken.None),
            { Question: { } question } => _approved.AnswerAsync(question, text, key, CancellationToken.None),
            _ => throw new InvalidOperationException("It is neither a review nor a question."),
        });

        // Where WB showed the other answer before the ledger was asked, the ledger still knows who gave it.
        if (result is { Outcome: AnswerOutcome.Refused, Answer: null })
        {
            var query = new AnswerQuery { SellerId = settings.SellerId, Channel = channel, TargetId = id };
            result = result with { Answer = (await ledger.ListAnswersAsync(query, CancellationToken.None)).LastOrDefault(answer => answer.State != AnswerState.Failed) };
        }

        if (result.Answer is { } known)
            board.Take(known);
        if (result.Outcome == AnswerOutcome.Sent)
            await TryReadAsync(channel, id);
        return result;
    }

    /// <summary>Looks at WB for answers of which nobody knows whether they were sent, in chats too.</summary>
    public async Task<AnswerReconciliation> ReconcileAsync(CancellationToken cancellationToken)
    {
        AnswerReconciliation found = await sender.ReconcileAsync(cancellationToken: cancellationToken);
        foreach (BuyerAnswer answer in found.Sent.Where(answer => answer.Channel != AnswerChannel.Chat))
        {
            board.Take(answer);
            await TryReadAsync(answer.Channel, answer.TargetId);
        }

        return found;
    }

    /// <summary>
    /// An operator has looked, and WB does not have the answer: it may be given again. Read anew first; and what began so lately that it may still be on its way
    /// stays open.
    /// </summary>
    /// <returns>Whether it may be given again.</returns>
    public async Task<bool> GiveUpAsync(AnswerChannel channel, string id, CancellationToken cancellationToken)
    {
        await ReconcileAsync(cancellationToken);
        var query = new AnswerQuery { SellerId = settings.SellerId, Channel = channel, TargetId = id, State = AnswerState.Pending, Before = time.GetUtcNow() - MaxSendTime };
        IReadOnlyList<BuyerAnswer> open = await ledger.ListAnswersAsync(query, cancellationToken);
        foreach (BuyerAnswer answer in open)
        {
            string failure = $"{settings.Operator} has looked: WB does not have it.";
            board.Take(await ledger.CompleteAnswerAsync(answer with { State = AnswerState.Failed, Failure = failure }, cancellationToken));
        }

        return open.Count > 0;
    }

    /// <summary>What the ledger has on answers that can still be edited, also of other desks.</summary>
    public async Task ReadLedgerAsync(AnswerChannel channel, CancellationToken cancellationToken)
    {
        var query = new AnswerQuery { SellerId = settings.SellerId, Channel = channel, From = time.GetUtcNow().AddDays(-60) };
        foreach (BuyerAnswer answer in await ledger.ListAnswersAsync(query, cancellationToken))
            board.Take(answer);
    }

    // The answer is on its way whether or not it can be read back now.
    private async Task TryReadAsync(AnswerChannel channel, string id)
    {
        try
        {
            await ReadAsync(channel, id, CancellationToken.None);
        }
        catch (WildberriesApiException)
        {
            // The board is read anew every few minutes.
        }
    }
}
