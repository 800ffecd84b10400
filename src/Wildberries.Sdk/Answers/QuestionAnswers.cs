using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Questions;

namespace Wildberries.Sdk.Answers;

/// <summary>Answers to questions. They are found again in the question.</summary>
internal sealed class QuestionAnswers(IQuestionsApi api, AnswerSenderOptions options, TimeProvider clock) : IAnswerRoute
{
    public AnswerChannel Channel => AnswerChannel.Question;

    // For WB the edit is the same call again.
    public async Task<DateTimeOffset> SendAsync(BuyerAnswer answer, CancellationToken cancellationToken)
    {
        var request = new UpdateQuestionRequest
        {
            QuestionId = answer.TargetId,
            Answer = new QuestionAnswerText { Text = answer.Text },
            State = QuestionState.Answered,
        };
        await api.UpdateQuestionAsync(request, cancellationToken).ConfigureAwait(false);
        return clock.GetUtcNow();
    }

    public bool IsNotSent(WildberriesApiException exception) => exception.Delivery is Delivery.NotSent or Delivery.Refused;

    public async IAsyncEnumerable<BuyerAnswer> FindAsync(IReadOnlyList<BuyerAnswer> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (BuyerAnswer answer in open)
        {
            if (await TryReadAsync(answer.TargetId, cancellationToken).ConfigureAwait(false) is { Answer: { } there } && AnswerTexts.IsSame(there.Text, answer.Text))
                yield return answer with { State = AnswerState.Sent, SentAt = TimeOf(there, answer) };
        }
    }

    // After an edit it may be the time of the first answer.
    private DateTimeOffset? TimeOf(QuestionAnswer there, BuyerAnswer answer) =>
        there.CreatedAt is { } time && time >= options.EarliestTimeOf(answer) && time <= options.LatestTimeOf(answer) ? time.ToUniversalTime() : null;

    /// <summary>Reads a question.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The question; <see langword="null"/>: there is none.</returns>
    public async Task<Question?> ReadAsync(string questionId, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.GetQuestionAsync(questionId, cancellationToken).ConfigureAwait(false))?.Data;
        }
        catch (WildberriesBadRequestException)
        {
            // So WB says that there is none.
            return null;
        }
    }

    // One that WB cannot show must not keep the others from being found: its answer stays open.
    private async Task<Question?> TryReadAsync(string id, CancellationToken cancellationToken)
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
