using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>What is done with orders that WB's couriers fetch: any number of them at once, with an account of each.</summary>
public static partial class DbwOrdersApiExtensions
{
    /// <summary>Takes any number of orders on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>
    /// WB takes them one by one, and counts a refusal as ten requests: so it is asked first, a thousand at a time, where they stand. When an answer is lost, nothing more
    /// is sent: the exception has what is known (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each order that was sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> ConfirmOrdersAsync(
        this IDbwOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Transition(api, SupplierStatus.Confirm, SupplierStatus.New)
            .RunAsync(Argument.AllIds(orderIds), id => id, OrderTransition.One(api.ConfirmOrderAsync), checkFirst, progress, cancellationToken, size: 1);
    }

    /// <summary>Cancels any number of orders: from <c>new</c> or <c>confirm</c> to <c>cancel</c>. WB fines it, unless <see cref="NewDbwOrder.IsZeroOrder"/>.</summary>
    /// <remarks>
    /// WB takes them one by one, and counts a refusal as ten requests: so it is asked first, a thousand at a time, where they stand. When an answer is lost, nothing more
    /// is sent: the exception has what is known (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each order that was sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> CancelOrdersAsync(
        this IDbwOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Transition(api, SupplierStatus.Cancel, SupplierStatus.New, SupplierStatus.Confirm)
            .RunAsync(Argument.AllIds(orderIds), id => id, OrderTransition.One(api.CancelOrderAsync), checkFirst, progress, cancellationToken, size: 1);
    }

    /// <summary>Hands any number of orders over to WB's couriers: from <c>confirm</c> to <c>complete</c>. An order whose label identifiers stand in the way is refused, with them.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> DeliverOrdersAsync(
        this IDbwOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Transition(api, SupplierStatus.Complete, SupplierStatus.Confirm).RunAsync(
            Argument.AllIds(orderIds),
            id => id,
            async (part, token) => OrderAnswer.Of(await api.DeliverOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    private static OrderTransition Transition(IDbwOrdersApi api, SupplierStatus target, params SupplierStatus[] from) => new(
        target,
        from,
        async (request, token) =>
        {
            DbwOrderStatusesResponse answer = await api.GetOrderStatusesAsync(new OrdersRequest { OrderIds = request.OrderIds }, token).ConfigureAwait(false);
            return new OrderStatusResultsResponse
            {
                Orders =
                [
                    .. answer.Orders.Where(order => order is not null)
                        .Select(order => new OrderStatusResult { OrderId = order.Id, SupplierStatus = order.SupplierStatus, WbStatus = order.WbStatus }),
                ],
            };
        });
}
