using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>Who wrote a chat message.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ChatSender>))]
public readonly record struct ChatSender : IExtensibleEnum<ChatSender, string>
{
    private ChatSender(string value) => Value = value;

    /// <summary>The buyer.</summary>
    public static ChatSender Client { get; } = new("client");

    /// <summary>The seller.</summary>
    public static ChatSender Seller { get; } = new("seller");

    /// <summary>Wildberries itself.</summary>
    public static ChatSender Wildberries { get; } = new("wb");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ChatSender From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
