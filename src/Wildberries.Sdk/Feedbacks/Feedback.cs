using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>The review of a buyer. What the buyer wrote, and the name, are personal data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record Feedback : WildberriesModel
{
    /// <summary>The review's id; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>What the buyer wrote; may be empty.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>What the buyer likes; may be empty.</summary>
    [JsonPropertyName("pros")]
    public string? Pros { get; init; }

    /// <summary>What the buyer does not like; may be empty.</summary>
    [JsonPropertyName("cons")]
    public string? Cons { get; init; }

    /// <summary>How the size fits.</summary>
    [JsonPropertyName("matchingSize")]
    public SizeFit SizeFit { get; init; }

    /// <summary>How many stars the product has got: 1 to 5.</summary>
    [JsonPropertyName("productValuation")]
    public int? Rating { get; init; }

    /// <summary>When it was written.</summary>
    [JsonPropertyName("createdDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The seller's answer; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("answer")]
    public FeedbackAnswer? Answer { get; init; }

    /// <summary>Whether it still waits for the seller.</summary>
    [JsonPropertyName("state")]
    public FeedbackState State { get; init; }

    /// <summary>The product that it is about.</summary>
    [JsonPropertyName("productDetails")]
    public FeedbackProduct? Product { get; init; }

    /// <summary>The photos.</summary>
    [JsonPropertyName("photoLinks")]
    public IReadOnlyList<FeedbackPhoto> Photos { get => field ?? []; init; } = [];

    /// <summary>The video; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("video")]
    public FeedbackVideo? Video { get; init; }

    /// <summary>The buyer's name.</summary>
    [JsonPropertyName("userName")]
    public string? BuyerName { get; init; }

    /// <summary>What became of the product that was ordered.</summary>
    [JsonPropertyName("orderStatus")]
    public FeedbackOrderStatus OrderStatus { get; init; }

    /// <summary>Whether the seller has looked at it.</summary>
    [JsonPropertyName("wasViewed")]
    public bool? WasViewed { get; init; }

    /// <summary>Whether the seller may complain about the review.</summary>
    [JsonPropertyName("isAbleSupplierFeedbackValuation")]
    public bool? CanComplain { get; init; }

    /// <summary>WB's key of the reason for which the seller complained.</summary>
    [JsonPropertyName("supplierFeedbackValuation")]
    public int? ComplaintReason { get; init; }

    /// <summary>Whether the seller may report a problem with the product.</summary>
    [JsonPropertyName("isAbleSupplierProductValuation")]
    public bool? CanReportProblem { get; init; }

    /// <summary>WB's key of the problem that the seller reported.</summary>
    [JsonPropertyName("supplierProductValuation")]
    public int? ProductProblem { get; init; }

    /// <summary>Whether <see cref="IFeedbacksApi.RequestReturnAsync"/> can ask the product back.</summary>
    [JsonPropertyName("isAbleReturnProductOrders")]
    public bool? CanRequestReturn { get; init; }

    /// <summary>When the product was asked back; <see langword="null"/>: it was not.</summary>
    [JsonPropertyName("returnProductOrdersDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ReturnRequestedAt { get; init; }

    /// <summary>The tags that the buyer has chosen, in Russian.</summary>
    [JsonPropertyName("bables")]
    public IReadOnlyList<string> BuyerTags { get => field ?? []; init; } = [];

    /// <summary>The number of the unit that was bought, WB's <c>shkId</c>.</summary>
    [JsonPropertyName("lastOrderShkId")]
    public long? LastOrderShkId { get; init; }

    /// <summary>When it was bought.</summary>
    [JsonPropertyName("lastOrderCreatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? LastOrderedAt { get; init; }

    /// <summary>The product's colour.</summary>
    [JsonPropertyName("color")]
    public string? Color { get; init; }

    /// <summary>The number of the product's subject.</summary>
    [JsonPropertyName("subjectId")]
    public long? SubjectId { get; init; }

    /// <summary>The product's subject.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>The review to which this one was added; <see langword="null"/>: it is the first.</summary>
    [JsonPropertyName("parentFeedbackId")]
    public string? ParentFeedbackId { get; init; }

    /// <summary>The review that was added to this one; <see langword="null"/>: none was.</summary>
    [JsonPropertyName("childFeedbackId")]
    public string? ChildFeedbackId { get; init; }

    /// <summary>Id, state, rating and product, without the buyer's name and what the buyer wrote.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"Feedback {{ Id = {Id}, State = {State}, Rating = {Rating}, NmId = {Product?.NmId}, CreatedAt = {CreatedAt:O}, Answer = {Answer} }}");
}
