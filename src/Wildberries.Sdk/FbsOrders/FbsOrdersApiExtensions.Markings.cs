using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

public static partial class FbsOrdersApiExtensions
{
    private const int MaxMarkings = 100;
    private const int MaxSgtins = 100;

    /// <summary>Sets label identifiers of any number of orders: all kinds together, checked before they are sent, with an account of each order and kind.</summary>
    /// <remarks>
    /// <para>
    /// What WB is certain to refuse is not sent (<see cref="OrderChange.Problems"/>); a warning does not hold it back. WB takes one order and one kind at a call, in
    /// <c>confirm</c> only, so after an order was put into a supply, and only kinds that an order can have. A refusal costs ten requests: that is why the orders are
    /// looked at first unless you say otherwise, with a call for each 1,000 orders and one for each 100.
    /// </para>
    /// <para>That WB has taken a code does not mean that it has passed: <see cref="WaitForMarkingsAsync"/>.</para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="codes">
    /// The codes, as many as you like: Chestny ZNAK codes (at most 100 an order), UINs, IMEIs, GTINs, days of expiry, customs declarations (without a country);
    /// each kind
    /// of an order once.
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
        this IFbsOrdersApi api,
        IEnumerable<OrderMarkingCodes> codes,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var source = new MarkingSource
        {
            GetDetailsAsync = async (ids, token) => (await ReadMarkingsAsync(api, ids, null, token).ConfigureAwait(false)).Select(order => (order.OrderId, order.Details)),
            GetStatusesAsync = async (ids, token) => (await api.GetStatusesAsync(ids, token).ConfigureAwait(false)).Found.Select(order => (order.Id, order.SupplierStatus)),
        };
        return new MarkingWriter(Operations(api), checkFirst ? source : null, ClientClock.Of(api)).RunAsync(codes, progress, cancellationToken);
    }

    /// <summary>Deletes the label identifiers of one kind from any number of orders, one after the other. A day of expiry cannot be deleted.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="progress">Told what is known after each request; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentException">The kind is none that can be deleted, or an id is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> DeleteMarkingsAsync(
        this IFbsOrdersApi api,
        MarkingCodeKind kind,
        IEnumerable<long> orderIds,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderMarkingDeletion.RunAsync(
            kind,
            Operations(api).Select(operation => operation.Kind).Where(one => one != MarkingCodeKind.Expiration),
            orderIds,
            1,
            OrderTransition.One((id, token) => api.DeleteMarkingAsync(id, kind, token)),
            progress,
            cancellationToken);
    }

    /// <summary>Gets which label identifiers any number of orders can have, which they have, and what WB's check has found.</summary>
    /// <remarks>
    /// In requests of 100 orders. <see cref="MarkingDetail.State"/> says what a decision means.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The label identifiers of each order that WB names.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<FbsOrderMarking>> GetMarkingsAsync(
        this IFbsOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadMarkingsAsync(api, orderIds, null, cancellationToken);
    }

    /// <summary>Gets the label identifiers of any number of orders, and asks again until WB has checked all of them.</summary>
    /// <remarks>
    /// Limits and outages of WB are waited for as long as there is time.
    /// In requests of 100 orders; only those of which something is still being checked, or which WB does not name, are asked for again, after three seconds at first and a minute at most.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
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
    public static Task<IReadOnlyList<FbsOrderMarking>> WaitForMarkingsAsync(
        this IFbsOrdersApi api, IEnumerable<long> orderIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
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

    private static Task<IReadOnlyList<FbsOrderMarking>> ReadMarkingsAsync(
        IFbsOrdersApi api, IEnumerable<long> orderIds, WaitingTime? time, CancellationToken cancellationToken) =>
        OrderDetails.ReadAsync<FbsOrderMarking>(
            orderIds,
            MaxMarkings,
            async (part, token) => (await api.GetMarkingsAsync(new FbsOrderIdsRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            time,
            cancellationToken);

    internal static MarkingOperation[] Operations(IFbsOrdersApi api) =>
    [
        MarkingOperation.OfOne(MarkingCodeKind.Sgtin, (row, token) => api.SetSgtinsAsync(row.OrderId, new SetSgtinsRequest { Sgtins = row.Codes }, token), MaxSgtins),
        MarkingOperation.OfOne(MarkingCodeKind.Uin, (row, token) => api.SetUinAsync(row.OrderId, new SetUinRequest { Uin = row.Codes[0] }, token)),
        MarkingOperation.OfOne(MarkingCodeKind.Imei, (row, token) => api.SetImeiAsync(row.OrderId, new SetImeiRequest { Imei = row.Codes[0] }, token)),
        MarkingOperation.OfOne(MarkingCodeKind.Gtin, (row, token) => api.SetGtinAsync(row.OrderId, new SetGtinRequest { Gtin = row.Codes[0] }, token)),
        MarkingOperation.OfOne(
            MarkingCodeKind.Expiration,
            (row, token) => api.SetExpirationAsync(
                row.OrderId,
                new SetExpirationRequest { Expiration = DateOnly.ParseExact(row.Codes[0], MarkingCodeRules.ExpirationFormat, CultureInfo.InvariantCulture) },
                token)),
        MarkingOperation.OfOne(
            MarkingCodeKind.CustomsDeclaration,
            (row, token) => api.SetCustomsDeclarationAsync(row.OrderId, new SetCustomsDeclarationRequest { CustomsDeclaration = row.Codes[0] }, token)),
    ];
}
