using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// The call was not sent, or not sent again after a 429, because the <see cref="IRateLimitStore"/> in use could not say whether it may be: a Redis that is
/// out of reach, for example. <see cref="Exception.InnerException"/> says why. WB has not carried out the call: repeat it when the store works again.
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
