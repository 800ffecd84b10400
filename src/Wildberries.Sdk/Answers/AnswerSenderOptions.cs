using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Answers;

/// <summary>Options of <see cref="AnswerSender"/> and <see cref="PromoCodeSender"/>.</summary>
public sealed record AnswerSenderOptions
{
    /// <summary>How far the caller's clock and WB's may be apart; zero or longer.</summary>
    /// <value>The default is five minutes.</value>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a call that sends can take, with its wait for the rate limit; longer than zero. An answer may appear at WB so long after its intent was
    /// written down, and so long <see cref="AnswerSender.ReconcileAsync"/> takes an intent without an answer for one that is being sent.
    /// </summary>
    /// <value>
    /// The default is ten minutes, which suits the client's default wait for the rate limit of 65 seconds: set more where the client
    /// may wait longer (<see cref="WildberriesOptions.MaxRateLimitWait"/>).
    /// </value>
    public TimeSpan MaxSendTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Until when an answer can have come to WB.</summary>
    internal DateTimeOffset LatestTimeOf(BuyerAnswer answer) => answer.StartedAt + MaxSendTime + ClockTolerance;

    /// <summary>From when on an answer can have come to WB.</summary>
    internal DateTimeOffset EarliestTimeOf(BuyerAnswer answer) => answer.StartedAt - ClockTolerance;

    internal static AnswerSenderOptions Checked(AnswerSenderOptions? options)
    {
        options ??= new AnswerSenderOptions();
        if (options.ClockTolerance < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), options.ClockTolerance, $"{nameof(ClockTolerance)} must be zero or longer.");
        if (options.MaxSendTime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxSendTime, $"{nameof(MaxSendTime)} must be longer than zero.");
        return options;
    }
}
