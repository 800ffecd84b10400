namespace Wildberries.Sdk;

/// <summary>Options for some calls only: <c>client.With(new WildberriesCallOptions { ... }).BuyerChat</c>. What is not set stays as it is.</summary>
public sealed record WildberriesCallOptions
{
    /// <summary>How long a call may wait for its rate limits; see <see cref="WildberriesOptions.MaxRateLimitWait"/>. Zero: never wait.</summary>
    public TimeSpan? MaxRateLimitWait { get; init; }

    /// <summary>How long one attempt may take until the answer's headers are there; see <see cref="WildberriesOptions.AttemptTimeout"/>.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long a call may take in all; see <see cref="WildberriesOptions.TotalTimeout"/>.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>
    /// Repeats writes like reads. A write whose answer was lost may then happen twice: only for writes that may.
    /// </summary>
    /// <value>Not set: writes are not repeated.</value>
    public bool? RetryWrites { get; init; }

    /// <summary>
    /// Opens a limit again that a 429 has closed for longer than the call may wait, for one request, instead of refusing the call. WB's answer decides: after a
    /// success the limit is open, for all who share it; after another 429 it is closed as that says. For a single attempt of somebody who knows that the pause
    /// is wrong or over, not for calls in a loop: WB may answer with a longer one. A limit that is merely used up is not opened, and the interval of the limit
    /// itself is kept since the 429.
    /// </summary>
    /// <value>Not set: such a call is refused with a <see cref="Errors.WildberriesRateLimitException"/>.</value>
    public bool? ReopenRateLimit { get; init; }

    /// <summary>
    /// Told about each call's last answer, good or bad, before the caller gets it; not told of a read whose answer broke off, or turned out too large
    /// while it was read. Must be quick and
    /// must not throw.
    /// </summary>
    public Action<WildberriesResponseInfo>? OnResponse { get; init; }

    internal WildberriesCallOptions Over(WildberriesCallOptions? other) => other is null ? this : new WildberriesCallOptions
    {
        MaxRateLimitWait = MaxRateLimitWait ?? other.MaxRateLimitWait,
        AttemptTimeout = AttemptTimeout ?? other.AttemptTimeout,
        TotalTimeout = TotalTimeout ?? other.TotalTimeout,
        RetryWrites = RetryWrites ?? other.RetryWrites,
        ReopenRateLimit = ReopenRateLimit ?? other.ReopenRateLimit,
        OnResponse = OnResponse ?? other.OnResponse,
    };

    // The ranges of WildberriesOptions.
    internal void Validate()
    {
        Check(MaxRateLimitWait, TimeSpan.Zero, TimeSpan.FromDays(2), nameof(MaxRateLimitWait));
        Check(AttemptTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), nameof(AttemptTimeout));
        Check(TotalTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(2), nameof(TotalTimeout));

        static void Check(TimeSpan? value, TimeSpan minimum, TimeSpan maximum, string name)
        {
            if (value < minimum || value > maximum)
                throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {minimum} to {maximum}."));
        }
    }
}
