using System.Globalization;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// A stream gets no good answer, and goes on asking: told after each attempt that failed, and once more when an attempt has succeeded
/// (<see cref="EndedAt"/>). An outage that lasts longer than the stream may survive is not told at its end: the stream throws the last failure then.
/// </summary>
public sealed record StreamOutage
{
    /// <summary>When the first attempt failed, UTC. It tells one outage from the next.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many attempts have failed so far: 1 when the outage begins.</summary>
    public required int FailedAttempts { get; init; }

    /// <summary>What the last of them failed with: of WB, of the way to it, or of the store in which the stream keeps its place.</summary>
    public required Exception Exception { get; init; }

    /// <summary>When the next attempt follows, UTC; <see langword="null"/> when the outage is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When an attempt succeeded, UTC; <see langword="null"/> while the outage lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The times, the number of attempts and the kind of the failure.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"StreamOutage {{ Since = {Since:u}, FailedAttempts = {FailedAttempts}, Exception = {Exception.GetType().Name}, NextAttemptAt = {NextAttemptAt:u}, EndedAt = {EndedAt:u} }}");
}
