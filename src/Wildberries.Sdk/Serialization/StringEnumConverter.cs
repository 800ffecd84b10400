using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads and writes an extensible enum whose wire values are strings. A number or a boolean is read as its text; what was never set is
/// written as <c>null</c>.
/// </summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StringEnumConverter<T> : JsonConverter<T>
    where T : struct, IExtensibleEnum<T, string>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => T.From(reader.GetString()!),
        JsonTokenType.Null => default,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => T.From(JsonElement.ParseValue(ref reader).GetRawText()),
        _ => throw new JsonException($"A text was expected for {typeof(T).Name}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Value is { Length: > 0 } text)
            writer.WriteStringValue(text);
        else
            writer.WriteNullValue();
    }
}
