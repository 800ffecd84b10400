using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Keeps the promo codes of any number of sellers, and what was answered to buyers, with and without a code. Safe for use by many threads.</summary>
/// <remarks>
/// A message with a code (<see cref="PromoCodeSend"/>) is started only if the code can be sent at <see cref="BuyerAnswer.StartedAt"/>
/// (<see cref="PromoCodeSend.Judge"/>) and was not sent in the chat before.
/// The rules of <see cref="PromoCodePortfolio"/> hold whatever is written at the same time, also by other processes where the store is
/// shared: all writes about one seller come one after the other. Times are kept to the microsecond.
/// </remarks>
public interface IPromoCodeStore : IAnswerStore
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
}
