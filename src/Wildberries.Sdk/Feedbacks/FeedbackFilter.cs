using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Which reviews are read, and in which order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackFilter
{
    /// <summary>
    /// <see langword="true"/>: only those that are processed; <see langword="false"/>: only those that wait for the seller; <see langword="null"/>: first those that
    /// wait, then those that are processed.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public bool? IsAnswered { get; init; }

    /// <summary>The product's number at WB.</summary>
    /// <value>The default is <see langword="null"/>: all products.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public long? NmId { get; init => field = value is { } id ? Argument.Id(id, nameof(NmId)) : null; }

    /// <summary>Only reviews written in that second or later. It is a moment: its offset does not matter.</summary>
    /// <value>The default is <see langword="null"/>: from the first one on.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only reviews written in that second or before.</summary>
    /// <value>The default is <see langword="null"/>: to the last one.</value>
    public DateTimeOffset? To { get; init; }

    /// <summary>In which order they come.</summary>
    /// <value>The default is <see cref="FeedbackSort.OldestFirst"/>.</value>
    public FeedbackSort Sort { get; init; } = FeedbackSort.OldestFirst;
}
