using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Reads the statuses of any number of orders, in WB's batches.</summary>
internal static class OrderStatusReader
{
    /// <summary>How many orders WB takes at once, for all kinds of orders.</summary>
    public const int BatchSize = 1_000;

    /// <summary>Reads statuses.</summary>
    /// <param name="orderIds">The orders; one that is named twice counts once.</param>
    /// <param name="getStatuses">Asks for a batch; an order that WB does not know is left out of the answer.</param>
    /// <param name="idOf">The order that a status is about.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The statuses.</returns>
    public static async Task<OrderStatuses<TStatus>> ReadAsync<TStatus>(
        IEnumerable<long> orderIds,
        Func<long[], CancellationToken, Task<IEnumerable<TStatus>>> getStatuses,
        Func<TStatus, long> idOf,
        CancellationToken cancellationToken)
        where TStatus : class
    {
        long[] ids = Argument.Ids(orderIds);
        var byId = new Dictionary<long, TStatus>();
        foreach (long[] batch in ids.Chunk(BatchSize))
        {
            foreach (TStatus status in await getStatuses(batch, cancellationToken).ConfigureAwait(false))
            {
                if (status is not null)
                    byId[idOf(status)] = status;
            }
        }

        return new OrderStatuses<TStatus>
        {
            Found = [.. ids.Where(byId.ContainsKey).Select(id => byId[id])],
            Missing = [.. ids.Where(id => !byId.ContainsKey(id))],
        };
    }
}
