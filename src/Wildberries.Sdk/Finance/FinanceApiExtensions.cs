using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Finance;

/// <summary>Reads whole reports on top of <see cref="IFinanceApi"/>: page after page, each row as it arrives, none kept.</summary>
/// <remarks>
/// WB allows one request a minute (base tokens: two a day) and says by an empty answer that there are no more rows: every report costs
/// one request more than it has pages. When the reading breaks off, call again with <c>RrdId</c> of the last row that came.
/// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
/// </remarks>
public static class FinanceApiExtensions
{
    private const string RrdId = "rrdId";

    /// <summary>Reads all rows of a report on sales.</summary>
    /// <param name="api">The host.</param>
    /// <param name="reportId">The report's id, from the list.</param>
    /// <param name="request">
    /// After which row to begin, how large the pages are and what the rows have; <see langword="null"/>: all of it, in the largest pages.
    /// </param>
    /// <param name="cancellationToken">Cancels the requests and the reading.</param>
    /// <returns>The rows, in WB's order.</returns>
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<SalesReportRow> StreamSalesReportAsync(
        this IFinanceApi api, long reportId, ReportRowsRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        request ??= new ReportRowsRequest();
        string[]? fields = WithRrdId(request.Fields);
        return ReadPagesAsync(
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
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<SalesReportRow> StreamSalesReportAsync(
        this IFinanceApi api, SalesReportRowsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(request);
        CheckDays(request.DateFrom, request.DateTo, nameof(request));
        string[]? fields = WithRrdId(request.Fields);
        return ReadPagesAsync(
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
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<AcquiringReportRow> StreamAcquiringReportAsync(
        this IFinanceApi api, long reportId, ReportRowsRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        request ??= new ReportRowsRequest();
        string[]? fields = WithRrdId(request.Fields);
        return ReadPagesAsync(
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
    /// <exception cref="WildberriesApiException">A request failed. Rows that came before it are good.</exception>
    public static IAsyncEnumerable<AcquiringReportRow> StreamAcquiringReportAsync(
        this IFinanceApi api, AcquiringReportRowsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(request);
        CheckDays(request.DateFrom, request.DateTo, nameof(request));
        string[]? fields = WithRrdId(request.Fields);
        return ReadPagesAsync(
            (after, token) => api.GetAcquiringReportRowsByPeriodAsync(request with { RrdId = after, Fields = fields }, token),
            static row => row.RrdId,
            request.RrdId,
            cancellationToken);
    }

    private static void CheckDays(DateOnly from, DateOnly to, string parameterName)
    {
        if (to < from)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The last day, {to:yyyy-MM-dd}, is before the first, {from:yyyy-MM-dd}."), parameterName);
        }
    }

    // Without the id there is no next page.
    private static string[]? WithRrdId(IReadOnlyList<string>? fields) => fields is null or []
        ? null
        : [.. fields, .. fields.Contains(RrdId, StringComparer.Ordinal) ? Array.Empty<string>() : [RrdId]];

    private static async IAsyncEnumerable<T> ReadPagesAsync<T>(
        Func<long, CancellationToken, IAsyncEnumerable<T>> page,
        Func<T, long> id,
        long? start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = start ?? 0;
        while (true)
        {
            long? last = null;
            await foreach (T row in page(after, cancellationToken).ConfigureAwait(false))
            {
                last = id(row);
                yield return row;
            }

            if (last is null)
                yield break;

            // The same page for ever, or an end too soon, would be wrong sums.
            if (last <= after)
            {
                throw new WildberriesResponseException(
                    FormattableString.Invariant($"The report does not go on: after row {after} WB sent a page that ends with row {last}."))
                {
                    Delivery = Delivery.Answered,
                };
            }

            after = last.Value;
        }
    }
}
