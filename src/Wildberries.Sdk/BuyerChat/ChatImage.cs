using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>An image of a received message.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatImage : WildberriesModel
{
    /// <summary>When the image was uploaded, UTC.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(LenientUtcTimeConverter))]
    public DateTimeOffset? Date { get; init; }

    /// <summary>The id to download the image with: <see cref="ChatFileDownloader"/>. Empty where WB sends none.</summary>
    [JsonPropertyName("downloadID")]
    public string DownloadId { get => field ?? ""; init; } = "";

    /// <summary>The image's address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>Id and time, without the image's address.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant($"ChatImage {{ DownloadId = {DownloadId}, Date = {Date:O} }}");
}
