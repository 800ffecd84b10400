namespace Wildberries.Sdk.Testing;

/// <content>The pinned reviews.</content>
public sealed partial class EmulatedFeedbacks
{
    internal const string Subscription = "subscription";
    internal const string Tariff = "tariff";

    private readonly SortedDictionary<long, EmulatedPin> _pins = [];
    private readonly Dictionary<string, string> _pinRefusals = new(StringComparer.Ordinal);
    private EmulatedPinLimit? _subscriptionPins;
    private EmulatedPinLimit? _tariffPins;
    private long _lastPin = 18_577_000;

    /// <summary>How many reviews the Jam subscription lets the seller pin. When it ends, WB unpins them.</summary>
    /// <value>The default is <see langword="null"/>: the seller has none. Without both nothing can be pinned: 403.</value>
    public EmulatedPinLimit? SubscriptionPins
    {
        get
        {
            lock (_lock)
                return _subscriptionPins;
        }

        set
        {
            lock (_lock)
            {
                _subscriptionPins = value;
                if (value is null)
                    UnpinAll(pin => pin.Method == Subscription, "sysTariffUnpinned");
            }
        }
    }

    /// <summary>How many reviews the option of the tariff constructor lets the seller pin. When it ends, WB unpins them.</summary>
    /// <value>The default is <see langword="null"/>: the seller has none.</value>
    public EmulatedPinLimit? TariffPins
    {
        get
        {
            lock (_lock)
                return _tariffPins;
        }

        set
        {
            lock (_lock)
            {
                _tariffPins = value;
                if (value is null)
                    UnpinAll(pin => pin.Method == Tariff, "sysTariffUnpinned");
            }
        }
    }

    /// <summary>The pinned reviews, and those that WB has unpinned by itself, by id. What the seller unpinned is not there.</summary>
    public IReadOnlyList<EmulatedPin> Pins
    {
        get
        {
            lock (_lock)
                return [.. _pins.Values];
        }
    }

    /// <summary>Lets WB refuse to pin a review from now on.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <param name="status">Why: WB's word, for example <c>feedbackExcluded</c> or <c>itemNoImages</c>; <see langword="null"/> ends the refusals.</param>
    public void RefusePin(string feedbackId, string? status)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        lock (_lock)
        {
            if (status is null)
                _pinRefusals.Remove(feedbackId);
            else
                _pinRefusals[feedbackId] = status;
        }
    }

    /// <summary>WB unpins a review by itself.</summary>
    /// <param name="pinId">The pin's id.</param>
    /// <param name="cause">Why, in WB's words: <c>sysTariffUnpinned</c>, <c>sysLimitReached</c>, <c>sysNoratingUnpinned</c> or <c>sysAdditionalSlot</c>.</param>
    /// <exception cref="ArgumentException">There is no such pin, or it is unpinned.</exception>
    public void WildberriesUnpins(long pinId, string cause)
    {
        ArgumentException.ThrowIfNullOrEmpty(cause);
        lock (_lock)
        {
            if (!_pins.TryGetValue(pinId, out EmulatedPin? pin) || pin.UnpinnedAt is not null)
                throw new ArgumentException($"Nothing is pinned as {pinId}.", nameof(pinId));
            UnpinAll(other => other.Id == pinId, cause);
        }
    }

    /// <summary>What is left of both limits; <see langword="null"/>: the seller does not have it.</summary>
    internal (PinBudget? Subscription, PinBudget? Tariff) PinBudgets()
    {
        lock (_lock)
            return (BudgetOf(Subscription), BudgetOf(Tariff));
    }

    /// <summary>Pins a review: its pin, or WB's word why not.</summary>
    internal (EmulatedPin? Pin, string? Refusal) Pin(string feedbackId, string place, string method)
    {
        lock (_lock)
        {
            if (BudgetOf(method) is not { } budget)
                return (null, method == Tariff ? "tariffRestriction" : "subscriptionRestriction");
            if (!_feedbacks.TryGetValue(feedbackId, out State? state))
                return (null, "feedbackNotFound");
            if (_pinRefusals.TryGetValue(feedbackId, out string? refusal))
                return (null, refusal);
            EmulatedFeedback feedback = state.Feedback;
            EmulatedPin[] there = [.. _pins.Values.Where(pin => pin.UnpinnedAt is null && pin.Place == place)];
            if (Array.Exists(there, pin => pin.FeedbackId == feedbackId))
                return (null, "alreadyPinned");
            int inUnit = there.Count(pin => pin.Method == method && (place == "nm" ? pin.NmId == feedback.NmId : pin.ImtId == feedback.ImtId));
            if (inUnit >= budget.Limit.PerUnit)
                return (null, "unitLimitReached");
            if (!budget.Limit.IsUnlimited && budget.Used >= budget.Limit.Total)
                return (null, "globalLimitReached");
            var made = new EmulatedPin
            {
                Id = ++_lastPin,
                FeedbackId = feedbackId,
                NmId = feedback.NmId,
                ImtId = feedback.ImtId,
                Place = place,
                Method = method,
                PinnedAt = _time.GetUtcNow(),
            };
            _pins.Add(made.Id, made);
            return (made, null);
        }
    }

    /// <summary>The seller unpins reviews: those that were pinned.</summary>
    internal IReadOnlyList<long> Unpin(IEnumerable<long> pinIds)
    {
        lock (_lock)
            return [.. pinIds.Where(id => _pins.TryGetValue(id, out EmulatedPin? pin) && pin.UnpinnedAt is null && _pins.Remove(id))];
    }

    private void UnpinAll(Func<EmulatedPin, bool> which, string cause)
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (EmulatedPin pin in _pins.Values.Where(pin => pin.UnpinnedAt is null && which(pin)).ToList())
            _pins[pin.Id] = pin with { UnpinnedAt = now, UnpinCause = cause };
    }

    private PinBudget? BudgetOf(string method) => (method == Tariff ? _tariffPins : _subscriptionPins) is { } limit
        ? new PinBudget(limit, _pins.Values.Count(pin => pin.UnpinnedAt is null && pin.Method == method))
        : null;

    internal sealed record PinBudget(EmulatedPinLimit Limit, int Used);
}
