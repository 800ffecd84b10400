using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Finance;

/// <summary>Reads whole reports on top of <see cref="IFinanceApi"/>: page after page, each row as it arrives, none kept.</summary>
/// <remarks>
/// WB allows one request a minute (base tokens: two a day) and says by an empty answer that there are no more rows: every report costs
/// one request more than it has pages. WB can repeat or reorder rows at the borders of pages: each row comes once, and the next page begins after the
/// largest <c>RrdId</c> so far. When the reading breaks off, call again with the largest <c>RrdId</c> that came; if rows came out of order,
/// begin anew.
/// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
/// </remarks>
public static class FinanceApiExtensions
{
    /// <summary>Reads all rows of a report on sales.</summary>
    /// <param name="api">The host.</param>
    /// <param name="reportId">The report's id, from the list.</param>
    /// <param name="request">
    /// After which row to begin, how large the pages are and what the rows have; <see langword="null"/>: all of it, in the largest pages.
    /// </param>
    /// <param name="cancellationToken">Cancels the requests and the reading.</param>
    /// <returns>The rows, in WB's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reportId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others, or rows without an id.</exception>
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<SalesReportRow> StreamSalesReportAsync(
        this IFinanceApi api, long reportId, SalesReportByIdRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(reportId);
        request ??= new SalesReportByIdRequest();
        SalesReportField[]? fields = WithRrdId(request.Fields, SalesReportField.RrdId);
        return Read(
            "Finance.GetSalesReportRows",
            (after, token) => api.GetSalesReportRowsAsync(reportId, request with { RrdId = after, Fields = fields }, token),
            static row => row.RrdId,
            request.RrdId,
            cancellationToken);
    }

    /// <summary>Reads all rows of the reports on sales of a period.</summary>
    /// <param name="api">The host.</param>
    /// <param name="request">Which days, after which row to begin, how large the pages are and what the rows have.</param>
    /// <param name="cancellationToken">Cancels the requests and the reading.</param>
    /// <returns>The rows, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others, or rows without an id.</exception>
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<SalesReportRow> StreamSalesReportAsync(
        this IFinanceApi api, SalesReportRowsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(request);
        Argument.Period(request.DateFrom, request.DateTo, nameof(request));
        SalesReportField[]? fields = WithRrdId(request.Fields, SalesReportField.RrdId);
        return Read(
            "Finance.GetSalesReportRowsByPeriod",
            (after, token) => api.GetSalesReportRowsByPeriodAsync(request with { RrdId = after, Fields = fields }, token),
            static row => row.RrdId,
            request.RrdId,
            cancellationToken);
    }

    /// <summary>Reads all rows of a report on what taking payments cost.</summary>
    /// <param name="api">The host.</param>
    /// <param name="reportId">The report's id, from the list.</param>
    /// <param name="request">
    /// After which row to begin, how large the pages are and what the rows have; <see langword="null"/>: all of it, in the largest pages.
    /// </param>
    /// <param name="cancellationToken">Cancels the requests and the reading.</param>
    /// <returns>The rows, in WB's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reportId"/> is not positive.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others, or rows without an id.</exception>
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<AcquiringReportRow> StreamAcquiringReportAsync(
        this IFinanceApi api, long reportId, AcquiringReportByIdRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(reportId);
        request ??= new AcquiringReportByIdRequest();
        AcquiringReportField[]? fields = WithRrdId(request.Fields, AcquiringReportField.RrdId);
        return Read(
            "Finance.GetAcquiringReportRows",
            (after, token) => api.GetAcquiringReportRowsAsync(reportId, request with { RrdId = after, Fields = fields }, token),
            static row => row.RrdId,
            request.RrdId,
            cancellationToken);
    }

    /// <summary>Reads all rows of the reports on what taking payments cost of a period.</summary>
    /// <param name="api">The host.</param>
    /// <param name="request">Which days, after which row to begin, how large the pages are and what the rows have.</param>
    /// <param name="cancellationToken">Cancels the requests and the reading.</param>
    /// <returns>The rows, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesResponseException">WB sends the same rows again where there should be others, or rows without an id.</exception>
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<AcquiringReportRow> StreamAcquiringReportAsync(
        this IFinanceApi api, AcquiringReportRowsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(request);
        Argument.Period(request.DateFrom, request.DateTo, nameof(request));
        AcquiringReportField[]? fields = WithRrdId(request.Fields, AcquiringReportField.RrdId);
        return Read(
            "Finance.GetAcquiringReportRowsByPeriod",
            (after, token) => api.GetAcquiringReportRowsByPeriodAsync(request with { RrdId = after, Fields = fields }, token),
            static row => row.RrdId,
            request.RrdId,
            cancellationToken);
    }

    // Without the id there is no next page.
    private static T[]? WithRrdId<T>(IReadOnlyList<T>? fields, T rrdId) =>
        fields is null or [] ? null : fields.Contains(rrdId) ? [.. fields] : [.. fields, rrdId];

    private static IAsyncEnumerable<T> Read<T>(
        string operation,
        Func<long, CancellationToken, IAsyncEnumerable<T>> getPage,
        Func<T, long> idOf,
        long? start,
        CancellationToken cancellationToken)
        where T : class => Pager.ByKey(
            operation, start ?? 0, ListEnd.EmptyPage, (after, token) => getPage(after ?? 0, token), idOf, cancellationToken);
}
