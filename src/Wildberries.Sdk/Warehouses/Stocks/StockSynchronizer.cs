using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Warehouses;

/// <summary>
/// Brings the stocks of a warehouse in step with what you have, for any number of sizes: reads what is there, sends only what differs, reads it back, and
/// accounts for every size. Safe for use by many threads.
/// </summary>
/// <remarks>
/// <para>
/// A stock counts as changed only if what is read afterwards shows it. WB sells meanwhile: fewer pieces than were set were sold, and are not set again. Where none of
/// the added pieces shows, they may be sold as well as never set: that is <see cref="StockSyncOutcome.Unknown"/>, and for you to decide. What WB said yes to is not sent
/// again, whatever is read: that may be old. A size that is not given stays as it is; <see cref="StockSyncOptions.AllSizes"/> sets the others to 0.
/// </para>
/// <para>
/// Of rows that WB refuses, those that it names are set apart; the others are read, and sent once more if WB has not set them. Where it names none, halves tell which they are. While WB works
/// on the warehouse, it is waited for. After a lost answer the stocks are read, and what can be seen not to have come about is sent again.
/// </para>
/// <para>
/// One synchronization of a warehouse at a time: in a process the second one waits, across processes with <see cref="StockSyncOptions.LeaseStore"/>. What is wanted
/// is read when its turn has come, so that older figures never come after newer ones: give a query or a stream rather than a list that was made before.
/// </para>
/// <para>
/// A thousand sizes take one request, and each thousand that differ two more. Every exception that ends a call has what is known of each size in
/// <see cref="StockExceptionExtensions.GetStockSyncResult"/>; to go on, synchronize again.
/// </para>
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
/// </remarks>
public sealed class StockSynchronizer
{
    private readonly IWarehousesApi _api;
    private readonly StockSyncOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a synchronizer.</summary>
    /// <param name="api">The warehouses.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentException">An option is not as <see cref="StockSyncOptions"/> says.</exception>
    public StockSynchronizer(IWarehousesApi api, StockSyncOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
        _options = (options ?? new StockSyncOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
    }

    /// <summary>Brings stocks in step.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="desired">What should be there: each size once, 0 to 100,000 pieces; as many as you like. It is read when the warehouse's turn has come.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">
    /// A row is not what WB takes; the message names it. Or all sizes would be set to 0 because none is given. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="StockSyncOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesStateConflictException">The lease was lost to another process.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<StockSyncResult> SyncAsync(
        long warehouseId, IEnumerable<Stock> desired, IProgress<StockSyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(warehouseId);
        ArgumentNullException.ThrowIfNull(desired);
        return SyncAsync(warehouseId, Stream(desired, cancellationToken), [], _options, progress, cancellationToken);
    }

