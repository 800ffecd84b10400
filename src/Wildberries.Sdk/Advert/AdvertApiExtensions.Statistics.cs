using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Gets the statistics of any number of campaigns for a period of any length: 50 campaigns and at most 31 days with each call.</summary>
    /// <remarks>
    /// <para>
    /// Each campaign comes once. Where its statistics came in several parts, views, clicks, additions to the cart, orders, items and amounts are
    /// the sums of the parts. <see cref="CampaignFigures.Ctr"/>, <see cref="CampaignFigures.Cpc"/> and <see cref="CampaignFigures.Cr"/> are ratios: they
    /// are worked out from these sums and rounded to two digits, as WB rounds them, and are 0 where there is nothing to divide by. Days and
    /// positions are put in the order of their dates; what a day holds is WB's own.
    /// </para>
    /// <para>
    /// WB allows three calls a minute (base tokens: one an hour). The period is split into equal parts, and all parts of 50 campaigns are read
    /// before the first of them comes. Where WB refuses because it has no statistics of a part, the part has no rows. An id that WB calls invalid
    /// fails the call; the method with <c>leftOut</c> goes on without it.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns of which WB has statistics.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesResponseException">Parts of a campaign's statistics are in different currencies.</exception>
    /// <exception cref="WildberriesApiException">A call failed. Campaigns that came before are complete.</exception>
    public static IAsyncEnumerable<CampaignStatistics> StreamStatisticsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        return StreamStatistics(api, advertIds, from, to, null, cancellationToken);
    }

    /// <summary>
    /// Gets the statistics as the other method does, and goes on where WB calls a campaign's id invalid: without that campaign, which is reported.
    /// WB refuses a whole batch for one such id.
    /// </summary>
    /// <remarks>
    /// A refusal costs a call: see the rate limit of the other method.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="leftOut">Told the id of each campaign that is left out, once.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// The campaigns of which WB has statistics. One that is left out in the middle of a long period comes with what WB has told of it before.
    /// </returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesResponseException">Parts of a campaign's statistics are in different currencies.</exception>
    /// <exception cref="WildberriesApiException">A call failed. Campaigns that came before are complete.</exception>
    public static IAsyncEnumerable<CampaignStatistics> StreamStatisticsAsync(
        this IAdvertApi api,
        IEnumerable<long> advertIds,
        DateOnly from,
        DateOnly to,
        IProgress<long> leftOut,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        return StreamStatistics(api, advertIds, from, to, leftOut, cancellationToken);
    }

    /// <summary>Gets the statistics of the search clusters of any number of products for a period, 100 products with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day. WB documents no longest period.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with the statistics of their search clusters, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first, or a product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSearchClusterStatistics> StreamSearchClusterStatisticsAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Period(from, to);
        return ReadByProducts(
            products,
            async (items, token) => (await api.GetSearchClusterStatisticsAsync(
                new SearchClusterStatisticsRequest { From = from, To = to, Items = items }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    /// <summary>Gets the statistics of the search clusters of any number of products, day by day, 100 products with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day. WB documents no longest period.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with the statistics of their search clusters, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first, or a product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSearchClusterDailyStatistics> StreamSearchClusterDailyStatisticsAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Period(from, to);
        return ReadByProducts(
            products,
            async (items, token) => (await api.GetSearchClusterDailyStatisticsAsync(
                new SearchClusterDailyStatisticsRequest { From = from, To = to, Items = Keys(items) }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    private static IAsyncEnumerable<CampaignStatistics> StreamStatistics(
        IAdvertApi api, IEnumerable<long> advertIds, DateOnly from, DateOnly to, IProgress<long>? leftOut, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Period(from, to);
        return ReadByIds(advertIds, new CampaignStatisticsReader(api, from, to, leftOut).ReadAsync, cancellationToken);
    }
}
