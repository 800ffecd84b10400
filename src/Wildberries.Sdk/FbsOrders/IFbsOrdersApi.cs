using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>
/// FBS: orders that are sent from the seller's stock and delivered by WB. The orders themselves, their statuses, stickers and label identifiers, and where
/// products go back to. <see cref="FbsOrdersApiExtensions"/> does the everyday work on top of it.
/// </summary>
/// <remarks>
/// An answer of 4XX counts as ten requests, for all methods of the host: what can be known to be refused is refused before it is sent.
/// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.FbsOrders>]
public interface IFbsOrdersApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, ClientErrorCost = 1)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists all orders that are new now. There is no cursor: an order stays in the list until it is put into a supply or cancelled.</summary>
    /// <remarks>
    /// <see cref="FbsOrdersApiExtensions.StreamNewOrdersAsync(IFbsOrdersApi, IStateStore, string, CancellationToken)"/> gives each order once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The orders, all in one answer.</returns>
    [Get("/api/v3/orders/new")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<NewFbsOrdersResponse> GetNewOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of orders of the last three months, without their status.</summary>
    /// <remarks>
    /// <see cref="FbsOrdersApiExtensions.StreamOrdersAsync"/> follows the pages, the periods and the archive.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="limit">How many orders at most: 1 to 1,000.</param>
    /// <param name="next">0 for the first page, then <see cref="FbsOrdersResponse.Next"/> of the page before.</param>
    /// <param name="dateFrom">Orders made from then on, in Unix seconds; <see langword="null"/>: the last 30 days.</param>
    /// <param name="dateTo">Orders made until then, in Unix seconds; at most 30 days after <paramref name="dateFrom"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The orders.</returns>
    [Get("/api/v3/orders")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsOrdersResponse> GetOrdersAsync(
        [Range(1, 1_000)] int limit,
        long next,
        long? dateFrom = null,
        [Period(nameof(dateFrom), OrderLimits.MaxDays)] long? dateTo = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a page of orders that are older than three months. An order comes here when the last order of its supply is done, and not before.</summary>
    /// <remarks>
    /// <see cref="FbsOrdersApiExtensions.StreamOrdersAsync"/> follows the pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="year">The year in which the orders were made.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="next">0 for the first page, then <see cref="ArchivedFbsOrdersResponse.Next"/> of the page before.</param>
    /// <param name="limit">How many orders at most: 100 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The orders.</returns>
    [Get("/api/marketplace/v3/fbs/orders/archive")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<ArchivedFbsOrdersResponse> GetArchivedOrdersAsync(
        [Range(2000, 2999)] int year,
        [Range(1, 12)] int month,
        long next,
        [Range(100, 1_000)] int limit,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the statuses of orders.</summary>
    /// <remarks>
    /// <see cref="FbsOrdersApiExtensions.GetStatusesAsync"/> takes any number of orders and names those that are missing.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="request">The orders, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The statuses of the orders that WB knows.</returns>
    [Post("/api/v3/orders/status")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsOrderStatusesResponse> GetOrderStatusesAsync(
        [Body, Items(1, 1_000)] FbsOrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the ways of cross-border orders.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What happened to each order.</returns>
    [Post("/api/v3/orders/status/history")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsOrderTrackingsResponse> GetTrackingsAsync(
        [Body, Items(1, 100)] FbsOrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the buyers of orders: cross-border ones from Turkey only. The answer is personal data.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="request">The orders.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The buyers.</returns>
    [Post("/api/v3/orders/client")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsBuyersResponse> GetBuyersAsync(
        [Body, Items(1, int.MaxValue)] FbsOrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets stickers of orders in <c>confirm</c> and <c>complete</c>. One order that lacks its customs declaration fails the whole request with 409.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="type">The format: SVG, PNG or ZPL.</param>
    /// <param name="width">The width in millimetres: 58, or 40.</param>
    /// <param name="height">The height in millimetres: 40 with the width 58, 30 with the width 40.</param>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The stickers.</returns>
    [Post("/api/v3/orders/stickers")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsStickersResponse> GetStickersAsync(
        [AllowedValues("svg", "zplv", "zplh", "png")] StickerFormat type,
        [AllowedValues("58", "40")] int width,
        [AllowedValues("40", "30")] int height,
        [Body, Items(1, 100)] FbsOrderIdsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Gets stickers of cross-border orders in <c>confirm</c> and <c>complete</c>, as PDF. A sticker may take a while: ask again until it is <see cref="CrossBorderStickerStatus.Ready"/>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The stickers.</returns>
    [Post("/api/v3/orders/stickers/cross-border")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<CrossBorderStickersResponse> GetCrossBorderStickersAsync(
        [Body, Items(1, 100)] FbsOrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels an order. WB refuses it with 409 unless <see cref="FbsOrderStatus.IsCancellable"/>.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Patch("/api/v3/orders/{orderId}/cancel")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(100, 60, 20)]
    Task CancelOrderAsync(long orderId, CancellationToken cancellationToken = default);

    /// <summary>Lists all orders that have to be brought once more: their supply was scanned without them. They can be put into another supply.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The orders.</returns>
    [Get("/api/v3/supplies/orders/reshipment")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<ReshipmentOrdersResponse> GetReshipmentOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the label identifiers of orders, and what WB found when it checked them.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
    /// <param name="request">The orders, 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The label identifiers that each order has or may have.</returns>
    [Post("/api/marketplace/v3/orders/meta")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.FbsLabels, Sandbox = true)]
    Task<FbsOrderMarkingsResponse> GetMarkingsAsync(
        [Body, Items(1, 100)] FbsOrderIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes the label identifiers of one kind from an order. A day of expiration cannot be deleted.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="key">The kind.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Delete("/api/v3/orders/{orderId}/meta")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.FbsLabels, Sandbox = true)]
    Task DeleteMarkingAsync(
        long orderId,
        [AllowedValues("imei", "uin", "gtin", "sgtin", "customsDeclaration")] MarkingCodeKind key,
        CancellationToken cancellationToken = default);

    /// <summary>Sets the Chestny ZNAK codes of an order.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The codes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/orders/{orderId}/meta/sgtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetSgtinsAsync(long orderId, [Body] SetSgtinsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the unique number (UIN) of a piece of jewellery.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/orders/{orderId}/meta/uin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetUinAsync(long orderId, [Body] SetUinRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the IMEI of a device.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/orders/{orderId}/meta/imei")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetImeiAsync(long orderId, [Body] SetImeiRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the number (GTIN) of a product in Belarus.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/orders/{orderId}/meta/gtin")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetGtinAsync(long orderId, [Body] SetGtinRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the day until which the product may be used.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The day.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/orders/{orderId}/meta/expiration")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetExpirationAsync(long orderId, [Body] SetExpirationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the number of the customs declaration.</summary>
    /// <remarks>
    /// Only for an order in <c>confirm</c> that has this kind among its label identifiers.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
    /// </remarks>
    /// <param name="orderId">The number of the assembly order.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Put("/api/marketplace/v3/orders/{orderId}/meta/customs-declaration")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.AddingFbsLabels, Sandbox = true)]
    Task SetCustomsDeclarationAsync(long orderId, [Body] SetCustomsDeclarationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets where the seller's small products go back to.</summary>
    /// <remarks>
    /// For personal tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The setting.</returns>
    [Get("/api/marketplace/v3/fbs/settings/autoreturns")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, TokenKinds = TokenKinds.Personal, LimitGroup = MarketplaceHost.Fbs)]
    Task<AutoReturnSettings> GetAutoReturnSettingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets where the seller's small products go back to.</summary>
    /// <remarks>
    /// For personal tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.
    /// </remarks>
    /// <param name="request">The setting.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    [Patch("/api/marketplace/v3/fbs/settings/autoreturns")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, TokenKinds = TokenKinds.Personal, LimitGroup = MarketplaceHost.Fbs)]
    Task SetAutoReturnSettingsAsync([Body] AutoReturnSettings request, CancellationToken cancellationToken = default);

    /// <summary>Gets where sizes go back to.</summary>
    /// <remarks>
    /// For personal tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.
    /// </remarks>
    /// <param name="request">The sizes, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A result for each size.</returns>
    [Post("/api/marketplace/v3/fbs/settings/autoreturns/items")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, TokenKinds = TokenKinds.Personal, LimitGroup = MarketplaceHost.Fbs)]
    Task<AutoReturnItemsResponse> GetAutoReturnItemsAsync([Body] AutoReturnItemsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets where sizes of small products are to go back to. WB refuses all of them with 400 unless the seller's setting is <see cref="AutoReturnMode.Manual"/>.</summary>
    /// <remarks>
    /// For personal tokens only. <see cref="FbsOrdersApiExtensions.SetAutoReturnsAsync"/> looks at the setting first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.
    /// </remarks>
    /// <param name="request">The sizes, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A result for each size.</returns>
    [Patch("/api/marketplace/v3/fbs/settings/autoreturns/items")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, TokenKinds = TokenKinds.Personal, LimitGroup = MarketplaceHost.Fbs)]
    Task<AutoReturnChangesResponse> ChangeAutoReturnItemsAsync(
        [Body] ChangeAutoReturnsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the subjects whose products WB does not store.</summary>
    /// <remarks>
    /// For personal tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.
    /// </remarks>
    /// <param name="next">0 for the first page, then <see cref="RestrictedSubjectsResponse.Next"/> of the page before.</param>
    /// <param name="limit">How many subjects at most: 100 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subjects.</returns>
    [Get("/api/marketplace/v3/fbs/settings/autoreturns/subcategories/restricted")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, TokenKinds = TokenKinds.Personal, LimitGroup = MarketplaceHost.Fbs)]
    Task<RestrictedSubjectsResponse> GetRestrictedSubjectsAsync(
        long next, [Range(100, 1_000)] int limit, CancellationToken cancellationToken = default);
}