    /// <summary>Brings stocks in step that come as a stream.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="desired">
    /// What should be there: each size once, 0 to 100,000 pieces. It is read when the warehouse's turn has come, and to its end before anything is sent.
    /// </param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">
    /// A row is not what WB takes; the message names it. Or all sizes would be set to 0 because none is given. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="StockSyncOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesStateConflictException">The lease was lost to another process.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<StockSyncResult> SyncAsync(
        long warehouseId, IAsyncEnumerable<Stock> desired, IProgress<StockSyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(warehouseId);
        ArgumentNullException.ThrowIfNull(desired);
        return SyncAsync(warehouseId, desired, [], _options, progress, cancellationToken);
    }

    /// <summary>Brings stocks in step that were given by barcode, article or product.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="desired">What <see cref="SizeIndex.Resolve"/> gave. What could not be resolved is in the result, and is not sent.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each size.</returns>
    /// <exception cref="ArgumentException">
    /// A row is not what WB takes; the message names it. Or sizes that are not given are to be set to 0, and it cannot be told which these are, because some keys
    /// could not be resolved. Nothing was sent.
    /// </exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="StockSyncOptions.MaxWait"/> is over.</exception>
    /// <exception cref="WildberriesStateConflictException">The lease was lost to another process.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<StockSyncResult> SyncAsync(
        long warehouseId, StockResolution desired, IProgress<StockSyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(warehouseId);
        ArgumentNullException.ThrowIfNull(desired);
        if (desired.Unresolved.Count > 0 && HasAllSizes)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{desired.Unresolved.Count} keys could not be resolved: their sizes would be set to 0 as if they were not wanted."),
                nameof(desired));
        }

        return SyncAsync(
            warehouseId, Stream(desired.Stocks, cancellationToken), desired.Unresolved, _options with { Sizes = _options.Sizes ?? desired.Sizes }, progress, cancellationToken);
    }

    private bool HasAllSizes => _options.AllSizes is not null || _options.AllSizesStream is not null;

    private async Task<StockSyncResult> SyncAsync(
        long warehouseId,
        IAsyncEnumerable<Stock> desired,
        IReadOnlyList<UnresolvedStock> unresolved,
        StockSyncOptions options,
        IProgress<StockSyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        StockSyncRow[] rows = [];
        var time = new WaitingTime(options.MaxWait, _timeProvider, "Warehouses.UpdateStocks");
        try
        {
            if (options.DryRun)
                await RunAsync(null, cancellationToken).ConfigureAwait(false);
            else
                await AloneAsync(warehouseId, options, time, RunAsync, cancellationToken).ConfigureAwait(false);
            return Result();
        }
        catch (Exception exception)
        {
            exception.SetStockSyncResult(Result());
            throw;
        }

        StockSyncResult Result() => new() { WarehouseId = warehouseId, IsDryRun = options.DryRun, Rows = rows, Unresolved = unresolved };

        // What is wanted is read when nobody else can write any more: older figures must not come after newer ones.
        async Task RunAsync(StateLease? lease, CancellationToken token)
        {
            rows = await CollectAsync(desired, token).ConfigureAwait(false);
            if (rows.Length > 0)
                await new StockSyncRun(_api, warehouseId, rows, options, time, progress) { Lease = lease }.RunAsync(token).ConfigureAwait(false);
        }
    }

    /// <summary>Runs something while nobody else changes the stocks of the warehouse.</summary>
    private async Task AloneAsync(
        long warehouseId, StockSyncOptions options, WaitingTime time, Func<StateLease?, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        (object owner, string? sellerId) = await OwnerAsync(cancellationToken).ConfigureAwait(false);
        const string Busy = "another synchronization of the same warehouse is under way.";
        using IDisposable held = await time
            .WaitForAsync(token => ProcessLocks.TakeAsync(owner, warehouseId, token), Busy, cancellationToken)
            .ConfigureAwait(false);
        if (options.LeaseStore is not { } store)
        {
            await run(null, cancellationToken).ConfigureAwait(false);
            return;
        }

        string name = FormattableString.Invariant($"stocks of warehouse {warehouseId}");
        StateLease lease = await time
            .WaitForAsync(token => StateLease.TakeAsync(store, sellerId!, name, options.LeaseDuration, _timeProvider, token), Busy, cancellationToken)
            .ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            try
            {
                await run(lease, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && !lease.IsHeld)
            {
                throw new WildberriesStateConflictException(
                    $"The lease \"{name}\" of the seller \"{sellerId}\" could not be kept: another process may synchronize the warehouse now.", exception);
            }
        }
    }

    /// <summary>Who the lock and the lease belong to: the seller, as far as is known.</summary>
    private async ValueTask<(object Owner, string? SellerId)> OwnerAsync(CancellationToken cancellationToken)
    {
        ClientOrigin? origin = ClientOrigin.Of(_api);
        string? sellerId = _options.SellerId;
        if (sellerId is null && origin is not null)
            sellerId = (await origin.Seller.CredentialsProvider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false)).Token.SellerId;
        if (sellerId is null && _options.LeaseStore is not null)
            throw new InvalidOperationException($"The token names no seller: set {nameof(StockSyncOptions)}.{nameof(StockSyncOptions.SellerId)} for a lease.");
        object owner = (origin, sellerId) switch
        {
            (null, null) => _api,
            (null, _) => sellerId,
            (_, null) => origin.Seller,
            _ => (origin.Address, sellerId),
        };
        return (owner, sellerId);
    }

    private async Task<StockSyncRow[]> CollectAsync(IAsyncEnumerable<Stock> desired, CancellationToken cancellationToken)
    {
        var rows = new List<StockSyncRow>();
        var places = new Dictionary<long, int>();
        await foreach (Stock? stock in desired.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string? fault = stock is null
                ? "it is null"
                : StockRows.FaultOf(stock) ?? (places.TryAdd(stock.ChrtId, rows.Count) ? null : FormattableString.Invariant($"row {places[stock.ChrtId]} has the same size"));
            if (fault is not null)
            {
                string which = stock is null ? "" : $" ({StockRows.Describe(stock)})";
                throw new ArgumentException(FormattableString.Invariant($"Row {rows.Count}{which}: {fault}."), nameof(desired));
            }

            rows.Add(new StockSyncRow { ChrtId = stock!.ChrtId, Desired = stock.Quantity, Outcome = StockSyncOutcome.Pending });
        }

        if (!HasAllSizes)
            return [.. rows];
        if (rows.Count == 0)
            throw new ArgumentException("There are no stocks, so that all sizes would be set to 0. If that is meant, give them with 0.", nameof(desired));
        await foreach (long chrtId in (_options.AllSizesStream?.Invoke(cancellationToken) ?? Stream(_options.AllSizes!, cancellationToken)).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Argument.Id(chrtId, nameof(StockSyncOptions.AllSizes));
            if (places.TryAdd(chrtId, rows.Count))
                rows.Add(new StockSyncRow { ChrtId = chrtId, Outcome = StockSyncOutcome.Pending });
        }

        return [.. rows];
    }

#pragma warning disable CS1998 // A list that is there is no less a stream.
    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> list, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        foreach (T item in list)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
