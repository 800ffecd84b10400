using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>What is done with orders that buyers pick up in the seller's shop: any number of them at once, with an account of each.</summary>
public static partial class PickupOrdersApiExtensions
{
    /// <summary>Takes any number of orders on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
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
        this IPickupOrdersApi api,
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
    /// Says that any number of orders are ready to be picked up: from <c>confirm</c> to <c>prepare</c>. An order whose label identifiers stand in the way is
    /// refused, with them.
    /// </summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> PrepareOrdersAsync(
        this IPickupOrdersApi api,
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
            SupplierStatus.Prepare,
            [SupplierStatus.Confirm],
            async (part, token) => OrderAnswer.Of(await api.PrepareOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>
    /// Says that buyers have picked up any number of orders: from <c>prepare</c> to <c>receive</c>. WB asks for no code here: check it before (<see
    /// cref="IsBuyerAsync"/>).
    /// </summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> ReceiveOrdersAsync(
        this IPickupOrdersApi api,
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
            SupplierStatus.Receive,
            [SupplierStatus.Prepare],
            async (part, token) => OrderAnswer.Of(await api.ReceiveOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>Says that buyers have refused any number of orders in the shop: from <c>prepare</c> to <c>reject</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is there already.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> RejectOrdersAsync(
        this IPickupOrdersApi api,
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
            SupplierStatus.Reject,
            [SupplierStatus.Prepare],
            async (part, token) => OrderAnswer.Of(await api.RejectOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    /// <summary>Cancels any number of orders: from <c>new</c>, <c>confirm</c> or <c>prepare</c> to <c>cancel</c>.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. When the answer to a request is lost, nothing more is sent: the exception has
    /// what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on, for <paramref name="checkFirst"/> is on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
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
        this IPickupOrdersApi api,
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
            [SupplierStatus.New, SupplierStatus.Confirm, SupplierStatus.Prepare],
            async (part, token) => OrderAnswer.Of(await api.CancelOrdersAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)),
            checkFirst,
            progress,
            cancellationToken);
    }

    private static Task<OrderChangeResult> ChangeAsync<TRow>(
        IPickupOrdersApi api,
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
}
