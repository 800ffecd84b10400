using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>
/// Orders that buyers pick up in the seller's own shop (in-store pickup, click and collect): their way from new to received, and their label identifiers.
/// </summary>
/// <remarks>
/// A 4XX answer counts as ten requests on this host. Operations that change orders take up to 1,000 and answer about each of them apart.
/// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.PickupOrders>]
public interface IPickupOrdersApi
{
    /// <summary>Gets all orders that wait for the seller to confirm them.</summary>
    /// <remarks>
    /// There are no pages: an order is in the list until it is confirmed or cancelled.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/getV3ClickCollectOrdersNew"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders.</returns>
    [Get("/api/v3/click-collect/orders/new")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Pickup, Sandbox = true)]
    Task<NewPickupOrdersResponse> GetNewOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the orders that were picked up or cancelled, of at most 30 days.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/getV3ClickCollectOrders"/>.</remarks>
    /// <param name="limit">How many orders at most: 1 to 1,000.</param>
    /// <param name="next">Where the page begins: 0 for the first, then what the page before said.</param>
    /// <param name="dateFrom">The beginning of the period, in Unix seconds.</param>
    /// <param name="dateTo">The end of the period, in Unix seconds, at most 30 days later.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders, and where the next page begins.</returns>
    [Get("/api/v3/click-collect/orders")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Pickup, Sandbox = true)]
    Task<FinishedPickupOrdersResponse> GetFinishedOrdersAsync(
        [Range(1, OrderLimits.MaxOrders)] int limit,
        long next,
        long dateFrom,
        [Period(nameof(dateFrom), OrderLimits.MaxDays)] long dateTo,
        CancellationToken cancellationToken = default);

    /// <summary>Gets what buyers have to pay, with all discounts and cashback.</summary>
    /// <remarks>
    /// WB makes a price when it is first asked for, within about three minutes: until then it is empty (<see cref="FinalPriceResult.IsPending"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersFinalPrice"/>.
    /// </remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each order; one whose price is empty is to be asked for again.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/final-price")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.PickupLabels)]
    Task<FinalPricesResponse> GetFinalPricesAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets how to reach the buyers of orders in <c>confirm</c> and <c>prepare</c>. Personal data.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersClient"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The buyers.</returns>
    [Post("/api/v3/click-collect/orders/client")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Pickup, Sandbox = true)]
    Task<PickupBuyersResponse> GetBuyersAsync([Body] OrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Checks the code that somebody shows for a purchase of which at least one order is in <c>prepare</c>.</summary>
    /// <remarks>
    /// A wrong code costs ten of the thirty requests a minute.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersClientIdentity"/>.
    /// </remarks>
    /// <param name="request">The purchase and the code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// That the code is right; a wrong one is a <see cref="Errors.WildberriesConflictException"/>, a purchase that WB does not know a <see
    /// cref="Errors.WildberriesNotFoundException"/>.
    /// </returns>
    [Post("/api/v3/click-collect/orders/client/identity")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, Sandbox = true)]
    [RateLimit(30, 60, 20)]
    Task<PickupCodeCheck> CheckPickupCodeAsync([Body] CheckPickupCodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets where orders stand.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusInfo"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A status for each order, or why there is none.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/info")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderStatusResultsResponse> GetOrderStatusesAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes orders on: from <c>new</c> to <c>confirm</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusConfirm"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/confirm")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> ConfirmOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that orders are ready to be picked up: from <c>confirm</c> to <c>prepare</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusPrepare"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others. With the label identifiers that stand in the way.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/prepare")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<CheckedOrderResultsResponse> PrepareOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that buyers have picked up their orders: from <c>prepare</c> to <c>receive</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusReceive"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/receive")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> ReceiveOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that buyers have refused their orders in the shop: from <c>prepare</c> to <c>reject</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusReject"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/reject")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> RejectOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels orders: from <c>new</c>, <c>confirm</c> or <c>prepare</c> to <c>cancel</c>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders/operation/postV3ClickCollectOrdersStatusCancel"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/status/cancel")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 1, 10)]
    Task<OrderResultsResponse> CancelOrdersAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets which label identifiers orders can have, which they have, and what WB's check has found.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaDetails"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The label identifiers of each order.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/details")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.PickupLabels)]
    Task<OrderMarkingsResponse> GetMarkingsAsync([Body] OrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes the label identifiers of one kind.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaDelete"/>.</remarks>
    /// <param name="request">The kind and the orders.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/delete")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.PickupLabels, Sandbox = true)]
    Task<OrderResultsResponse> DeleteMarkingsAsync([Body] DeleteMarkingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the Chestny ZNAK codes of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have them (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaSgtin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/sgtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingPickupLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetSgtinsAsync([Body] OrderSgtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the UINs of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaUin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/uin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingPickupLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetUinsAsync([Body] OrderUinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the IMEIs of orders.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaImei"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/imei")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingPickupLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetImeisAsync([Body] OrderImeisRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the GTINs of orders, for products sold in Belarus.</summary>
    /// <remarks>
    /// Only for orders in <c>confirm</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaGtin"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/gtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingPickupLabels, Sandbox = true)]
    Task<OrderResultsResponse> SetGtinsAsync([Body] OrderGtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the customs declarations and the countries of origin of orders of businesses.</summary>
    /// <remarks>
    /// Only for orders of businesses (B2B) in <c>confirm</c> or <c>prepare</c> that can have one (<see cref="GetMarkingsAsync"/>).
    /// Source: <see
    /// href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupLabelIdentifiers/operation/postV3ClickCollectOrdersMetaCustomsDeclaration"/>.
    /// </remarks>
    /// <param name="request">The orders with their codes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been made nevertheless.</param>
    /// <returns>What became of each order: an order that is refused does not fail the others.</returns>
    [Post("/api/marketplace/v3/click-collect/orders/meta/customs-declaration")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingPickupLabels)]
    Task<OrderResultsResponse> SetCustomsDeclarationsAsync([Body] OrderCustomsDeclarationsRequest request, CancellationToken cancellationToken = default);
}
