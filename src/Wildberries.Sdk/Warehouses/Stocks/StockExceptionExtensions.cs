using System.Globalization;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Warehouses;

/// <summary>What an exception has to say about stocks.</summary>
public static class StockExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.StockSyncResult";

    /// <summary>What is known of each size, if the exception ended a <see cref="StockSynchronizer"/>.</summary>
    /// <remarks>To go on, synchronize again: what is in step already is not sent again.</remarks>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static StockSyncResult? GetStockSyncResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as StockSyncResult;
    }

    /// <summary>The rows that WB named in its refusal of stocks (409).</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The rows; none if WB named none.</returns>
    public static IReadOnlyList<RefusedStock> GetRefusedStocks(this WildberriesApiException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return
        [
            .. exception.Rows.Select(row => new RefusedStock
            {
                // WB fills the one by which it does not name the row with nothing.
                ChrtId = long.TryParse(row.Find("chrtid"), NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0 ? id : null,
                Barcode = row.Find("sku"),
                Code = row.Code,
                Message = row.Message,
            }).Where(row => row.ChrtId is not null || row.Barcode is not null),
        ];
    }

    internal static void SetStockSyncResult(this Exception exception, StockSyncResult result) => exception.Data[Key] = result;
}
