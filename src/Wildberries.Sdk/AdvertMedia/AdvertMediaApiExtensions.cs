using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What is done with media campaigns, with the lists read to their end and the arguments checked before anything is sent.</summary>
public static class AdvertMediaApiExtensions
{
    private const int PageSize = 100;
    private const int MaxStatistics = 100;

    /// <summary>Reads all media campaigns of the seller, page by page, by their ids.</summary>
    /// <remarks>
    /// Ends with a page that brings nothing new, so one request more than there are pages: WB does not document how many a page may hold.
    /// Each campaign comes once: the ids of all are remembered while the list is read.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="statuses">The statuses; <see langword="null"/>: all.</param>
    /// <param name="type">How the campaigns are paid for; <see langword="null"/>: either way.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns, those with the smallest ids first.</returns>
    /// <exception cref="ArgumentException">There is a list of statuses, and it is empty.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same full page again.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<MediaCampaignListItem> StreamCampaignsAsync(
        this IAdvertMediaApi api,
        IEnumerable<MediaCampaignStatus>? statuses = null,
        MediaCampaignType? type = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        string? text = statuses is null ? null : Argument.Joined(statuses, "statuses");
        return Pager.ByOffset(
            "AdvertMedia.GetCampaigns",
            PageSize,
            ListEnd.NothingNew,
            async (offset, token) => new Page<MediaCampaignListItem>(await api.GetCampaignsAsync(
                text, type, PageSize, offset, MediaCampaignOrder.Id, SortDirection.Ascending, token).ConfigureAwait(false)),
            campaign => campaign.AdvertId,
            cancellationToken);
    }

    /// <summary>Gets the statistics of any number of media campaigns, 100 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="requests">The campaigns, each with its days, its interval or neither. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The statistics, in WB's order; a campaign that WB does not know has an <see cref="MediaStatistics.Error"/>.</returns>
    /// <exception cref="ArgumentException">
    /// An id is not positive, there are both days and an interval, there is an empty list of days, or an interval has no begin, no end, or ends before
    /// it begins.
    /// </exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<MediaStatistics> StreamStatisticsAsync(
        this IAdvertMediaApi api, IEnumerable<MediaStatisticsRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        List<MediaStatisticsRequest> all =
            Argument.Rows(requests, request => FormattableString.Invariant($"campaign {request.AdvertId}"), Fault, nameof(requests));
        return Pager.ByPart<MediaStatisticsRequest[], MediaStatistics>(
            all.Chunk(MaxStatistics), async (part, token) => await api.GetStatisticsAsync(part, token).ConfigureAwait(false), cancellationToken);
    }

    private static string? Fault(MediaStatisticsRequest request) => request switch
    {
        not { AdvertId: > 0 } => "it has no id",
        { Dates: not null, Interval: not null } => "it has both days and an interval",
        { Dates.Count: 0 } => "it has an empty list of days",
        { Interval: not null and (not { Begin: not null } or not { End: not null }) } => "it has an interval without begin or end",
        { Interval: { } interval } when interval.End < interval.Begin => "it has an interval that ends before it begins",
        _ => null,
    };
}
