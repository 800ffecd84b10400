using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How the advertising services read and answer: each generation of them refuses in a shape of its own.</summary>
internal static class AdvertAnswers
{
    public const string Currency = "RUB";

    public const int MaxNameLength = 100;
    public const string BadBodyText = "Ошибка обработки тела запроса";

    private const string Origin = "camp-api-public-cache";

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    /// <summary>The refusal of the newer operations.</summary>
    public static Answer BadRequest(string detail, string title = "invalid payload") => Answer.Json(400, new JsonObject
    {
        ["detail"] = detail,
        ["origin"] = Origin,
        ["request_id"] = Problem.NewRequestId(),
        ["status"] = 400,
        ["title"] = title,
    });

    /// <summary>The refusal of a body that the newest operations do not understand.</summary>
    public static Answer BadBody() => BadRequest("incorrect request body, please check API documentation", "invalid request body");

    /// <summary>A refusal with a list of what is wrong with which parameter.</summary>
    public static Answer BadRequest(string field, string detail, string title, string type) => Answer.Json(400, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["detail"] = detail, ["field"] = field }),
        ["origin"] = Origin,
        ["request_id"] = Problem.NewRequestId(),
        ["status"] = 400,
        ["title"] = title,
        ["type"] = type,
    });

    /// <summary>The refusal of the older operations.</summary>
    public static Answer Error(string text) => Answer.Json(400, new JsonObject { ["error"] = text });

    /// <summary>A refusal in plain text.</summary>
    public static Answer Text(int status, string text) =>
        new() { Status = status, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };

    public static JsonNode? Parse(HandlerRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static long? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>Numbers; <see langword="null"/> if it is no list, or one element is something else. A list that is left out is empty.</summary>
    public static IReadOnlyList<long>? Numbers(JsonNode? node)
    {
        if (node is not (null or JsonArray))
            return null;
        long?[] numbers = [.. (node as JsonArray ?? []).Select(Whole)];
        return numbers.Contains(null) ? null : [.. numbers.Select(n => n!.Value)];
    }

    /// <summary>Texts; <see langword="null"/> if it is no list, or one element is something else.</summary>
    public static IReadOnlyList<string>? Words(JsonNode? node)
    {
        string[]? texts = (node as JsonArray)?.Select(Word).OfType<string>().ToArray();
        return texts?.Length == (node as JsonArray)?.Count ? texts : null;
    }

    /// <summary>Objects; <see langword="null"/> if it is no list, one element is something else, or there are more than allowed.</summary>
    public static IReadOnlyList<JsonObject>? Rows(JsonNode? node, int most)
    {
        JsonObject[]? rows = (node as JsonArray)?.OfType<JsonObject>().ToArray();
        return rows?.Length == (node as JsonArray)?.Count && rows?.Length <= most ? rows : null;
    }

    /// <summary>Numbers with commas between them; <see langword="null"/> if one is none.</summary>
    public static IReadOnlyList<long>? Numbers(string text)
    {
        var numbers = new List<long>();
        foreach (string part in text.Split(','))
        {
            if (!long.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) =>
        time.ToOffset(Moscow).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static string UtcTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    public static JsonArray Array(IEnumerable<long> numbers) => Array(numbers, n => JsonValue.Create(n));

    public static JsonArray Array(IEnumerable<string> texts) => Array(texts, t => JsonValue.Create(t));
}
