using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Looks at orders and says which of them can be handed over, and in which supplies. Reads only.</summary>
internal sealed class HandOverPlanner(IFbsSuppliesApi supplies, IFbsOrdersApi orders, HandOverOptions options, HandOverCalls calls, HandOverMarking marking)
{
    private readonly Dictionary<(string City, CargoType CargoType), IReadOnlyList<ShippingPoint>> _points = [];

    /// <summary>Checks that the rows can be orders at all.</summary>
    /// <exception cref="ArgumentException">One cannot, or stands there twice.</exception>
    public static List<HandOverOrder> Rows(IEnumerable<HandOverOrder> orders) => Argument.Rows(
        orders,
        order => FormattableString.Invariant($"order {order.OrderId}"),
        order => order switch
        {
            { OrderId: <= 0 } => "the order's number is not positive",
            { WarehouseId: <= 0, IsReshipment: false } => FormattableString.Invariant($"the warehouse is {order.WarehouseId}, not a positive number"),
            { IsReshipment: false } when order.CargoType == CargoType.None => "it has no cargo type",
            _ when order.MarkingCodes.Any(codes => codes is null || codes.OrderId != order.OrderId || codes.Kind == default) =>
                "some of its label identifiers have no kind, or are of another order",
            _ when order.MarkingCodes.Select(codes => codes.Kind).Distinct().Count() < order.MarkingCodes.Count => "it has label identifiers of one kind twice",
            _ => null,
        },
        order => order.OrderId,
        "order",
        nameof(orders));

    public async Task<HandOverPlan> PlanAsync(IReadOnlyList<HandOverOrder> rows, CancellationToken cancellationToken)
    {
        Dictionary<long, HandOverRow> refused = await RefusalsAsync(rows, cancellationToken).ConfigureAwait(false);
        var planned = new List<PlannedSupply>();
        foreach ((HandOverGroup group, List<HandOverOrder> members) in HandOverGroup.Split(rows.Where(order => !refused.ContainsKey(order.OrderId))))
        {
            PlannedSupply supply = await EquipAsync(
                group, [.. members.Select(order => order.OrderId)], members.Exists(order => order.IsWithinRussia), cancellationToken).ConfigureAwait(false);
            if (await FaultOfSupplyAsync(supply, members.Find(order => order.IsPickupPointShipmentAllowed == false)?.OrderId, cancellationToken).ConfigureAwait(false) is not { } fault)
            {
                planned.Add(supply);
                continue;
            }

            foreach (HandOverOrder order in members)
                refused.Add(order.OrderId, Refuse(order.OrderId, fault));
        }

        ILookup<long, MarkingProblem> problems = HandOverMarking.DoubtsOf(rows.SelectMany(order => order.MarkingCodes));
        return new HandOverPlan
        {
            Supplies = planned,
            Refused = [.. rows.Where(order => refused.ContainsKey(order.OrderId)).Select(order => refused[order.OrderId] with { Problems = [.. problems[order.OrderId]] })],
            Doubtful =
            [
                .. rows.Where(order => problems.Contains(order.OrderId) && !refused.ContainsKey(order.OrderId))
                    .Select(order => new HandOverRow { OrderId = order.OrderId, Outcome = HandOverOutcome.Pending, Problems = [.. problems[order.OrderId]] }),
            ],
        };
    }

