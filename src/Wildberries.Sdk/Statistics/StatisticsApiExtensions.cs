using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Statistics;

/// <summary>Follows orders and sales on top of <see cref="IStatisticsApi"/>.</summary>
/// <remarks>
/// WB will turn these reports off, and they lack orders whose payment is not confirmed: where both serve, take the order feed.
/// Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports"/>.
/// </remarks>
public static class StatisticsApiExtensions
{
    private static readonly TimeSpan Unsettled = TimeSpan.FromHours(24);

    /// <summary>
    /// Follows orders, without end unless <see cref="ChangedRowStreamOptions.StopAtEnd"/> is set: at first those of 90 days, then each new one, and each again when WB changes it, for example
    /// when it is cancelled. The first failure ends it unless <see cref="ChangedRowStreamOptions.MaxOutage"/> is set.
    /// </summary>
    /// <remarks>
    /// At least once: how far it is, is saved when the consumer, done with a row, asks for another (<see cref="ChangedRowStreamOptions.SaveEvery"/>). No row is lost between two calls, also
    /// not one of many that changed in the same second, as long as WB sends rows in the order of their changes, as it says. Run one stream at a time over one name.
    /// Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierOrders"/>.
    /// </remarks>
    /// <param name="api">The reports.</param>
    /// <param name="store">Where is kept how far the stream is.</param>
    /// <param name="sellerId">Whose orders they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">Where to begin, how often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. What was handled is saved first, if the store works.</param>
    /// <returns>The orders; <see cref="SupplierOrder.Srid"/> says which of an earlier one is the same.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesResponseException">More rows changed at one moment than WB gives at once: no further row is given, for some would be lost.</exception>
    /// <exception cref="WildberriesApiException">A call failed for another reason than the rate limit, and did so for longer than <see cref="ChangedRowStreamOptions.MaxOutage"/>.</exception>
    public static IAsyncEnumerable<SupplierOrder> StreamChangedOrdersAsync(
        this IStatisticsApi api, IStateStore store, string sellerId, ChangedRowStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new ChangedRowStream<SupplierOrder>(OrdersOf(api), store, sellerId, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Follows sales and returns as <see cref="StreamChangedOrdersAsync"/> does orders. A sum of 0 in the first 24 hours is <see langword="null"/>: WB does not know it yet, and gives the row again
    /// when it does.
    /// </summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierSales"/>.</remarks>
    /// <param name="api">The reports.</param>
    /// <param name="store">Where is kept how far the stream is.</param>
    /// <param name="sellerId">Whose sales they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">Where to begin, how often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. What was handled is saved first, if the store works.</param>
    /// <returns>The sales and returns; <see cref="SupplierSale.SaleId"/> says which of an earlier one is the same.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesResponseException">More rows changed at one moment than WB gives at once: no further row is given, for some would be lost.</exception>
    /// <exception cref="WildberriesApiException">A call failed for another reason than the rate limit, and did so for longer than <see cref="ChangedRowStreamOptions.MaxOutage"/>.</exception>
    public static IAsyncEnumerable<SupplierSale> StreamChangedSalesAsync(
        this IStatisticsApi api, IStateStore store, string sellerId, ChangedRowStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new ChangedRowStream<SupplierSale>(SalesOf(api), store, sellerId, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }

    internal static ChangedRows<SupplierOrder> OrdersOf(IStatisticsApi api) => new()
    {
        Operation = "Statistics.GetOrders",
        Name = "changed-orders",
        Format = ChangedRowsState.OrdersFormat,
        TypeInfo = StatisticsJsonContext.Default.SupplierOrder,
        Read = (from, token) => api.GetOrdersAsync(from, cancellationToken: token),
        Key = row => row.Srid,
        ChangedAt = row => row.LastChangedAt,
        Adapt = (row, _) => row,
    };

    internal static ChangedRows<SupplierSale> SalesOf(IStatisticsApi api) => new()
    {
        Operation = "Statistics.GetSales",
        Name = "changed-sales",
        Format = ChangedRowsState.SalesFormat,
        TypeInfo = StatisticsJsonContext.Default.SupplierSale,
        Read = (from, token) => api.GetSalesAsync(from, cancellationToken: token),
        Key = row => row.SaleId,
        ChangedAt = row => row.LastChangedAt,
        Adapt = (row, now) => row.SoldAt + Unsettled > now
            ? row with { ForPay = Known(row.ForPay), FinishedPrice = Known(row.FinishedPrice), PriceWithDiscount = Known(row.PriceWithDiscount) }
            : row,
    };

    private static decimal? Known(decimal? sum) => sum == 0 ? null : sum;
}
