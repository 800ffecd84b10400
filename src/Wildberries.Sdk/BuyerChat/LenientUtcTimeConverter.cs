using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// A time of a chat. <c>null</c>, <c>""</c> and the year 1 mean that there is none; one without an offset is UTC, not local time.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LenientUtcTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A time was expected, as text.");
        string text = reader.GetString()!.Trim();

        // The year 1 first: with an offset it lies before the first moment there is.
        if (text is "" or ['0', '0', '0', '1', '-', ..])
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new JsonException("The text is not a time such as \"2025-12-19T09:57:14Z\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time);
        else
            writer.WriteNullValue();
    }
}
