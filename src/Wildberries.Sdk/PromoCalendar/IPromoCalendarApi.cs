using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>
/// WB's promotions: which there are, what they bring, which products may take part, and adding products. The four operations share one limit.
/// <see cref="PromoCalendarApiExtensions"/> reads the lists to their end and checks arguments first.
/// </summary>
/// <remarks>
/// WB lists no connection check for this host.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
/// </remarks>
[WildberriesApi(typeof(PromoCalendarHost))]
[Area<Areas.PromoCalendar>]
public interface IPromoCalendarApi
{
    /// <summary>Gets a page of the promotions in a period.</summary>
    /// <remarks>
    /// <see cref="PromoCalendarApiExtensions.StreamPromotionsAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="start">The start of the period, in whole seconds; sent in UTC.</param>
    /// <param name="end">The end of the period, in whole seconds; sent in UTC.</param>
    /// <param name="allPromotions"><see langword="true"/>: all promotions; <see langword="false"/>: those in which the seller may take part.</param>
    /// <param name="limit">How many at most; 1 to 1000.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The promotions.</returns>
    [Get("/api/v1/calendar/promotions")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = PromoCalendarHost.PromoCalendar)]
    Task<PromoCalendarResponse<PromotionList>> GetPromotionsAsync(
        [AliasAs("startDateTime")] DateTimeOffset start,
        [AliasAs("endDateTime")] DateTimeOffset end,
        [AliasAs("allPromo")] bool allPromotions,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets what promotions are about, what they bring and how many of the seller's products take part.</summary>
    /// <remarks>
    /// <see cref="PromoCalendarApiExtensions.StreamPromotionDetailsAsync"/> takes any number of ids.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="promotionIds">The promotions, 1 to 100, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The promotions.</returns>
    [Get("/api/v1/calendar/promotions/details")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = PromoCalendarHost.PromoCalendar)]
    Task<PromoCalendarResponse<PromotionDetailsList>> GetPromotionDetailsAsync(
        [AliasAs("promotionIDs"), Query(CollectionFormat.Multi)] IReadOnlyList<long> promotionIds,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a page of the seller's products that may take part in a promotion, or that do. Not for automatic promotions. WB answers 422 for
    /// a promotion that is over or does not exist.
    /// </summary>
    /// <remarks>
    /// <see cref="PromoCalendarApiExtensions.StreamProductsAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="promotionId">The promotion.</param>
    /// <param name="inAction"><see langword="true"/>: the products that take part; <see langword="false"/>: those that do not.</param>
    /// <param name="limit">How many at most; 1 to 1000.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products.</returns>
    [Get("/api/v1/calendar/promotions/nomenclatures")]
    [Operation(TokenCategory.Prices, OperationAccess.Read, LimitGroup = PromoCalendarHost.PromoCalendar)]
    Task<PromoCalendarResponse<PromotionProductList>> GetProductsAsync(
        [AliasAs("promotionID")] long promotionId,
        bool inAction,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Orders WB to add products to a promotion, exactly as given. The answer does not mean that they were added: the state of the upload, which
    /// the prices host tells by its id, does. Not for automatic promotions.
    /// </summary>
    /// <remarks>
    /// <see cref="PromoCalendarApiExtensions.AddProductsAsync"/> checks the products first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.
    /// </remarks>
    /// <param name="request">The promotion and the products.</param>
    /// <param name="cancellationToken">Cancels the call; the upload may have been made nevertheless.</param>
    /// <returns>The id of the upload.</returns>
    [Post("/api/v1/calendar/promotions/upload")]
    [Operation(TokenCategory.Prices, OperationAccess.Write, LimitGroup = PromoCalendarHost.PromoCalendar)]
    Task<PromoCalendarResponse<PromotionUploadResult>> UploadAsync([Body] PromotionUploadRequest request, CancellationToken cancellationToken = default);
}
