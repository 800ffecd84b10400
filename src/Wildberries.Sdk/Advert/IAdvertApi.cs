using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Advert;

/// <summary>
/// Advertising: campaigns, their bids, products and search clusters, money and statistics. One method per WB operation;
/// <see cref="AdvertApiExtensions"/> splits long lists and periods and checks arguments first.
/// </summary>
/// <remarks>
/// WB brings its data up to date every three minutes, statuses every minute, bids every 30 seconds.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
/// </remarks>
[WildberriesApi(typeof(AdvertHost))]
[Area<Areas.Advert>]
public interface IAdvertApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists all campaigns of the seller by their ids, grouped by type and status.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The groups.</returns>
    [Get("/adv/v1/promotion/count")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(4, 3600, 1, Tokens = TokenKinds.Base)]
    Task<CampaignLists> GetCampaignListsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets campaigns with their settings, by ids, by statuses or by what they pay for.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamCampaignsAsync"/> takes any number of ids.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.
    /// </remarks>
    /// <param name="ids">The ids, at most 50, with commas between them; <see langword="null"/>: all.</param>
    /// <param name="statuses">The statuses, with commas between them; <see langword="null"/>: all.</param>
    /// <param name="paymentType">What they pay for; <see langword="null"/>: either.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaigns.</returns>
    [Get("/api/advert/v2/adverts")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<CampaignsResponse> GetCampaignsAsync(
        string? ids = null,
        string? statuses = null,
        [AliasAs("payment_type")] PaymentType? paymentType = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the lowest bids that WB takes for products of a campaign.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="request">The campaign, its products and the placements.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bids, in hundredths of the currency.</returns>
    [Post("/api/advert/v1/bids/min")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(20, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<MinimumBidsResponse> GetMinimumBidsAsync([Body] MinimumBidsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a campaign. It is not shown before it is started.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="request">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the campaign may have been made nevertheless.</param>
    /// <returns>The id of the new campaign.</returns>
    [Post("/adv/v2/seacat/save-ad")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<long> CreateCampaignAsync([Body] CreateCampaignRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the kinds of the seller's products that can be advertised.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="paymentType">What the campaign is to pay for; <see langword="null"/>, which WB takes for <see cref="PaymentType.Cpm"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The kinds of products; an empty list if there are none.</returns>
    [Get("/adv/v1/supplier/subjects")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true, Sandbox = true)]
    [RateLimit(1, 12, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<AdvertSubject>> GetAvailableSubjectsAsync(
        [AliasAs("payment_type")] PaymentType? paymentType = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the seller's products of given kinds that can be put into a campaign.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="subjectIds">The kinds of products: <see cref="AdvertSubject.Id"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products; an empty list if there are none.</returns>
    [Post("/adv/v2/supplier/nms")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true, Sandbox = true)]
    [RateLimit(5, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<AvailableProduct>> GetAvailableProductsAsync([Body] long[] subjectIds, CancellationToken cancellationToken = default);

    /// <summary>Deletes a campaign that is <see cref="CampaignStatus.Ready"/>.</summary>
    /// <remarks>
    /// A GET that writes. The campaign is <see cref="CampaignStatus.Deleting"/> for three to ten minutes.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Get("/adv/v0/delete")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task DeleteCampaignAsync([AliasAs("id")] long advertId, CancellationToken cancellationToken = default);

    /// <summary>Gives a campaign another name, whatever its status.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="request">The campaign and the name.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Post("/adv/v0/rename")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task RenameCampaignAsync([Body] RenameCampaignRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a campaign that is <see cref="CampaignStatus.Ready"/> or <see cref="CampaignStatus.Paused"/>. From then on it spends its budget.
    /// </summary>
    /// <remarks>
    /// A GET that writes. WB answers 400 if the budget is too small, and 422 if the status does not change.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Get("/adv/v0/start")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task StartCampaignAsync([AliasAs("id")] long advertId, CancellationToken cancellationToken = default);

    /// <summary>Pauses a campaign that is <see cref="CampaignStatus.Active"/>.</summary>
    /// <remarks>
    /// A GET that writes. WB answers 422 if the status does not change.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Get("/adv/v0/pause")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task PauseCampaignAsync([AliasAs("id")] long advertId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends a campaign that is <see cref="CampaignStatus.Active"/> or <see cref="CampaignStatus.Paused"/>. It cannot be started again.
    /// </summary>
    /// <remarks>
    /// A GET that writes. WB answers 422 if the status does not change.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Get("/adv/v0/stop")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, Sandbox = true)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task StopCampaignAsync([AliasAs("id")] long advertId, CancellationToken cancellationToken = default);

    /// <summary>Sets where the products of campaigns are shown.</summary>
    /// <remarks>
    /// For campaigns with <see cref="BidType.Manual"/> and <see cref="PaymentType.Cpm"/> that are ready, active or paused.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="request">The campaigns and the placements.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Put("/adv/v0/auction/placements")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(1, 1, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task SetPlacementsAsync([Body] PlacementsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets bids for products of campaigns, exactly as given.</summary>
    /// <remarks>
    /// For campaigns that are ready, active or paused. <see cref="AdvertApiExtensions.SetBidsAsync"/> checks the bids first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="request">The campaigns, products and bids.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The bids that were set.</returns>
    [Patch("/api/advert/v1/bids")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(5, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<BidsResponse> SetBidsAsync([Body] BidsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds products to campaigns and takes products out of them, exactly as given. Those that are added get the lowest bid.</summary>
    /// <remarks>
    /// For campaigns that are ready, active or paused. <see cref="AdvertApiExtensions.ChangeProductsAsync"/> checks the products first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="request">The campaigns and the products.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The products that were added and taken out.</returns>
    [Patch("/adv/v0/auction/nms")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(1, 1, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<ProductsResponse> ChangeProductsAsync([Body] ProductsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the bids that WB recommends for a product of a campaign and for its search clusters.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="nmId">The product's number at WB.</param>
    /// <param name="advertId">The campaign: with <see cref="PaymentType.Cpm"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bids, in hundredths of the currency.</returns>
    [Get("/api/advert/v0/bids/recommendations")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(5, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(20, 3600, 1, Tokens = TokenKinds.Base)]
    Task<BidRecommendations> GetBidRecommendationsAsync(long nmId, long advertId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the currency of the seller's advertising account, the steps of bids and the least deposit. For personal and service tokens.
    /// </summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What holds for all campaigns.</returns>
    [Get("/api/advert/v1/config")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(1, 60, 10)]
    Task<AdvertConfig> GetConfigAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets how much campaigns may spend a day, and what they have spent today. For personal and service tokens.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamDailyLimitsAsync"/> takes any number of campaigns.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="advertIds">The campaigns' ids, with commas between them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The daily limits.</returns>
    [Get("/api/advert/v0/daily-limits")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(5, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service)]
    Task<DailyLimitsResponse> GetDailyLimitsAsync(string advertIds, CancellationToken cancellationToken = default);

    /// <summary>Sets how much campaigns may spend a day, or lets them spend without such a limit. For personal and service tokens.</summary>
    /// <remarks>
    /// A limit below the least that WB takes for a campaign is not set: look at each result.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="request">The campaigns and their limit.</param>
    /// <param name="cancellationToken">Cancels the call; the limits may have been set nevertheless.</param>
    /// <returns>For each campaign whether the limit was too low.</returns>
    [Put("/api/advert/v0/daily-limits")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(5, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service)]
    Task<SetDailyLimitsResponse> SetDailyLimitsAsync([Body] SetDailyLimitsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the search clusters of products, those that had at least 100 views.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamSearchClustersAsync"/> takes any number of products.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The search clusters.</returns>
    [Post("/adv/v0/normquery/list")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(5, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<SearchClustersResponse> GetSearchClustersAsync([Body] SearchClustersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the bids of the search clusters of products.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamSearchClusterBidsAsync"/> takes any number of products.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bids.</returns>
    [Post("/adv/v0/normquery/get-bids")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(5, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<SearchClusterBidsResponse> GetSearchClusterBidsAsync([Body] CampaignProductsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets bids for search clusters, in hundredths of the currency. For personal and service tokens.</summary>
    /// <remarks>
    /// For campaigns with <see cref="BidType.Manual"/> and <see cref="PaymentType.Cpm"/>. <see cref="GetConfigAsync"/> tells the step.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The bids.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>Which bids were set and which not: a bid that is refused does not fail the others.</returns>
    [Post("/api/advert/v1/normquery/bids")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(2, 1, 4, Tokens = TokenKinds.Personal | TokenKinds.Service)]
    Task<SetSearchClusterBidsResponse> SetSearchClusterBidsAsync(
        [Body] SetSearchClusterBidsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets bids for search clusters, in whole units of the currency: roubles.</summary>
    /// <remarks>
    /// For campaigns with <see cref="BidType.Manual"/> and <see cref="PaymentType.Cpm"/>. <see cref="SetSearchClusterBidsAsync"/> is finer and tells what
    /// became of each bid, but not every token may call it.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The bids.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Post("/adv/v0/normquery/bids")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(2, 1, 4, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task SetSearchClusterBidsInBaseUnitsAsync([Body] SetSearchClusterBidsInBaseUnitsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes the bids off search clusters.</summary>
    /// <remarks>
    /// For campaigns with <see cref="BidType.Manual"/> and <see cref="PaymentType.Cpm"/>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The search clusters.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Delete("/adv/v0/normquery/bids")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(5, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task DeleteSearchClusterBidsAsync([Body] DeleteSearchClusterBidsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the minus phrases of products.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamMinusPhrasesAsync"/> takes any number of products.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.
    /// </remarks>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The minus phrases.</returns>
    [Post("/adv/v0/normquery/get-minus")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(5, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<MinusPhrasesResponse> GetMinusPhrasesAsync([Body] CampaignProductsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the minus phrases of a product, in place of all that it had; an empty list deletes them.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="request">The product and the phrases.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Post("/adv/v0/normquery/set-minus")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write)]
    [RateLimit(5, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task SetMinusPhrasesAsync([Body] SetMinusPhrasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the seller's money for advertising.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What there is, in whole units of the currency: roubles.</returns>
    [Get("/adv/v1/balance")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, Sandbox = true)]
    [RateLimit(1, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<AdvertBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the budgets of campaigns that are ready, active or paused.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamBudgetsAsync"/> takes any number of ids.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="request">The campaigns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The budgets, in whole units of the currency: roubles.</returns>
    [Post("/api/advert/v2/budget")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(20, 60, 4, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(4, 3600, 1, Tokens = TokenKinds.Base)]
    Task<BudgetsResponse> GetBudgetsAsync([Body] BudgetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tops up the budget of a campaign, exactly as given. It spends money: a deposit that may have arrived is not sent again.</summary>
    /// <remarks>
    /// If the call fails after it was sent, look at the budget before you call again. <see cref="AdvertApiExtensions.DepositBudgetAsync"/> checks the
    /// arguments first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="request">How much, and from what.</param>
    /// <param name="cancellationToken">Cancels the call; the deposit may have been made nevertheless.</param>
    /// <returns>The new budget if <see cref="DepositRequest.ReturnTotal"/> asks for it, or <see langword="null"/>.</returns>
    [Post("/adv/v1/budget/deposit")]
    [Operation(TokenCategory.Promotion, OperationAccess.Write, MayAnswerEmpty = true, Sandbox = true)]
    [RateLimit(1, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<DepositResponse?> DepositBudgetAsync(
        [AliasAs("id")] long advertId, [Body] DepositRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists what campaigns have cost in a period.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamExpensesAsync"/> takes longer periods.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day: 1 to 31 days in all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The expenses; an empty list if there are none.</returns>
    [Get("/adv/v1/upd")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true, Sandbox = true)]
    [RateLimit(1, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<CampaignExpense>> GetExpensesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>Lists the seller's payments into the advertising account in a period.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamPaymentsAsync"/> takes longer periods.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="from">The first day; <see langword="null"/>: as WB likes.</param>
    /// <param name="to">The last day, 1 to 31 days in all; <see langword="null"/>: as WB likes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The payments; an empty list if there are none.</returns>
    [Get("/adv/v1/payments")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true, Sandbox = true)]
    [RateLimit(1, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<AccountPayment>> GetPaymentsAsync(DateOnly? from = null, DateOnly? to = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the statistics of campaigns for a period: of those that are or were active, paused or over.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamStatisticsAsync(IAdvertApi, IEnumerable{long}, DateOnly, DateOnly, CancellationToken)"/> takes any number of campaigns and longer periods.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="ids">The campaigns, at most 50, with commas between them.</param>
    /// <param name="beginDate">The first day.</param>
    /// <param name="endDate">The last day: at most 31 days in all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics; an empty list if there are none.</returns>
    [Get("/adv/v3/fullstats")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(3, 60, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<CampaignStatistics>> GetStatisticsAsync(
        string ids, DateOnly beginDate, DateOnly endDate, CancellationToken cancellationToken = default);

    /// <summary>Gets the statistics of the search clusters of products for a period.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamSearchClusterStatisticsAsync"/> takes any number of products.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="request">The products and the period.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics.</returns>
    [Post("/adv/v0/normquery/stats")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(10, 60, 20, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<SearchClusterStatisticsResponse> GetSearchClusterStatisticsAsync(
        [Body] SearchClusterStatisticsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the statistics of the search clusters of products, day by day.</summary>
    /// <remarks>
    /// <see cref="AdvertApiExtensions.StreamSearchClusterDailyStatisticsAsync"/> takes any number of products.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="request">The products and the period.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics.</returns>
    [Post("/adv/v1/normquery/stats")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(10, 60, 20, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<SearchClusterDailyStatisticsResponse> GetSearchClusterDailyStatisticsAsync(
        [Body] SearchClusterDailyStatisticsRequest request, CancellationToken cancellationToken = default);
}
