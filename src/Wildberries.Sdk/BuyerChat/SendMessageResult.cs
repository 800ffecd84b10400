using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>When and to which chat a message went.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record SendMessageResult : WildberriesModel
{
    /// <summary>A time in Unix milliseconds. WB describes it as the time when the chat was created.</summary>
    [JsonPropertyName("addTime")]
    public long? AddTime { get; init; }

    /// <summary>The chat's id; empty where WB sends none.</summary>
    [JsonPropertyName("chatID")]
    public string ChatId { get => field ?? ""; init; } = "";

    /// <summary>The chat's sign, for the next message; keep it as secret as a password. WB does not always send it.</summary>
    [JsonPropertyName("sign")]
    public string? Sign { get; init; }

    /// <summary><see cref="AddTime"/> as a time in UTC; <see langword="null"/> where WB sends none.</summary>
    [JsonIgnore]
    public DateTimeOffset? AddedAt => UnixTime.FromMilliseconds(AddTime);

    /// <summary>The chat's id and the time, without the sign.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"SendMessageResult {{ ChatId = {ChatId}, AddTime = {AddTime} }}";
}
