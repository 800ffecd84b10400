using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A moment that WB sends as RFC 3339 text, from older services with a space in the place of the <c>T</c>. Without an offset it is
/// Moscow time. <c>null</c>, <c>""</c>, <c>"-"</c> and the year 1
/// (<c>0001-01-01T00:00:00</c>) mean that there is none. Anything else cannot be read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateTimeOffsetTextConverter : JsonConverter<DateTimeOffset?>
{
    private const string SpacedFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const string SpacedFormatWithOffset = SpacedFormat + "zzz";

    private static readonly TimeSpan MoscowOffset = TimeSpan.FromHours(3);

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A time was expected, as text.");

        // The year 1 first: with an offset, or in the machine's own zone, it lies before the first moment there is.
        if (reader.GetString()!.Trim() is "" or "-" or ['0', '0', '0', '1', '-', ..])
            return null;
        if (reader.TryGetDateTime(out DateTime local) && local.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(local, MoscowOffset);
        if (reader.TryGetDateTimeOffset(out DateTimeOffset moment))
            return moment;
        string? text = reader.GetString();
        if (DateTimeOffset.TryParseExact(text, SpacedFormatWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
            return moment;
        if (DateTime.TryParseExact(text, SpacedFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
            return new DateTimeOffset(local, MoscowOffset);
        throw new JsonException("The text is not a time such as \"2024-08-16T11:19:05+03:00\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
            writer.WriteStringValue(moment);
        else
            writer.WriteNullValue();
    }
}
