using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>What is done with media campaigns, with the lists read to their end and the arguments checked before anything is sent.</summary>
public static class AdvertMediaApiExtensions
{
    private const int PageSize = 100;
    private const int MaxStatistics = 100;

    /// <summary>Reads all media campaigns of the seller, page by page, by their ids.</summary>
    /// <remarks>
    /// Ends with a page that brings nothing new, so one request more than there are pages: WB does not document how many a page may hold.
    /// Each campaign comes once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="statuses">The statuses; <see langword="null"/>: all.</param>
    /// <param name="type">How the campaigns are paid for; <see langword="null"/>: either way.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns, those with the smallest ids first.</returns>
    /// <exception cref="ArgumentException">There is a list of statuses, and it is empty.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<MediaCampaignListItem> StreamCampaignsAsync(
        this IAdvertMediaApi api,
        IEnumerable<MediaCampaignStatus>? statuses = null,
        MediaCampaignType? type = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        string? text = statuses is null ? null : string.Join(',', statuses.Distinct());
        if (text is "")
            throw new ArgumentException("There is no status; to get campaigns of all statuses, leave the statuses out.", nameof(statuses));
        return ReadCampaignsAsync(api, text, type, cancellationToken);
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
        ArgumentNullException.ThrowIfNull(requests);
        MediaStatisticsRequest[] all = [.. requests];
        foreach (MediaStatisticsRequest request in all)
        {
            if (Fault(request) is { } fault)
                throw new ArgumentException(FormattableString.Invariant($"The request for campaign {request?.AdvertId} {fault}."), nameof(requests));
        }

        return ReadStatisticsAsync(api, all, cancellationToken);
    }

    private static string? Fault(MediaStatisticsRequest? request) => request switch
    {
        not { AdvertId: > 0 } => "has no id",
        { Dates: not null, Interval: not null } => "has both days and an interval",
        { Dates.Count: 0 } => "has an empty list of days",
        { Interval: not null and (not { Begin: not null } or not { End: not null }) } => "has an interval without begin or end",
        { Interval: { } interval } when interval.End < interval.Begin => "has an interval that ends before it begins",
        _ => null,
    };

    private static async IAsyncEnumerable<MediaCampaignListItem> ReadCampaignsAsync(
        IAdvertMediaApi api, string? statuses, MediaCampaignType? type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<long>();
        for (int offset = 0; ;)
        {
            IReadOnlyList<MediaCampaignListItem> page = await api.GetCampaignsAsync(
                statuses, type, PageSize, offset, MediaCampaignOrder.Id, SortDirection.Ascending, cancellationToken).ConfigureAwait(false);
            bool isNew = false;
            foreach (MediaCampaignListItem campaign in page)
            {
                if (campaign is null || !seen.Add(campaign.AdvertId))
                    continue;
                isNew = true;
                yield return campaign;
            }

            if (!isNew)
                yield break;
            offset += page.Count;
        }
    }

    private static async IAsyncEnumerable<MediaStatistics> ReadStatisticsAsync(
        IAdvertMediaApi api, MediaStatisticsRequest[] requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (MediaStatisticsRequest[] batch in requests.Chunk(MaxStatistics))
        {
            foreach (MediaStatistics statistics in await api.GetStatisticsAsync(batch, cancellationToken).ConfigureAwait(false) ?? [])
            {
                if (statistics is not null)
                    yield return statistics;
            }
        }
    }
}
