using System.Globalization;

namespace Wildberries.Sdk.Orders;

/// <summary>
/// What became of the orders that were to be changed. Each is in exactly one of <see cref="Done"/>, <see cref="Refused"/>, <see cref="Unknown"/> and
/// <see cref="NotSent"/>. It never changes; a later one has more in it.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderChangeResult
{
    /// <summary>All orders, in the order in which they were given.</summary>
    public IReadOnlyList<OrderChange> Orders { get => field ?? []; init; } = [];

    /// <summary>The orders that are where they should be: WB has changed them, or the check has found them there.</summary>
    public IReadOnlyList<OrderChange> Done => Of(OrderChangeOutcome.Done, OrderChangeOutcome.Unchanged);

    /// <summary>The orders that WB has refused, and those that the check has kept back because WB would; they say why.</summary>
    public IReadOnlyList<OrderChange> Refused => Of(OrderChangeOutcome.Refused);

    /// <summary>The orders of which nobody can say whether WB has changed them: look at their statuses.</summary>
    public IReadOnlyList<OrderChange> Unknown => Of(OrderChangeOutcome.Unknown);

    /// <summary>The orders that WB has not got: they can be sent again.</summary>
    public IReadOnlyList<OrderChange> NotSent => Of(OrderChangeOutcome.NotSent);

    /// <summary>Whether all orders are <see cref="Done"/>.</summary>
    public bool IsDone => Orders.All(order => order.Outcome is OrderChangeOutcome.Done or OrderChangeOutcome.Unchanged);

    /// <summary>How many orders are in which state, in one line.</summary>
    /// <returns>For example <c>1500 orders: 1498 done, 2 refused, 0 unknown, 0 not sent</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Orders.Count} orders: {Done.Count} done, {Refused.Count} refused, {Unknown.Count} unknown, {NotSent.Count} not sent");

    private OrderChange[] Of(params OrderChangeOutcome[] outcomes) => [.. Orders.Where(order => outcomes.Contains(order.Outcome))];
}
