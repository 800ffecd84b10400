using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>An answer to a review or to a question that arrived through the API, whether WB made anything of it or not.</summary>
public sealed record EmulatedAnswer
{
    /// <summary>The review or the question, as the request names it: there need not be one.</summary>
    public required string Id { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether it was to change an answer: of a question, whether that had one.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Whether it rejects the question instead of answering it.</summary>
    public bool IsRejection { get; init; }

    /// <summary>
    /// Whether it holds. It does not if there is no such review or question, if the review was answered before, or if there is nothing more to be changed.
    /// </summary>
    public bool IsTaken { get; init; }

    /// <summary>The answer without its text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsEdit ? "changed answer" : "answer")} to {Id} at {Time:O}{(IsTaken ? "" : ", not taken")}");
}
