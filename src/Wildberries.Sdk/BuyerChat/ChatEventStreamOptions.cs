using System.Text.Json;
using Wildberries.Sdk.Errors;
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
    /// Told of each event of which nothing can be read, with what WB sent in its place. The stream passes it: it would stand still at it otherwise. The text
    /// may be a buyer's. An event of which only a part cannot be read comes as any other (<see cref="WildberriesModel.UnreadableProperties"/>).
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the log and the counter <c>wildberries.client.unreadable_members</c> tell.</value>
    public IProgress<JsonElement>? LeftOut { get; init; }

    /// <summary>
    /// The longest time without a good answer that the stream survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB
    /// (<see cref="WildberriesApiException.IsTransient"/>) or the store of the cursor fails, the stream asks again, after a second, then after twice as long each time, up to
    /// a minute; when the time is over, the last failure ends it. What does not pass by itself (a token that WB refuses, a cursor that another reader
    /// has moved) ends it at once. The rate limit is no failure (see <see cref="ChatEventStream.ReadAllAsync"/>), but waiting for it takes from this time.
    /// </summary>
    /// <value>The default is zero: the first failure ends the stream.</value>
    public TimeSpan MaxOutage { get; init; }

    /// <summary>
    /// Told of each failure that the stream survives, and of the end of the outage: <see cref="StreamOutage"/>. <see cref="Progress{T}"/> passes on in another
    /// thread, and may change the order; implement <see cref="IProgress{T}"/> where that matters.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nobody is told.</value>
    public IProgress<StreamOutage>? Outages { get; init; }

    /// <summary>
    /// The name of the cursor in the <see cref="IStateStore"/>. Two streams of one seller that are read for different purposes need two names.
    /// </summary>
    /// <value>The default is <c>chat-events</c>.</value>
    public string CursorName { get; init; } = "chat-events";
}
