namespace Wildberries.Sdk.Errors;

/// <summary>
/// WB itself failed (5xx). The SDK has already repeated a read; repeat it later. A write may have been carried out: look at the
/// state at WB before you repeat it.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesServerException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesServerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesServerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesServerException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
