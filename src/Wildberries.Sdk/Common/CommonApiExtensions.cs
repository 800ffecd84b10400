using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Common;

/// <summary>Helpers on top of <see cref="ICommonApi"/>.</summary>
public static class CommonApiExtensions
{
    /// <summary>Gets which warehouses take supplies in the next 14 days and what acceptance costs. WB has switched it off for the time being.</summary>
    /// <remarks>
    /// WB's documents call the operation temporarily switched off and do not say until when, nor what it answers: rely on it only after you have seen rows.
    /// Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/supplyRates"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="warehouseIds">The ids of the warehouses; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A row per warehouse, day and kind of supply.</returns>
    /// <exception cref="ArgumentException"><paramref name="warehouseIds"/> is empty.</exception>
    public static Task<IReadOnlyList<AcceptanceCoefficient>> GetAcceptanceCoefficientsAsync(
        this ICommonApi api,
        IEnumerable<long> warehouseIds,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return api.GetAcceptanceCoefficientsAsync(Argument.Joined(warehouseIds, "warehouse ids"), cancellationToken);
    }

    /// <summary>Reads the seller portal's news from a day on, page by page.</summary>
    /// <remarks>
    /// Ends with the first page that brings nothing new, so one request more than there are pages. Each piece of news comes once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The news in WB's order.</returns>
    public static IAsyncEnumerable<NewsItem> StreamNewsAsync(
        this ICommonApi api,
        DateOnly from,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadNews(api, from, null, cancellationToken);
    }

    /// <summary>Reads the seller portal's news from a piece of news on, that one included, page by page.</summary>
    /// <remarks>
    /// Ends with the first page that brings nothing new, so one request more than there are pages. Each piece of news comes once.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="fromId">The id of the first piece of news; not negative.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The news in WB's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fromId"/> is negative.</exception>
    public static IAsyncEnumerable<NewsItem> StreamNewsFromIdAsync(
        this ICommonApi api,
        long fromId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegative(fromId);
        return ReadNews(api, null, fromId, cancellationToken);
    }

    // A page starts with the last one of the page before it: WB is asked from that one on, since it surely knows it.
    private static IAsyncEnumerable<NewsItem> ReadNews(ICommonApi api, DateOnly? from, long? fromId, CancellationToken cancellationToken) =>
        Pager.ByKey(
            "Common.GetNews",
            null,
            ListEnd.NothingNew,
            (last, token) => ReadPageAsync(api.GetNewsAsync(last is null ? from : null, last ?? fromId, token)),
            item => item.Id,
            cancellationToken);

    private static async IAsyncEnumerable<NewsItem> ReadPageAsync(Task<NewsResponse> page)
    {
        foreach (NewsItem item in (await page.ConfigureAwait(false))?.Data ?? [])
            yield return item;
    }
}
