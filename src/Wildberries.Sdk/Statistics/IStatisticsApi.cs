using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Statistics;

/// <summary>Orders and sales for quick monitoring: preliminary, and kept for 90 days.</summary>
/// <remarks>
/// WB will turn these reports off; the order feed of the analytics host replaces them and lacks no order. For accounts take the rows of the sales reports
/// (<see cref="Wildberries.Sdk.Finance"/>). WB renews the data every 30 minutes, and leaves out orders whose payment is not confirmed.
/// Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports"/>.
/// </remarks>
[WildberriesApi(typeof(StatisticsHost))]
[Area<Areas.Statistics>]
public interface IStatisticsApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets orders that have changed since a moment, some 80,000 at most, or all orders of a day.</summary>
    /// <remarks>
    /// The next page begins with <see cref="SupplierOrder.LastChangedAt"/> of the last row: the rows of that moment come again.
    /// <see cref="StatisticsApiExtensions.StreamChangedOrdersAsync"/> does that.
    /// Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierOrders"/>.
    /// </remarks>
    /// <param name="dateFrom">The moment, itself included; sent as Moscow time. With <paramref name="flag"/> 1: any time of the day, which is Moscow's.</param>
    /// <param name="flag">0: orders that have changed since <paramref name="dateFrom"/>; 1: all orders that were made on its day. <see langword="null"/>: 0.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>The orders, one row a unit, read one by one while the answer arrives. Can be read once, and nothing is sent before that.</returns>
    [Get("/api/v1/supplier/orders")]
    [Operation(TokenCategory.Statistics, OperationAccess.Read, Sandbox = true, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 10800, 1, Tokens = TokenKinds.Base)]
    IAsyncEnumerable<SupplierOrder> GetOrdersAsync(
        [Query(Format = UrlParameterFormatter.Moscow)] DateTimeOffset dateFrom,
        [Range(0, 1)] int? flag = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets sales and returns that have changed since a moment, some 80,000 at most, or all of a day.</summary>
    /// <remarks>
    /// The next page begins with <see cref="SupplierSale.LastChangedAt"/> of the last row: the rows of that moment come again.
    /// <see cref="StatisticsApiExtensions.StreamChangedSalesAsync"/> does that.
    /// Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierSales"/>.
    /// </remarks>
    /// <param name="dateFrom">The moment, itself included; sent as Moscow time. With <paramref name="flag"/> 1: any time of the day, which is Moscow's.</param>
    /// <param name="flag">0: sales and returns that have changed since <paramref name="dateFrom"/>; 1: all of its day. <see langword="null"/>: 0.</param>
    /// <param name="cancellationToken">Cancels the request and the reading.</param>
    /// <returns>The sales and returns, one row a unit, read one by one while the answer arrives. Can be read once, and nothing is sent before that.</returns>
    [Get("/api/v1/supplier/sales")]
    [Operation(TokenCategory.Statistics, OperationAccess.Read, Sandbox = true, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 1, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 7200, 1, Tokens = TokenKinds.Base)]
    IAsyncEnumerable<SupplierSale> GetSalesAsync(
        [Query(Format = UrlParameterFormatter.Moscow)] DateTimeOffset dateFrom,
        [Range(0, 1)] int? flag = null,
        CancellationToken cancellationToken = default);
}
