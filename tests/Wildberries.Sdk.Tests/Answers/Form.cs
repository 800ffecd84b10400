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
        ValueKind.Whole => [Of("\"123\"", "123"), Of("\"-5\"", "-5"), Of("7.0", "7"), Of("\"0\"", "0")],
        ValueKind.Decimal => [Of("\"1234.56\"", "1234.56"), Of("\"-0.5\"", "-0.5"), Of("\"7\"", "7"), Of("7", "7"), Of("0.10", "0.1"), Of("-1234.5", "-1234.5"), Of("0", "0")],
        ValueKind.Text => [Of("4680001234567", "\"4680001234567\""), Of("12.50", "\"12.50\""), Of("true", "\"true\""), Of("\"\"", "\"\"")],
        ValueKind.Flag => [Of("\"true\"", "true"), Of("\"false\"", "false"), Of("\"True\"", "true"), Of("false", "false")],
        _ => [],
    };

    /// <summary>Values that WB has added, and the known ones.</summary>
    public static IEnumerable<Form> Enumerated(Place place) => place.Kind switch
    {
        ValueKind.TextEnum =>
        [
            Of("\"совсем новое\"", "\"совсем новое\""), Of("\"\"", "\"\""), Of("77", "\"77\""), Of("true", "\"true\""), .. Known(place.Type),
        ],

        // What is no whole number cannot be carried: it is the value for "none".
        ValueKind.NumberEnum =>
        [
            Of("77777", "77777"), Of("-1", "-1"), Of("\"77777\"", "77777"), Of("7.0", "7"),
            Of("\"совсем новое\"", "0"), Of("\"\"", "0"), Of("4294967296", "0"), Of("1.5", "0"), Of("true", "0"), .. Known(place.Type),
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
