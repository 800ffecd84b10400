using System.Globalization;

namespace Wildberries.Sdk.Orders;

/// <summary>A change of the status of orders.</summary>
/// <param name="check">Asks what WB knows of orders, and whether it would let them go there.</param>
internal sealed class OrderTransition(OrderCheck check)
{
    // An order in one of these is over, whatever the seller's own status says.
    private static readonly WbStatus[] Finished =
    [
        WbStatus.Sold, WbStatus.Canceled, WbStatus.CanceledByClient, WbStatus.DeclinedByClient, WbStatus.Defect, WbStatus.CanceledByMissedCall,
    ];

    /// <summary>A change between statuses.</summary>
    /// <param name="target">Where orders go.</param>
    /// <param name="from">From where WB lets them.</param>
    /// <param name="getStatuses">Asks where orders stand.</param>
    public OrderTransition(
        SupplierStatus target, IReadOnlyList<SupplierStatus> from, Func<OrderIdsRequest, CancellationToken, Task<OrderStatusResultsResponse>> getStatuses)
        : this((orderIds, token) => CheckAsync(target, from, getStatuses, orderIds, token))
    {
    }

    /// <summary>Changes one order at a call. No answer is a good one: what is refused throws.</summary>
    /// <param name="send">Sends it.</param>
    public static Func<long[], CancellationToken, Task<IEnumerable<OrderAnswer>>> One(Func<long, CancellationToken, Task> send) => async (part, token) =>
    {
        await send(part[0], token).ConfigureAwait(false);
        return [OrderAnswer.Done(part[0])];
    };

    /// <summary>Changes orders in parts of WB's size.</summary>
    /// <param name="given">What is given for each order; an order that is given twice counts once.</param>
    /// <param name="idOf">The order of a row.</param>
    /// <param name="send">Sends rows.</param>
    /// <param name="checkFirst">Whether to ask where the orders stand before.</param>
    /// <param name="progress">Told what is known after each part.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <param name="size">How many WB takes at once.</param>
    public Task<OrderChangeResult> RunAsync<TRow>(
        IReadOnlyList<TRow> given,
        Func<TRow, long> idOf,
        Func<TRow[], CancellationToken, Task<IEnumerable<OrderAnswer>>> send,
        bool checkFirst,
        IProgress<OrderChangeResult>? progress,
        CancellationToken cancellationToken,
        int size = OrderLimits.MaxOrders)
    {
        OrderChange[] orders = OrderChange.Of(given.Select(idOf));
        TRow[] rows = [.. orders.Select(order => given[order.Index])];
        IEnumerable<OrderChangePart> parts = Enumerable.Range(0, rows.Length).Chunk(OrderLimits.MaxOrders).Select(places => new OrderChangePart
        {
            Places = places,
            Size = size,
            SendAsync = (open, token) => send([.. open.Select(place => rows[place])], token),
            CheckAsync = checkFirst ? check : null,
        });
        return new OrderChangeRun(orders, progress).RunAsync(parts, cancellationToken);
    }

    private static async Task<Func<OrderChange, OrderChange>> CheckAsync(
        SupplierStatus target,
        IReadOnlyList<SupplierStatus> from,
        Func<OrderIdsRequest, CancellationToken, Task<OrderStatusResultsResponse>> getStatuses,
        IReadOnlyList<long> orderIds,
        CancellationToken cancellationToken)
    {
        OrderStatusResultsResponse answer = await getStatuses(new OrderIdsRequest { OrderIds = orderIds }, cancellationToken).ConfigureAwait(false);
        ILookup<long, OrderStatusResult> statuses = answer.Orders.Where(order => order is not null).ToLookup(order => order.OrderId);

        // What WB does not name is for WB to judge.
        return order => statuses[order.OrderId].FirstOrDefault() is { } status ? Judge(order, status, target, from) : order;
    }

    private static OrderChange Judge(OrderChange order, OrderStatusResult status, SupplierStatus target, IReadOnlyList<SupplierStatus> from)
    {
        if (status.Errors.FirstOrDefault(error => error is not null) is { } error)
            return order with { Outcome = OrderChangeOutcome.Refused, Reason = error.Reason, ErrorText = Say($"WB does not tell its status: {error.Code} {error.Reason}.") };
        if (status.SupplierStatus == target)
            return order with { Outcome = OrderChangeOutcome.Unchanged };
        if (status.SupplierStatus != default && !from.Contains(status.SupplierStatus))
        {
            string places = string.Join(" or ", from.Select(one => $"\"{one}\""));
            return Foreseen(Say($"It is in \"{status.SupplierStatus}\"; to \"{target}\" it can go only from {places}."));
        }

        return Finished.Contains(status.WbStatus) ? Foreseen(Say($"It is over: WB has it as \"{status.WbStatus}\".")) : order;

        OrderChange Foreseen(string text) =>
            order with { Outcome = OrderChangeOutcome.Refused, Reason = OrderErrorReason.StatusMismatch, ErrorText = text };
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
