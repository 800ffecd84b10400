using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>What a campaign advertises within one subject.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredCampaignParameters : WildberriesModel
{
    /// <summary>The subject.</summary>
    [JsonPropertyName("subjectId")]
    public long? SubjectId { get; init; }

    /// <summary>The name of the subject.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>Whether the subject is shown.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>The bid, in roubles for a thousand views.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The hours of the day in which it is shown.</summary>
    [JsonPropertyName("intervals")]
    public IReadOnlyList<RetiredInterval> Intervals { get => field ?? []; init; } = [];

    /// <summary>The products.</summary>
    [JsonPropertyName("nms")]
    public IReadOnlyList<RetiredProduct> Products { get => field ?? []; init; } = [];
}
