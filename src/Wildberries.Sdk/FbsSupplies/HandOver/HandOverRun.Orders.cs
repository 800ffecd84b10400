using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Putting orders into their supply.</summary>
internal sealed partial class HandOverRun
{
    // Each refusal costs ten requests: so many are spent on finding those for which WB refuses a batch.
    private const int MaxRefusals = 100;

    private int _refusals;

    /// <summary>Puts the orders into their supply, and sees that they are there: that WB said so is not enough.</summary>
    private async Task AddOrdersAsync(int i, CancellationToken cancellationToken)
    {
        for (bool mayTryAgain = true; ; mayTryAgain = false)
        {
            OrderState[] open = [.. OrdersOf(i, HandOverOutcome.Pending)];
            if (open.Length == 0)
                return;
            foreach (OrderState[] batch in open.Chunk(SupplyLimits.MaxOrders))
            {
                if (State.Supplies[i].Status == HandOverSupplyStatus.Open)
                    await AddAsync(i, batch, cancellationToken).ConfigureAwait(false);
            }

            if (State.Supplies[i].Status != HandOverSupplyStatus.Open)
                return;
            HashSet<long> ids = await OrderIdsAsync(State.Supplies[i].SupplyId!, cancellationToken).ConfigureAwait(false);
            await AccountAsync(i, ids, asksAll: false, cancellationToken, haveJustCome: true).ConfigureAwait(false);
            OrderState[] lost = [.. OrdersOf(i, HandOverOutcome.Pending)];
            if (lost.Length == 0 || mayTryAgain)
                continue;
            foreach (OrderState order in lost)
                (order.Outcome, order.Reason) = (HandOverOutcome.Unknown, "WB says that it took it into the supply, and does not have it there.");
            await SettleAsync(lost, cancellationToken).ConfigureAwait(false);
            return;
        }
    }

    /// <summary>Those that can be put into a supply now; of the others is told why not.</summary>
    private async Task<List<OrderState>> StillOpenAsync(int i, IReadOnlyCollection<OrderState> candidates, CancellationToken cancellationToken)
    {
        var closed = new Dictionary<long, HandOverRow>();
        await calls.PollAsync(LookAsync, _ordersMayComeUntil, options.PollInterval, cancellationToken).ConfigureAwait(false);
        OrderState[] changed = [.. candidates.Where(order => closed.ContainsKey(order.Id))];
        foreach (OrderState order in changed)
        {
            (order.Outcome, order.Reason) = (closed[order.Id].Outcome, closed[order.Id].Reason);
            if (order.Outcome == HandOverOutcome.Unknown)
                order.Supply = -1;
        }

        if (changed.Length > 0)
            await SettleAsync(changed, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Where(order => !closed.ContainsKey(order.Id))];

        async Task<object?> LookAsync()
        {
            closed = await _planner.JudgeAsync([.. candidates.Select(order => (order.Id, order.IsReshipment))], cancellationToken).ConfigureAwait(false);
            long[] taken = [.. closed.Values.Where(row => row.Outcome is HandOverOutcome.Refused or HandOverOutcome.Unknown).Select(row => row.OrderId)];
            if (taken.Length == 0)
                return closed;

            // By a call that nobody answered they may be in this very supply.
            HashSet<long> ids = await OrderIdsAsync(State.Supplies[i].SupplyId!, cancellationToken).ConfigureAwait(false);
            foreach (long id in taken.Where(ids.Contains))
                closed[id] = new HandOverRow { OrderId = id, Outcome = HandOverOutcome.InSupply };
            return taken.All(ids.Contains) ? closed : null;
        }
    }

