using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Answers;

/// <summary>How the answers of one channel come to WB, and how they are found there again.</summary>
internal interface IAnswerRoute
{
    AnswerChannel Channel { get; }

    /// <summary>Sends an answer, once.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been sent nevertheless.</param>
    /// <returns>When it was sent.</returns>
    /// <exception cref="WildberriesApiException">It was not sent (<see cref="IsNotSent"/>), or nobody knows.</exception>
    Task<DateTimeOffset> SendAsync(BuyerAnswer answer, CancellationToken cancellationToken);

    /// <summary>Whether an exception of <see cref="SendAsync"/> says that WB surely has no answer.</summary>
    bool IsNotSent(WildberriesApiException exception);

    /// <summary>Looks for answers at WB. What was found must be completed before the next is asked for.</summary>
    /// <param name="open">The answers, the oldest first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Those that are there, as sent.</returns>
    IAsyncEnumerable<BuyerAnswer> FindAsync(IReadOnlyList<BuyerAnswer> open, CancellationToken cancellationToken);
}
