using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>One call of a <see cref="FbsHandOver"/>: leads supply after supply as far as it gets. Its steps stand in files of their own.</summary>
internal sealed partial class HandOverRun(
    IFbsSuppliesApi supplies,
    IFbsOrdersApi orders,
    HandOverLedger ledger,
    string name,
    HandOverOptions options,
    HandOverCalls calls,
    HandOverMarking marking,
    IProgress<HandOverResult>? progress)
{
    private readonly HandOverPlanner _planner = new(supplies, orders, options, calls, marking);

    // When the label identifiers of a supply were set, and of which orders.
    private readonly Dictionary<int, DateTimeOffset> _markedAt = [];
    private readonly HashSet<long> _marked = [];

    // How many supplies there were when this call began.
    private int _firstSupplies;

    // Until then what was sent before this call began may still take effect.
    private DateTimeOffset _oldCallsMayComeUntil;

    // Until then orders may still arrive in a supply that were sent there by a call which nobody answered.
    private DateTimeOffset _ordersMayComeUntil;

    private HandOverState State => ledger.State;

    public static HandOverResult ResultOf(string name, HandOverLedger ledger) => new()
    {
        Name = name,
        Supplies =
        [
            .. ledger.State.Supplies.Select((supply, index) => new HandOverSupply
            {
                SupplyId = supply.SupplyId,
                Name = supply.Name,
                Status = supply.Status,
                Reason = supply.Reason,
                WarehouseId = supply.WarehouseId,
                CargoType = supply.Group.CargoType,
                CrossBorderType = supply.Group.CrossBorderType,
                IsSetAside = supply.IsSetAside,
                OrderIds = [.. ledger.Orders.Where(order => order.Supply == index && IsIn(order)).Select(order => order.Id)],
                OtherOrderIds = [.. supply.OtherOrderIds],
                BoxIds = [.. supply.BoxIds],
                Shipping = supply.Shipping,
            }),
        ],
        Rows =
        [
            .. ledger.Orders.Select(order => new HandOverRow
            {
                OrderId = order.Id,
                Outcome = order.Outcome,
                SupplyId = IsIn(order) ? ledger.State.Supplies[order.Supply].SupplyId : null,
                Reason = order.Reason ?? ReasonOfSupply(order, ledger.State)
                    ?? (order.Left is { } left ? $"{string.Join(", ", left)}: somebody has set another code, which was left" : null),
                Problems = order.Problems,
            }),
        ],
    };

    public async Task<HandOverResult> RunAsync(CancellationToken cancellationToken)
    {
        // Whoever worked on it before cannot write any more, and so not send: its last calls are all that may still be under way. How long they waited before they
        // were sent nobody knows, so the time counts from now on.
        _firstSupplies = State.Supplies.Count;
        _oldCallsMayComeUntil = calls.Now + options.MaxSendTime;
        if (State.Supplies.Any(supply => supply.Unanswered.HasFlag(UnansweredCalls.AddOrders)))
            _ordersMayComeUntil = _oldCallsMayComeUntil;
        await ledger.TakeOverAsync(cancellationToken).ConfigureAwait(false);
        Report();

        for (int i = 0; i < _firstSupplies; i++)
            await ContainAsync(i, LookAtAsideAsync, cancellationToken).ConfigureAwait(false);

        // WB checks the label identifiers of all supplies at the same time: they are set in each before the first is waited for.
        for (int i = 0, prepared = 0; i < State.Supplies.Count; i++)
        {
            for (; prepared < State.Supplies.Count; prepared++)
                await LeadAsync(prepared, PrepareAsync, cancellationToken).ConfigureAwait(false);
            await LeadAsync(i, FinishAsync, cancellationToken).ConfigureAwait(false);
        }

        for (int i = 0; i < State.Supplies.Count; i++)
            await RemoveTwinsAsync(i, cancellationToken).ConfigureAwait(false);
        return ResultOf(name, ledger);
    }

    // What went in another supply than one of this hand-over has none.
    private static bool IsIn(OrderState order) => order.Supply >= 0 && order.Outcome is (HandOverOutcome.InSupply or HandOverOutcome.HandedOver or HandOverOutcome.SetAside);

    // What became of a supply is told by its orders, too.
    private static string? ReasonOfSupply(OrderState order, HandOverState state) =>
        order.Outcome is HandOverOutcome.Pending or HandOverOutcome.InSupply ? state.Supplies[order.Supply].Reason : null;

    /// <summary>Takes a step with a supply, unless it is one that is set aside: such a one is not led.</summary>
    private Task LeadAsync(int i, Func<int, CancellationToken, Task> step, CancellationToken cancellationToken) =>
        State.Supplies[i].IsSetAside ? Task.CompletedTask : ContainAsync(i, step, cancellationToken);

    /// <summary>Takes a step with a supply. One that somebody deletes meanwhile, or of which WB's answers contradict each other, stops no other.</summary>
    private async Task ContainAsync(int i, Func<int, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(i, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesNotFoundException)
        {
            await FailAsync(i, $"WB does not find the supply {State.Supplies[i].SupplyId} any more.", cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesResponseException exception) when (AreAtOdds(exception))
        {
            await FailAsync(i, exception.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Leads a supply until its orders are in it, with their label identifiers.</summary>
    private async Task PrepareAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        if (supply.Status is HandOverSupplyStatus.HandedOver or HandOverSupplyStatus.NotNeeded)
        {
            await GoOnElsewhereAsync(i, cancellationToken).ConfigureAwait(false);
            return;
        }

        // What failed before is tried again.
        bool isNew = supply.SupplyId is null;
        supply.Status = isNew ? HandOverSupplyStatus.Planned : HandOverSupplyStatus.Open;
        supply.Reason = null;
        if (isNew && await FaultOfOptionsAsync(i, cancellationToken).ConfigureAwait(false) is { } fault)
        {
            await FailAsync(i, fault, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!await CreateAsync(i, cancellationToken).ConfigureAwait(false))
            return;
        if (!isNew && !await LookAtSupplyAsync(i, cancellationToken).ConfigureAwait(false))
        {
            // Somebody has deleted it: then nothing was in it.
            Drop(supply);
            if (!await CreateAsync(i, cancellationToken).ConfigureAwait(false))
                return;
        }

        if (supply.Status == HandOverSupplyStatus.HandedOver)
            return;
        foreach (OrderState order in OrdersOf(i, HandOverOutcome.InSupply))
            (order.Fault, order.Reason) = (null, null);
        await AddOrdersAsync(i, cancellationToken).ConfigureAwait(false);
        if (supply.Status != HandOverSupplyStatus.Open || await IsEmptyAsync(i, cancellationToken).ConfigureAwait(false))
            return;
        await SetMarkingsAsync(i, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Leads a supply from there to its end.</summary>
    private async Task FinishAsync(int i, CancellationToken cancellationToken)
    {
        if (State.Supplies[i].Status != HandOverSupplyStatus.Open)
            return;
        Dictionary<long, string> faults = await AwaitVerdictsAsync(i, cancellationToken).ConfigureAwait(false);
        if (!await SortOutAsync(i, faults, cancellationToken).ConfigureAwait(false) || await IsEmptyAsync(i, cancellationToken).ConfigureAwait(false) || !options.Deliver)
            return;
        if (await SetShippingAsync(i, cancellationToken).ConfigureAwait(false) && await AddBoxesAsync(i, cancellationToken).ConfigureAwait(false))
            await DeliverAsync(i, cancellationToken).ConfigureAwait(false);
    }

    // Two answers of WB's that do not fit together, in spite of repeats; an answer that cannot be read has a status or a cause.
    private static bool AreAtOdds(WildberriesResponseException exception) => exception is { IsTransient: true, StatusCode: null, InnerException: null };

    private IEnumerable<OrderState> OrdersOf(int supply, HandOverOutcome outcome) => ledger.Orders.Where(order => order.Supply == supply && order.Outcome == outcome);

    /// <summary>Before something is sent: fails if somebody else works on the hand-over.</summary>
    private Task ClaimAsync(CancellationToken cancellationToken) => ledger.SaveAsync(cancellationToken);

    /// <summary>The same, and writes down that it may be done, for whoever goes on without having heard the answer.</summary>
    private Task ClaimAsync(int supply, UnansweredCalls call, CancellationToken cancellationToken)
    {
        State.Supplies[supply].Unanswered |= call;
        return ClaimAsync(cancellationToken);
    }

    /// <summary>Writes down what has come of it.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        await ledger.SaveAsync(cancellationToken).ConfigureAwait(false);
        Report();
    }

    private async Task SettleAsync(IEnumerable<OrderState> changed, CancellationToken cancellationToken)
    {
        OrderState[] all = [.. changed];
        if (all.Length == 0)
            return;
        await ledger.SaveAsync(all, cancellationToken).ConfigureAwait(false);
        Report();
    }

    private Task FailAsync(int i, string reason, CancellationToken cancellationToken)
    {
        State.Supplies[i].Status = HandOverSupplyStatus.Failed;
        State.Supplies[i].Reason = reason;
        return SettleAsync(cancellationToken);
    }

    private void Report()
    {
        if (progress is not null)
            progress.Report(ResultOf(name, ledger));
    }

    /// <summary>What is in a supply.</summary>
    /// <exception cref="WildberriesNotFoundException">WB has neither the list nor the supply.</exception>
    private Task<HashSet<long>> OrderIdsAsync(string supplyId, CancellationToken cancellationToken) => calls.ReadAsync(
        async () =>
        {
            try
            {
                return (await supplies.GetOrderIdsAsync(supplyId, cancellationToken).ConfigureAwait(false))?.OrderIds.ToHashSet() ?? [];
            }
            catch (WildberriesNotFoundException)
            {
                await FbsSuppliesApiExtensions.ReadSupplyAsync(supplies, supplyId, cancellationToken).ConfigureAwait(false);
                throw new WildberriesResponseException($"WB has the supply {supplyId}, and does not find what is in it.")
                {
                    Operation = "FbsSupplies.GetOrderIds",
                    Delivery = Delivery.Answered,
                    IsTransient = true,
                };
            }
        },
        cancellationToken);

    /// <summary>What is in a supply; <see langword="null"/>: WB does not know it any more.</summary>
    private async Task<HashSet<long>?> FindOrderIdsAsync(string supplyId, CancellationToken cancellationToken)
    {
        try
        {
            return await OrderIdsAsync(supplyId, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesNotFoundException)
        {
            return null;
        }
    }

    private Task<FbsSupply> SupplyAsync(string supplyId, CancellationToken cancellationToken) =>
        calls.ReadAsync(() => FbsSuppliesApiExtensions.ReadSupplyAsync(supplies, supplyId, cancellationToken), cancellationToken);

    private Task<Dictionary<long, IReadOnlyList<MarkingDetail>>> MarkingsAsync(IEnumerable<long> orderIds, CancellationToken cancellationToken) =>
        _planner.MarkingsAsync(orderIds, cancellationToken);
}
