namespace Wildberries.Sdk.Errors;

/// <summary>
/// An answer that is no error by its status could not be understood: broken or truncated JSON (<see cref="Exception.InnerException"/> is a
/// <see cref="System.Text.Json.JsonException"/> then), a page of a proxy in place of WB's answer, or the wrong content type. A write has
/// probably been carried out: look at the state at WB before you repeat it. If a read fails like this again and again, WB has
/// changed its answer, and the SDK needs an update.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesResponseException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesResponseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesResponseException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
