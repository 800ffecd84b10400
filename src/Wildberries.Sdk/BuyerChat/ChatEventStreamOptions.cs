using System.Text.Json;
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
    /// The name of the cursor in the <see cref="IStateStore"/>. Two streams of one seller that are read for different purposes need two names.
    /// </summary>
    /// <value>The default is <c>chat-events</c>.</value>
    public string CursorName { get; init; } = "chat-events";
}
