using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>What happened in a chat.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ChatEventType>))]
public readonly record struct ChatEventType : IExtensibleEnum<ChatEventType, string>
{
    private ChatEventType(string value) => Value = value;

    /// <summary>Somebody wrote a message.</summary>
    public static ChatEventType Message { get; } = new("message");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ChatEventType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
