using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What is done with reviews every day: following those that wait for an answer, reading all of them, pinning the best.</summary>
public static partial class FeedbacksApiExtensions
{
    private const string UnansweredName = "unanswered-feedbacks";

    /// <summary>
    /// Follows the reviews that wait for an answer, without end unless <see cref="UnansweredStreamOptions.StopAtEnd"/> is set: at first all that wait now, then each new
    /// one. The first failure ends it unless <see cref="UnansweredStreamOptions.MaxOutage"/> is set.
    /// </summary>
    /// <remarks>
    /// Each review comes at least once, and again only if a process was killed or if it had left WB's list for three whole readings. The store keeps which ones of the list
    /// were given. That is saved when the consumer, done with a review, asks for the next one: one that stops or fails at a review gets it again next time, and no
    /// other. Answer with an <see cref="AnswerSender"/>: then a review that comes twice is answered once.
    /// <para>
    /// A review leaves the list when it is answered, and after 30 days; one without text and photo is never in it. One that came and was answered between two readings does
    /// not come. The store holds some 24,000 reviews: of more that wait at once, the rest comes again after a restart.
    /// </para>
    /// Run one stream at a time over one name. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="store">Where is kept what was given.</param>
    /// <param name="sellerId">Whose reviews they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A review that was handled is saved first, if the store works.</param>
    /// <returns>The reviews, the oldest first of those that are new at once.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="UnansweredStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<Feedback> StreamUnansweredAsync(
        this IFeedbacksApi api, IStateStore store, string sellerId, UnansweredStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new UnansweredStream<Feedback>(FeedbackPages.Unanswered(api), store, sellerId, UnansweredName, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }

    /// <summary>Reads the reviews over all pages, those that wait for an answer and those that are processed.</summary>
    /// <remarks>
    /// The list is read by the time at which reviews were written, not by position: each review comes once, and one that is in the list from the first call to the last does
    /// come, whatever is written, answered or deleted meanwhile. One that is answered or written while the list is read may come or not, as it is when its page is read; where
    /// both lists are read, one that is answered meanwhile comes from one of them. Remembers the ids of all reviews, some 90 bytes each.
    /// <para>
    /// That holds as long as WB's order and period go by <see cref="Feedback.CreatedAt"/>, as its documents have it.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="filter">Which reviews, and in which order; <see langword="null"/>: all, the oldest first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The reviews. One without an id comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentException">The period of the filter ends before it begins, or it has another order than WB knows.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed, or WB's list does not lead on, or more reviews are of one second than WB lets one reach: nothing is left out silently.
    /// </exception>
    public static IAsyncEnumerable<Feedback> StreamFeedbacksAsync(
        this IFeedbacksApi api, FeedbackFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return FeedbackPages.Read(api, filter ?? new FeedbackFilter(), nameof(filter), cancellationToken);
    }

    /// <summary>Reads the archive over all pages: reviews that are answered, that have waited for 30 days, or that have neither text nor photo.</summary>
    /// <remarks>
    /// WB has no period for the archive, so it is read by position, and each page begins with some rows of the one before: where none of them is there any more, the reading steps
    /// back until it finds one. So each review comes once, and one that is in the archive from the first call to the last does come, as long as WB keeps the order of those of one
    /// second. Remembers the ids of all reviews, some 90 bytes each.
    /// <para>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</para>
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="sort">In which order; <see langword="null"/>: the oldest first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The reviews. One without an id comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentException">The number is not above zero, or WB does not know the order.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<Feedback> StreamArchivedAsync(
        this IFeedbacksApi api, long? nmId = null, FeedbackSort? sort = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return FeedbackPages.ReadArchive(
            api, nmId is { } id ? Argument.Id(id, nameof(nmId)) : null, sort ?? FeedbackSort.OldestFirst, nameof(sort), cancellationToken);
    }
}
