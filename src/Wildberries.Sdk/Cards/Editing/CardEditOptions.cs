namespace Wildberries.Sdk.Cards;

/// <summary>How a <see cref="CardEditor"/> works. The rate limits are kept besides.</summary>
public sealed record CardEditOptions
{
    /// <summary>Whether it only reads and edits: what would be changed is <see cref="CardEditOutcome.NotSent"/> then, and each row says what.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DryRun { get; init; }

    /// <summary>
    /// How long a call may take in all, longer than zero and at most 31 days; <see langword="null"/>: as long as WB needs, also for ever. When it is over before all
    /// cards are sent, no more are, and a <see cref="Errors.WildberriesTimeoutException"/> comes; when it is over afterwards, cards that WB has not shown changed are
    /// <see cref="CardEditOutcome.Unknown"/>. A request that is under way is not cut off.
    /// </summary>
    /// <value>The default is 30 minutes.</value>
    public TimeSpan? MaxWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long it waits before it looks again whether WB shows what was sent; longer than zero, at most an hour. The pause doubles each time, up to a minute.
    /// </summary>
    /// <value>The default is ten seconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(10);

    internal CardEditOptions Checked(string parameterName)
    {
        if (MaxWait <= TimeSpan.Zero || MaxWait > TimeSpan.FromDays(31))
            throw new ArgumentOutOfRangeException(parameterName, MaxWait, $"{nameof(MaxWait)} must be longer than zero and at most 31 days.");
        if (PollInterval <= TimeSpan.Zero || PollInterval > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(parameterName, PollInterval, $"{nameof(PollInterval)} must be longer than zero and at most an hour.");
        return this;
    }
}
