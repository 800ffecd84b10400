using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.DbsOrders;

/// <content>New orders, finished ones, statuses, stickers.</content>
public static partial class DbsOrdersApiExtensions
{
    private const string NewOrdersName = "new-dbs-orders";

    /// <summary>
    /// Follows new orders, each once per store, until the first failure. To survive outages, give <see cref="NewOrderStreamOptions"/> with a
    /// <see cref="NewOrderStreamOptions.MaxOutage"/>.
    /// </summary>
    /// <inheritdoc cref="StreamNewOrdersAsync(IDbsOrdersApi, IStateStore, string, NewOrderStreamOptions, CancellationToken)"/>
    public static IAsyncEnumerable<NewDbsOrder> StreamNewOrdersAsync(
        this IDbsOrdersApi api, IStateStore store, string sellerId, CancellationToken cancellationToken = default) =>
        StreamOf(api, store, sellerId, null).ReadAsync(cancellationToken);

    /// <summary>Follows new orders, each once per store, without end, and survives outages as long as <see cref="NewOrderStreamOptions.MaxOutage"/> says.</summary>
    /// <remarks>
    /// <see cref="NewOrderStreamOptions.MaxOutage"/> is zero unless you set it: the first failure of WB, of the way to it or of the store then ends the stream.
    /// <para>
    /// WB lists all orders that are new and has no cursor: an order stays new until it is confirmed or cancelled. So the store keeps which of them were given, and forgets
    /// those that have left WB's list. That is saved when the consumer, done with an order, asks for the next one: one that stops or fails at an order gets it again next
    /// time. Of orders that are new at once the oldest comes first; WB is asked again meanwhile where the consumer is slow, so that what comes was new a minute ago at most,
    /// or <see cref="NewOrderStreamOptions.Interval"/>. Run one stream at a time over one name.
    /// </para>
    /// </remarks>
    /// <param name="api">The orders.</param>
    /// <param name="store">Where is kept which orders were given.</param>
    /// <param name="sellerId">Whose orders they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How often to ask, and which outages to survive: by default none.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. An order that was handled is saved first, if the store works.</param>
    /// <returns>The orders.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="NewOrderStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<NewDbsOrder> StreamNewOrdersAsync(
        this IDbsOrdersApi api, IStateStore store, string sellerId, NewOrderStreamOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StreamOf(api, store, sellerId, options).ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Reads all finished orders of a period, over all pages and WB's 30-day periods. WB lists finished orders only: of an order that is not sold or cancelled yet it tells
    /// while it is new, and after that its status (<see cref="GetStatusesAsync"/>).
    /// </summary>
    /// <remarks>Remembers the numbers of the orders of one 30-day period and of the one before.</remarks>
    /// <param name="api">The orders.</param>
    /// <param name="from">The start.</param>
    /// <param name="to">The end.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The orders, each once, without their status.</returns>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<FinishedDbsOrder> StreamOrdersAsync(
        this IDbsOrdersApi api, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Period(from, to);
        return OrderPages.ReadAsync(
            "DbsOrders.GetFinishedOrders",
            from,
            to,
            async (next, start, end, token) =>
            {
                FinishedDbsOrdersResponse page = await api.GetFinishedOrdersAsync(OrderPages.PageSize, next, start, end, token).ConfigureAwait(false);
                return (page.Orders, page.Next);
            },
            order => order.Id,
            cancellationToken);
    }

    /// <summary>Gets the statuses of any number of orders, 1,000 at a call.</summary>
    /// <param name="api">The orders.</param>
    /// <param name="orderIds">The numbers of the orders; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The statuses in this order, and the orders that WB does not tell of.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<OrderStatuses<OrderStatusResult>> GetStatusesAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderStatusReader.ReadAsync<OrderStatusResult>(
            orderIds,
            async (ids, token) => (await api.GetOrderStatusesAsync(new OrderIdsRequest { OrderIds = ids }, token).ConfigureAwait(false)).Orders.Where(status => status is { Errors.Count: 0 }),
            status => status.OrderId,
            cancellationToken);
    }

    /// <summary>Watches the statuses of orders without end, and reports only what changes. The first failure ends it unless <see cref="OrderStatusWatchOptions.MaxOutage"/> is set.</summary>
    /// <remarks>Two changes between two answers of WB are one.</remarks>
    /// <param name="api">The orders.</param>
    /// <param name="orderIds">The numbers of the orders, at least one. WB is asked for 1,000 at a call.</param>
    /// <param name="options">How often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the watch with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ArgumentException">There are no orders, a number is not positive, or an option is out of range.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="OrderStatusWatchOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<OrderStatusChange<OrderStatusResult>> WatchStatusesAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, OrderStatusWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var watch = new OrderStatusWatch<OrderStatusResult>(
            orderIds,
            (ids, token) => api.GetStatusesAsync(ids, token),
            status => status.OrderId,
            (a, b) => a.SupplierStatus == b.SupplierStatus && a.WbStatus == b.WbStatus,
            options,
            ClientClock.Of(api));
        return watch.ReadAsync(cancellationToken);
    }

    /// <summary>Gets the stickers of any number of orders to a pickup point, 100 at a call, as PDF of 58x40, in the order of the orders.</summary>
    /// <remarks>
    /// Stickers exist for orders in <c>confirm</c> and <c>deliver</c>. An order that is elsewhere may fail its whole batch at WB: it is found by halving the batch, and set apart
    /// (<see cref="StickerResult{TId}.Refused"/>); the others get their stickers.
    /// </remarks>
    /// <param name="api">The orders.</param>
    /// <param name="orderIds">The numbers of the orders; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The stickers, and the orders that have none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed for another reason than such orders.</exception>
    public static Task<StickerResult<long>> GetStickersAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var reader = new StickerReader<long>(
            async (ids, token) =>
            {
                OrderStickersResponse answer =
                    await api.GetStickersAsync(StickerFormat.Pdf, 58, 40, new OrderStickersRequest { OrderIds = ids }, token).ConfigureAwait(false);
                return answer.Stickers.Where(sticker => sticker is not null).Select(ReceivedStickers.Of);
            },
            refusal => refusal is WildberriesConflictException or WildberriesBadRequestException { Code: "StatusMismatch" });
        return reader.ReadAsync(Argument.Ids(orderIds), StickerFormat.Pdf, cancellationToken);
    }

    private static NewOrderStream<NewDbsOrder> StreamOf(IDbsOrdersApi api, IStateStore store, string sellerId, NewOrderStreamOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new NewOrderStream<NewDbsOrder>(
            async token => (await api.GetNewOrdersAsync(token).ConfigureAwait(false)).Orders,
            order => order.Id,
            store,
            sellerId,
            NewOrdersName,
            options,
            ClientClock.Of(api));
    }
}
