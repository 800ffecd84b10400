using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>Something that happened in a chat: so far always a message.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatEvent : WildberriesModel
{
    /// <summary>The chat's id; empty where WB sends none.</summary>
    [JsonPropertyName("chatID")]
    public string ChatId { get => field ?? ""; init; } = "";

    /// <summary>The event's own id: the same event can come in two pages. Empty where WB sends none.</summary>
    [JsonPropertyName("eventID")]
    public string EventId { get => field ?? ""; init; } = "";

    /// <summary>What happened.</summary>
    [JsonPropertyName("eventType")]
    public ChatEventType EventType { get; init; }

    /// <summary>Whether the chat began with this event; absent means no.</summary>
    [JsonPropertyName("isNewChat")]
    public bool? IsNewChat { get; init; }

    /// <summary>The message.</summary>
    [JsonPropertyName("message")]
    public ChatMessage? Message { get; init; }

    /// <summary>From where the message was written.</summary>
    [JsonPropertyName("source")]
    public ChatMessageSource Source { get; init; }

    /// <summary>When WB's server took the event, in Unix milliseconds.</summary>
    [JsonPropertyName("addTimestamp")]
    public long? AddTimestamp { get; init; }

    /// <summary>When WB's server took the event, UTC, to the second.</summary>
    [JsonPropertyName("addTime")]
    [JsonConverter(typeof(LenientUtcTimeConverter))]
    public DateTimeOffset? AddTime { get; init; }

    /// <summary>
    /// The sign that lets its holder write to this buyer; keep it as secret as a password. Only in an event that began a chat.
    /// </summary>
    [JsonPropertyName("replySign")]
    public string? ReplySign { get; init; }

    /// <summary>Who wrote.</summary>
    [JsonPropertyName("sender")]
    public ChatSender Sender { get; init; }

    /// <summary>The buyer's name; only where the buyer wrote.</summary>
    [JsonPropertyName("clientName")]
    public string? ClientName { get; init; }

    /// <summary>
    /// When WB's server took the event: <see cref="AddTimestamp"/>, or <see cref="AddTime"/> where that is absent; UTC.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? AddedAt => UnixTime.FromMilliseconds(AddTimestamp) ?? AddTime;

    /// <summary>Ids, kinds and time, without the buyer's name, the text and the sign.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"ChatEvent {{ ChatId = {ChatId}, EventId = {EventId}, EventType = {EventType}, IsNewChat = {IsNewChat}, "
        + $"Sender = {Sender}, Source = {Source}, AddTimestamp = {AddTimestamp}, Message = {Message} }}";
}