    private async Task AddAsync(int i, IReadOnlyCollection<OrderState> batch, CancellationToken cancellationToken)
    {
        (WildberriesApiException? refusal, IReadOnlyCollection<OrderState> sent) = await SendAsync(
            i, batch, orders => StillOpenAsync(i, orders, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (refusal is null)
        {
            await ArriveAsync(sent, cancellationToken).ConfigureAwait(false);
            return;
        }

        // WB does not say which order it refuses, nor whether it has taken the others.
        _refusals++;
        HashSet<long> ids = await OrderIdsAsync(State.Supplies[i].SupplyId!, cancellationToken).ConfigureAwait(false);
        await ArriveAsync([.. sent.Where(order => ids.Contains(order.Id))], cancellationToken).ConfigureAwait(false);
        if (await IsDoneAsync(State.Supplies[i], cancellationToken).ConfigureAwait(false))
        {
            await CloseAsync(i, cancellationToken).ConfigureAwait(false);
            return;
        }

        OrderState[] left = [.. sent.Where(order => !ids.Contains(order.Id))];
        if (left.Length == 0)
            return;
        if (sent.Count == 1 || _refusals >= MaxRefusals)
        {
            string others = sent.Count == 1 ? "" : FormattableString.Invariant($". It was not tried without the {sent.Count - 1} others: WB has refused {_refusals} calls already");
            List<OrderState> refused = await StillOpenAsync(i, left, cancellationToken).ConfigureAwait(false);
            foreach (OrderState order in refused)
                (order.Outcome, order.Reason) = (HandOverOutcome.Refused, HandOverCalls.WordsOf(refusal) + others);
            await SettleAsync(refused, cancellationToken).ConfigureAwait(false);
            return;
        }

        // By halves the one is found, and all others arrive.
        foreach (OrderState[] half in left.Chunk((left.Length + 1) / 2))
        {
            if (State.Supplies[i].Status == HandOverSupplyStatus.Open)
                await AddAsync(i, half, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends orders to a supply. WB takes them out of any other without a word: so before each attempt is looked which of them may go.</summary>
    /// <returns>WB's refusal, and the orders that were sent at last.</returns>
    private async Task<(WildberriesApiException? Refusal, IReadOnlyCollection<OrderState> Sent)> SendAsync(
        int i, IReadOnlyCollection<OrderState> candidates, Func<IReadOnlyCollection<OrderState>, Task<List<OrderState>>> look, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        IReadOnlyCollection<OrderState> sent = candidates;
        WildberriesApiException? refusal = await calls.WriteAsync(
            async () =>
            {
                sent = await look(sent).ConfigureAwait(false);
                if (sent.Count > 0)
                    await ClaimAsync(i, UnansweredCalls.AddOrders, cancellationToken).ConfigureAwait(false);
            },
            () => sent.Count > 0
                ? supplies.AddOrdersAsync(supply.SupplyId!, new AddOrdersRequest { OrderIds = [.. sent.Select(order => order.Id)] }, cancellationToken)
                : Task.CompletedTask,
            async () =>
            {
                bool areIn = await FindOrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false) is { } ids && sent.All(order => ids.Contains(order.Id));
                if (!areIn)
                    _ordersMayComeUntil = calls.Now + options.MaxSendTime;
                return areIn;
            },
            cancellationToken).ConfigureAwait(false);
        if (calls.Now >= _ordersMayComeUntil)
            supply.Unanswered &= ~UnansweredCalls.AddOrders;
        return (refusal, sent);
    }

    private Task ArriveAsync(IReadOnlyCollection<OrderState> arrived, CancellationToken cancellationToken)
    {
        foreach (OrderState order in arrived)
            (order.Outcome, order.Reason) = (HandOverOutcome.InSupply, null);
        return SettleAsync(arrived, cancellationToken);
    }

    /// <summary>Sees which orders are in their supply, and why others are not. WB's list may lag: before one is given up that may be there, it is asked again.</summary>
    /// <param name="i">The supply.</param>
    /// <param name="ids">What is in it; <see langword="null"/>: WB does not know it any more.</param>
    /// <param name="asksAll">Whether the others are asked about, too: WB may keep an order in its supply that a buyer has cancelled.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <param name="haveJustCome">Whether orders were sent there just now: then one that is new may take a moment to show, too.</param>
    private async Task AccountAsync(int i, HashSet<long>? ids, bool asksAll, CancellationToken cancellationToken, bool haveJustCome = false)
    {
        SupplyState supply = State.Supplies[i];
        bool isFirst = true;
        OrderState[] asked = [];
        Dictionary<long, FbsOrderStatus> statuses = [];
        await calls.PollAsync(LookAsync, calls.Now + options.MaxSendTime, options.PollInterval, cancellationToken).ConfigureAwait(false);
        List<OrderState> gone = [];
        foreach (OrderState order in asked)
        {
            FbsOrderStatus? status = statuses.GetValueOrDefault(order.Id);
            if (status is not null && HandOverPlanner.IsCancelled(status))
                (order.Outcome, order.Reason) = (HandOverOutcome.Cancelled, HandOverPlanner.WordsOf(status));
            else if (ids?.Contains(order.Id) == true)
                continue;
            else if (status is not null && (status.SupplierStatus == SupplierStatus.New || (order.IsReshipment && status.SupplierStatus == SupplierStatus.Complete)))
                order.Outcome = HandOverOutcome.Pending;
            else if (status is null)
                (order.Outcome, order.Reason) = (HandOverOutcome.Unknown, "It was in the supply, and WB does not tell of it any more.");
            else
                (order.Outcome, order.Reason) = (HandOverOutcome.Unknown, $"Somebody has taken it out of the supply ({HandOverPlanner.WordsOf(status)}).");
            gone.Add(order);
        }

        if (gone.Count > 0)
            await SettleAsync(gone, cancellationToken).ConfigureAwait(false);

        async Task<object?> LookAsync()
        {
            if (!isFirst)
                ids = await OrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
            isFirst = false;
            HashSet<long> there = ids ?? [];
            supply.OtherOrderIds = [.. there.Except(ledger.Orders.Where(order => order.Supply == i).Select(order => order.Id)).Take(SupplyState.MaxOtherOrders)];

            // What is in it goes with it, whatever was thought of it: it may have come by a call that nobody answered.
            OrderState[] found =
            [
                .. ledger.Orders.Where(order => order.Supply == i && there.Contains(order.Id)
                    && order.Outcome is HandOverOutcome.Pending or HandOverOutcome.Refused or HandOverOutcome.SetAside or HandOverOutcome.Unknown),
            ];
            await ArriveAsync(found, cancellationToken).ConfigureAwait(false);

            // A call of before may have set them aside.
            if (supply.SetAsideIn is { } aside && State.Supplies[aside].SupplyId is { } asideId && OrdersOf(i, HandOverOutcome.InSupply).Any(order => !there.Contains(order.Id)))
            {
                HashSet<long> asideIds = await FindOrderIdsAsync(asideId, cancellationToken).ConfigureAwait(false) ?? [];
                OrderState[] moved = [.. OrdersOf(i, HandOverOutcome.InSupply).Where(order => asideIds.Contains(order.Id) && !there.Contains(order.Id))];
                await SetAsideAsync(aside, moved, cancellationToken).ConfigureAwait(false);
            }

            asked = [.. OrdersOf(i, HandOverOutcome.InSupply).Where(order => asksAll || !there.Contains(order.Id))];
            statuses = asked.Length == 0 ? [] : await _planner.StatusesAsync(asked.Select(order => order.Id), cancellationToken).ConfigureAwait(false);
            bool mayShow = asked.Any(order => !there.Contains(order.Id) && MayShow(statuses.GetValueOrDefault(order.Id), haveJustCome));
            return ids is null || !mayShow ? asked : null;
        }
    }

    /// <summary>Whether an order that is missing in the list of its supply may be there all the same.</summary>
    private static bool MayShow(FbsOrderStatus? status, bool hasJustCome = false) =>
        status is null || (!HandOverPlanner.IsCancelled(status) && (hasJustCome || status.SupplierStatus != SupplierStatus.New));
}
