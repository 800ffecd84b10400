using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Questions;

/// <summary>Which questions are read, and in which order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionFilter
{
    /// <summary>
    /// <see langword="true"/>: only those that have an answer; <see langword="false"/>: only those that have none; <see langword="null"/>: first those that
    /// wait, then those that have an answer.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public bool? IsAnswered { get; init; }

    /// <summary>The product's number at WB.</summary>
    /// <value>The default is <see langword="null"/>: all products.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public long? NmId { get; init => field = value is { } id ? Argument.Id(id, nameof(NmId)) : null; }

    /// <summary>Only questions written in that second or later. It is a moment: its offset does not matter.</summary>
    /// <value>The default is <see langword="null"/>: from the first one on.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only questions written in that second or before.</summary>
    /// <value>The default is <see langword="null"/>: to the last one.</value>
    public DateTimeOffset? To { get; init; }

    /// <summary>In which order they come.</summary>
    /// <value>The default is <see cref="QuestionSort.OldestFirst"/>.</value>
    public QuestionSort Sort { get; init; } = QuestionSort.OldestFirst;
}
