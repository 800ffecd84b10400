using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What an exception has to say that ended an upload in several steps.</summary>
public static class UploadExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.UploadResult";

    /// <summary>
    /// What is known of each row, if the exception ended a call that uploads prices, or adds products to a promotion, be it a cancellation. Give it to
    /// <see cref="PriceUploader.WaitForUploadsAsync"/> to go on. <see cref="WildberriesApiException.Delivery"/> of the exception tells only of the call that failed,
    /// mostly one that asks for the state.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static PriceUploadResult? GetUploadResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as PriceUploadResult;
    }

    // The exception itself goes on to the caller, who catches it by its type.
    internal static void SetUploadResult(this Exception exception, PriceUploadResult result) => exception.Data[Key] = result;
}
