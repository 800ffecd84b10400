using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>Media campaigns, which show the seller's banners on WB's site and in its apps, and their statistics. They can be read, not changed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[WildberriesApi(typeof(AdvertMediaHost))]
[Area<Areas.AdvertMedia>]
public interface IAdvertMediaApi
{
    /// <summary>Counts the media campaigns of the seller by type and status.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The counts.</returns>
    [Get("/adv/v1/count")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(10, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<MediaCampaignCounts> GetCampaignCountsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the media campaigns of the seller.</summary>
    /// <remarks>
    /// <see cref="AdvertMediaApiExtensions.StreamCampaignsAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.
    /// </remarks>
    /// <param name="status">The statuses, with commas between them; <see langword="null"/>: all.</param>
    /// <param name="type">How they are paid for; <see langword="null"/>: either way.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="order">By what they are put in order.</param>
    /// <param name="direction">In which direction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaigns; an empty list if there are none.</returns>
    [Get("/adv/v1/adverts")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(10, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<MediaCampaignListItem>> GetCampaignsAsync(
        string? status = null,
        MediaCampaignType? type = null,
        int? limit = null,
        int? offset = null,
        MediaCampaignOrder? order = null,
        SortDirection? direction = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a media campaign with its banners.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
    /// <param name="advertId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaign, or <see langword="null"/> if there is none.</returns>
    [Get("/adv/v1/advert")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(10, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<MediaCampaign?> GetCampaignAsync([AliasAs("id")] long advertId, CancellationToken cancellationToken = default);

    /// <summary>Gets the statistics of media campaigns, exactly as asked for.</summary>
    /// <remarks>
    /// <see cref="AdvertMediaApiExtensions.StreamStatisticsAsync"/> takes any number and checks them first.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="requests">The campaigns and the days: 1 to 100. A campaign may be there more than once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics, in WB's order; a campaign that WB does not know has an <see cref="MediaStatistics.Error"/>.</returns>
    [Post("/adv/v1/stats")]
    [Operation(TokenCategory.Promotion, OperationAccess.Read)]
    [RateLimit(10, 1, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<MediaStatistics>> GetStatisticsAsync([Body] MediaStatisticsRequest[] requests, CancellationToken cancellationToken = default);
}
