using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>What is attached to a received message.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatAttachments : WildberriesModel
{
    /// <summary>The ordered product that the message is about.</summary>
    [JsonPropertyName("goodCard")]
    public GoodCard? GoodCard { get; init; }

    /// <summary>The files.</summary>
    [JsonPropertyName("files")]
    public IReadOnlyList<ChatFile> Files { get => field ?? []; init; } = [];

    /// <summary>The images.</summary>
    [JsonPropertyName("images")]
    public IReadOnlyList<ChatImage> Images { get => field ?? []; init; } = [];

    /// <summary>The product and how many files and images there are.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"ChatAttachments {{ GoodCard = {GoodCard}, Files = {Files.Count}, Images = {Images.Count} }}";
}
