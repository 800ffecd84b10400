using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>What is done with orders that the seller delivers itself: any number of them at once, with an account of each.</summary>
public static partial class DbsOrdersApiExtensions
{
    /// <summary>Takes any number of orders on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> ConfirmOrdersAsync(
        this IDbsOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeAsync(
            api,
            Argument.AllIds(orderIds),
            row => row,
            SupplierStatus.Confirm,
            [SupplierStatus.New],
            async (part, token) => OrderAnswer.Of(await api.ConfirmOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>
    /// Says that any number of orders are on their way: from <c>confirm</c> to <c>deliver</c>. An order whose label identifiers stand in the way is refused, with
    /// them.
    /// </summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
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
        this IDbsOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeAsync(
            api,
            Argument.AllIds(orderIds),
            row => row,
            SupplierStatus.Deliver,
            [SupplierStatus.Confirm],
            async (part, token) => OrderAnswer.Of(await api.DeliverOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>Says that buyers have received any number of orders: from <c>deliver</c> to <c>receive</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orders">The orders with the buyers' codes, each once, as many as you like.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentException">
    /// An order is named twice, its id is not positive, or its code is missing; the message names it. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> ReceiveOrdersAsync(
        this IDbsOrdersApi api,
        IEnumerable<OrderCode> orders,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeAsync(
            api,
            CheckCodes(orders),
            row => row.OrderId,
            SupplierStatus.Receive,
            [SupplierStatus.Deliver],
            async (part, token) => OrderAnswer.Of(await api.ReceiveOrdersAsync(new OrderCodesRequest { Orders = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>Says that buyers have refused any number of orders on receipt: from <c>deliver</c> to <c>reject</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orders">The orders with the buyers' codes, each once, as many as you like.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentException">
    /// An order is named twice, its id is not positive, or its code is missing; the message names it. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> RejectOrdersAsync(
        this IDbsOrdersApi api,
        IEnumerable<OrderCode> orders,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeAsync(
            api,
            CheckCodes(orders),
            row => row.OrderId,
            SupplierStatus.Reject,
            [SupplierStatus.Deliver],
            async (part, token) => OrderAnswer.Of(await api.RejectOrdersAsync(new OrderCodesRequest { Orders = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>Cancels any number of orders: from <c>new</c> or <c>confirm</c> to <c>cancel</c>. What is on its way cannot be cancelled.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> CancelOrdersAsync(
        this IDbsOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeAsync(
            api,
            Argument.AllIds(orderIds),
            row => row,
            SupplierStatus.Cancel,
            [SupplierStatus.New, SupplierStatus.Confirm],
            async (part, token) => OrderAnswer.Of(await api.CancelOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    private static Task<OrderChangeResult> ChangeAsync<TRow>(
        IDbsOrdersApi api,
        IReadOnlyList<TRow> rows,
        Func<TRow, long> idOf,
        SupplierStatus target,
        IReadOnlyList<SupplierStatus> from,
        Func<TRow[], CancellationToken, Task<IEnumerable<OrderAnswer>>> sendAsync,
        bool checkFirst,
        IProgress<OrderChangeResult>? progress,
        CancellationToken cancellationToken)
    {
        var transition = new OrderTransition(target, from, api.GetOrderStatusesAsync);
        return transition.RunAsync(rows, idOf, sendAsync, checkFirst, progress, cancellationToken);
    }

    private static List<OrderCode> CheckCodes(IEnumerable<OrderCode> orders) => Argument.Rows(
        orders,
        order => string.Create(CultureInfo.InvariantCulture, $"order {order.OrderId}"),
        order => order.OrderId <= 0 ? "the id is not a positive number" : string.IsNullOrWhiteSpace(order.Code) ? "the buyer's code is missing" : null,
        order => order.OrderId,
        "order",
        nameof(orders));
}
