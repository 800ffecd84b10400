using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What an exception has to say that ended a hand-over in the middle.</summary>
public static class HandOverExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.HandOverResult";

    /// <summary>
    /// What is known of each order, if the exception ended a hand-over that had begun, be it a cancellation. <see cref="FbsHandOver.ResumeAsync"/> goes on from there.
    /// <see cref="WildberriesApiException.Delivery"/> of the exception tells only of the call that failed.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static HandOverResult? GetHandOverResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as HandOverResult;
    }

    // The exception itself goes on to the caller, who catches it by its type.
    internal static void SetHandOverResult(this Exception exception, HandOverResult result) => exception.Data[Key] = result;
}
