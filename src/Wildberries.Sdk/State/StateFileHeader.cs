using System.Text.Json.Serialization;

namespace Wildberries.Sdk.State;

/// <summary>The first line of a file of <see cref="FileStateStore"/>; the value follows, byte for byte.</summary>
internal sealed record StateFileHeader
{
    /// <summary>By this a file of the store is known, and the way in which it is written.</summary>
    public const string CurrentFormat = "wildberries-sdk-state-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    [JsonPropertyName("sellerId")]
    public string? SellerId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("version")]
    public long? Version { get; init; }

    /// <summary>How many bytes the value has.</summary>
    [JsonPropertyName("length")]
    public int? Length { get; init; }

    /// <summary>The value's digest, as hexadecimal digits.</summary>
    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }
}
