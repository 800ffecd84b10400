namespace Wildberries.Sdk.Errors;

/// <summary>What an error body said, whatever its shape. All texts are safe to log.</summary>
internal sealed record Problem
{
    public static Problem Empty { get; } = new();

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? Code { get; init; }

    public string? RequestId { get; init; }

    public string? Origin { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The rows of the request that the body names, at most a thousand.</summary>
    public IReadOnlyList<ProblemRow> Rows { get; init; } = [];
}
