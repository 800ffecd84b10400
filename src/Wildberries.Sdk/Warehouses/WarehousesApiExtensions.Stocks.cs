using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Warehouses;

/// <content>Stocks.</content>
public static partial class WarehousesApiExtensions
{
    /// <summary>
    /// Brings the stocks of a warehouse in step with what you have: reads what is there, sends only what differs, reads it back, and accounts for every size.
    /// <see cref="StockSynchronizer"/> says how.
    /// </summary>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="desired">What should be there: each size once, 0 to 100,000 pieces; as many as you like. Others stay as they are.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes, or an option is not as it must be. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="StockSyncOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesStateConflictException">The lease was lost to another process.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="StockExceptionExtensions.GetStockSyncResult"/> has what is known of each size.
    /// </exception>
    public static Task<StockSyncResult> SyncStocksAsync(
        this IWarehousesApi api,
        long warehouseId,
        IEnumerable<Stock> desired,
        StockSyncOptions? options = null,
        IProgress<StockSyncProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        new StockSynchronizer(api, options).SyncAsync(warehouseId, desired, progress, cancellationToken);

    /// <summary>
    /// Brings the stocks of a warehouse in step with what you have by barcode, article or product. What could not be resolved is in the result, and is not sent.
    /// </summary>
    /// <param name="api">The warehouses.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="desired">What <see cref="SizeIndex.Resolve"/> gave.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">A row is not what WB takes, or an option is not as it must be. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="StockSyncOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesStateConflictException">The lease was lost to another process.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="StockExceptionExtensions.GetStockSyncResult"/> has what is known of each size.
    /// </exception>
    public static Task<StockSyncResult> SyncStocksAsync(
        this IWarehousesApi api,
        long warehouseId,
        StockResolution desired,
        StockSyncOptions? options = null,
        IProgress<StockSyncProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        new StockSynchronizer(api, options).SyncAsync(warehouseId, desired, progress, cancellationToken);
}
