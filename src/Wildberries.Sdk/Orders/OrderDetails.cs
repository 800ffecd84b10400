using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Reads what WB tells of any number of orders, in parts of WB's size.</summary>
internal static class OrderDetails
{
    // Where WB's documents say no number.
    public const int UnknownLimit = 100;

    public static readonly TimeSpan UsualPriceWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>Reads rows about orders: of those that were asked for, and one of each.</summary>
    public static Task<IReadOnlyList<TRow>> ReadAsync<TRow>(
        IEnumerable<long> orderIds,
        int limit,
        Func<long[], CancellationToken, Task<IReadOnlyList<TRow>?>> read,
        Func<TRow, long> idOf,
        CancellationToken cancellationToken)
        where TRow : class => ReadAsync(orderIds, limit, read, idOf, null, cancellationToken);

    /// <summary>Reads rows about orders; limits and outages are waited for as long as there is time, by each part by itself.</summary>
    public static async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(
        IEnumerable<long> orderIds,
        int limit,
        Func<long[], CancellationToken, Task<IReadOnlyList<TRow>?>> read,
        Func<TRow, long> idOf,
        WaitingTime? time,
        CancellationToken cancellationToken)
        where TRow : class
    {
        long[] ids = Argument.Ids(orderIds);
        HashSet<long> open = [.. ids];
        var rows = new List<TRow>();
        IAsyncEnumerable<TRow> parts = Pager.ByPart(
            ids.Chunk(limit),
            time is null ? read : (part, token) => time.ReadAsync(() => read(part, token), token),
            cancellationToken);
        await foreach (TRow row in parts.ConfigureAwait(false))
        {
            if (open.Remove(idOf(row)))
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>Reads final prices and waits for those that WB is still making.</summary>
    public static async Task<IReadOnlyList<FinalPriceResult>> ReadFinalPricesAsync(
        IEnumerable<long> orderIds,
        TimeSpan maxWait,
        TimeProvider clock,
        Func<OrdersRequest, CancellationToken, Task<FinalPricesResponse>> read,
        CancellationToken cancellationToken)
    {
        long[] ids = Argument.Ids(orderIds);
        var found = new Dictionary<long, FinalPriceResult>();
        var time = new WaitingTime(maxWait, clock);
        long[] open = ids;
        await time.PollAsync(LookAsync, FirstDelay, LongestDelay, cancellationToken).ConfigureAwait(false);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];

        async Task<bool> LookAsync()
        {
            IReadOnlyList<FinalPriceResult> results = await ReadAsync<FinalPriceResult>(
                open,
                UnknownLimit,
                async (part, token) => (await read(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Results,
                static row => row.OrderId,
                time,
                cancellationToken).ConfigureAwait(false);
            foreach (FinalPriceResult result in results)
                found[result.OrderId] = result;
            open = [.. open.Where(id => found.TryGetValue(id, out FinalPriceResult? result) && result.IsPending)];
            return open.Length == 0;
        }
    }
}
