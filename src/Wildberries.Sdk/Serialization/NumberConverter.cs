using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads a number the way WB may send it: as a number, in a string, a whole one with a fraction of zeros, or <c>null</c>, which is 0
/// for a member that is not nullable, so that it does not fail the answer. Named in the options of each JSON context.
/// </summary>
/// <typeparam name="T">The type of number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberConverter<T> : JsonConverter<T>
    where T : struct, INumber<T>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && TryReadPlain(ref reader, out T plain))
            return plain;
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            if (T.TryParse(text, Style, CultureInfo.InvariantCulture, out T number))
                return number;
        }

        throw new JsonException($"A number of type {typeof(T).Name} was expected.");
    }

    // The way in which nearly all numbers come, by the reader's own methods, which are the fastest. The casts cost nothing.
    private static bool TryReadPlain(ref Utf8JsonReader reader, out T number)
    {
        if (typeof(T) == typeof(int) && reader.TryGetInt32(out int int32))
        {
            number = (T)(object)int32;
            return true;
        }

        if (typeof(T) == typeof(long) && reader.TryGetInt64(out long int64))
        {
            number = (T)(object)int64;
            return true;
        }

        if (typeof(T) == typeof(decimal) && reader.TryGetDecimal(out decimal money))
        {
            number = (T)(object)money;
            return true;
        }

        number = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(null, CultureInfo.InvariantCulture));
}
