using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of asking a product back.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackReturnResult
{
    /// <summary>The review.</summary>
    public required string FeedbackId { get; init; }

    /// <summary>What became of it.</summary>
    public FeedbackReturnOutcome Outcome { get; init; }

    /// <summary>When the product was asked back, if the review shows it.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Why not, or why nobody knows: in WB's words, or in the SDK's. <see langword="null"/> if all is well.</summary>
    public string? ErrorText { get; init; }

    /// <summary>The failure that left it unknown, or WB's refusal; <see langword="null"/>: there was none.</summary>
    public WildberriesApiException? Error { get; init; }
}
