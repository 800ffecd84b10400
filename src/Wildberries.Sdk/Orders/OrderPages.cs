using System.Runtime.CompilerServices;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Orders;

/// <summary>Reads a list of orders that WB gives page by page, of at most 30 days at once: any period, each order once.</summary>
internal static class OrderPages
{
    /// <summary>How many orders WB gives at once.</summary>
    public const int PageSize = 1_000;

    // WB takes at most 30 calendar days: so long a time never touches more.
    private const long LongestPeriod = 29 * 24 * 60 * 60;

    /// <summary>Reads a list. Remembers the numbers of the orders of one period and of the period before.</summary>
    /// <param name="operation">The operation's short name, for exceptions.</param>
    /// <param name="from">The start of the period.</param>
    /// <param name="to">Its end.</param>
    /// <param name="getPage">Gets a page: <c>next</c>, the start and the end in Unix seconds.</param>
    /// <param name="idOf">The number of an order.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The orders, one period after the other.</returns>
    public static async IAsyncEnumerable<TOrder> ReadAsync<TOrder>(
        string operation,
        DateTimeOffset from,
        DateTimeOffset to,
        Func<long, long, long, CancellationToken, Task<(IReadOnlyList<TOrder>? Rows, long? Next)>> getPage,
        Func<TOrder, long> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TOrder : class
    {
        HashSet<long> before = [];
        foreach ((long start, long end) in Split(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds()))
        {
            HashSet<long> now = [];
            IAsyncEnumerable<TOrder> orders = Pager.ByCursor(
                operation, PageSize, (next, token) => getPage(next, start, end, token), idOf, cancellationToken);
            await foreach (TOrder order in orders.ConfigureAwait(false))
            {
                if (idOf(order) is > 0 and var id)
                {
                    now.Add(id);
                    if (before.Contains(id))
                        continue;
                }

                yield return order;
            }

            before = now;
        }
    }

    /// <summary>Splits a period into parts that WB takes. Each begins with the second in which the one before ends, for WB does not say whether that belongs to it.</summary>
    /// <param name="from">The start, in Unix seconds.</param>
    /// <param name="to">The end, in Unix seconds.</param>
    /// <returns>The parts.</returns>
    public static IEnumerable<(long From, long To)> Split(long from, long to)
    {
        for (long start = from; ; start += LongestPeriod)
        {
            if (start + LongestPeriod >= to)
            {
                yield return (start, to);
                yield break;
            }

            yield return (start, start + LongestPeriod);
        }
    }
}
