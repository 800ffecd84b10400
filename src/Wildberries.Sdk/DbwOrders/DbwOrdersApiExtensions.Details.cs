using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.DbwOrders;

public static partial class DbwOrdersApiExtensions
{
    /// <summary>Gets how to reach the buyers of any number of orders. Personal data: it is not in texts for logs, and should not be stored longer than needed.</summary>
    /// <remarks>
    /// In requests of 1,000 orders.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<DbwBuyer>> GetBuyersAsync(
        this IDbwOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<DbwBuyer>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetBuyersAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>Gets which couriers come for any number of orders in <c>confirm</c> and <c>complete</c>, and when. Personal data of the couriers.</summary>
    /// <remarks>
    /// In requests of 1,000 orders. <see cref="Courier.IsMissing"/>: nobody was assigned although somebody should have been; WB's support has to help.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<OrderCourier>> GetCouriersAsync(
        this IDbwOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<OrderCourier>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetCouriersAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>Gets when the buyers of any number of orders want them delivered.</summary>
    /// <remarks>
    /// In requests of 1,000 orders.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<DeliveryDate>> GetDeliveryDatesAsync(
        this IDbwOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<DeliveryDate>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetDeliveryDatesAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }
}
