namespace Wildberries.Sdk.Errors;

/// <summary>
/// WB does not accept the token (401): malformed, expired, revoked, or of an account without access. Also thrown before the network
/// for a token that is known to be expired. Do not repeat the call: get a new token from the seller.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesUnauthorizedException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesUnauthorizedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesUnauthorizedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesUnauthorizedException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
