namespace Wildberries.Sdk.Errors;

/// <summary>
/// The request is larger than WB takes (413). Do not repeat it as it is: send fewer items, or a smaller file.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesRequestTooLargeException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesRequestTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesRequestTooLargeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesRequestTooLargeException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
