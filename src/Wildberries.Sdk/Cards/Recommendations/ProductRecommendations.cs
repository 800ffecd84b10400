using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A product, and what is recommended beside it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsList"/>.</remarks>
public sealed record ProductRecommendations : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The number that merged cards have in common.</summary>
    [JsonPropertyName("imtId")]
    public long ImtId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brandName")]
    public string? Brand { get; init; }

    /// <summary>When the recommendations were changed last; <see langword="null"/>: never.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How many pictures the card has.</summary>
    [JsonPropertyName("picsCount")]
    public int PhotoCount { get; init; }

    /// <summary>What the product is called.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The subject's name.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>Where the main picture is.</summary>
    [JsonPropertyName("pic")]
    public string? Photo { get; init; }

    /// <summary>How many products are recommended.</summary>
    [JsonPropertyName("recomCount")]
    public int RecommendedCount { get; init; }

    /// <summary>Where the main pictures of the recommended products are.</summary>
    [JsonPropertyName("recomPics")]
    public IReadOnlyList<string> RecommendedPhotos { get => field ?? []; init; } = [];

    /// <summary>The numbers of the recommended products at WB.</summary>
    [JsonPropertyName("recomNms")]
    public IReadOnlyList<long> RecommendedNmIds { get => field ?? []; init; } = [];
}
