using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Wildberries.Sdk.Serialization;

/// <summary>A list that WB documents as a single object in one place and as an array in another. <c>null</c> is an empty list.</summary>
/// <typeparam name="T">The element; the JSON context has to know it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OneOrManyConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType != JsonTokenType.StartArray)
            return JsonSerializer.Deserialize(ref reader, element) is { } one ? [one] : [];

        var many = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonSerializer.Deserialize(ref reader, element) is { } item)
                many.Add(item);
        }

        return many;
    }

    // One goes out as WB's document has it.
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (value is [var one])
        {
            JsonSerializer.Serialize(writer, one, element);
            return;
        }

        writer.WriteStartArray();
        foreach (T item in value)
            JsonSerializer.Serialize(writer, item, element);
        writer.WriteEndArray();
    }
}
