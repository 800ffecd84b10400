using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>The answer of the chat events.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatEventsResponse : WildberriesModel
{
    /// <summary>The page of events.</summary>
    [JsonPropertyName("result")]
    public ChatEventsResult? Result { get; init; }

    /// <summary>What went wrong, if anything; empty where WB sends <c>null</c>.</summary>
    [JsonPropertyName("errors")]
    [JsonConverter(typeof(ErrorListConverter))]
    public IReadOnlyList<string> Errors { get => field ?? []; init; } = [];
}
