using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>From where a chat message was written.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ChatMessageSource>))]
public readonly record struct ChatMessageSource : IExtensibleEnum<ChatMessageSource, string>
{
    private ChatMessageSource(string value) => Value = value;

    /// <summary>The sellers' portal.</summary>
    public static ChatMessageSource SellerPortal { get; } = new("seller-portal");

    /// <summary>This API.</summary>
    public static ChatMessageSource SellerPublicApi { get; } = new("seller-public-api");

    /// <summary>WB's site for buyers.</summary>
    public static ChatMessageSource RussianSite { get; } = new("rusite");

    /// <summary>The site global.wildberries.ru.</summary>
    public static ChatMessageSource Global { get; } = new("global");

    /// <summary>WB's app on iOS.</summary>
    public static ChatMessageSource Ios { get; } = new("ios");

    /// <summary>WB's app on Android.</summary>
    public static ChatMessageSource Android { get; } = new("android");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ChatMessageSource From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
