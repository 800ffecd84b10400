using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Deletes the label identifiers of one kind from any number of orders, and accounts for each of them.</summary>
internal static class OrderMarkingDeletion
{
    /// <summary>Deletes them in parts of WB's size.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="kinds">The kinds that can be deleted.</param>
    /// <param name="orderIds">The orders.</param>
    /// <param name="size">How many WB takes at once.</param>
    /// <param name="send">Sends orders.</param>
    /// <param name="progress">Told what is known after each part.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public static Task<OrderChangeResult> RunAsync(
        MarkingCodeKind kind,
        IEnumerable<MarkingCodeKind> kinds,
        IEnumerable<long> orderIds,
        int size,
        Func<long[], CancellationToken, Task<IEnumerable<OrderAnswer>>> send,
        IProgress<OrderChangeResult>? progress,
        CancellationToken cancellationToken)
    {
        MarkingCodeKind[] all = [.. kinds];
        if (!all.Contains(kind))
            throw new ArgumentException($"Such orders have no label identifiers of the kind \"{SafeText.Given(kind.ToString())}\" that can be deleted; they have {string.Join(", ", all)}.", nameof(kind));
        OrderChange[] orders = [.. OrderChange.Of(Argument.AllIds(orderIds)).Select(order => order with { Kind = kind })];
        var part = new OrderChangePart
        {
            Places = [.. Enumerable.Range(0, orders.Length)],
            Size = size,
            SendAsync = (places, token) => send([.. places.Select(place => orders[place].OrderId)], token),
        };
        return new OrderChangeRun(orders, progress).RunAsync([part], cancellationToken);
    }
}
