using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Label identifiers: set, waited for, and what cannot go taken apart from the rest.</summary>
internal sealed partial class HandOverRun
{
    private async Task SetMarkingsAsync(int i, CancellationToken cancellationToken)
    {
        await SetMarkingsAsync(i, (details, kind, codes) => Has(details, kind, codes), cancellationToken).ConfigureAwait(false);

        // That WB said so is not enough. It may show a code in a form of its own: any will do.
        await SetMarkingsAsync(i, (details, kind, _) => HasAny(details, kind), cancellationToken).ConfigureAwait(false);
        _marked.UnionWith(OrdersOf(i, HandOverOutcome.InSupply).Select(order => order.Id));
        _markedAt[i] = calls.Now;
    }

    private async Task SetMarkingsAsync(int i, Func<IReadOnlyList<MarkingDetail>?, MarkingCodeKind, List<string>, bool> isSet, CancellationToken cancellationToken)
    {
        OrderState[] coded = [.. OrdersOf(i, HandOverOutcome.InSupply).Where(order => order is { Codes.Count: > 0, Fault: null })];
        foreach (OrderState[] batch in coded.Chunk(SupplyLimits.MaxOrders))
        {
            Dictionary<long, IReadOnlyList<MarkingDetail>> there = await MarkingsAsync(batch.Select(order => order.Id), cancellationToken).ConfigureAwait(false);

            // What was taken from here before and is not named now may have been replaced since: nothing is sent over it unseen.
            long[] unnamed = [.. batch.Where(order => order.Sent is { Count: > 0 } && !there.ContainsKey(order.Id)).Select(order => order.Id)];
            await AskAgainAsync(there, unnamed, cancellationToken).ConfigureAwait(false);
            var changed = new HashSet<OrderState>();
            foreach (OrderState order in batch)
            {
                foreach ((string wire, List<string> codes) in order.Codes!)
                {
                    MarkingCodeKind kind = MarkingCodeKind.From(wire);
                    IReadOnlyList<MarkingDetail>? details = there.GetValueOrDefault(order.Id);
                    if (details is null && order.Sent?.Contains(wire) == true)
                        continue;
                    if (isSet(details, kind, codes))
                    {
                        if (Has(details, kind, codes) && Note(order, wire, isLeft: false))
                            changed.Add(order);
                        continue;
                    }

                    // Taken from here before, and another one now: somebody has set it since, and knows better.
                    if (order.Sent?.Contains(wire) == true && HasAny(details, kind))
                    {
                        if (Note(order, wire, isLeft: true))
                            changed.Add(order);
                        continue;
                    }

                    WildberriesApiException? refusal = await calls.WriteAsync(
                        () => ClaimAsync(cancellationToken),
                        () => marking.SetAsync(order.Id, kind, codes, cancellationToken),
                        async () => Has((await MarkingsAsync([order.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(order.Id), kind, codes),
                        cancellationToken).ConfigureAwait(false);
                    if (refusal is null)
                    {
                        if (Note(order, wire, isLeft: false))
                            changed.Add(order);
                        continue;
                    }

                    order.Fault = $"{kind}: {HandOverCalls.WordsOf(refusal)}";
                    break;
                }
            }

            if (changed.Count > 0)
                await SettleAsync(changed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks once more, a little later, about orders that an answer does not name.</summary>
    private async Task AskAgainAsync(Dictionary<long, IReadOnlyList<MarkingDetail>> there, long[] unnamed, CancellationToken cancellationToken)
    {
        if (unnamed.Length == 0)
            return;
        await calls.WaitUntilAsync(calls.Now + options.PollInterval, cancellationToken).ConfigureAwait(false);
        foreach ((long id, IReadOnlyList<MarkingDetail> details) in await MarkingsAsync(unnamed, cancellationToken).ConfigureAwait(false))
            there[id] = details;
    }

    /// <summary>Notes whose label identifier WB has; says whether that is new.</summary>
    private static bool Note(OrderState order, string kind, bool isLeft)
    {
        bool isNew = order.Sent?.Contains(kind) != true || (order.Left?.Contains(kind) == true) != isLeft;
        if (order.Sent?.Contains(kind) != true)
            order.Sent = [.. order.Sent ?? [], kind];
        List<string> left = [.. (order.Left ?? []).Where(one => one != kind)];
        if (isLeft)
            left.Add(kind);
        order.Left = left.Count == 0 ? null : left;
        return isNew;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static bool HasAny(IReadOnlyList<MarkingDetail>? details, MarkingCodeKind kind) => details?.Any(detail => detail.Kind == kind && detail.Value is not null) == true;

    private static bool Has(IReadOnlyList<MarkingDetail>? details, MarkingCodeKind kind, List<string> codes) =>
        details?.Where(detail => detail.Kind == kind && detail.Value is not null).Select(detail => detail.Value!).ToHashSet(StringComparer.Ordinal).SetEquals(codes) == true;

    /// <summary>Waits until WB has decided about all label identifiers of a supply.</summary>
    /// <returns>Why orders cannot go with it.</returns>
    private async Task<Dictionary<long, string>> AwaitVerdictsAsync(int i, CancellationToken cancellationToken)
    {
        OrderState[] all = [.. OrdersOf(i, HandOverOutcome.InSupply)];
        Dictionary<long, string> faults = all.Where(order => order.Fault is not null).ToDictionary(order => order.Id, order => order.Fault!);
        HashSet<long> open = [.. all.Select(order => order.Id).Where(id => !faults.ContainsKey(id))];
        Dictionary<long, OrderState> coded = all.Where(order => order.Codes is { Count: > 0 }).ToDictionary(order => order.Id);
        var pending = new Dictionary<long, string>();
        var lacking = new Dictionary<long, string>();
        DateTimeOffset mustShowAt = _markedAt[i] + Shorter(options.MaxSendTime, options.MaxMarkingWait);
        await calls.PollAsync(LookAsync, _markedAt[i] + options.MaxMarkingWait, options.PollInterval, cancellationToken).ConfigureAwait(false);
        OrderState[] packed = [.. all.Where(order => lacking.ContainsKey(order.Id))];
        foreach (OrderState order in packed)
            order.Reason = lacking[order.Id];
        await SettleAsync(packed, cancellationToken).ConfigureAwait(false);
        foreach ((long id, string kind) in pending)
            faults.Add(id, FormattableString.Invariant($"{kind}: WB still checks it after {options.MaxMarkingWait:c}"));
        return faults;

        async Task<object?> LookAsync()
        {
            pending.Clear();
            bool mustShow = calls.Now >= mustShowAt;
            Dictionary<long, IReadOnlyList<MarkingDetail>> there = await MarkingsAsync(open, cancellationToken).ConfigureAwait(false);
            foreach (long id in open)
            {
                // What WB does not name has not passed: it may be slow.
                IReadOnlyList<MarkingDetail>? details = there.GetValueOrDefault(id);
                string? lost = coded.TryGetValue(id, out OrderState? order) ? order.Codes!.Keys.FirstOrDefault(kind => !HasAny(details, MarkingCodeKind.From(kind))) : null;
                if (lost is not null && mustShow)
                    faults[id] = details is null ? $"{lost}: WB does not tell whether it has the code" : $"{lost}: WB says that it took the code, and does not have it";
                else if (lost is not null)
                    pending[id] = lost;
                else if (details is null && !mustShow)
                    pending[id] = "label identifiers";
                else if (details is null)
                    continue;
                else if (details.OrderBy(detail => detail.State == MarkingState.Missing).FirstOrDefault(detail => HandOverMarking.FaultOf(detail) is not null) is { } bad)
                    // While it is packed, one may still come.
                    (!options.Deliver && bad.State == MarkingState.Missing ? lacking : faults)[id] = HandOverMarking.FaultOf(bad)!;
                else if (details.FirstOrDefault(detail => detail.State == MarkingState.Pending) is { } waiting)
                    pending[id] = waiting.Kind.Value;
            }

            open.IntersectWith(pending.Keys);
            return open.Count == 0 ? faults : null;
        }
    }

    /// <summary>Takes what cannot go apart from the rest; <see langword="false"/>: the supply cannot go either, or is gone.</summary>
    private async Task<bool> SortOutAsync(int i, Dictionary<long, string> faults, CancellationToken cancellationToken)
    {
        if (faults.Count == 0)
            return true;

        // WB takes no code for what somebody has handed over meanwhile.
        if (await IsDoneAsync(State.Supplies[i], cancellationToken).ConfigureAwait(false))
        {
            await CloseAsync(i, cancellationToken).ConfigureAwait(false);
            return false;
        }

        // What a buyer has cancelled meanwhile keeps nobody, and WB would not move it.
        List<OrderState> faulty = await StillInAsync(i, [.. OrdersOf(i, HandOverOutcome.InSupply).Where(order => faults.ContainsKey(order.Id))], cancellationToken).ConfigureAwait(false);
        if (faulty.Count == 0)
            return true;
        foreach (OrderState order in faulty)
            order.Reason = faults[order.Id];
        await SettleAsync(faulty, cancellationToken).ConfigureAwait(false);
        if (!options.SetsAside)
        {
            await FailAsync(i, FormattableString.Invariant($"{faulty.Count} of its orders cannot go; each says why."), cancellationToken).ConfigureAwait(false);
            return false;
        }

        // Where nothing is left, there is nothing to keep apart.
        if (faulty.Count == OrdersOf(i, HandOverOutcome.InSupply).Count())
        {
            await SetAsideAsync(i, faulty, cancellationToken).ConfigureAwait(false);
            await FailAsync(i, "No order in it can be handed over.", cancellationToken).ConfigureAwait(false);
            return false;
        }

        // What is taken out of the supply must not come into it again by a call that nobody answered.
        await calls.WaitUntilAsync(_ordersMayComeUntil, cancellationToken).ConfigureAwait(false);
        for (int tries = 0; faulty.Count > 0; tries++)
        {
            if (await OpenAsideAsync(i, cancellationToken).ConfigureAwait(false) is not { } aside)
                return false;
            WildberriesApiException? refusal = await MoveAsync(i, aside, faulty, cancellationToken).ConfigureAwait(false);

            // Once more, without what was cancelled meanwhile, or to another supply, if this one was closed meanwhile.
            faulty = await StillInAsync(i, faulty, cancellationToken).ConfigureAwait(false);
            if (faulty.Count == 0 || tries == 0)
                continue;
            string reason = refusal is null ? "WB says that what cannot go with it was taken out of it, and does not have it elsewhere."
                : $"What cannot go with it cannot be taken out of it. {HandOverCalls.WordsOf(refusal)}";
            await FailAsync(i, reason, cancellationToken).ConfigureAwait(false);
            return false;
        }

        return true;
    }

    /// <summary>Which of these orders of a supply are still in it, and not cancelled.</summary>
    private async Task<List<OrderState>> StillInAsync(int i, IReadOnlyCollection<OrderState> candidates, CancellationToken cancellationToken)
    {
        HashSet<long> ids = await OrderIdsAsync(State.Supplies[i].SupplyId!, cancellationToken).ConfigureAwait(false);
        await AccountAsync(i, ids, asksAll: true, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Where(order => order.Supply == i && order.Outcome == HandOverOutcome.InSupply)];
    }

    /// <summary>The open supply that takes what cannot go with another one; <see langword="null"/>: there is none, and so the other one has failed.</summary>
    private async Task<int?> OpenAsideAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];

        // Somebody may have closed or deleted the one of before.
        if (supply.SetAsideIn is { } old && State.Supplies[old].SupplyId is { } oldId)
        {
            if (await FindOrderIdsAsync(oldId, cancellationToken).ConfigureAwait(false) is null)
            {
                State.Supplies[old].Status = HandOverSupplyStatus.NotNeeded;
                Drop(State.Supplies[old]);
                supply.SetAsideIn = null;
            }
            else if (await IsDoneAsync(State.Supplies[old], cancellationToken).ConfigureAwait(false))
            {
                await CloseAsync(old, cancellationToken).ConfigureAwait(false);
                supply.SetAsideIn = null;
            }
        }

        if (supply.SetAsideIn is not { } aside || !State.Supplies[aside].IsSetAside)
        {
            aside = State.AddSupply(options.SupplyName ?? name, supply.Group, supply.IsWithinRussia, isSetAside: true);
            supply.SetAsideIn = aside;
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        if (await CreateAsync(aside, cancellationToken).ConfigureAwait(false))
            return aside;
        await FailAsync(i, $"There is no supply for what cannot go with it. {State.Supplies[aside].Reason}", cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Moves orders to the supply that is set aside, and sees that they are there: one that stays keeps the whole supply.</summary>
    private async Task<WildberriesApiException?> MoveAsync(int i, int aside, List<OrderState> faulty, CancellationToken cancellationToken)
    {
        WildberriesApiException? refusal = null;
        foreach (OrderState[] batch in faulty.Chunk(SupplyLimits.MaxOrders))
        {
            (refusal, _) = await SendAsync(aside, batch, orders => StillInAsync(i, orders, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
                break;
        }

        // That WB said so is not enough, and nothing may stay behind.
        OrderState[] left = [.. faulty.Where(order => order.Supply == i && order.Outcome == HandOverOutcome.InSupply)];
        HashSet<long> ids = [];
        await calls.PollAsync(
            async () =>
            {
                ids = await FindOrderIdsAsync(State.Supplies[aside].SupplyId!, cancellationToken).ConfigureAwait(false) ?? [];
                ids.ExceptWith(await FindOrderIdsAsync(State.Supplies[i].SupplyId!, cancellationToken).ConfigureAwait(false) ?? []);
                return left.All(order => ids.Contains(order.Id)) ? ids : null;
            },
            refusal is null ? calls.Now + options.MaxSendTime : default,
            options.PollInterval,
            cancellationToken).ConfigureAwait(false);
        await SetAsideAsync(aside, [.. left.Where(order => ids.Contains(order.Id))], cancellationToken).ConfigureAwait(false);
        return refusal;
    }

    private Task SetAsideAsync(int aside, IReadOnlyCollection<OrderState> moved, CancellationToken cancellationToken)
    {
        foreach (OrderState order in moved)
            (order.Supply, order.Outcome, order.Reason) = (aside, HandOverOutcome.SetAside, order.Reason ?? "A call that nobody answered has moved it.");
        return SettleAsync(moved, cancellationToken);
    }
}
