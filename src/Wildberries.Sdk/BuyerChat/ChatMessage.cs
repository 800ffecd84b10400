using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A message in a chat.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatMessage : WildberriesModel
{
    /// <summary>The text; a message of files alone has none.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>What is attached.</summary>
    [JsonPropertyName("attachments")]
    public ChatAttachments? Attachments { get; init; }

    /// <summary>What is attached, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"ChatMessage {{ Attachments = {Attachments} }}";
}
