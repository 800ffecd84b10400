using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB answers when recommendations are set: 200 with what it refused, or 208 if it had this very request already.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.</remarks>
public sealed record SetRecommendationsResponse : WildberriesModel
{
    /// <summary>Whether WB refused something.</summary>
    [JsonPropertyName("isError")]
    public bool IsError { get; init; }

    /// <summary>What WB refused.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<RecommendationError> Errors { get => field ?? []; init; } = [];

    /// <summary>With 208: its title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>With 208: what WB says about it.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>With 208: the id of the request, for WB's support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>With 208: the WB service that answered.</summary>
    [JsonPropertyName("origin")]
    public string? Origin { get; init; }

    /// <summary>Whether WB had this very request already.</summary>
    [JsonIgnore]
    public bool IsDuplicate => Title is not null || Detail is not null;
}
