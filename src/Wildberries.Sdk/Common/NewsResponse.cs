using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A page of the seller portal's news.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.</remarks>
public sealed record NewsResponse : WildberriesModel
{
    /// <summary>The news, at most 100.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<NewsItem> Data
    {
        get => field ?? [];
        init;
    }
}
