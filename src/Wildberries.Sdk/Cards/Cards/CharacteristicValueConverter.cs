using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Wildberries.Sdk.Cards;

/// <summary>Reads and writes the value of a characteristic as it stands, escapes, spaces and the digits of numbers included.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CharacteristicValueConverter : JsonConverter<CharacteristicValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override CharacteristicValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement json = JsonElement.ParseValue(ref reader);

        // It could not be written back.
        return Utf8.IsValid(JsonMarshal.GetRawUtf8Value(json)) ? CharacteristicValue.Owning(json) : throw new JsonException("The value is no UTF-8.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CharacteristicValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Kind == JsonValueKind.Null)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value.Element));
    }
}
