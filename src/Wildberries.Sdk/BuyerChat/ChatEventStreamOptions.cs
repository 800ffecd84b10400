namespace Wildberries.Sdk.BuyerChat;

/// <summary>Options of <see cref="ChatEventStream"/>.</summary>
public sealed record ChatEventStreamOptions
{
    /// <summary>How long the endless stream waits before it asks again when there was nothing new; longer than zero, at most a day.</summary>
    /// <value>The default is one second. With a base token the rate limit makes it an hour all the same.</value>
    public TimeSpan IdleDelay { get; init; } = TimeSpan.FromSeconds(1);
}
