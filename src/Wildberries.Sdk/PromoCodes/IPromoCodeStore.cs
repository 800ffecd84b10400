namespace Wildberries.Sdk.PromoCodes;

/// <summary>Keeps the promo codes of any number of sellers, and what was sent to buyers. Safe for use by many threads.</summary>
/// <remarks>
/// The rules of <see cref="PromoCodePortfolio"/> hold whatever is written at the same time, also by other processes where the store is
/// shared: all writes about one seller come one after the other. Times are kept to the microsecond.
/// </remarks>
public interface IPromoCodeStore
{
    /// <summary>Adds a code if it breaks no rule.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isInPortal">
    /// Whether the seller made the code in WB's portal before: then its start need not lie ahead, but at most
    /// <see cref="PromoCodeRules.MaxMonthsSinceStart"/> behind.
    /// </param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Every rule that the code breaks, and nothing is stored; empty: it is stored.</returns>
    /// <exception cref="ArgumentException">The code has no seller, or a code with its id is stored already.</exception>
    Task<IReadOnlyList<PromoCodeViolation>> AddAsync(PromoCode code, bool isInPortal = false, CancellationToken cancellationToken = default);

    /// <summary>Changes a code if it then breaks no rule. Nobody else's change is lost: this one is made to the newest state.</summary>
    /// <param name="id">The code's id.</param>
    /// <param name="change">
    /// Makes the new state from the stored one, for example <c>code => code with { IsStopped = true }</c>. It may be called more than once and
    /// must keep id and seller.
    /// </param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Every rule that the new state breaks, and nothing is changed; empty: it is stored.</returns>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    /// <exception cref="ArgumentException">The change has another id or seller.</exception>
    Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(
        Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken = default);

    /// <summary>Finds a code.</summary>
    /// <param name="id">The code's id.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The code, or <see langword="null"/>.</returns>
    Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Lists the codes of a seller, for example for a <see cref="PromoCodePortfolio"/>.</summary>
    /// <param name="sellerId">The seller.</param>
    /// <param name="lastDayFrom">Only codes whose last day is this one or later; <see langword="null"/>: all, past ones too.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The codes in the order of their starts.</returns>
    Task<IReadOnlyList<PromoCode>> ListAsync(string sellerId, DateOnly? lastDayFrom = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes an intent down, unless its key is known, the code cannot be sent at <see cref="PromoCodeSend.StartedAt"/>, or it was sent in the
    /// chat before. A failed sending does not count as one: an intent with its key and message takes its place
    /// (<see cref="PromoCodeSend.IsBegunAgainBy"/>), and of many that try at the same time one does.
    /// </summary>
    /// <param name="send">The intent; its state is <see cref="PromoCodeSendState.Pending"/>.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Whether the caller may send the message, and if not, why.</returns>
    /// <exception cref="ArgumentException">The intent is not pending, or seller, key or chat is empty.</exception>
    Task<PromoCodeSendStart> StartSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down what came of a sending: <see cref="PromoCodeSend.State"/>, <see cref="PromoCodeSend.SentAt"/>,
    /// <see cref="PromoCodeSend.EventId"/> and <see cref="PromoCodeSend.Failure"/>; all else stays. What was sent stays sent; what failed can
    /// still turn out to have been sent. A failure of an attempt before the last changes nothing.
    /// </summary>
    /// <param name="send">The sending, sent or failed.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>What is written down now.</returns>
    /// <exception cref="ArgumentException">The state is pending: that is none to end with.</exception>
    /// <exception cref="KeyNotFoundException">The seller has no sending of this key.</exception>
    Task<PromoCodeSend> CompleteSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default);

    /// <summary>Finds a sending.</summary>
    /// <param name="sellerId">The seller.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The sending, or <see langword="null"/>.</returns>
    Task<PromoCodeSend?> FindSendAsync(string sellerId, string key, CancellationToken cancellationToken = default);

    /// <summary>Lists sends: those not completed, those of a chat, of a code, of a period.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The sends, the oldest first.</returns>
    Task<IReadOnlyList<PromoCodeSend>> ListSendsAsync(PromoCodeSendQuery query, CancellationToken cancellationToken = default);
}
