using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Warehouses;

/// <summary>How a <see cref="StockSynchronizer"/> works. The rate limits are kept besides.</summary>
public sealed record StockSyncOptions
{
    /// <summary>Whether it only reads and compares: what would be changed is <see cref="StockSyncOutcome.Pending"/> then.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DryRun { get; init; }

    /// <summary>
    /// All sizes that you sell from the warehouse. The stocks of those that are not among the wanted ones are set to 0. WB lists the sizes of a warehouse nowhere
    /// among its stocks, so that only you can say; what you leave out stays as it is.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nothing is set to 0 but what is wanted so.</value>
    public IEnumerable<long>? AllSizes { get; init; }

    /// <summary>
    /// The same as <see cref="AllSizes"/>, where the sizes come as a stream, for example of a report: called once a synchronization, with its cancellation token. Not
    /// both can be given.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Func<CancellationToken, IAsyncEnumerable<long>>? AllSizesStream { get; init; }

    /// <summary>
    /// How long a call may take in all, longer than zero and at most 31 days; <see langword="null"/>: as long as it needs. It bounds the waiting for another
    /// synchronization of the same warehouse, for WB's work on the warehouse, for the rate limit, and for WB where it is away; and when it is over, nothing more is
    /// asked or sent. A request that is under way is not cut off.
    /// </summary>
    /// <value>The default is 15 minutes.</value>
    public TimeSpan? MaxWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long it waits before it looks again, whether WB has worked on the warehouse or whether a stock is as it was set; longer than zero, at most an
    /// hour. For the warehouse the pause doubles each time, up to a minute.
    /// </summary>
    /// <value>The default is five seconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Where a lease is kept, so that of several processes only one synchronizes a warehouse at a time; a store that all of them share.
    /// Within a process one waits for the other without it.
    /// </summary>
    /// <value>The default is <see langword="null"/>: there is no lease.</value>
    public IStateStore? LeaseStore { get; init; }

    /// <summary>How long the lease of a process holds that has died; from ten seconds to an hour. While it lives, it renews the lease.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whose warehouse it is: the seller's id, or another name that you always give to the seller.</summary>
    /// <value>The default is the seller's id in the token. A lease for an interface that comes from no client needs it.</value>
    public string? SellerId { get; init; }

    /// <summary>Your sizes with their barcodes: some refusals of WB name a row by its barcode only.</summary>
    /// <value>The default is the index by which the stocks were resolved, if they were.</value>
    public SizeIndex? Sizes { get; init; }

    internal StockSyncOptions Checked(string parameterName)
    {
        if (AllSizes is not null && AllSizesStream is not null)
            throw new ArgumentException($"Not both {nameof(AllSizes)} and {nameof(AllSizesStream)} can be given.", parameterName);
        if (MaxWait <= TimeSpan.Zero || MaxWait > TimeSpan.FromDays(31))
            throw new ArgumentOutOfRangeException(parameterName, MaxWait, $"{nameof(MaxWait)} must be longer than zero and at most 31 days.");
        if (PollInterval <= TimeSpan.Zero || PollInterval > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(parameterName, PollInterval, $"{nameof(PollInterval)} must be longer than zero and at most an hour.");
        if (LeaseDuration < TimeSpan.FromSeconds(10) || LeaseDuration > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(parameterName, LeaseDuration, $"{nameof(LeaseDuration)} must be from ten seconds to an hour.");
        if (SellerId is not null)
            StateStoreLimits.CheckKey(SellerId, "stocks");
        return this;
    }
}
