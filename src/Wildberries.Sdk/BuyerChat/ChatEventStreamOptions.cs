using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>Options of <see cref="ChatEventStream"/>.</summary>
public sealed record ChatEventStreamOptions
{
    /// <summary>How long the endless stream waits before it asks again when there was nothing new; longer than zero, at most a day.</summary>
    /// <value>The default is one second. With a base token the rate limit makes it an hour all the same.</value>
    public TimeSpan IdleDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where to begin while no cursor is saved: with the events from this time on. A saved cursor goes before it.</summary>
    /// <value>The default is <see langword="null"/>: with the first event that WB still has.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>
    /// The name of the cursor in the <see cref="IStateStore"/>. Two streams of one seller that are read for different purposes need two names.
    /// </summary>
    /// <value>The default is <c>chat-events</c>.</value>
    public string CursorName { get; init; } = "chat-events";
}
