using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Questions;

/// <summary>What is done with questions every day: following those that wait for an answer, and reading all of them.</summary>
public static class QuestionsApiExtensions
{
    private const string UnansweredName = "unanswered-questions";

    /// <summary>
    /// Follows the questions that have no answer, without end unless <see cref="UnansweredStreamOptions.StopAtEnd"/> is set: at first all that wait now, then each new
    /// one. The first failure ends it unless <see cref="UnansweredStreamOptions.MaxOutage"/> is set.
    /// </summary>
    /// <remarks>
    /// Each question comes at least once, and again only if a process was killed or if it had left WB's list for three whole readings. The store keeps which ones of the list
    /// were given. That is saved when the consumer, done with a question, asks for the next one: one that stops or fails at a question gets it again next time, and no
    /// other. Answer with an <see cref="AnswerSender"/>: then a question that comes twice is answered once.
    /// <para>
    /// One that came and was answered between two readings does not come. The store holds some 24,000 questions: of more that wait at once, the rest comes again after a
    /// restart.
    /// </para>
    /// Run one stream at a time over one name. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.
    /// </remarks>
    /// <param name="api">The questions.</param>
    /// <param name="store">Where is kept what was given.</param>
    /// <param name="sellerId">Whose questions they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A question that was handled is saved first, if the store works.</param>
    /// <returns>The questions, the oldest first of those that are new at once.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="UnansweredStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<Question> StreamUnansweredAsync(
        this IQuestionsApi api, IStateStore store, string sellerId, UnansweredStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new UnansweredStream<Question>(QuestionPages.Unanswered(api), store, sellerId, UnansweredName, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }

    /// <summary>Reads the questions over all pages, those that have no answer and those that have one.</summary>
    /// <remarks>
    /// The list is read by the time at which questions were written, not by position, so that WB's bound of 10,000 does not matter: each question comes once, and one that is in
    /// the list from the first call to the last does come, whatever is written, answered or deleted meanwhile. One that is answered or written while the list is read may come or
    /// not, as it is when its page is read; where both lists are read, one that is answered meanwhile comes from one of them. Remembers the ids of all questions, some 90
    /// bytes each.
    /// <para>
    /// That holds as long as WB's order and period go by <see cref="Question.CreatedAt"/>, as its documents have it.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.
    /// </remarks>
    /// <param name="api">The questions.</param>
    /// <param name="filter">Which questions, and in which order; <see langword="null"/>: all, the oldest first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The questions. One without an id comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentException">The period of the filter ends before it begins, or it has another order than WB knows.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed, or WB's list does not lead on, or more questions are of one second than WB lets one reach: nothing is left out silently.
    /// </exception>
    public static IAsyncEnumerable<Question> StreamQuestionsAsync(
        this IQuestionsApi api, QuestionFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return QuestionPages.Read(api, filter ?? new QuestionFilter(), nameof(filter), cancellationToken);
    }
}
