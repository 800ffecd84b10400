using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>A form in which WB may send a value.</summary>
/// <param name="Given">The JSON.</param>
/// <param name="Meant">What it means, in the plainest JSON; <see langword="null"/>: nothing.</param>
internal sealed record Form(JsonNode? Given, JsonNode? Meant)
{
    private static readonly DateTime Local = new(2026, 3, 14, 10, 20, 30);

    /// <summary>Numbers in text, with a point, without a fraction; text that comes as a number; flags in text.</summary>
    public static IEnumerable<Form> Loose(Place place) => place.Kind switch
    {
        // A card of nothing has zeros and empty texts.
        ValueKind.Whole when IsOfCard(place) => [Of("\"123\"", "123"), Of("7.0", "7"), new Form(JsonNode.Parse("0"), null), new Form(JsonNode.Parse("\"0\""), null)],
        ValueKind.Text when IsOfCard(place) => [Of("4680001234567", "\"4680001234567\""), new Form(JsonNode.Parse("\"\""), null)],
        ValueKind.Whole => [Of("\"123\"", "123"), Of("\"-5\"", "-5"), Of("7.0", "7"), Of("\"0\"", "0")],
        ValueKind.Decimal => [Of("\"1234.56\"", "1234.56"), Of("\"-0.5\"", "-0.5"), Of("\"7\"", "7"), Of("7", "7"), Of("0.10", "0.1"), Of("-1234.5", "-1234.5"), Of("0", "0")],
        ValueKind.Text => [Of("4680001234567", "\"4680001234567\""), Of("12.50", "\"12.50\""), Of("true", "\"true\""), Of("\"\"", "\"\"")],
        ValueKind.Flag => [Of("\"true\"", "true"), Of("\"false\"", "false"), Of("\"True\"", "true"), Of("false", "false"), Of("1", "true"), Of("0", "false"), Of("\"1\"", "true"), Of("\"0\"", "false")],
        _ => [],
    };

    /// <summary>Values that WB has added, and the known ones.</summary>
    public static IEnumerable<Form> Enumerated(Place place) => place.Kind switch
    {
        ValueKind.TextEnum =>
        [
            Of("\"совсем новое\"", "\"совсем новое\""), Of("\"\"", "\"\""), Of("77", "\"77\""), Of("true", "\"true\""), .. Known(place.Type),
        ],

        ValueKind.NumberEnum =>
        [
            Of("77777", "77777"), Of("-1", "-1"), Of("\"77777\"", "77777"), Of("7.0", "7"),
            Of("\"\"", "0"), .. Known(place.Type),
        ],
        _ => [],
    };

    /// <summary>Days and times with an offset, without one, without a time, and those that are not set.</summary>
    public static IEnumerable<Form> Dated(Place place)
    {
        string day = Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (place.Kind == ValueKind.Day)
        {
            foreach (string rest in new[] { "", "T10:20:30", "T10:20:30Z", "T23:59:59.123456+03:00", " 10:20:30" })
                yield return Of(Quote(day + rest), Quote(day));
        }
        else if (place.Kind == ValueKind.Moment)
        {
            // Chats have UTC where no offset is said, everything else Moscow; never the machine's own.
            TimeSpan own = place.Member?.CustomConverter is LenientUtcTimeConverter ? TimeSpan.Zero : TimeSpan.FromHours(3);
            yield return Of(Quote(day + "T10:20:30"), Quote(new DateTimeOffset(Local, own).ToString("O", CultureInfo.InvariantCulture)));
            yield return Of(Quote(day), Quote(new DateTimeOffset(Local.Date, own).ToString("O", CultureInfo.InvariantCulture)));
            foreach (string rest in new[] { "T10:20:30Z", "T10:20:30+03:00", "T10:20:30-05:00", "T10:20:30.1234567Z" })
                yield return Of(Quote(day + rest), Quote(day + rest));

            // Go's nanoseconds.
            yield return Of(Quote(day + "T10:20:30.123456700Z"), Quote(day + "T10:20:30.1234567Z"));
        }
        else
        {
            yield break;
        }

        foreach (string unset in new[] { "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+03:00", "0001-01-01", "" })
            yield return new Form(JsonNode.Parse(Quote(unset)), null);
    }

    /// <summary>Values that no member of this kind can hold: they are missing. What an answer is made of is not among them, for that fails it.</summary>
    public static IEnumerable<Form> Odd(Place place)
    {
        string[] odd = place.Kind switch
        {
            ValueKind.Whole => ["\"text\"", "1.5", "\"1.5\"", "1e400", "99999999999999999999999999999999", "true", "{}", "[]", "[1]"],
            ValueKind.Decimal => ["\"text\"", "1e400", "true", "{}", "[]", """{"a":{"b":1}}"""],
            ValueKind.Flag => ["2", "\"maybe\"", "\"\"", "1.5", "{}", "[]"],
            ValueKind.Text or ValueKind.TextEnum => ["{}", "[]", """["text"]""", """{"a":null}"""],
            ValueKind.NumberEnum => ["\"text\"", "1.5", "4294967296", "1e400", "true", "{}", "[]"],
            ValueKind.Moment or ValueKind.Day => ["\"soon\"", "\"2026-02-30\"", "17", "true", "{}", "[]"],
            ValueKind.Object => ["\"text\"", "17", "true", "[]", """[{"a":1}]"""],
            ValueKind.List => ["\"text\"", "17", "true"],
            ValueKind.Map => ["\"text\"", "17", "[]", "[1]"],
            _ => [],
        };
        bool isFrame = !place.Steps.SkipLast(1).Any(step => step is int) && place.Steps is not [int];
        bool isContent = place.Kind is ValueKind.Object or ValueKind.List or ValueKind.Map or ValueKind.Flag;

        // What is no text there stands as its JSON.
        bool isError = place.Steps is [.., "errors", int];
        bool isOfList = place.Kind != ValueKind.Object && place.Steps is [int];
        bool isCursor = isFrame && place.Steps is [.., "next"];
        return place.Steps.Count == 0 || isCursor || (isFrame && isContent && place.Steps[^1] is string) || isOfList || isError
            ? []
            : odd.Select(value => new Form(JsonNode.Parse(value), null));
    }

    private static bool IsOfCard(Place place) => place.Property?.DeclaringType == typeof(GoodCard);

    private static IEnumerable<Form> Known(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        foreach (object value in type.GetProperties().Where(property => property.GetMethod!.IsStatic).Select(property => property.GetValue(null)!))
        {
            JsonNode? wire = type.GetProperty("Value")!.GetValue(value) is int number ? JsonValue.Create(number) : JsonValue.Create(value.ToString());
            yield return new Form(wire, wire);
        }
    }

    private static Form Of(string given, string meant) => new(JsonNode.Parse(given), JsonNode.Parse(meant));

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
