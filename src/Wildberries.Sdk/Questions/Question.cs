using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>The question of a buyer about a product. What the buyer wrote is personal data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record Question : WildberriesModel
{
    /// <summary>The question's id; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>What the buyer wrote.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>When it was written.</summary>
    [JsonPropertyName("createdDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("state")]
    public QuestionState State { get; init; }

    /// <summary>The seller's answer; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("answer")]
    public QuestionAnswer? Answer { get; init; }

    /// <summary>The product that it is about.</summary>
    [JsonPropertyName("productDetails")]
    public QuestionProduct? Product { get; init; }

    /// <summary>Whether the seller has looked at it.</summary>
    [JsonPropertyName("wasViewed")]
    public bool? WasViewed { get; init; }

    /// <summary>Whether WB holds it for suspicious. It is shown on the site nevertheless.</summary>
    [JsonPropertyName("isWarned")]
    public bool? IsSuspicious { get; init; }

    /// <summary>Id, state and product, without what the buyer wrote.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"Question {{ Id = {Id}, State = {State}, NmId = {Product?.NmId}, CreatedAt = {CreatedAt:O}, Answer = {Answer} }}");
}
