using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads a boolean, in a string too, and 1 and 0; <c>null</c> is <see langword="false"/> for a member that is not nullable, so that it does not fail
/// the answer. Named in the options of each JSON context.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BooleanConverter : JsonConverter<bool>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        JsonTokenType.String when bool.TryParse(reader.GetString(), out bool flag) => flag,
        JsonTokenType.String when reader.ValueTextEquals("1"u8) => true,
        JsonTokenType.String when reader.ValueTextEquals("0"u8) => false,
        JsonTokenType.Number when reader.TryGetInt32(out int number) && number is 0 or 1 => number == 1,
        _ => throw new JsonException("A boolean was expected."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
