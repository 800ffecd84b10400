using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A day that WB sends and takes as <c>"17.05.2024"</c>; one written as <see cref="DateOnlyTextConverter"/> reads it is understood, too.
/// <c>null</c>, <c>""</c>, <c>"-"</c> and the year 1 mean that there is none. Anything else cannot be read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DottedDateConverter : JsonConverter<DateOnly?>
{
    private const string Format = "dd.MM.yyyy";

    private static readonly DateOnlyTextConverter Other = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String
            || !DateOnly.TryParseExact(reader.GetString()!.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return Other.Read(ref reader, typeToConvert, options);
        }

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
