using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How the service of reviews and questions reads requests, and answers.</summary>
internal static class FeedbackAnswers
{
    public const int MinAnswer = 2;
    public const int MaxAnswer = 5_000;

    public static Answer Ok(JsonNode? data) => Answer.Json(200, Envelope(data, ""));

    public static Answer Error(int status, string text)
    {
        JsonObject body = Envelope(null, text);
        body["requestId"] = Guid.NewGuid().ToString();
        return Answer.Json(status, body);
    }

    public static Answer BadRequest => Error(400, "Something went wrong");

    /// <summary>Whether a text can be an answer, in characters as WB counts them.</summary>
    public static bool IsAnswer(string? text) => text is not null && text.EnumerateRunes().Count() is >= MinAnswer and <= MaxAnswer;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A number of the query; <see langword="null"/> if it is not given. Whether it can be read.</summary>
    public static bool TryRead(HandlerRequest request, string name, out long? number)
    {
        number = null;
        if (request.Query(name) is not { Length: > 0 } text)
            return true;
        bool isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long read);
        number = isNumber ? read : null;
        return isNumber;
    }

    /// <summary>A flag of the query; <see langword="null"/> if it is not given. Whether it can be read.</summary>
    public static bool TryRead(HandlerRequest request, string name, out bool? flag)
    {
        flag = null;
        if (request.Query(name) is not { Length: > 0 } text)
            return true;
        bool isFlag = bool.TryParse(text, out bool read);
        flag = isFlag ? read : null;
        return isFlag;
    }

    /// <summary>The whole days of Moscow are what WB calls today.</summary>
    public static bool IsToday(DateTimeOffset time, DateTimeOffset now) =>
        time.ToOffset(WireTime.MoscowOffset).Date == now.ToOffset(WireTime.MoscowOffset).Date;

    private static JsonObject Envelope(JsonNode? data, string errorText) => new()
    {
        ["data"] = data,
        ["error"] = errorText.Length > 0,
        ["errorText"] = errorText,
        ["additionalErrors"] = null,
    };
}
