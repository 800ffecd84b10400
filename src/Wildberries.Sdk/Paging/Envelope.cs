using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Paging;

/// <summary>Opens answers of the form <c>{data, error, errorText}</c>, which can report a failure with status 200.</summary>
internal static class Envelope
{
    // What stands in an error of WB's or of a gateway, and in no answer that merely has nothing to tell.
    private static readonly string[] ErrorMembers = ["title", "detail", "code", "message", "errors", "error", "errorText"];

    /// <summary>Takes the data out.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="error">Whether WB reports an error.</param>
    /// <param name="errorText">WB's text about it.</param>
    /// <param name="data">The data.</param>
    /// <returns>The data.</returns>
    /// <exception cref="WildberriesResponseException">WB reports an error: there may be data that it did not give.</exception>
    public static TData? Open<TData>(string operation, bool error, string? errorText, TData? data)
        where TData : class => error || (data is null && !string.IsNullOrWhiteSpace(errorText))
            ? throw Failure(operation, errorText, Redaction.None)
            : data;

    /// <summary>Whether an answer has members of an error that its model does not know.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether it has.</returns>
    public static bool SpeaksOfError(WildberriesModel answer) => answer.AdditionalProperties is { } members
        && Array.Exists(ErrorMembers, name => members.TryGetValue(name, out JsonElement value) && IsThere(value));

    /// <summary>Finds an error in the body of a success that should have none.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="body">The body.</param>
    /// <param name="secrets">What must not stand in the exception.</param>
    /// <returns>The exception; <see langword="null"/>: nothing in the body speaks of an error.</returns>
    public static WildberriesResponseException? FindError(string operation, ReadOnlyMemory<byte> body, Redaction secrets)
    {
        body = body[(body.Length - body.Span.TrimStart("\uFEFF \t\r\n"u8).Length)..];

        // A page is none of WB's answers.
        if (body.Span is [(byte)'<', ..])
            return Failure(operation, null, secrets, isTransient: true);
        if (body.Span is not [(byte)'{', ..])
            return null;
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth });
            JsonElement[] found = [.. ErrorMembers.Select(name => json.RootElement.TryGetProperty(name, out JsonElement value) ? value : default).Where(IsThere)];
            string? text = found.Where(value => value.ValueKind is JsonValueKind.String).Select(value => value.GetString()).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
            return found.Length > 0 ? Failure(operation, text, secrets) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Failure(operation, null, secrets, isTransient: true);
        }
    }

    /// <summary>WB's text in the members of an error that the answer's model does not know.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The text, if one of them is one.</returns>
    public static string? ErrorTextOf(WildberriesModel answer) => ErrorMembers
        .Select(name => answer.AdditionalProperties!.TryGetValue(name, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null)
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static bool IsThere(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False)
        && value.GetRawText() is not ("\"\"" or "[]" or "{}" or "0" or "200");

    /// <summary>Makes the exception of an answer that reports an error.</summary>
    /// <param name="operation">The operation's short name.</param>
    /// <param name="errorText">WB's text about it.</param>
    /// <param name="secrets">What must not stand in the exception even if WB echoes it.</param>
    /// <param name="isTransient">Whether it may well pass: what answered was no answer of this operation.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static WildberriesResponseException Failure(string operation, string? errorText, Redaction secrets, bool isTransient = false)
    {
        string? text = SafeText.Clean(errorText, SafeText.MaxErrorText, secrets);
        return new WildberriesResponseException($"WB answered {operation} with an error instead of data: {text ?? "it does not say which"}")
        {
            Operation = operation,
            StatusCode = HttpStatusCode.OK,
            Delivery = Delivery.Answered,
            Detail = text,
            IsTransient = isTransient,
        };
    }
}
