namespace Wildberries.Sdk.PromoCodes;

/// <summary>Options of <see cref="PromoCodeSender"/>.</summary>
public sealed record PromoCodeSenderOptions
{
    /// <summary>How far the caller's clock and WB's may be apart; zero or longer.</summary>
    /// <value>The default is five minutes.</value>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a call of <see cref="PromoCodeSender.SendAsync"/> can take, with its wait for the rate limit; longer than zero. A message may
    /// appear among the events so long after its intent was written down, and so long <see cref="PromoCodeSender.ReconcileAsync"/> takes
    /// an intent without a message for one that is being sent.
    /// </summary>
    /// <value>
    /// The default is ten minutes, which suits the client's default wait for the rate limit of 65 seconds: set more where the client
    /// may wait longer (<see cref="WildberriesOptions.MaxRateLimitWait"/>).
    /// </value>
    public TimeSpan MaxSendTime { get; init; } = TimeSpan.FromMinutes(10);
}
