namespace Wildberries.Sdk.Errors;

/// <summary>
/// WB's moderation refused the content (451), for example a file that a buyer sent to the chat. Do not repeat the call: the
/// content stays closed.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed class WildberriesUnavailableForLegalReasonsException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesUnavailableForLegalReasonsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesUnavailableForLegalReasonsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesUnavailableForLegalReasonsException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
