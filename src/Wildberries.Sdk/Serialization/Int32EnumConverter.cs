using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads and writes an extensible enum whose wire values are whole numbers. A number in a string is read too; <c>null</c> is 0.
/// </summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Int32EnumConverter<T> : JsonConverter<T>
    where T : struct, IExtensibleEnum<T, int>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number))
            return T.From(number);
        if (reader.TokenType == JsonTokenType.String
            && int.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return T.From(number);
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
