using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>The seller's rating.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record SellerRating : WildberriesModel
{
    /// <summary>How many reviews there are.</summary>
    [JsonPropertyName("feedbackCount")]
    public int? FeedbackCount { get; init; }

    /// <summary>The average of the stars that buyers gave: at most 5.</summary>
    [JsonPropertyName("valuation")]
    public decimal? Rating { get; init; }
}
