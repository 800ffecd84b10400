using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// The call was not sent, or not sent again after a 429, because the <see cref="IRateLimitStore"/> in use could not say whether it may be: a Redis that is
/// out of reach, for example. <see cref="Exception.InnerException"/> says why. Repeat the call when the store works again: WB has
/// not carried it out, unless <see cref="WildberriesApiException.Delivery"/> is <see cref="Delivery.Unknown"/>.
/// </summary>
/// <remarks>WB knows nothing of this error: it arises before anything is sent.</remarks>
public sealed class WildberriesRateLimitStoreException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesRateLimitStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesRateLimitStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
