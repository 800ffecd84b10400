using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;

namespace Wildberries.Sdk.Answers;

/// <summary>Answers to reviews. They are found again in the review.</summary>
internal sealed class FeedbackAnswers(IFeedbacksApi api, TimeProvider clock) : IAnswerRoute
{
    public AnswerChannel Channel => AnswerChannel.Feedback;

    public async Task<DateTimeOffset> SendAsync(BuyerAnswer answer, CancellationToken cancellationToken)
    {
        var request = new FeedbackAnswerRequest { FeedbackId = answer.TargetId, Text = answer.Text };
        await (answer.IsEdit ? api.UpdateAnswerAsync(request, cancellationToken) : api.CreateAnswerAsync(request, cancellationToken)).ConfigureAwait(false);
        return clock.GetUtcNow();
    }

    public bool IsNotSent(WildberriesApiException exception) => exception.Delivery is Delivery.NotSent or Delivery.Refused;

    public async IAsyncEnumerable<BuyerAnswer> FindAsync(IReadOnlyList<BuyerAnswer> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (BuyerAnswer answer in open)
        {
            // WB tells no time of an answer to a review.
            if (await TryReadAsync(answer.TargetId, cancellationToken).ConfigureAwait(false) is { Answer: { } there } && AnswerTexts.IsSame(there.Text, answer.Text))
                yield return answer with { State = AnswerState.Sent };
        }
    }

    /// <summary>Reads a review.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The review; <see langword="null"/>: there is none.</returns>
    public async Task<Feedback?> ReadAsync(string feedbackId, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.GetFeedbackAsync(feedbackId, cancellationToken).ConfigureAwait(false))?.Data;
        }
        catch (WildberriesBadRequestException)
        {
            // So WB says that there is none.
            return null;
        }
    }

    // One that WB cannot show must not keep the others from being found: its answer stays open.
    private async Task<Feedback?> TryReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesResponseException exception) when (!exception.IsTransient)
        {
            return null;
        }
    }
}
