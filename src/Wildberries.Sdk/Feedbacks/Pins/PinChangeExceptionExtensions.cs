using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What an exception has to say about reviews that were being pinned or unpinned.</summary>
public static class PinChangeExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.PinChangeResult";

    /// <summary>
    /// What is known of each review, if the exception ended a call that pins or unpins many; a cancellation, too. <see cref="WildberriesApiException.Delivery"/> of the exception
    /// tells only of the call that failed.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static PinChangeResult? GetPinChangeResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as PinChangeResult;
    }

    internal static void SetPinChangeResult(this Exception exception, PinChangeResult result) => exception.Data[Key] = result;
}
