namespace Wildberries.Sdk.Errors;

/// <summary>
/// WB could not be reached, or the connection broke before the answer was complete. <see cref="Exception.InnerException"/> says
/// why (<see cref="HttpRequestException"/> or <see cref="IOException"/>). Repeat a read later. <see cref="WildberriesApiException.Delivery"/> says whether a
/// write may have been carried out: then look at the state at WB before you repeat it.
/// </summary>
/// <remarks>WB knows nothing of this error: it arises on the way.</remarks>
public sealed class WildberriesConnectionException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
