using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>The answer of the chat list.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatsResponse : WildberriesModel
{
    /// <summary>All chats of the seller.</summary>
    [JsonPropertyName("result")]
    public IReadOnlyList<Chat> Result { get => field ?? []; init; } = [];

    /// <summary>What went wrong, if anything; empty where WB sends <c>null</c>.</summary>
    [JsonPropertyName("errors")]
    [JsonConverter(typeof(ErrorListConverter))]
    public IReadOnlyList<string> Errors { get => field ?? []; init; } = [];
}
