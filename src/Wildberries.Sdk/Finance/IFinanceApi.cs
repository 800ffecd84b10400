using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Finance;

/// <summary>
/// The seller's balance, and the reports on sales and on what taking payments cost: one method per WB operation.
/// <see cref="FinanceApiExtensions"/> reads a whole report, page after page.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting"/>.</remarks>
[WildberriesApi(typeof(FinanceHost))]
[Area<Areas.Finance>]
public interface IFinanceApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the seller's balance.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What is there, and what of it can be paid out.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/balance"/>.</remarks>
    [Get("/api/v1/account/balance")]
    [Operation(TokenCategory.Finance, OperationAccess.Read)]
    [RateLimit(1, 60, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<SellerBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists reports on sales, at most 1,000, from 1 January 2025 on. For personal and service tokens.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The reports with their totals; an empty list if there are none.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    [Post("/api/finance/v1/sales-reports/list")]
    [Operation(
        TokenCategory.Finance, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1)]
    Task<IReadOnlyList<SalesReport>> GetSalesReportsAsync(
        [Body] SalesReportListRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a page of the rows of a report on sales, at most 100,000; reports are there from 1 January 2025 on. For personal and service
    /// tokens. <see cref="FinanceApiExtensions.StreamSalesReportAsync(IFinanceApi, long, SalesReportByIdRequest?, CancellationToken)"/> reads all pages.
    /// </summary>
    /// <param name="reportId">The report's id, from the list.</param>
    /// <param name="request">Which rows, and what of them.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>
    /// The rows, read one by one while the answer arrives; none after the last row. Can be read once, and nothing is sent before that.
    /// </returns>
    /// <remarks>
    /// WB answers 404 if there is no such report.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
    /// </remarks>
    [Post("/api/finance/v1/sales-reports/detailed/{reportId}")]
    [Operation(
        TokenCategory.Finance, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1)]
    IAsyncEnumerable<SalesReportRow> GetSalesReportRowsAsync(
        long reportId, [Body] SalesReportByIdRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a page of the rows of all reports on sales of a period, at most 100,000, from 29 January 2024 on.
    /// <see cref="FinanceApiExtensions.StreamSalesReportAsync(IFinanceApi, SalesReportRowsRequest, CancellationToken)"/> reads all pages.
    /// </summary>
    /// <param name="request">Which days, which rows, and what of them.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>
    /// The rows, read one by one while the answer arrives; none after the last row. Can be read once, and nothing is sent before that.
    /// </returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    [Post("/api/finance/v1/sales-reports/detailed")]
    [Operation(TokenCategory.Finance, OperationAccess.Read, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 86400, 1, Tokens = TokenKinds.Base)]
    IAsyncEnumerable<SalesReportRow> GetSalesReportRowsByPeriodAsync(
        [Body] SalesReportRowsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists reports on what taking payments cost, at most 1,000. For personal and service tokens.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The reports with their totals; an empty list if there are none.</returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    [Post("/api/finance/v1/acquiring/list")]
    [Operation(
        TokenCategory.Finance, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1)]
    Task<IReadOnlyList<AcquiringReport>> GetAcquiringReportsAsync(
        [Body] AcquiringReportListRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a page of the rows of a report on what taking payments cost, at most 100,000. For personal and service tokens.
    /// <see cref="FinanceApiExtensions.StreamAcquiringReportAsync(IFinanceApi, long, AcquiringReportByIdRequest?, CancellationToken)"/> reads all pages.
    /// </summary>
    /// <param name="reportId">The report's id, from the list.</param>
    /// <param name="request">Which rows, and what of them.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>
    /// The rows, read one by one while the answer arrives; none after the last row. Can be read once, and nothing is sent before that.
    /// </returns>
    /// <remarks>
    /// WB answers 404 if there is no such report.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
    /// </remarks>
    [Post("/api/finance/v1/acquiring/detailed/{reportId}")]
    [Operation(
        TokenCategory.Finance, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1)]
    IAsyncEnumerable<AcquiringReportRow> GetAcquiringReportRowsAsync(
        long reportId, [Body] AcquiringReportByIdRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a page of the rows of all reports on what taking payments cost of a period, at most 100,000. For personal and service tokens.
    /// <see cref="FinanceApiExtensions.StreamAcquiringReportAsync(IFinanceApi, AcquiringReportRowsRequest, CancellationToken)"/> reads all pages.
    /// </summary>
    /// <param name="request">Which days, which rows, and what of them.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>
    /// The rows, read one by one while the answer arrives; none after the last row. Can be read once, and nothing is sent before that.
    /// </returns>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    [Post("/api/finance/v1/acquiring/detailed")]
    [Operation(
        TokenCategory.Finance, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1)]
    IAsyncEnumerable<AcquiringReportRow> GetAcquiringReportRowsByPeriodAsync(
        [Body] AcquiringReportRowsRequest request, CancellationToken cancellationToken = default);
}
