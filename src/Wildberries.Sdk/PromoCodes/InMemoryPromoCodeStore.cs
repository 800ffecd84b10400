namespace Wildberries.Sdk.PromoCodes;

/// <summary>Keeps promo codes and sends in memory: for tests and trials. After a restart nobody knows what was sent.</summary>
public sealed class InMemoryPromoCodeStore : IPromoCodeStore
{
    private readonly object _lock = new();
    private readonly Dictionary<Guid, PromoCode> _codes = [];
    private readonly Dictionary<(string SellerId, string Key), PromoCodeSend> _sends = [];
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
    public Task<PromoCodeSendStart> StartSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        send.ThrowUnlessIntent(nameof(send));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(Start(send));
    }

    /// <inheritdoc/>
    public Task<PromoCodeSend> CompleteSendAsync(PromoCodeSend send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            PromoCodeSend before = _sends.GetValueOrDefault((send.SellerId, send.Key))
                ?? throw new KeyNotFoundException($"The seller has no sending with the key \"{send.Key}\".");
            return Task.FromResult(_sends[(send.SellerId, send.Key)] = before.Complete(send));
        }
    }

    /// <inheritdoc/>
    public Task<PromoCodeSend?> FindSendAsync(string sellerId, string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_sends.GetValueOrDefault((sellerId, key)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PromoCodeSend>> ListSendsAsync(PromoCodeSendQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.SellerId, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<PromoCodeSend>>(
            [
                .. _sends.Values
                    .Where(send => string.Equals(send.SellerId, query.SellerId, StringComparison.Ordinal)
                        && (query.PromoCodeId is null || send.PromoCodeId == query.PromoCodeId)
                        && (query.ChatId is null || string.Equals(send.ChatId, query.ChatId, StringComparison.Ordinal))
                        && (query.State is null || send.State == query.State)
                        && (query.From is null || send.StartedAt >= query.From)
                        && (query.Before is null || send.StartedAt < query.Before))
                    .OrderBy(send => send.StartedAt)
                    .ThenBy(send => send.Key, StringComparer.Ordinal),
            ]);
        }
    }

    private PromoCodeSendStart Start(PromoCodeSend send)
    {
        if (_sends.TryGetValue((send.SellerId, send.Key), out PromoCodeSend? known) && !known.IsBegunAgainBy(send))
            return new PromoCodeSendStart { Send = known };
        if (send.Judge(_codes.GetValueOrDefault(send.PromoCodeId)) is { } refusal)
            return new PromoCodeSendStart { Refusal = refusal };
        PromoCodeSend? earlier = _sends.Values.FirstOrDefault(other => other.PromoCodeId == send.PromoCodeId
            && other.State != PromoCodeSendState.Failed
            && string.Equals(other.ChatId, send.ChatId, StringComparison.Ordinal));
        if (earlier is not null)
            return new PromoCodeSendStart { Send = earlier, Refusal = PromoCodeSendRefusal.AlreadySentInChat };
        _sends[(send.SellerId, send.Key)] = send;
        return new PromoCodeSendStart { IsStarted = true, Send = send };
    }

    private IEnumerable<PromoCode> Of(string sellerId) =>
        _codes.Values.Where(code => string.Equals(code.SellerId, sellerId, StringComparison.Ordinal));

    private IReadOnlyList<PromoCodeViolation> Validate(PromoCode code, bool isInPortal) =>
        new PromoCodePortfolio(code.SellerId, Of(code.SellerId), _rules, _timeProvider).Validate(code, isInPortal);
}
