using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A tag of the seller portal's news.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.</remarks>
public sealed record NewsTag : WildberriesModel
{
    /// <summary>The number of the tag.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name of the tag, in Russian.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
