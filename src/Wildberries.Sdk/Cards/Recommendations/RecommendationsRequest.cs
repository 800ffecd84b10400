using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>Of which products to get the recommendations.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsList"/>.</remarks>
public sealed record RecommendationsRequest
{
    internal const int MaxFilter = 30;

    internal const int MaxPage = 5000;

    internal const int MaxSearch = 72;

    /// <summary>Brands, at most 30; none: any.</summary>
    /// <exception cref="ArgumentException">There are more than 30.</exception>
    [JsonPropertyName("brandNames")]
    public IReadOnlyList<string> Brands { get => field ?? []; init => field = Argument.List(value ?? [], 0, MaxFilter); }

    /// <summary>How many products at most: 1 to 5,000; <see langword="null"/>: 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not that.</exception>
    [JsonPropertyName("limit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; init => field = Argument.Limit(value, MaxPage); }

    /// <summary><see cref="RecommendationsResponse.Next"/> of the page before; <see langword="null"/> for the first page.</summary>
    [JsonPropertyName("next")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Next { get; init; }

    /// <summary>The product's number at WB, or a part of the seller's article; at most 72 characters.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    [JsonPropertyName("search")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Search { get; init => field = Argument.OptionalText(value, MaxSearch, nameof(Search)); }

    /// <summary>Subjects, at most 30; none: any.</summary>
    /// <exception cref="ArgumentException">There are more than 30, or one is not positive.</exception>
    [JsonPropertyName("subjectIds")]
    public IReadOnlyList<long> SubjectIds { get => field ?? []; init => field = CardRules.Ids(value ?? [], 0, MaxFilter); }
}
