using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

public static partial class DbsOrdersApiExtensions
{
    /// <summary>Gets when the buyers of any number of orders want them delivered.</summary>
    /// <remarks>
    /// In requests of 1,000 orders.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<DeliveryDate>> GetDeliveryDatesAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<DeliveryDate>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetDeliveryDatesAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>
    /// Gets how to reach the buyers of any number of orders. Personal data: it is not in texts for logs, and should not be stored longer than needed.
    /// </summary>
    /// <remarks>
    /// In requests of 100 orders, for WB names no number.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<DbsBuyer>> GetBuyersAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<DbsBuyer>(
            orderIds,
            OrderDetails.UnknownLimit,
            async (part, token) => (await api.GetBuyersAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>Gets which businesses have bought any number of orders.</summary>
    /// <remarks>
    /// In requests of 1,000 orders.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<BusinessBuyerResult>> GetBusinessBuyersAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<BusinessBuyerResult>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetBusinessBuyersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)).Results,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>Gets what the paid delivery of any number of groups of orders costs.</summary>
    /// <remarks>
    /// In requests of 1,000 groups.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="groupIds">The groups (<see cref="NewDbsOrder.GroupId"/>), as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; groups that it leaves out, as those with free delivery, are not in it.</returns>
    /// <exception cref="ArgumentException">A group is missing or blank.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<IReadOnlyList<DeliveryGroup>> GetDeliveryGroupsAsync(
        this IDbsOrdersApi api, IEnumerable<string> groupIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(groupIds);
        string[] all = [.. groupIds.Distinct(StringComparer.Ordinal).Select(id => Argument.Text(id, name: nameof(groupIds)))];
        HashSet<string> open = new(all, StringComparer.Ordinal);
        var groups = new List<DeliveryGroup>();
        IAsyncEnumerable<DeliveryGroup> read = Pager.ByPart<string[], DeliveryGroup>(
            all.Chunk(OrderLimits.MaxOrders),
            async (part, token) => await api.GetDeliveryGroupsAsync(new DeliveryGroupsRequest { GroupIds = part }, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (DeliveryGroup group in read.ConfigureAwait(false))
        {
            if (open.Remove(group.GroupId ?? ""))
                groups.Add(group);
        }

        return groups;
    }

    /// <summary>Gets what buyers have to pay for any number of orders, and waits for the prices that WB is still making.</summary>
    /// <remarks>
    /// In requests of 100 orders, for WB names no number. It makes a price when it is first asked for, within about three minutes; those are asked for again. Limits and
    /// outages of WB are waited for as long as there is time.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="maxWait">
    /// How long to wait for prices that WB is making, from zero to a day; <see langword="null"/>: five minutes. By the clock of the client.
    /// </param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>
    /// A result for each order that WB names, in the order of the ids; those that were not ready in time are <see cref="FinalPriceResult.IsPending"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive, or <paramref name="maxWait"/> is out of range.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<FinalPriceResult>> GetFinalPricesAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        TimeSpan wait = Argument.Wait(maxWait, OrderDetails.UsualPriceWait);
        return OrderDetails.ReadFinalPricesAsync(orderIds, wait, ClientClock.Of(api), api.GetFinalPricesAsync, cancellationToken);
    }
}
