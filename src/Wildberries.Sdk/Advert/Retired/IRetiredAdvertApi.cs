using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>
/// Operations of the advertising host that WB has turned off: to replay what was recorded, or to have something to compare with while a program
/// moves on. No property of a client; register it with <see cref="RetiredAdvertExtensions"/> and get it from <see cref="IWildberriesClient.Api{TApi}"/>.
/// </summary>
/// <remarks>
/// WB itself answers 404 to them. They go the way of every call, checks and limits included. The limits are those of the time, with no burst where
/// WB named none; only that of the budget tells token types apart.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
/// </remarks>
[Obsolete("WB has turned these operations off; each member names what replaces it.", DiagnosticId = "WBSDK0001")]
[WildberriesApi(typeof(AdvertHost))]
[Area<Areas.RetiredAdvert>(OptIn = true)]
public interface IRetiredAdvertApi
{
    /// <summary>Gets the budget of a campaign.</summary>
    /// <remarks>
    /// Turned off on 16 November 2026. Today: <c>POST /api/advert/v2/budget</c>, for up to 50 campaigns at once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The budget.</returns>
    [Get("/adv/v1/budget")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, Sandbox = true)]
    [RateLimit(4, 1, 4, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(4, 3600, 1, Tokens = TokenKinds.Base)]
    [Obsolete("Turned off by WB. Use IAdvertApi.GetBudgetsAsync (POST /api/advert/v2/budget).", DiagnosticId = "WBSDK0001")]
    Task<RetiredBudget> GetBudgetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Gets campaigns: those with given ids, or those that a filter lets through.</summary>
    /// <remarks>
    /// Today: <c>GET /api/advert/v2/adverts</c>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="ids">The campaigns, at most 50; <see langword="null"/>: the filter decides.</param>
    /// <param name="status">The status; <see langword="null"/>: any.</param>
    /// <param name="type">The type, 4 to 9; <see langword="null"/>: any.</param>
    /// <param name="order">The order: <c>create</c>, <c>change</c> or <c>id</c>; <see langword="null"/>: WB's own.</param>
    /// <param name="direction"><c>asc</c> or <c>desc</c>; <see langword="null"/>: WB's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaigns; an empty list if there are none.</returns>
    [Post("/adv/v1/promotion/adverts")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(5, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.GetCampaignsAsync (GET /api/advert/v2/adverts).", DiagnosticId = "WBSDK0001")]
    Task<IReadOnlyList<RetiredCampaign>> GetCampaignsAsync(
        [Body] List<long>? ids = null,
        CampaignStatus? status = null,
        CampaignType? type = null,
        string? order = null,
        string? direction = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets what WB allows campaigns: the least bids by category, and named limits.</summary>
    /// <remarks>
    /// Today: <c>GET /api/advert/v1/config</c> for currency, steps and the least top-up, <c>POST /api/advert/v1/bids/min</c> for the least bids.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The limits.</returns>
    [Get("/adv/v0/config")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(1, 60, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.GetConfigAsync (GET /api/advert/v1/config) and IAdvertApi.GetMinimumBidsAsync (POST /api/advert/v1/bids/min).", DiagnosticId = "WBSDK0001")]
    Task<RetiredConfig> GetConfigAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates an automatic campaign.</summary>
    /// <remarks>
    /// Today: <c>POST /adv/v2/seacat/save-ad</c> with the bid type <c>unified</c>; the budget is topped up and the bid set by operations of their own.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="request">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the campaign may have been created nevertheless.</param>
    /// <returns>The id of the campaign.</returns>
    [Post("/adv/v1/save-ad")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(3, 60, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.CreateCampaignAsync (POST /adv/v2/seacat/save-ad).", DiagnosticId = "WBSDK0001")]
    Task<long> CreateAutomaticCampaignAsync([Body] RetiredAutomaticCampaignRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the bid of a campaign.</summary>
    /// <remarks>
    /// Today: <c>PATCH /api/advert/v1/bids</c>, by product and in kopecks.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="request">The bid.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Post("/adv/v0/cpm")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(5, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.SetBidsAsync (PATCH /api/advert/v1/bids).", DiagnosticId = "WBSDK0001")]
    Task SetBidAsync([Body] RetiredBidRequest request, CancellationToken cancellationToken = default);

    /// <summary>Switches the fixed phrases of an auction on or off. A GET that writes.</summary>
    /// <remarks>
    /// There is nothing like it today: bids of search clusters (<c>POST /api/advert/v1/normquery/bids</c>) do what fixed phrases were for.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="isActive">Whether they are to be active.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Get("/adv/v1/search/set-plus")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(2, 1, 1)]
    [Obsolete("Turned off by WB, which has no fixed phrases any more. Nearest: IAdvertApi.SetSearchClusterBidsAsync (POST /api/advert/v1/normquery/bids).", DiagnosticId = "WBSDK0001")]
    Task SetFixedPhrasesActiveAsync(long id, [AliasAs("fixed")] bool isActive, CancellationToken cancellationToken = default);

    /// <summary>Replaces the fixed phrases of an auction.</summary>
    /// <remarks>
    /// There is nothing like it today: bids of search clusters (<c>POST /api/advert/v1/normquery/bids</c>) do what fixed phrases were for.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The phrases that the campaign has now; an empty list if there are none.</returns>
    [Post("/adv/v1/search/set-plus")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, MayAnswerEmpty = true)]
    [RateLimit(2, 1, 1)]
    [Obsolete("Turned off by WB, which has no fixed phrases any more. Nearest: IAdvertApi.SetSearchClusterBidsAsync (POST /api/advert/v1/normquery/bids).", DiagnosticId = "WBSDK0001")]
    Task<IReadOnlyList<string>> SetFixedPhrasesAsync(long id, [Body] RetiredFixedPhrasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the minus phrases of an auction that match a phrase.</summary>
    /// <remarks>
    /// Today: <c>POST /adv/v0/normquery/set-minus</c>, by product.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Post("/adv/v1/search/set-phrase")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(2, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.SetMinusPhrasesAsync (POST /adv/v0/normquery/set-minus).", DiagnosticId = "WBSDK0001")]
    Task SetPhraseMinusPhrasesAsync(long id, [Body] RetiredPhraseMinusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the minus phrases of an auction that match exactly.</summary>
    /// <remarks>
    /// Today: <c>POST /adv/v0/normquery/set-minus</c>, by product.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Post("/adv/v1/search/set-strong")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(2, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.SetMinusPhrasesAsync (POST /adv/v0/normquery/set-minus).", DiagnosticId = "WBSDK0001")]
    Task SetExactMinusPhrasesAsync(long id, [Body] RetiredExactMinusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the minus phrases of an auction for the search.</summary>
    /// <remarks>
    /// Today: <c>POST /adv/v0/normquery/set-minus</c>, by product.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Post("/adv/v1/search/set-excluded")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(2, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.SetMinusPhrasesAsync (POST /adv/v0/normquery/set-minus).", DiagnosticId = "WBSDK0001")]
    Task SetSearchMinusPhrasesAsync(long id, [Body] RetiredExcludedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the minus phrases of an automatic campaign.</summary>
    /// <remarks>
    /// Today: <c>POST /adv/v0/normquery/set-minus</c>, by product.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answered without a body.</returns>
    [Post("/adv/v1/auto/set-excluded")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(1, 6, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.SetMinusPhrasesAsync (POST /adv/v0/normquery/set-minus).", DiagnosticId = "WBSDK0001")]
    Task SetAutomaticMinusPhrasesAsync(long id, [Body] RetiredExcludedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the products that can be added to an automatic campaign.</summary>
    /// <remarks>
    /// Nothing tells it by campaign today: <c>POST /adv/v2/supplier/nms</c> lists what campaigns may have, by subject.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products' numbers at WB; an empty list if there are none.</returns>
    [Get("/adv/v1/auto/getnmtoadd")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(1, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.GetAvailableProductsAsync (POST /adv/v2/supplier/nms).", DiagnosticId = "WBSDK0001")]
    Task<IReadOnlyList<long>> GetProductsToAddAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Adds products to an automatic campaign and takes others off it.</summary>
    /// <remarks>
    /// Today: <c>PATCH /adv/v0/auction/nms</c>, for up to 20 campaigns at once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
    /// </remarks>
    /// <param name="id">The campaign.</param>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers 200 without a body also where nothing changed.</returns>
    [Post("/adv/v1/auto/updatenm")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(1, 1, 1)]
    [Obsolete("Turned off by WB. Use IAdvertApi.ChangeProductsAsync (PATCH /adv/v0/auction/nms).", DiagnosticId = "WBSDK0001")]
    Task UpdateProductsAsync(long id, [Body] RetiredProductsRequest request, CancellationToken cancellationToken = default);
}
