using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedOrders
{
    private readonly Dictionary<string, MarkingDecision> _refused = new(StringComparer.Ordinal);
    private TimeSpan _markingCheckTime = TimeSpan.FromSeconds(1);

    /// <summary>How long WB checks a label identifier, by the emulator's clock.</summary>
    /// <value>The default is a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan MarkingCheckTime
    {
        get => Locked(() => _markingCheckTime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Locked(() => _markingCheckTime = value);
        }
    }

    /// <summary>
    /// Lets WB's check of a label identifier end as it should not. That of a Chestny ZNAK code without group separators ends with
    /// <see cref="MarkingDecision.SgtinNoGS"/> anyway.
    /// </summary>
    /// <param name="code">The identifier.</param>
    /// <param name="decision">What WB says about it.</param>
    public void RefuseMarking(string code, MarkingDecision decision)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        Locked(() => _refused[code] = decision);
    }

    /// <summary>Gives an order its label identifiers of a kind. Under the lock.</summary>
    /// <returns>WB's error code, or <see langword="null"/>.</returns>
    internal string? SetMarking(OrderState order, MarkingCodeKind kind, IReadOnlyList<string> values)
    {
        if (order.SupplierStatus != SupplierStatus.Confirm || order.IsFinished)
            return "FailedToUpdateMeta";
        if (!KindsOf(order).Contains(kind))
            return "MetaKeyNotRequired";
        order.Marking[kind] = new OrderState.MarkingState(values, _time.GetUtcNow());
        return null;
    }

    /// <summary>Takes an order's label identifiers of a kind away. Under the lock.</summary>
    /// <returns>WB's error code, or <see langword="null"/>.</returns>
    internal static string? DeleteMarking(OrderState order, MarkingCodeKind kind)
    {
        if (order.SupplierStatus != SupplierStatus.Confirm || order.IsFinished)
            return "FailedToUpdateMeta";
        order.Marking.Remove(kind);
        return null;
    }

    /// <summary>What an order may have or has, and what WB thinks of it. Under the lock.</summary>
    internal IEnumerable<(MarkingCodeKind Kind, string? Value, MarkingDecision Decision)> MarkingOf(OrderState order)
    {
        foreach (MarkingCodeKind kind in KindsOf(order))
        {
            if (!order.Marking.TryGetValue(kind, out OrderState.MarkingState? state))
            {
                yield return (kind, null, order.Purchase.RequiredMarking.Contains(kind) ? MarkingDecision.Required : MarkingDecision.Optional);
                continue;
            }

            foreach (string value in state.Values)
                yield return (kind, value, Decide(kind, value, state.SetAt));
        }
    }

    /// <summary>The label identifiers because of which an order cannot be delivered. Under the lock.</summary>
    internal IReadOnlyList<(MarkingCodeKind Kind, string? Value, MarkingDecision Decision)> MarkingFaultsOf(OrderState order) =>
        [.. MarkingOf(order).Where(marking => !IsGood(marking.Decision))];

    private static IEnumerable<MarkingCodeKind> KindsOf(OrderState order) => order.Purchase.RequiredMarking.Concat(order.Purchase.OptionalMarking).Distinct();

    private static bool IsGood(MarkingDecision decision) =>
        decision == MarkingDecision.Filled || decision == MarkingDecision.Optional || decision == MarkingDecision.DeadlineExceeded
        || decision == MarkingDecision.ImeiMaySell || decision == MarkingDecision.ImeiSoldB2B || decision == MarkingDecision.UinMaySell
        || decision == MarkingDecision.SgtinIntroduced || decision == MarkingDecision.SgtinSoldB2B;

    private MarkingDecision Decide(MarkingCodeKind kind, string value, DateTimeOffset setAt)
    {
        bool isChecked = kind == MarkingCodeKind.Sgtin || kind == MarkingCodeKind.Imei || kind == MarkingCodeKind.Uin;
        if (!isChecked)
            return MarkingDecision.Filled;
        if (_time.GetUtcNow() < setAt + _markingCheckTime)
            return MarkingDecision.Pending;
        if (_refused.TryGetValue(value, out MarkingDecision refused))
            return refused;
        if (kind == MarkingCodeKind.Sgtin && !value.Contains(Sgtin.GroupSeparator, StringComparison.Ordinal))
            return MarkingDecision.SgtinNoGS;
        return kind == MarkingCodeKind.Sgtin ? MarkingDecision.SgtinIntroduced : kind == MarkingCodeKind.Imei ? MarkingDecision.ImeiMaySell : MarkingDecision.UinMaySell;
    }
}
