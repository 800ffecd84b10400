using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Keeps promo codes and answers to buyers in memory: for tests and trials. After a restart nobody knows what was sent.</summary>
public sealed class InMemoryPromoCodeStore : IPromoCodeStore
{
    private readonly object _lock = new();
    private readonly Dictionary<Guid, PromoCode> _codes = [];
    private readonly AnswerBook _answers = new();
    private readonly PromoCodeRules _rules;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates an empty store.</summary>
    /// <param name="rules">WB's rules; the defaults of <see cref="PromoCodeRules"/> when <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    public InMemoryPromoCodeStore(PromoCodeRules? rules = null, TimeProvider? timeProvider = null)
    {
        _rules = rules ?? new PromoCodeRules();
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PromoCodeViolation>> AddAsync(
        PromoCode code, bool isInPortal = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(code.SellerId, nameof(code));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_codes.ContainsKey(code.Id))
                throw new ArgumentException($"A code with the id {code.Id} is stored already.", nameof(code));
            IReadOnlyList<PromoCodeViolation> violations = Validate(code, isInPortal);
            if (violations.Count == 0)
                _codes.Add(code.Id, code);
            return Task.FromResult(violations);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(
        Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            PromoCode before = _codes.GetValueOrDefault(id) ?? throw new KeyNotFoundException($"There is no promo code {id}.");
            PromoCode after = change(before);
            if (after is null || after.Id != id || !string.Equals(after.SellerId, before.SellerId, StringComparison.Ordinal))
                throw new ArgumentException("The change has made another code of it: id and seller must stay.", nameof(change));
            IReadOnlyList<PromoCodeViolation> violations = Validate(after, isInPortal: false);
            if (violations.Count == 0)
                _codes[id] = after;
            return Task.FromResult(violations);
        }
    }

    /// <inheritdoc/>
    public Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_codes.GetValueOrDefault(id));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PromoCode>> ListAsync(
        string sellerId, DateOnly? lastDayFrom = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<PromoCode>>(
                [.. Of(sellerId).Where(code => lastDayFrom is null || code.LastDay >= lastDayFrom).OrderBy(code => code.Start).ThenBy(code => code.Id)]);
        }
    }

    /// <inheritdoc/>
    public Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        answer.ThrowUnlessIntent(nameof(answer));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            AnswerRefusal? refusal = answer is PromoCodeSend send ? send.Judge(_codes.GetValueOrDefault(send.PromoCodeId)) : null;
            return Task.FromResult(_answers.Start(answer, refusal));
        }
    }

    /// <inheritdoc/>
    public Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_answers.Complete(answer));
    }

    /// <inheritdoc/>
    public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_answers.Find(sellerId, key));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_answers.List(query));
    }

    private IEnumerable<PromoCode> Of(string sellerId) =>
        _codes.Values.Where(code => string.Equals(code.SellerId, sellerId, StringComparison.Ordinal));

    private IReadOnlyList<PromoCodeViolation> Validate(PromoCode code, bool isInPortal) =>
        new PromoCodePortfolio(code.SellerId, Of(code.SellerId), _rules, _timeProvider).Validate(code, isInPortal);
}
