namespace Wildberries.Sdk.Errors;

/// <summary>
/// What was asked for does not exist (404), or the address is not one of WB's. Do not repeat the call: check the id, and that it belongs to
/// the seller of the token. <see cref="WildberriesApiException.Detail"/> often names a successor of the method.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesNotFoundException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesNotFoundException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
