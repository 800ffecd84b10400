using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A day that WB sends as text: <c>"2024-02-01"</c>; a time after it is left out. <c>null</c>, <c>""</c>, <c>"-"</c> and the year 1
/// mean that there is none. Anything else cannot be read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateOnlyTextConverter : JsonConverter<DateOnly?>
{
    private const string Format = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A date was expected, as text.");

        string text = reader.GetString()!.Trim();
        if (text is "" or "-")
            return null;
        ReadOnlySpan<char> day = text.Length > Format.Length && text[Format.Length] is 'T' or ' ' ? text.AsSpan(0, Format.Length) : text;
        if (!DateOnly.TryParseExact(day, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            throw new JsonException("The text is not a date such as \"2024-02-01\".");
        return date.Year == 1 ? null : date;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } date)
            writer.WriteStringValue(date.ToString(Format, CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }
}
