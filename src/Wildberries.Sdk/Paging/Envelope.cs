using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Paging;

/// <summary>Opens answers of the form <c>{data, error, errorText}</c>, which can report a failure with status 200.</summary>
internal static class Envelope
{
    // What stands in an error of WB's or of a gateway, and in no answer that merely has nothing to tell.
    private static readonly string[] ErrorMembers = ["title", "detail", "status", "code", "message", "errors", "error", "errorText", "statusText"];

    /// <summary>Takes the data out.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="error">Whether WB reports an error.</param>
    /// <param name="errorText">WB's text about it.</param>
    /// <param name="data">The data.</param>
    /// <returns>The data.</returns>
    /// <exception cref="WildberriesResponseException">WB reports an error: there may be data that it did not give.</exception>
    public static TData? Open<TData>(string operation, WildberriesModel answer, bool error, string? errorText, TData? data)
        where TData : class => error || (data is null && (!string.IsNullOrWhiteSpace(errorText) || SpeaksOfError(answer)))
            ? throw Failure(operation, errorText, Redaction.None)
            : data;

    /// <summary>Whether an answer without its data has members of an error in the place of them.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether it has.</returns>
    public static bool SpeaksOfError(WildberriesModel answer) => answer.AdditionalProperties is { } members
        && Array.Exists(ErrorMembers, name => members.TryGetValue(name, out JsonElement value)
            && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False) && value.GetRawText() is not ("\"\"" or "[]" or "{}" or "0"));

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
