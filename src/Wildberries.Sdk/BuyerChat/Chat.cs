using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A chat with a buyer.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record Chat : WildberriesModel
{
    /// <summary>The chat's id; empty where WB sends none.</summary>
    [JsonPropertyName("chatID")]
    public string ChatId { get => field ?? ""; init; } = "";

    /// <summary>The sign that lets its holder write to this buyer; keep it as secret as a password. Needed for sending.</summary>
    [JsonPropertyName("replySign")]
    public string? ReplySign { get; init; }

    /// <summary>The buyer's name.</summary>
    [JsonPropertyName("clientName")]
    public string? ClientName { get; init; }

    /// <summary>The ordered product that the chat is about.</summary>
    [JsonPropertyName("goodCard")]
    public GoodCard? GoodCard { get; init; }

    /// <summary>The newest message, whoever wrote it.</summary>
    [JsonPropertyName("lastMessage")]
    public LastMessage? LastMessage { get; init; }

    /// <summary>The chat's id and product, without the buyer's name, the text and the sign.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"Chat {{ ChatId = {ChatId}, GoodCard = {GoodCard}, LastMessage = {LastMessage} }}";
}
