using System.Net;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>Opens answers of the form <c>{data, error, errorText}</c>, which can report a failure with status 200.</summary>
internal static class Envelope
{
    /// <summary>Takes the data out.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="error">Whether WB reports an error.</param>
    /// <param name="errorText">WB's text about it.</param>
    /// <param name="data">The data.</param>
    /// <returns>The data.</returns>
    /// <exception cref="WildberriesResponseException">WB reports an error: there may be data that it did not give.</exception>
    public static TData? Open<TData>(string operation, bool error, string? errorText, TData? data)
        where TData : class => error ? throw Failure(operation, errorText, Redaction.None) : data;

    /// <summary>Makes the exception of an answer that reports an error.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="errorText">WB's text about it.</param>
    /// <param name="secrets">What must not stand in the exception even if WB echoes it.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException Failure(string operation, string? errorText, Redaction secrets)
    {
        string? text = SafeText.Clean(errorText, SafeText.MaxErrorText, secrets);
        return new WildberriesResponseException($"WB answered {operation} with an error instead of data: {text ?? "it does not say which"}")
        {
            Operation = operation,
            StatusCode = HttpStatusCode.OK,
            Delivery = Delivery.Answered,
            Detail = text,
        };
    }
}
