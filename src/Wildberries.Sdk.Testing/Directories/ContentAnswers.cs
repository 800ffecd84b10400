using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How content-api reads and answers.</summary>
internal static class ContentAnswers
{
    public const string Russian = "ru";
    public const string WrongRequest = "Неправильный запрос";

    public static readonly string[] Languages = [Russian, "en", "zh"];

    /// <summary>Whether the request came to the sandbox, which has no other languages, and creates cards at once.</summary>
    public static bool IsSandbox(HandlerRequest request) => request.Http.Path.StartsWithSegments("/content-api-sandbox", StringComparison.Ordinal);

    /// <summary>The language of the answer; <see langword="null"/> if WB knows no such language.</summary>
    public static string? LocaleOf(HandlerRequest request) => request.Query("locale") is not { Length: > 0 } locale || IsSandbox(request) ? Russian
        : Languages.Contains(locale) ? locale : null;

    /// <summary>A number of the query; <see langword="null"/> if it is none.</summary>
    public static long? Number(HandlerRequest request, string name, long? whenMissing = null) => request.Query(name) is not { Length: > 0 } text ? whenMissing
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    public static long? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>The ids in a list; <see langword="null"/> if it is no list, or something in it is no id.</summary>
    public static IReadOnlyList<long>? Ids(JsonNode? node) =>
        node is JsonArray items && items.All(item => Whole(item) is > 0) ? [.. items.Select(item => Whole(item)!.Value)] : null;

    public static Answer Data(JsonNode[] items) => Envelope(200, new JsonArray(items), null, null);

    /// <summary>What a write is answered with.</summary>
    public static Answer Accepted => Envelope(200, null, null, new JsonObject());

    public static Answer BadRequest(string text, JsonNode? additional = null, string contentType = "application/json") =>
        Envelope(400, null, text, additional, contentType);

    public static Answer Envelope(int status, JsonNode? data, string? error, JsonNode? additional, string contentType = "application/json") => Answer.Json(
        status,
        new JsonObject { ["data"] = data, ["error"] = error is not null, ["errorText"] = error ?? "", ["additionalErrors"] = additional },
        contentType);

    /// <summary>A time as content-api writes it: to the microsecond, without zeros at its end.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Time(JsonNode? node) => Text(node) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
