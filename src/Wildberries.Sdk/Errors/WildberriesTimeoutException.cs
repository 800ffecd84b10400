namespace Wildberries.Sdk.Errors;

/// <summary>
/// Time ran out: for connecting, for one attempt, for a body that stalled, or for the whole call. Repeat a read later. A write
/// may have been carried out: look at the state at WB before you repeat it. A call that your own token cancelled throws
/// <see cref="OperationCanceledException"/> instead.
/// </summary>
/// <remarks>WB knows nothing of this error: it arises on the way.</remarks>
public sealed class WildberriesTimeoutException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The time that ran out, or <see langword="null"/> if not known.</summary>
    public TimeSpan? Timeout { get; init; }
}
