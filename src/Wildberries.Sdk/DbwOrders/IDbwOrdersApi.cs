using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>Orders that WB's couriers fetch from the seller (DBW): their way from new to handed over, and their label identifiers.</summary>
/// <remarks>
/// A 4XX answer counts as ten requests on this host. An order is <see cref="SupplierStatus.New"/>, <see cref="SupplierStatus.Confirm"/> and
/// <see cref="SupplierStatus.Complete"/>; the courier makes it <see cref="SupplierStatus.Receive"/> or <see cref="SupplierStatus.Reject"/>.
/// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.DbwOrders>]
public interface IDbwOrdersApi
{
    /// <summary>Gets all orders that wait for the seller to confirm them.</summary>
    /// <remarks>
    /// There are no pages: an order is in the list until it is confirmed or cancelled.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/getV3DbwOrdersNew"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders.</returns>
    [Get("/api/v3/dbw/orders/new")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<NewDbwOrdersResponse> GetNewOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the orders that were delivered or cancelled, of at most 30 days.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/getV3DbwOrders"/>.</remarks>
    /// <param name="limit">How many orders at most: 1 to 1,000.</param>
    /// <param name="next">Where the page begins: 0 for the first, then what the page before said.</param>
    /// <param name="dateFrom">The beginning of the period, in Unix seconds.</param>
    /// <param name="dateTo">The end of the period, in Unix seconds, at most 30 days later.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders, and where the next page begins.</returns>
    [Get("/api/v3/dbw/orders")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<FinishedDbwOrdersResponse> GetFinishedOrdersAsync(
        [Range(1, OrderLimits.MaxOrders)] int limit,
        long next,
        long dateFrom,
        [Period(nameof(dateFrom), OrderLimits.MaxDays)] long dateTo,
        CancellationToken cancellationToken = default);

    /// <summary>Gets when buyers want their orders delivered.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersDeliveryDate"/>.</remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The days and times.</returns>
    [Post("/api/v3/dbw/orders/delivery-date")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<DeliveryDatesResponse> GetDeliveryDatesAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets how to reach the buyers of orders. Personal data.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersClient"/>.</remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The buyers.</returns>
    [Post("/api/marketplace/v3/dbw/orders/client")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<DbwBuyersResponse> GetBuyersAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets where orders stand.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersStatus"/>.</remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A status for each order that WB knows.</returns>
    [Post("/api/v3/dbw/orders/status")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<DbwOrderStatusesResponse> GetOrderStatusesAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes an order on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/patchV3DbwOrdersOrderIdConfirm"/>.
    /// </remarks>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Patch("/api/v3/dbw/orders/{orderId}/confirm")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task ConfirmOrderAsync(long orderId, CancellationToken cancellationToken = default);

    /// <summary>Gets the stickers of orders in <c>confirm</c> and <c>complete</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersStickers"/>.</remarks>
    /// <param name="type">The format: all but <see cref="StickerFormat.Pdf"/>.</param>
    /// <param name="width">The width in millimetres: 58, or 40 with a height of 30.</param>
    /// <param name="height">The height in millimetres: 40, or 30 with a width of 40.</param>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stickers.</returns>
    [Post("/api/v3/dbw/orders/stickers")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<OrderStickersResponse> GetStickersAsync(
        [AllowedValues("svg", "zplv", "zplh", "png")] StickerFormat type, [AllowedValues("58", "40")] int width, [AllowedValues("40", "30")] int height, [Body] OrderStickersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Hands orders over to WB's couriers: from <c>confirm</c> to <c>complete</c>.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersStatusDeliver"/>.
    /// </remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others. With the label identifiers that stand in the way.</returns>
    [Post("/api/marketplace/v3/dbw/orders/status/deliver")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task<CheckedOrderResultsResponse> DeliverOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets which couriers come for orders in <c>confirm</c> and <c>complete</c>, and when. Personal data of the couriers.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/postV3DbwOrdersCourier"/>.</remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The couriers.</returns>
    [Post("/api/v3/dbw/orders/courier")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<OrderCouriersResponse> GetCouriersAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels an order: from <c>new</c> or <c>confirm</c> to <c>cancel</c>. WB fines it, unless <see cref="NewDbwOrder.IsZeroOrder"/>.</summary>
    /// <remarks>
    /// A base token without a secret has ten calls an hour for all operations of this group.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders/operation/patchV3DbwOrdersOrderIdCancel"/>.
    /// </remarks>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Patch("/api/v3/dbw/orders/{orderId}/cancel")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task CancelOrderAsync(long orderId, CancellationToken cancellationToken = default);

    /// <summary>Gets which label identifiers orders can have, which they have, and what WB's check has found.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/postV3DbwOrdersMetaDetails"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The label identifiers of each order.</returns>
    [Post("/api/marketplace/v3/dbw/orders/meta/details")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<OrderMarkingsResponse> GetMarkingsAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes the label identifiers of one kind.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/postV3DbwOrdersMetaDelete"/>.</remarks>
    /// <param name="request">The kind (<c>imei</c>, <c>uin</c>, <c>gtin</c> or <c>sgtin</c>) and the orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbw/orders/meta/delete")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task<OrderResultsResponse> DeleteMarkingsAsync([Body] DeleteMarkingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the Chestny ZNAK codes of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have them (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/postV3DbwOrdersMetaSgtin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbw/orders/meta/sgtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task<CheckedOrderResultsResponse> SetSgtinsAsync([Body] OrderSgtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the unique number (UIN) of a piece of jewellery.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/putV3DbwOrdersOrderIdMetaUin"/>.
    /// </remarks>
    /// <param name="orderId">The order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/dbw/orders/{orderId}/meta/uin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbwLabels)]
    Task SetUinAsync(long orderId, [Body] SetUinRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the IMEI of a device.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/putV3DbwOrdersOrderIdMetaImei"/>.
    /// </remarks>
    /// <param name="orderId">The order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/dbw/orders/{orderId}/meta/imei")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbwLabels)]
    Task SetImeiAsync(long orderId, [Body] SetImeiRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the number (GTIN) of a product in Belarus.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwLabelIdentifiers/operation/putV3DbwOrdersOrderIdMetaGtin"/>.
    /// </remarks>
    /// <param name="orderId">The order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/dbw/orders/{orderId}/meta/gtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbwLabels)]
    Task SetGtinAsync(long orderId, [Body] SetGtinRequest request, CancellationToken cancellationToken = default);
}
