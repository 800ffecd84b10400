namespace Wildberries.Sdk.Errors;

/// <summary>
/// The balance of the cloud service is empty (402). Only services of WB's catalogue see it. Do not repeat the call: top up the
/// balance in the service's account at WB.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesPaymentRequiredException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesPaymentRequiredException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesPaymentRequiredException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesPaymentRequiredException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
