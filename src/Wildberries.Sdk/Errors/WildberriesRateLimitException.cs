namespace Wildberries.Sdk.Errors;

/// <summary>
/// Too many requests: WB refused with 429, or the SDK refused before the network since the wait would exceed the budget
/// (<see cref="WildberriesApiException.StatusCode"/> is <see langword="null"/> then). Repeat the call after
/// <see cref="RetryAfter"/>: WB has not carried it out, unless <see cref="WildberriesApiException.Delivery"/> is <see cref="Delivery.Unknown"/>, after an
/// earlier attempt of a write that you let the SDK repeat.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Limity-zaprosov"/>.</remarks>
public sealed class WildberriesRateLimitException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesRateLimitException(ErrorAnswer answer)
        : base(answer)
    {
        RetryAfter = answer.RetryAfter;
    }

    /// <summary>
    /// How long to wait before the call is sent again. Always there when the SDK refused; <see langword="null"/> if WB refused and did not
    /// say (take a minute then).
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
