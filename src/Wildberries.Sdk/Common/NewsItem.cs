using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A piece of news of the seller portal.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.</remarks>
public sealed record NewsItem : WildberriesModel
{
    /// <summary>The number of the news; newer ones have greater numbers.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("header")]
    public string? Header { get; init; }

    /// <summary>The text, without markup.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>When it was published.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its tags.</summary>
    [JsonPropertyName("types")]
    public IReadOnlyList<NewsTag> Types
    {
        get => field ?? [];
        init;
    }
}
