using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Creating supplies, and finding those again whose creation nobody answered.</summary>
internal sealed partial class HandOverRun
{
    /// <summary>Creates a supply unless it is there; <see langword="false"/>: it is not needed, or cannot be.</summary>
    private async Task<bool> CreateAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        if (supply.SupplyId is not null)
            return true;

        // A call of before may have made it: then it is looked for until it cannot come any more.
        bool mayHaveTwin = supply.Unanswered.HasFlag(UnansweredCalls.Create);
        if (mayHaveTwin)
            supply.SupplyId = await FindAsync(supply, _oldCallsMayComeUntil, cancellationToken).ConfigureAwait(false);

        if (supply.SupplyId is null && !supply.IsSetAside && !OrdersOf(i, HandOverOutcome.Pending).Any())
        {
            supply.Status = HandOverSupplyStatus.NotNeeded;
            await SettleAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (supply.SupplyId is null)
        {
            string? id = null;
            WildberriesApiException? refusal = await calls.WriteAsync(
                () => ClaimAsync(i, UnansweredCalls.Create, cancellationToken),
                async () => id = await CreateOnceAsync(supply, cancellationToken).ConfigureAwait(false),
                async () =>
                {
                    mayHaveTwin = true;
                    id = await FindAsync(supply, calls.Now + options.MaxSendTime, cancellationToken).ConfigureAwait(false);
                    return id is not null;
                },
                cancellationToken).ConfigureAwait(false);
            if (!mayHaveTwin)
                supply.Unanswered &= ~UnansweredCalls.Create;
            if (refusal is not null)
            {
                await FailAsync(i, HandOverCalls.WordsOf(refusal), cancellationToken).ConfigureAwait(false);
                return false;
            }

            supply.SupplyId = id;
        }

        supply.Status = HandOverSupplyStatus.Open;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<string> CreateOnceAsync(SupplyState supply, CancellationToken cancellationToken)
    {
        CreatedSupply? created = await supplies.CreateSupplyAsync(new CreateSupplyRequest { Name = supply.Name }, cancellationToken).ConfigureAwait(false);
        return created is { Id: { Length: > 0 } id }
            ? id
            : throw new WildberriesResponseException("WB took the supply and gave it no id.") { Operation = "FbsSupplies.CreateSupply", Delivery = Delivery.Answered };
    }

    /// <summary>Finds a supply by its name.</summary>
    private Task<string?> FindAsync(SupplyState supply, DateTimeOffset until, CancellationToken cancellationToken) => calls.PollAsync(
        async () => (await FindAllAsync(supply, cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Id, until, options.PollInterval, cancellationToken);

    private Task<List<FbsSupply>> FindAllAsync(SupplyState supply, CancellationToken cancellationToken) => calls.ReadAsync(
        async () =>
        {
            List<FbsSupply> found = [];
            await foreach (FbsSupply one in supplies.StreamSuppliesAsync(cancellationToken).ConfigureAwait(false))
            {
                if (HandOverNames.IsOf(one, supply.Name))
                    found.Add(one);
            }

            return found;
        },
        cancellationToken);

    /// <summary>Sees what is in a supply that was there before this call; <see langword="false"/>: it is there no more.</summary>
    private async Task<bool> LookAtSupplyAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        HashSet<long>? ids = await FindOrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);

        // What waited in it because nothing could go may go now.
        await ArriveAsync([.. OrdersOf(i, HandOverOutcome.SetAside)], cancellationToken).ConfigureAwait(false);
        await AccountAsync(i, ids, asksAll: false, cancellationToken).ConfigureAwait(false);
        if (ids is not null && await IsDoneAsync(supply, cancellationToken).ConfigureAwait(false))
            await CloseAsync(i, cancellationToken).ConfigureAwait(false);
        return ids is not null;
    }

    /// <summary>
    /// Why WB would refuse a supply as the options have it, before it is made: other options may do. One that may have been made already, by a call that nobody
    /// answered, is led on.
    /// </summary>
    private async Task<string?> FaultOfOptionsAsync(int i, CancellationToken cancellationToken)
    {
        OrderState[] open = [.. OrdersOf(i, HandOverOutcome.Pending)];
        if (open.Length == 0 || State.Supplies[i].Unanswered.HasFlag(UnansweredCalls.Create))
            return null;
        PlannedSupply planned = await _planner.EquipAsync(State.Supplies[i].Group, [.. open.Select(order => order.Id)], State.Supplies[i].IsWithinRussia, cancellationToken).ConfigureAwait(false);
        return await _planner.FaultOfSupplyAsync(planned, open.FirstOrDefault(order => order.IsKeptFromPickupPoints)?.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees what has become of the orders that wait in a supply which is set aside: they may have gone in another hand-over. One that is empty is deleted.</summary>
    private async Task LookAtAsideAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        OrderState[] waiting = [.. OrdersOf(i, HandOverOutcome.SetAside)];
        if (!supply.IsSetAside || supply.SupplyId is null || supply.Status is HandOverSupplyStatus.HandedOver or HandOverSupplyStatus.NotNeeded || waiting.Length == 0)
            return;
        bool isDone = false;
        HashSet<long>? ids = null;
        OrderState[] left = [];
        (supply.Status, supply.Reason) = (HandOverSupplyStatus.Open, null);
        Dictionary<long, FbsOrderStatus> statuses = [];
        await calls.PollAsync(LookAsync, calls.Now + options.MaxSendTime, options.PollInterval, cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            await CloseAsync(i, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (OrderState order in left)
        {
            FbsOrderStatus? status = statuses.GetValueOrDefault(order.Id);
            if (status is not null && HandOverPlanner.IsCancelled(status))
                (order.Outcome, order.Reason) = (HandOverOutcome.Cancelled, HandOverPlanner.WordsOf(status));
            else if (status?.SupplierStatus == SupplierStatus.Complete)
                (order.Supply, order.Outcome, order.Reason) = (-1, HandOverOutcome.HandedOver, "It went in a supply that is not of this hand-over.");
            else if (status is null)
                (order.Outcome, order.Reason) = (HandOverOutcome.Unknown, "It was in the supply, and WB does not tell of it any more.");
            else
                (order.Outcome, order.Reason) = (HandOverOutcome.Unknown, $"Somebody has taken it out of the supply ({HandOverPlanner.WordsOf(status)}).");
        }

        if (left.Length > 0)
            await SettleAsync(left, cancellationToken).ConfigureAwait(false);
        if (ids is { Count: > 0 })
            return;
        if (ids is not null)
            await DeleteAsync(supply.SupplyId, cancellationToken).ConfigureAwait(false);
        supply.Status = HandOverSupplyStatus.NotNeeded;
        Drop(supply);
        foreach (SupplyState other in State.Supplies.Where(other => other.SetAsideIn == i))
            other.SetAsideIn = null;
        await SettleAsync(cancellationToken).ConfigureAwait(false);

        async Task<object?> LookAsync()
        {
            ids = await FindOrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
            isDone = ids is not null && await IsDoneAsync(supply, cancellationToken).ConfigureAwait(false);
            left = isDone ? [] : [.. waiting.Where(order => ids?.Contains(order.Id) != true)];
            statuses = left.Length == 0 ? [] : await _planner.StatusesAsync(left.Select(order => order.Id), cancellationToken).ConfigureAwait(false);
            return ids is null || !left.Any(order => MayShow(statuses.GetValueOrDefault(order.Id))) ? left : null;
        }
    }

    /// <summary>Lets the orders that did not get into a supply before it was closed or deleted go in another one: once in a call, for what happens twice may go on for ever.</summary>
    private async Task GoOnElsewhereAsync(int i, CancellationToken cancellationToken)
    {
        OrderState[] left = [.. OrdersOf(i, HandOverOutcome.Pending)];
        if (left.Length == 0 || i >= _firstSupplies)
            return;
        SupplyState supply = State.Supplies[i];
        int next = State.AddSupply(options.SupplyName ?? name, supply.Group, supply.IsWithinRussia);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        foreach (OrderState order in left)
            order.Supply = next;
        await SettleAsync(left, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a supply that no order has come into.</summary>
    private async Task<bool> IsEmptyAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        if (OrdersOf(i, HandOverOutcome.InSupply).Any())
            return false;
        if ((await OrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            await FailAsync(i, "No order in it can be handed over.", cancellationToken).ConfigureAwait(false);
            return true;
        }

        await DeleteAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
        supply.Status = HandOverSupplyStatus.NotNeeded;
        Drop(supply);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await GoOnElsewhereAsync(i, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // What was set belongs to the one that WB has no more.
    private static void Drop(SupplyState supply)
    {
        supply.SupplyId = null;
        supply.Shipping = null;
        supply.BoxIds = [];
        supply.Unanswered &= UnansweredCalls.Create;
    }

    /// <summary>Deletes what a creation has left that was asked for twice and done twice.</summary>
    private async Task RemoveTwinsAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        if (!supply.Unanswered.HasFlag(UnansweredCalls.Create))
            return;
        foreach (FbsSupply twin in await FindAllAsync(supply, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(twin.Id, supply.SupplyId, StringComparison.Ordinal) || twin.IsDone)
                continue;
            try
            {
                if (await FindOrderIdsAsync(twin.Id, cancellationToken).ConfigureAwait(false) is { Count: 0 })
                    await DeleteAsync(twin.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (WildberriesResponseException exception) when (AreAtOdds(exception))
            {
                // The next call looks again.
                return;
            }
        }

        supply.Unanswered &= ~UnansweredCalls.Create;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    // An empty supply that stays does no harm: a refusal is no failure.
    private Task<WildberriesApiException?> DeleteAsync(string supplyId, CancellationToken cancellationToken) => calls.WriteAsync(
        () => ClaimAsync(cancellationToken),
        () => supplies.DeleteSupplyAsync(supplyId, cancellationToken),
        () => Task.FromResult(false),
        cancellationToken);
}
