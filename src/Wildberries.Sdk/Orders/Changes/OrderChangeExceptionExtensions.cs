using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>What an exception has to say that ended a change of many orders.</summary>
public static class OrderChangeExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.OrderChangeResult";

    /// <summary>
    /// What is known of each order, if the exception ended a call that changes many, be it a cancellation. <see cref="WildberriesApiException.Delivery"/> of the exception tells only of
    /// the call that failed.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static OrderChangeResult? GetOrderChangeResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as OrderChangeResult;
    }

    // The exception itself goes on to the caller, who catches it by its type.
    internal static void SetOrderChangeResult(this Exception exception, OrderChangeResult result) => exception.Data[Key] = result;
}
