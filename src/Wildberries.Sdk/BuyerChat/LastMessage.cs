using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>The newest message of a chat. WB does not say whether the buyer, the seller or WB wrote it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record LastMessage : WildberriesModel
{
    /// <summary>The text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>When it was written, in Unix milliseconds.</summary>
    [JsonPropertyName("addTimestamp")]
    public long? AddTimestamp { get; init; }

    /// <summary><see cref="AddTimestamp"/> as a time in UTC; <see langword="null"/> where WB sends none.</summary>
    [JsonIgnore]
    public DateTimeOffset? AddedAt => UnixTime.FromMilliseconds(AddTimestamp);

    /// <summary>The time, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"LastMessage {{ AddTimestamp = {AddTimestamp} }}";
}
