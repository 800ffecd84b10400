using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A number that WB sends as text for people: <c>"11,2"</c>, <c>"1 039"</c>, <c>"35.65"</c>. A JSON number is read too; <c>null</c>,
/// <c>""</c> and <c>"-"</c> mean that there is none. Anything else cannot be read: a price must never become nothing unnoticed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class DecimalTextConverter : JsonConverter<decimal?>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => number,
        JsonTokenType.String when TryParsePlain(ref reader, out decimal number) => number,
        JsonTokenType.String => Parse(reader.GetString()!),
        _ => throw new JsonException("A number was expected, as a JSON number or as text."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }

    // Reports have millions of them, nearly all plain: no text is made for these.
    private static bool TryParsePlain(ref Utf8JsonReader reader, out decimal number)
    {
        number = 0;
        return !reader.HasValueSequence
            && reader.ValueSpan is [.., >= (byte)'0' and <= (byte)'9'] and ([>= (byte)'0' and <= (byte)'9', ..] or [(byte)'-', >= (byte)'0' and <= (byte)'9', ..])
            && decimal.TryParse(
                reader.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static decimal? Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed is "" or "-")
            return null;
        if (Patterns.Number().IsMatch(trimmed)
            && decimal.TryParse(
                Patterns.Space().Replace(trimmed, "").Replace(',', '.'),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number))
        {
            return number;
        }

        throw new JsonException("The text is not a number such as \"1 039\", \"11,2\" or \"35.65\".");
    }

    // Apart, for what the generator writes about them is no doc for users.
    private static partial class Patterns
    {
        // Spaces, no-break ones too, only where they group thousands; one comma or point, never both.
        [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}([ \u00A0\u2009\u202F][0-9]{3})+)([.,][0-9]+)?\z", RegexOptions.CultureInvariant)]
        public static partial Regex Number();

        [GeneratedRegex(@"[ \u00A0\u2009\u202F]", RegexOptions.CultureInvariant)]
        public static partial Regex Space();
    }
}
