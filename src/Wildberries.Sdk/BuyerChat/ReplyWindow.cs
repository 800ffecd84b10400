namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// The time in which a buyer can be answered: ten days after the buyer's last message. The API's documents do not state it and the API
/// does not report it; it is WB's rule for sellers as known in 2026, so take WB's own refusal as the final word.
/// </summary>
public static class ReplyWindow
{
    /// <summary>How long the window is open: ten days.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(10);

    /// <summary>When the window closes.</summary>
    /// <param name="lastBuyerMessage">When the buyer wrote last.</param>
    /// <returns>Ten days later, with the same offset.</returns>
    public static DateTimeOffset ClosesAt(DateTimeOffset lastBuyerMessage) =>
        lastBuyerMessage < DateTimeOffset.MaxValue - Length ? lastBuyerMessage + Length : DateTimeOffset.MaxValue;

    /// <summary>When the window that an event opened closes, unless the buyer writes again.</summary>
    /// <param name="chatEvent">The event.</param>
    /// <returns>The time in UTC; <see langword="null"/> if the buyer did not write it, or it has no time.</returns>
    public static DateTimeOffset? ClosesAt(ChatEvent chatEvent)
    {
        ArgumentNullException.ThrowIfNull(chatEvent);
        return chatEvent.Sender == ChatSender.Client && chatEvent.AddedAt is { } addedAt ? ClosesAt(addedAt) : null;
    }

    /// <summary>
    /// The latest time at which a chat's window can close. WB does not say who wrote a chat's last message: if it was the buyer,
    /// this is the time; if not, the window closes earlier, and only the events tell when.
    /// </summary>
    /// <param name="chat">The chat.</param>
    /// <returns>The time in UTC; <see langword="null"/> if the chat has no message with a time.</returns>
    public static DateTimeOffset? ClosesAtLatest(Chat chat)
    {
        ArgumentNullException.ThrowIfNull(chat);
        return chat.LastMessage?.AddedAt is { } addedAt ? ClosesAt(addedAt) : null;
    }

    /// <summary>Whether the buyer can still be answered.</summary>
    /// <param name="lastBuyerMessage">When the buyer wrote last.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <returns><see langword="true"/> before the ten days are over.</returns>
    public static bool IsOpen(DateTimeOffset lastBuyerMessage, TimeProvider? timeProvider = null) =>
        (timeProvider ?? TimeProvider.System).GetUtcNow() < ClosesAt(lastBuyerMessage);

    /// <summary>Whether the window that an event opened is still open.</summary>
    /// <param name="chatEvent">The event.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <returns><see langword="false"/> also if the buyer did not write the event, or it has no time: it tells nothing then.</returns>
    public static bool IsOpen(ChatEvent chatEvent, TimeProvider? timeProvider = null) =>
        ClosesAt(chatEvent) is { } closesAt && (timeProvider ?? TimeProvider.System).GetUtcNow() < closesAt;

    /// <summary>Whether a chat's window may still be open.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <returns><see langword="false"/> if it is surely closed; <see langword="true"/> if it can be open, or nothing is known.</returns>
    public static bool MayBeOpen(Chat chat, TimeProvider? timeProvider = null) =>
        ClosesAtLatest(chat) is not { } closesAt || (timeProvider ?? TimeProvider.System).GetUtcNow() < closesAt;
}
