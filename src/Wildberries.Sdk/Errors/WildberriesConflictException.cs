namespace Wildberries.Sdk.Errors;

/// <summary>
/// The call does not fit the present state (409), for example an order that has already moved on. Do not repeat it as it is: read the
/// state again and decide anew.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesConflictException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesConflictException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
