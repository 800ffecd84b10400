using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How a hand-over begins: it is planned and stored, or one that is stored takes in what is given now.</summary>
internal sealed class HandOverBeginning(IStateStore store, string sellerId, HandOverOptions options, HandOverPlanner planner, HandOverMarking marking)
{
    public async Task<HandOverLedger> StartAsync(string name, IReadOnlyList<HandOverOrder> rows, CancellationToken cancellationToken)
    {
        // Options may be others next time: what stands against a supply because of them does not refuse its orders.
        Dictionary<long, HandOverRow> refused = await planner.RefusalsAsync(rows, cancellationToken).ConfigureAwait(false);
        var state = new HandOverState { RunId = Guid.NewGuid().ToString("N")[..12] };
        OrderState[] orders = [.. rows.Select((row, index) => new OrderState { Id = row.OrderId, Index = index, Supply = -1, IsReshipment = row.IsReshipment })];
        Dictionary<long, OrderState> open = orders.ToDictionary(order => order.Id);
        foreach (HandOverRow row in refused.Values)
            (open[row.OrderId].Outcome, open[row.OrderId].Reason) = (row.Outcome, row.Reason);
        Place(name, state, open, rows.Where(row => !refused.ContainsKey(row.OrderId)));
        return await HandOverLedger.CreateAsync(store, sellerId, name, state, orders, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes in the label identifiers that are given now, and looks once more at what was refused before anything was sent.</summary>
    /// <exception cref="ArgumentException">These are other orders, or WB would not take a label identifier. Nothing was changed.</exception>
    public async Task RenewAsync(string name, HandOverLedger ledger, IReadOnlyList<HandOverOrder> orders, CancellationToken cancellationToken)
    {
        Dictionary<long, HandOverOrder> given = orders.ToDictionary(row => row.OrderId);
        if (!ledger.Orders.Select(order => order.Id).ToHashSet().SetEquals(given.Keys))
            throw new ArgumentException("The name was used for other orders: go on with ResumeAsync, or use another name. A name stands for one hand-over, until it is forgotten.", nameof(name));
        HandOverState state = ledger.State;
        List<OrderState> recoded = [], judged = [];
        foreach (OrderState order in ledger.Orders)
        {
            HandOverOrder row = given[order.Id] = WithCodes(given[order.Id], order.Codes);
            if (order.Supply >= 0 && state.Supplies[order.Supply].Group != HandOverGroup.Of(row))
                throw new ArgumentException(Words(row, "it was given with another warehouse, cargo type or cross-border type before"), nameof(orders));
            bool isRecoded = row.MarkingCodes.Count > 0 && !IsSame(order.Codes, row);
            if (order.Outcome == HandOverOutcome.Unknown || (order.Outcome == HandOverOutcome.Refused && (order.Supply < 0 || isRecoded)))
                judged.Add(order);
            else if (isRecoded && IsOpen(state, order))
                recoded.Add(marking.FaultOfCodes(row) is { } fault ? throw new ArgumentException(Words(row, fault), nameof(orders)) : order);
        }

        bool isChanged = await TryAgainAsync(name, ledger, judged, given, cancellationToken).ConfigureAwait(false);
        foreach (OrderState order in recoded)
        {
            SetCodes(order, given[order.Id]);

            // Its supply may go now; what is still wrong in it is set aside again.
            state.Supplies[order.Supply].IsSetAside = false;
        }

        if (isChanged || recoded.Count > 0)
            await ledger.ReplaceOrdersAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Words(HandOverOrder row, string fault) => FormattableString.Invariant($"Order {row.OrderId}: {fault}.");

    // What is handed over, cancelled or lost takes no codes any more.
    private static bool IsOpen(HandOverState state, OrderState order) => order.Outcome switch
    {
        HandOverOutcome.Pending => true,
        HandOverOutcome.InSupply or HandOverOutcome.SetAside => state.Supplies[order.Supply].Status != HandOverSupplyStatus.HandedOver,
        _ => false,
    };

    private static bool IsSame(Dictionary<string, List<string>>? codes, HandOverOrder row) =>
        codes?.Count == row.MarkingCodes.Count
        && row.MarkingCodes.All(one => codes.TryGetValue(one.Kind.Value, out List<string>? old) && old.SequenceEqual(one.Codes, StringComparer.Ordinal));

    // Where none are given now, those of before stay.
    private static HandOverOrder WithCodes(HandOverOrder row, Dictionary<string, List<string>>? codes) => row.MarkingCodes.Count > 0 || codes is null ? row : row with
    {
        MarkingCodes = [.. codes.Select(one => new OrderMarkingCodes { OrderId = row.OrderId, Kind = MarkingCodeKind.From(one.Key), Codes = one.Value })],
    };

    // What was taken from here before is so only of codes that are the same now.
    private static void SetCodes(OrderState order, HandOverOrder row)
    {
        if (IsSame(order.Codes, row))
            return;
        Dictionary<string, List<string>>? old = order.Codes;
        order.Codes = CodesOf(row);
        order.Sent = order.Sent?.Where(kind => old?.GetValueOrDefault(kind) is { } codes && order.Codes?.GetValueOrDefault(kind)?.SequenceEqual(codes, StringComparer.Ordinal) == true).ToList();
        order.Left = null;
    }

    private static Dictionary<string, List<string>>? CodesOf(HandOverOrder row) => row.MarkingCodes.Count == 0
        ? null
        : row.MarkingCodes.ToDictionary(codes => codes.Kind.Value, codes => codes.Codes.ToList(), StringComparer.Ordinal);

    private async Task<bool> TryAgainAsync(
        string name, HandOverLedger ledger, List<OrderState> orders, Dictionary<long, HandOverOrder> given, CancellationToken cancellationToken)
    {
        Dictionary<long, HandOverRow> refusals = await planner.RefusalsAsync([.. orders.Select(order => given[order.Id])], cancellationToken).ConfigureAwait(false);
        HandOverOrder[] fit = [.. orders.Where(order => !refusals.ContainsKey(order.Id)).Select(order => given[order.Id])];
        bool isChanged = false;
        foreach (OrderState order in orders)
        {
            HandOverRow? row = refusals.GetValueOrDefault(order.Id);
            (HandOverOutcome, string?) before = (order.Outcome, order.Reason);
            (order.Outcome, order.Reason) = (row?.Outcome ?? HandOverOutcome.Pending, row?.Reason);

            // It was in a supply, and where it is now WB does not say: it stays to be looked at.
            if (before.Item1 == HandOverOutcome.Unknown && order.Outcome == HandOverOutcome.Refused && order.Supply >= 0)
                order.Outcome = HandOverOutcome.Unknown;
            isChanged |= before != (order.Outcome, order.Reason);
        }

        Place(name, ledger.State, orders.ToDictionary(order => order.Id), fit);
        return isChanged;
    }

    /// <summary>Gives orders their place in a supply that takes them still, or in a new one, and their codes.</summary>
    private void Place(string name, HandOverState state, Dictionary<long, OrderState> orders, IEnumerable<HandOverOrder> rows)
    {
        foreach ((HandOverGroup group, List<HandOverOrder> members) in HandOverGroup.Split(rows))
        {
            int place = state.Supplies.FindIndex(supply =>
                supply.Group == group && !supply.IsSetAside && supply.Status is HandOverSupplyStatus.Planned or HandOverSupplyStatus.Open or HandOverSupplyStatus.Failed);
            if (place < 0)
                place = state.AddSupply(options.SupplyName ?? name, group);
            state.Supplies[place].IsWithinRussia |= members.Exists(row => row.IsWithinRussia);
            foreach (HandOverOrder row in members)
            {
                OrderState order = orders[row.OrderId];
                SetCodes(order, row);
                (order.Supply, order.IsKeptFromPickupPoints) = (place, row.IsPickupPointShipmentAllowed == false);
            }
        }
    }
}
