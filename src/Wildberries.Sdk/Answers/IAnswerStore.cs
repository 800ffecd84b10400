using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Answers;

/// <summary>The ledger of what was answered to buyers, of any number of sellers. Safe for use by many threads.</summary>
/// <remarks>
/// What it promises holds whatever is written at the same time, also by other processes where the store is shared: all writes about one seller come one after
/// the other. Times are kept to the microsecond. Every <see cref="IPromoCodeStore"/> is one.
/// </remarks>
public interface IAnswerStore
{
    /// <summary>
    /// Writes an intent down, unless its key is known or an earlier answer stands against it (<see cref="BuyerAnswer.RefusalOf"/>). A failed answer does not:
    /// an intent with its key that says the same takes its place (<see cref="BuyerAnswer.IsBegunAgainBy"/>), and of many that try at the same time one does.
    /// A message with a promo code needs a store that has the code.
    /// </summary>
    /// <param name="answer">The intent; its state is <see cref="AnswerState.Pending"/>.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Whether the caller may send the answer, and if not, why.</returns>
    /// <exception cref="ArgumentException">It is no intent (<see cref="BuyerAnswer.ThrowUnlessIntent"/>).</exception>
    Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down what came of an answer: <see cref="BuyerAnswer.State"/>, <see cref="BuyerAnswer.SentAt"/>, <see cref="BuyerAnswer.EventId"/> and
    /// <see cref="BuyerAnswer.Failure"/>; all else stays. What was sent stays sent; what failed can still turn out to have been sent. A failure of an attempt
    /// before the last changes nothing.
    /// </summary>
    /// <param name="answer">The answer, sent or failed.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>What is written down now.</returns>
    /// <exception cref="ArgumentException">The state is pending: that is none to end with.</exception>
    /// <exception cref="KeyNotFoundException">The seller has no answer with this key.</exception>
    Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Finds an answer.</summary>
    /// <param name="sellerId">The seller.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken = default);

    /// <summary>Lists answers: those not completed, those in a chat, with a promo code, of a period.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The answers, the oldest first.</returns>
    Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken = default);
}
