using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>
/// Orders that the seller delivers itself (DBS), express ones and those to pickup points included: their way from new to received, and their label
/// identifiers.
/// </summary>
/// <remarks>
/// A 4XX answer counts as ten requests on this host. Operations that change orders take up to 1,000 and answer about each of them apart.
/// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.DbsOrders>]
public interface IDbsOrdersApi
{
    /// <summary>Gets all orders that wait for the seller to confirm them.</summary>
    /// <remarks>
    /// There are no pages: an order is in the list until it is confirmed or cancelled.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/getV3DbsOrdersNew"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders.</returns>
    [Get("/api/v3/dbs/orders/new")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, Sandbox = true)]
    Task<NewDbsOrdersResponse> GetNewOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the orders that were delivered or cancelled, of at most 30 days.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/getV3DbsOrders"/>.</remarks>
    /// <param name="limit">How many orders at most: 1 to 1,000.</param>
    /// <param name="next">Where the page begins: 0 for the first, then what the page before said.</param>
    /// <param name="dateFrom">The beginning of the period, in Unix seconds.</param>
    /// <param name="dateTo">The end of the period, in Unix seconds, at most 30 days later.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders, and where the next page begins.</returns>
    [Get("/api/v3/dbs/orders")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, Sandbox = true)]
    Task<FinishedDbsOrdersResponse> GetFinishedOrdersAsync(
        [Range(1, OrderLimits.MaxOrders)] int limit,
        long next,
        long dateFrom,
        [Period(nameof(dateFrom), OrderLimits.MaxDays)] long dateTo,
        CancellationToken cancellationToken = default);

    /// <summary>Gets what buyers have to pay, with all discounts and cashback.</summary>
    /// <remarks>
    /// WB makes a price when it is first asked for, within about three minutes: until then it is empty (<see cref="FinalPriceResult.IsPending"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersFinalPrice"/>.
    /// </remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each order; one whose price is empty is to be asked for again.</returns>
    [Post("/api/marketplace/v3/dbs/orders/final-price")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.DbsLabels)]
    Task<FinalPricesResponse> GetFinalPricesAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets what the paid delivery of groups of orders costs.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsGroupsInfo"/>.</remarks>
    /// <param name="request">The groups.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The groups.</returns>
    [Post("/api/v3/dbs/groups/info")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, MayAnswerEmpty = true, Sandbox = true)]
    Task<IReadOnlyList<DeliveryGroup>> GetDeliveryGroupsAsync([Body] DeliveryGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets how to reach the buyers of orders. Personal data.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersClient"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The buyers.</returns>
    [Post("/api/v3/dbs/orders/client")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, Sandbox = true)]
    Task<DbsBuyersResponse> GetBuyersAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets which businesses have bought.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersB2bInfo"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each order.</returns>
    [Post("/api/marketplace/v3/dbs/orders/b2b/info")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs)]
    Task<BusinessBuyersResponse> GetBusinessBuyersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets when buyers want their orders delivered.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersDeliveryDate"/>.</remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The days and times.</returns>
    [Post("/api/v3/dbs/orders/delivery-date")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, Sandbox = true)]
    Task<DeliveryDatesResponse> GetDeliveryDatesAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets where orders stand.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusInfo"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A status for each order, or why there is none.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/info")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbs, Sandbox = true)]
    Task<OrderStatusResultsResponse> GetOrderStatusesAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes orders on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusConfirm"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/confirm")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> ConfirmOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that orders are on their way: from <c>confirm</c> to <c>deliver</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusDeliver"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others. With the label identifiers that stand in the way.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/deliver")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<CheckedOrderResultsResponse> DeliverOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that buyers have received their orders: from <c>deliver</c> to <c>receive</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusReceive"/>.</remarks>
    /// <param name="request">The orders with the buyers' codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/receive")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> ReceiveOrdersAsync([Body] OrderCodesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that buyers have refused their orders on receipt: from <c>deliver</c> to <c>reject</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusReject"/>.</remarks>
    /// <param name="request">The orders with the buyers' codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/reject")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> RejectOrdersAsync([Body] OrderCodesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels orders: from <c>new</c> or <c>confirm</c> to <c>cancel</c>. What is on its way cannot be cancelled.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStatusCancel"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/status/cancel")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> CancelOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the stickers of orders that go to a pickup point, in <c>confirm</c> and <c>deliver</c>. Not for a base token without a secret.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders/operation/postV3DbsOrdersStickers"/>.</remarks>
    /// <param name="type">The format: <see cref="StickerFormat.Pdf"/> only.</param>
    /// <param name="width">The width in millimetres: 58 only.</param>
    /// <param name="height">The height in millimetres: 40 only.</param>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stickers.</returns>
    [Post("/api/marketplace/v3/dbs/orders/stickers")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret, LimitGroup = MarketplaceHost.Dbs)]
    Task<OrderStickersResponse> GetStickersAsync(
        [AllowedValues("pdf")] StickerFormat type,
        [AllowedValues("58")] int width,
        [AllowedValues("40")] int height,
        [Body] OrderStickersRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Gets which label identifiers orders can have, which they have, and what WB's check has found.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaDetails"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The label identifiers of each order.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/details")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.DbsLabels)]
    Task<OrderMarkingsResponse> GetMarkingsAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes the label identifiers of one kind.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaDelete"/>.</remarks>
    /// <param name="request">The kind and the orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/delete")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.DbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> DeleteMarkingsAsync([Body] DeleteDbsMarkingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the Chestny ZNAK codes of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have them (<see cref="GetMarkingsAsync"/>). A base token without a secret has ten calls an hour.
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaSgtin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/sgtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetSgtinsAsync([Body] OrderSgtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the UINs of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaUin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/uin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetUinsAsync([Body] OrderUinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the IMEIs of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaImei"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/imei")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetImeisAsync([Body] OrderImeisRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the GTINs of orders, for products sold in Belarus.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaGtin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/gtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetGtinsAsync([Body] OrderGtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the customs declarations and the countries of origin of orders of businesses.</summary>
    /// <remarks>
    /// Only for orders of businesses (B2B) in <c>confirm</c> or <c>deliver</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers/operation/postV3DbsOrdersMetaCustomsDeclaration"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/dbs/orders/meta/customs-declaration")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingDbsLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetCustomsDeclarationsAsync([Body] OrderCustomsDeclarationsRequest request, CancellationToken cancellationToken = default);
}
