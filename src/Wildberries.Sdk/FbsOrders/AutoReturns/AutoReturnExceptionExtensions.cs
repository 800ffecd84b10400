namespace Wildberries.Sdk.FbsOrders;

/// <summary>What an exception has to say that ended a change of where products go back to.</summary>
public static class AutoReturnExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.AutoReturnResult";

    /// <summary>
    /// What is known of each size, if the exception ended <see cref="FbsOrdersApiExtensions.SetAutoReturnsAsync"/>. To go on, call it again: what goes there already is
    /// not sent again.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static AutoReturnResult? GetAutoReturnResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as AutoReturnResult;
    }

    internal static void SetAutoReturnResult(this Exception exception, AutoReturnResult result) => exception.Data[Key] = result;
}
