using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// What WB says went wrong: texts. What is no text stands as its JSON, so that nothing of it is lost and no message that was sent looks as
/// if it had failed. <c>null</c>, <c>""</c> and <c>{}</c> are none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorListConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Text(ref reader) is { Length: > 0 } one ? [one] : [];
        var errors = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Text(ref reader) is { } error)
                errors.Add(error);
        }

        return errors;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (string error in value)
            writer.WriteStringValue(error);
        writer.WriteEndArray();
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        string json = JsonElement.ParseValue(ref reader).GetRawText();
        return json is "{}" ? null : json;
    }
}