    /// <summary>Those of the orders that can be put into no supply, and why.</summary>
    public async Task<Dictionary<long, HandOverRow>> RefusalsAsync(IReadOnlyList<HandOverOrder> rows, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<long, HandOverRow>();
        foreach (HandOverOrder order in rows)
        {
            if (FaultOf(order) is { } fault)
                refused.Add(order.OrderId, Refuse(order.OrderId, fault));
        }

        HandOverOrder[] asked = [.. rows.Where(order => !refused.ContainsKey(order.OrderId))];
        Dictionary<long, FbsOrderStatus> statuses = await StatusesAsync(asked.Select(order => order.OrderId), cancellationToken).ConfigureAwait(false);
        foreach ((long id, HandOverRow row) in await JudgeAsync([.. asked.Select(order => (order.OrderId, order.IsReshipment))], statuses, cancellationToken).ConfigureAwait(false))
            refused.Add(id, row);

        // While it is packed, label identifiers may still come. And one that was in a supply before may have them already.
        HandOverOrder[] lacking = !options.Deliver ? [] : [.. asked.Where(order => !refused.ContainsKey(order.OrderId) && HandOverMarking.LackOf(order, []) is not null)];
        long[] known = [.. lacking.Select(order => order.OrderId).Where(id => statuses[id].SupplierStatus != SupplierStatus.New)];
        Dictionary<long, IReadOnlyList<MarkingDetail>> there = await MarkingsAsync(known, cancellationToken).ConfigureAwait(false);
        foreach (HandOverOrder order in lacking)
        {
            // What WB does not name here may have them, too; WB says it later.
            if (known.Contains(order.OrderId) && !there.ContainsKey(order.OrderId))
                continue;
            if (HandOverMarking.LackOf(order, there.GetValueOrDefault(order.OrderId) ?? []) is { } lack)
                refused.Add(order.OrderId, Refuse(order.OrderId, lack));
        }

        return refused;
    }

    /// <summary>Why WB would refuse a supply as the options have it; <see langword="null"/>: nothing is certain.</summary>
    /// <param name="supply">The supply.</param>
    /// <param name="keptOrderId">An order in it that may not go to a pickup point; <see langword="null"/>: there is none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<string?> FaultOfSupplyAsync(PlannedSupply supply, long? keptOrderId, CancellationToken cancellationToken) =>
        await ShippingFaultAsync(supply, cancellationToken).ConfigureAwait(false) ?? BoxFault(supply, keptOrderId);

    /// <summary>A supply with what the options give it.</summary>
    public async Task<PlannedSupply> EquipAsync(HandOverGroup group, IReadOnlyList<long> orderIds, bool isWithinRussia, CancellationToken cancellationToken)
    {
        var supply = new PlannedSupply
        {
            WarehouseId = group.WarehouseId,
            CargoType = group.CargoType,
            CrossBorderType = group.CrossBorderType,
            OrderIds = orderIds,
        };
        SupplyShipping? shipping = options.Shipping?.Invoke(supply);
        supply = supply with { Shipping = shipping, LacksShipping = isWithinRussia && shipping is null };
        supply = supply with { ShippingPointKind = (await PointAsync(supply, cancellationToken).ConfigureAwait(false))?.Kind ?? default };

        // Only pickup points take supplies in boxes.
        bool mayHaveBoxes = supply.ShippingPointKind == default || supply.ShippingPointKind == ShippingPointKind.PickupPoint;
        return supply with { BoxCount = mayHaveBoxes ? options.BoxCount?.Invoke(supply) ?? 0 : 0 };
    }

    /// <summary>Asks where orders stand; once more about those that WB does not name. What it does not name then is not known.</summary>
    public async Task<Dictionary<long, FbsOrderStatus>> StatusesAsync(IEnumerable<long> orderIds, CancellationToken cancellationToken)
    {
        OrderStatuses<FbsOrderStatus> first = await ReadAsync(orderIds).ConfigureAwait(false);
        if (first.Missing.Count == 0)
            return first.Found.ToDictionary(status => status.Id);
        await calls.WaitUntilAsync(calls.Now + options.PollInterval, cancellationToken).ConfigureAwait(false);
        return first.Found.Concat((await ReadAsync(first.Missing).ConfigureAwait(false)).Found).ToDictionary(status => status.Id);

        Task<OrderStatuses<FbsOrderStatus>> ReadAsync(IEnumerable<long> ids) => OrderStatusReader.ReadAsync<FbsOrderStatus>(
            ids,
            async (part, token) => (await calls.ReadAsync(
                () => orders.GetOrderStatusesAsync(new FbsOrderIdsRequest { OrderIds = part }, token), token).ConfigureAwait(false))?.Orders ?? [],
            status => status.Id,
            cancellationToken);
    }

