using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

public static partial class DbsOrdersApiExtensions
{
    /// <summary>Sets label identifiers of any number of orders: all kinds together, checked before they are sent, with an account of each order and kind.</summary>
    /// <remarks>
    /// <para>
    /// What WB is certain to refuse is not sent (<see cref="OrderChange.Problems"/>); a warning does not hold it back. The others go out kind by kind, 1,000
    /// orders at
    /// once. WB takes them in <c>confirm</c> only (a customs declaration of a business's order in <c>deliver</c>, too), and only kinds that an order can have
    /// (<see cref="GetMarkingsAsync"/>).
    /// </para>
    /// <para>That WB has taken a code does not mean that it has passed: <see cref="WaitForMarkingsAsync"/>.</para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="codes">
    /// The codes, as many as you like: Chestny ZNAK codes (at most 24 an order), UINs, IMEIs, GTINs, customs declarations; each kind of an order once.
    /// </param>
    /// <param name="checkFirst">Whether to ask before what the orders can have and where they stand, so that nothing is sent that WB would refuse.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each row that was given.</returns>
    /// <exception cref="ArgumentException">
    /// An id is not positive, a kind is none of these, or a kind of an order is given twice; the message names it. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> SetMarkingCodesAsync(
        this IDbsOrdersApi api,
        IEnumerable<OrderMarkingCodes> codes,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var source = new MarkingSource
        {
            GetDetailsAsync = async (ids, token) =>
                (await ReadMarkingsAsync(api, ids, null, token).ConfigureAwait(false)).Where(order => !order.IsError).Select(order => (order.OrderId, order.Details)),
            GetStatusesAsync = async (ids, token) => (await OrderDetails
                .ReadAsync<OrderStatusResult>(
                    ids,
                    OrderLimits.MaxOrders,
                    async (part, stop) => (await api.GetOrderStatusesAsync(new OrderIdsRequest { OrderIds = part }, stop).ConfigureAwait(false)).Orders,
                    static row => row.OrderId,
                    token)
                .ConfigureAwait(false)).Select(order => (order.OrderId, order.SupplierStatus)),
        };
        return new MarkingWriter(Operations(api), checkFirst ? source : null, ClientClock.Of(api)).RunAsync(codes, progress, cancellationToken);
    }

    /// <summary>Deletes the label identifiers of one kind from any number of orders.</summary>
    /// <remarks>
    /// In requests of 1,000 orders; one that is refused does not fail the others. With a customs declaration goes the country of origin.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentException">The kind is none that can be deleted, or an id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> DeleteMarkingsAsync(
        this IDbsOrdersApi api,
        MarkingCodeKind kind,
        IEnumerable<long> orderIds,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderMarkingDeletion.RunAsync(
            kind,
            Operations(api).Select(operation => operation.Kind),
            orderIds,
            OrderLimits.MaxOrders,
            async (ids, token) => OrderAnswer.Of(await api.DeleteMarkingsAsync(new DeleteDbsMarkingsRequest { Kind = kind, OrderIds = ids }, token).ConfigureAwait(false)),
            progress,
            cancellationToken);
    }

    /// <summary>Gets which label identifiers any number of orders can have, which they have, and what WB's check has found.</summary>
    /// <remarks>
    /// In requests of 1,000 orders. <see cref="MarkingDetail.State"/> says what a decision means.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The label identifiers of each order that WB names, or why it does not tell them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<OrderMarking>> GetMarkingsAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadMarkingsAsync(api, orderIds, null, cancellationToken);
    }

    /// <summary>Gets the label identifiers of any number of orders, and asks again until WB has checked all of them.</summary>
    /// <remarks>
    /// Limits and outages of WB are waited for as long as there is time.
    /// In requests of 1,000 orders; only those of which something is still being checked, or which WB does not name, are asked for again, after three seconds at first and a minute at most.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="maxWait">
    /// How long to wait, from zero to a day; <see langword="null"/>: half an hour, as long as WB's longest check takes. By the clock of the client.
    /// </param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>
    /// The label identifiers of each order that WB names, in the order of the ids; what was not checked in time is <see cref="MarkingState.Pending"/>, and an order
    /// that WB did not name within two minutes, or in time, is not in it: nothing is known of it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive, or <paramref name="maxWait"/> is out of range.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<OrderMarking>> WaitForMarkingsAsync(
        this IDbsOrdersApi api, IEnumerable<long> orderIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return MarkingReader.WaitAsync(
            orderIds,
            (ids, time, token) => ReadMarkingsAsync(api, ids, time, token),
            order => order.OrderId,
            order => order.Details,
            Argument.Wait(maxWait, MarkingReader.UsualWait),
            ClientClock.Of(api),
            cancellationToken);
    }

    private static Task<IReadOnlyList<OrderMarking>> ReadMarkingsAsync(
        IDbsOrdersApi api, IEnumerable<long> orderIds, WaitingTime? time, CancellationToken cancellationToken) =>
        OrderDetails.ReadAsync<OrderMarking>(
            orderIds,
            OrderLimits.MaxOrders,
            async (part, token) => (await api.GetMarkingsAsync(new OrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            time,
            cancellationToken);

    private static MarkingOperation[] Operations(IDbsOrdersApi api) =>
    [
        new()
        {
            Kind = MarkingCodeKind.Sgtin,
            MaxCodes = OrderLimits.MaxSgtins,
            SendAsync = async (rows, token) => OrderAnswer.Of(await api
                .SetSgtinsAsync(new OrderSgtinsRequest { Orders = [.. rows.Select(row => new OrderSgtins { OrderId = row.OrderId, Sgtins = row.Codes })] }, token)
                .ConfigureAwait(false)),
        },
        new()
        {
            Kind = MarkingCodeKind.Uin,
            SendAsync = async (rows, token) => OrderAnswer.Of(await api
                .SetUinsAsync(new OrderUinsRequest { Orders = [.. rows.Select(row => new OrderUin { OrderId = row.OrderId, Uin = row.Codes[0] })] }, token)
                .ConfigureAwait(false)),
        },
        new()
        {
            Kind = MarkingCodeKind.Imei,
            SendAsync = async (rows, token) => OrderAnswer.Of(await api
                .SetImeisAsync(new OrderImeisRequest { Orders = [.. rows.Select(row => new OrderImei { OrderId = row.OrderId, Imei = row.Codes[0] })] }, token)
                .ConfigureAwait(false)),
        },
        new()
        {
            Kind = MarkingCodeKind.Gtin,
            SendAsync = async (rows, token) => OrderAnswer.Of(await api
                .SetGtinsAsync(new OrderGtinsRequest { Orders = [.. rows.Select(row => new OrderGtin { OrderId = row.OrderId, Gtin = row.Codes[0] })] }, token)
                .ConfigureAwait(false)),
        },
        new()
        {
            Kind = MarkingCodeKind.CustomsDeclaration,
            NeedsCountry = true,
            Statuses = [SupplierStatus.Confirm, SupplierStatus.Deliver],
            SendAsync = async (rows, token) => OrderAnswer.Of(await api
                .SetCustomsDeclarationsAsync(new OrderCustomsDeclarationsRequest { Orders = [.. rows.Select(Declaration)] }, token)
                .ConfigureAwait(false)),
        },
    ];

    private static OrderCustomsDeclaration Declaration(OrderMarkingCodes row) =>
        new() { OrderId = row.OrderId, CustomsDeclaration = row.Codes[0], OriginCountryCode = row.OriginCountryCode! };
}
