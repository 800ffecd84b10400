using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>WB's answer to a message that was sent.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record SendMessageResponse : WildberriesModel
{
    /// <summary>When and to which chat the message went.</summary>
    [JsonPropertyName("result")]
    public SendMessageResult? Result { get; init; }

    /// <summary>
    /// Which files WB could not take, in WB's words; empty when all went well. The message itself was sent: sending it again
    /// would show it to the buyer twice.
    /// </summary>
    [JsonPropertyName("errors")]
    [JsonConverter(typeof(ErrorListConverter))]
    public IReadOnlyList<string> Errors { get => field ?? []; init; } = [];
}
