using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A file of a received message.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatFile : WildberriesModel
{
    /// <summary>The file's media type, for example <c>application/pdf</c>.</summary>
    [JsonPropertyName("contentType")]
    public string? ContentType { get; init; }

    /// <summary>When the file was uploaded, UTC.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(LenientUtcTimeConverter))]
    public DateTimeOffset? Date { get; init; }

    /// <summary>The id to download the file with: <see cref="ChatFileDownloader"/>. Empty where WB sends none.</summary>
    [JsonPropertyName("downloadID")]
    public string DownloadId { get => field ?? ""; init; } = "";

    /// <summary>The file's name as its sender had it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The file's address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The file's size in bytes.</summary>
    [JsonPropertyName("size")]
    public long? Size { get; init; }

    /// <summary>Type, size and time, without the file's name and address.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"ChatFile {{ DownloadId = {DownloadId}, ContentType = {ContentType}, Size = {Size}, Date = {Date:O} }}");
}