    /// <summary>Asks for the label identifiers of orders.</summary>
    public async Task<Dictionary<long, IReadOnlyList<MarkingDetail>>> MarkingsAsync(IEnumerable<long> orderIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, IReadOnlyList<MarkingDetail>>();
        foreach (long[] part in orderIds.Chunk(SupplyLimits.MaxOrders))
        {
            FbsOrderMarkingsResponse? answer = await calls.ReadAsync(
                () => orders.GetMarkingsAsync(new FbsOrderIdsRequest { OrderIds = part }, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (FbsOrderMarking one in answer?.Orders ?? [])
            {
                if (one is not null)
                    found[one.OrderId] = [.. one.Details.Where(detail => detail is not null)];
            }
        }

        return found;
    }

    /// <summary>Those of the orders that can be put into no supply as WB has them now, and why.</summary>
    public async Task<Dictionary<long, HandOverRow>> JudgeAsync(IReadOnlyCollection<(long Id, bool IsReshipment)> asked, CancellationToken cancellationToken) =>
        await JudgeAsync(asked, await StatusesAsync(asked.Select(order => order.Id), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<Dictionary<long, HandOverRow>> JudgeAsync(
        IReadOnlyCollection<(long Id, bool IsReshipment)> asked, Dictionary<long, FbsOrderStatus> statuses, CancellationToken cancellationToken)
    {
        HashSet<long> reshipments = asked.Any(order => order.IsReshipment) ? [.. await ReshipmentIdsAsync(cancellationToken).ConfigureAwait(false)] : [];
        var refused = new Dictionary<long, HandOverRow>();
        foreach ((long id, bool isReshipment) in asked)
        {
            if (Judge(id, statuses.GetValueOrDefault(id), isReshipment && reshipments.Contains(id)) is { } row)
                refused.Add(id, row);
        }

        return refused;
    }

    /// <summary>The orders that WB wants to have brought once more.</summary>
    public async Task<IEnumerable<long>> ReshipmentIdsAsync(CancellationToken cancellationToken) =>
        (await calls.ReadAsync(() => orders.GetReshipmentOrdersAsync(cancellationToken), cancellationToken).ConfigureAwait(false))?.Orders
            .Where(order => order is { OrderId: > 0 }).Select(order => order.OrderId).Distinct() ?? [];

    private HandOverRow? Judge(long id, FbsOrderStatus? status, bool isWantedAgain) => status switch
    {
        null => Refuse(id, "WB does not tell of it: it may be another seller's, or WB tells of it later") with { Outcome = HandOverOutcome.Unknown },
        _ when IsCancelled(status) => Refuse(id, WordsOf(status)) with { Outcome = HandOverOutcome.Cancelled },
        _ when status.SupplierStatus == SupplierStatus.New => null,
        _ when status.SupplierStatus == SupplierStatus.Confirm =>
            options.MovesOrders ? null : Refuse(id, $"it is in another supply already ({WordsOf(status)})"),
        _ when isWantedAgain => null,
        _ => Refuse(id, $"it is already handed over ({WordsOf(status)})"),
    };

    public static bool IsCancelled(FbsOrderStatus status) => FbsOrdersApiExtensions.IsCancelled(status);

    public static string WordsOf(FbsOrderStatus status) => $"WB has it as {status.SupplierStatus}, {status.WbStatus}";

    /// <summary>Why WB would refuse the shipping parameters of a supply; <see langword="null"/>: it would not, or there are none.</summary>
    public async Task<string?> ShippingFaultAsync(PlannedSupply supply, CancellationToken cancellationToken)
    {
        if (supply.Shipping is not { } shipping)
            return null;
        if (string.IsNullOrWhiteSpace(shipping.City))
            return "the shipping point has no city";
        if (shipping.Date < calls.Today)
            return FormattableString.Invariant($"the day of the shipment, {shipping.Date:yyyy-MM-dd}, is over in Moscow");
        return await PointAsync(supply, cancellationToken).ConfigureAwait(false) switch
        {
            null => FormattableString.Invariant($"WB has no shipping point {shipping.ShippingPointId} in {shipping.City} for the cargo type {supply.CargoType}"),
            { CargoTypes: { Count: > 0 } taken } when !taken.Contains(supply.CargoType) =>
                FormattableString.Invariant($"the shipping point {shipping.ShippingPointId} does not take the cargo type {supply.CargoType}"),
            _ => null,
        };
    }

    /// <summary>Looks up where a supply goes; <see langword="null"/>: nowhere that WB knows.</summary>
    private async Task<ShippingPoint?> PointAsync(PlannedSupply supply, CancellationToken cancellationToken)
    {
        if (supply.Shipping is not { } shipping || string.IsNullOrWhiteSpace(shipping.City))
            return null;
        if (!_points.TryGetValue((shipping.City, supply.CargoType), out IReadOnlyList<ShippingPoint>? points))
        {
            ShippingPointsResponse? answer = await calls.ReadAsync(
                () => supplies.GetShippingPointsAsync(shipping.City, supply.CargoType, cancellationToken), cancellationToken).ConfigureAwait(false);
            _points.Add((shipping.City, supply.CargoType), points = answer?.ShippingPoints ?? []);
        }

        return points.FirstOrDefault(point => point?.Id == shipping.ShippingPointId);
    }

    /// <summary>How many boxes WB takes at most for so many orders.</summary>
    public static int MostBoxes(int orders) => Math.Min(orders / 2, SupplyLimits.MaxBoxes);

    /// <summary>Why the boxes of a supply are not those that WB wants; <see langword="null"/>: nothing is certain.</summary>
    public static string? BoxFault(PlannedSupply supply, long? keptOrderId)
    {
        int most = MostBoxes(supply.OrderIds.Count);
        bool isPickupPoint = supply.ShippingPointKind == ShippingPointKind.PickupPoint;
        string orders = HandOverNames.Count(supply.OrderIds.Count, "order", "orders");
        if (supply.BoxCount < 0)
            return FormattableString.Invariant($"its supply would have {supply.BoxCount} boxes");
        if (supply.BoxCount > most)
            return FormattableString.Invariant($"its supply would have {HandOverNames.Count(supply.BoxCount, "box", "boxes")} for {orders}; WB takes at most {most}");
        if ((isPickupPoint || supply.BoxCount > 0) && keptOrderId is { } kept)
        {
            return FormattableString.Invariant($"its supply would {(isPickupPoint ? "go to a pickup point" : "have boxes")}, and order {kept} may not go to a pickup point");
        }

        return isPickupPoint && supply.BoxCount == 0
            ? FormattableString.Invariant($"the shipping point {supply.Shipping?.ShippingPointId} is a pickup point, which takes supplies in boxes, and there are none; for {orders} WB takes at most {most}")
            : null;
    }

    public static HandOverRow Refuse(long orderId, string reason) => new() { OrderId = orderId, Outcome = HandOverOutcome.Refused, Reason = reason };

    private string? FaultOf(HandOverOrder order)
    {
        if (order is { WarehouseId: <= 0 } || order.CargoType == CargoType.None)
            return "WB wants it once more, and its list of orders does not have it: its warehouse is not known";
        if (!string.IsNullOrEmpty(order.SupplyId) && !options.MovesOrders)
            return $"it is in the supply {order.SupplyId} already";

        return marking.FaultOfCodes(order);
    }
}
