using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads and writes an extensible enum whose wire values are whole numbers. A number in a string is read too; <c>null</c> and <c>""</c> are 0.
/// </summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Int32EnumConverter<T> : JsonConverter<T>
    where T : struct, IExtensibleEnum<T, int>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number or JsonTokenType.String:
                ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
                if (int.TryParse(text, Style, CultureInfo.InvariantCulture, out int number))
                    return T.From(number);
                if (text.IsEmpty)
                    return default;
                break;
            case JsonTokenType.Null:
                return default;
        }

        throw new JsonException($"A whole number was expected for {typeof(T).Name}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }
}
