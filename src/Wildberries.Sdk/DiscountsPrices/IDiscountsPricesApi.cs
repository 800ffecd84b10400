using System.Net;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Prices and discounts: uploads and what became of them, products with their prices, quarantine. All methods share one limit.</summary>
/// <remarks>
/// A price is set by an upload, and an accepted upload changes nothing yet: WB processes it, and each product may succeed or fail.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
/// </remarks>
[WildberriesApi(typeof(DiscountsPricesHost))]
[Area<Areas.DiscountsPrices>]
public interface IDiscountsPricesApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets prices and discounts of products.</summary>
    /// <remarks>
    /// <see cref="PriceUploader"/> takes any number of products and waits for the outcome.
    /// WB accepts the upload and works on it later: its state tells whether it was done. A discounted price that falls too low (by WB's
    /// pages: to a third of the old one or less) goes to quarantine, and the product keeps its old price.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="request">The products, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The upload's id; with 208 the id of the same upload made before.</returns>
    [Post("/api/v2/upload/task")]
    [Operation(
        TokenCategory.Prices,
        OperationAccess.Write,
        LimitGroup = DiscountsPricesHost.PricesAndDiscounts,
        Sandbox = true,
        UnclearStatus = HttpStatusCode.UnprocessableEntity)]
    Task<UploadResponse> UploadPricesAsync([Body] PriceUploadRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets prices of single sizes, for products whose <see cref="ProductPrices.EditableSizePrice"/> is true.</summary>
    /// <remarks>
    /// Quarantine does not apply to them.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="request">The sizes, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The upload's id; with 208 the id of the same upload made before.</returns>
    [Post("/api/v2/upload/task/size")]
    [Operation(
        TokenCategory.Prices,
        OperationAccess.Write,
        LimitGroup = DiscountsPricesHost.PricesAndDiscounts,
        Sandbox = true,
        UnclearStatus = HttpStatusCode.UnprocessableEntity)]
    Task<UploadResponse> UploadSizePricesAsync([Body] SizePriceUploadRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets discounts for members of WB Club.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="request">The products, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The upload's id; with 208 the id of the same upload made before.</returns>
    [Post("/api/v2/upload/task/club-discount")]
    [Operation(
        TokenCategory.Prices,
        OperationAccess.Write,
        LimitGroup = DiscountsPricesHost.PricesAndDiscounts,
        Sandbox = true,
        UnclearStatus = HttpStatusCode.UnprocessableEntity)]
    Task<UploadResponse> UploadClubDiscountsAsync([Body] ClubDiscountUploadRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets wholesale discounts for business buyers. For personal and service tokens only.</summary>
    /// <remarks>
    /// A product with wrong levels does not fail the others: look at each result.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="request">The products, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The upload's id and a result for each product; or, with 208, that WB had this upload already.</returns>
    [Post("/api/discounts-prices/v1/upload/task/b2b/wholesale")]
    [Operation(TokenCategory.Prices, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service, LimitGroup = DiscountsPricesHost.PricesAndDiscounts)]
    Task<WholesaleUploadResponse> UploadWholesaleDiscountsAsync([Body] WholesaleUploadRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the state of an upload that WB has processed.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    [Get("/api/v2/history/tasks")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<UploadStateResponse> GetProcessedUploadAsync([AliasAs("uploadID")] long uploadId, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the products of an upload that WB has processed, with their errors.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="limit">How many products at most: 1 to 1,000.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of each product.</returns>
    [Get("/api/v2/history/goods/task")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<ProcessedUploadGoodsResponse> GetProcessedUploadGoodsAsync(
        int limit, [AliasAs("uploadID")] long uploadId, int? offset = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the state of an upload that WB has not processed yet.</summary>
    /// <remarks>
    /// These are the discounts of the promotions calendar, which take effect when the promotion starts.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    [Get("/api/v2/buffer/tasks")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<UploadStateResponse> GetUnprocessedUploadAsync([AliasAs("uploadID")] long uploadId, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the products of an upload that WB has not processed yet.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="limit">How many products at most: 1 to 1,000.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products.</returns>
    [Get("/api/v2/buffer/goods/task")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<UnprocessedUploadGoodsResponse> GetUnprocessedUploadGoodsAsync(
        int limit, [AliasAs("uploadID")] long uploadId, int? offset = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of all products with their prices, or one product.</summary>
    /// <remarks>
    /// <see cref="DiscountsPricesApiExtensions.StreamProductsAsync"/> follows the pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="limit">How many products at most: 1 to 1,000.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="filterNmId">The one product to get; <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products; an empty list is the end.</returns>
    [Get("/api/v2/list/goods/filter")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<GoodsListResponse> GetGoodsAsync(
        int limit, int? offset = null, [AliasAs("filterNmID")] long? filterNmId = null, CancellationToken cancellationToken = default);

    /// <summary>Gets given products with their prices.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="request">The products, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products.</returns>
    [Post("/api/v2/list/goods/filter")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<GoodsListResponse> GetGoodsByNmIdsAsync([Body] GoodsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the sizes of a product whose <see cref="ProductPrices.EditableSizePrice"/> is true, with their prices.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
    /// <param name="limit">How many sizes at most: 1 to 1,000.</param>
    /// <param name="nmId">The product's number at WB.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sizes.</returns>
    [Get("/api/v2/list/goods/size/nm")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<GoodsSizesResponse> GetGoodsSizesAsync(
        int limit, [AliasAs("nmID")] long nmId, int? offset = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the products in price quarantine.</summary>
    /// <remarks>
    /// To release one, upload another price or discount, or confirm it in the seller portal.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.
    /// </remarks>
    /// <param name="limit">How many products at most: 1 to 1,000.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products; an empty list is the end.</returns>
    [Get("/api/v2/quarantine/goods")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = DiscountsPricesHost.PricesAndDiscounts, Sandbox = true)]
    Task<QuarantineResponse> GetQuarantineAsync(int limit, int? offset = null, CancellationToken cancellationToken = default);
}
