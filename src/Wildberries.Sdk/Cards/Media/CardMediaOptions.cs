namespace Wildberries.Sdk.Cards;

/// <summary>How media of cards are uploaded. The rate limits are kept besides.</summary>
public sealed record CardMediaOptions
{
    /// <summary>How many cards are worked on at the same time, from 1 to 32. The files of one card go one after the other.</summary>
    /// <value>The default is 4.</value>
    public int MaxParallelCards { get; init; } = 4;

    /// <summary>
    /// How long a call may take in all, longer than zero and at most 31 days; <see langword="null"/>: as long as WB needs, also for ever. WB takes 100 files a minute, of
    /// a base token two an hour. When it is over, nothing more is sent, and a <see cref="Errors.WildberriesTimeoutException"/> comes. A request that is under way is not
    /// cut off.
    /// </summary>
    /// <value>The default is two hours.</value>
    public TimeSpan? MaxWait { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// How long a card is looked at until it shows what was sent, longer than zero and at most an hour: WB works on files, and fetches links, after it has answered. What
    /// it does not show by then is <see cref="CardMediaOutcome.Unknown"/>.
    /// </summary>
    /// <value>The default is two minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long it waits before it looks at a card again; longer than zero, at most an hour. The pause doubles each time, up to half a minute.</summary>
    /// <value>The default is three seconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    internal CardMediaOptions Checked(string parameterName)
    {
        if (MaxParallelCards is < 1 or > 32)
            throw new ArgumentOutOfRangeException(parameterName, MaxParallelCards, $"{nameof(MaxParallelCards)} must be from 1 to 32.");
        if (MaxWait <= TimeSpan.Zero || MaxWait > TimeSpan.FromDays(31))
            throw new ArgumentOutOfRangeException(parameterName, MaxWait, $"{nameof(MaxWait)} must be longer than zero and at most 31 days.");
        if (Patience <= TimeSpan.Zero || Patience > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(parameterName, Patience, $"{nameof(Patience)} must be longer than zero and at most an hour.");
        if (PollInterval <= TimeSpan.Zero || PollInterval > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(parameterName, PollInterval, $"{nameof(PollInterval)} must be longer than zero and at most an hour.");
        return this;
    }
}
