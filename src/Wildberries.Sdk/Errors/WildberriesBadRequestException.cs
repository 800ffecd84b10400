namespace Wildberries.Sdk.Errors;

/// <summary>
/// WB does not accept the request's values (400, 422). Do not repeat it as it is: correct what
/// <see cref="WildberriesApiException.Detail"/> and <see cref="WildberriesApiException.Errors"/> name.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesBadRequestException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesBadRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesBadRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesBadRequestException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
