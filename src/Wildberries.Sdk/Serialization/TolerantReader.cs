using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Reads JSON that its models do not fit, after the plain reading has failed: a value that cannot be read goes to the model's
/// <see cref="WildberriesModel.UnreadableProperties"/>, everything else to its member. Slow, for it tries each member alone; it runs for such answers only.
/// </summary>
/// <remarks>
/// What an answer is made of must not vanish: a list of rows that is no list fails the answer, as an empty one would look like the list's end, and so does a cursor that cannot be read.
/// A row that is no object is a row of which nothing can be read.
/// </remarks>
/// <param name="options">What the answers are read with.</param>
internal sealed class TolerantReader(JsonSerializerOptions options)
{
    /// <summary>Stands before the name of what could not be read, until the models have been made. No name of WB's has it.</summary>
    public const char Mark = '\0';

    private const string MarkInJson = "\\u0000";

    // Without it a list would seem to be at its end.
    private const string Cursor = "next";

    // How deep the rows of an answer stand: result, events.
    private const int MaxFrame = 4;

    public static bool IsMarked(string name) => name.StartsWith(Mark);

    /// <summary>Reads an answer.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <param name="info">What it should be.</param>
    /// <returns>The answer, with marks in its models.</returns>
    /// <exception cref="JsonException">Nothing can be read, or what the answer is made of cannot.</exception>
    public T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> info)
    {
        json = json.TrimStart("\uFEFF"u8).Trim(" \t\r\n"u8);

        // Broken JSON is not mended: who knows what is missing.
        var check = new Utf8JsonReader(json, JsonLimits.Reader);
        while (check.Read())
        {
        }

        var mended = new ArrayBufferWriter<byte>(json.Length + 256);
        var leftOut = new List<byte[]>();
        if (!TryMend(json, typeof(T), isFrame: true, isOneOrMany: false, mended, leftOut) || leftOut.Count > 0)
            throw new JsonException($"{typeof(T).Name} was expected.");
        return JsonSerializer.Deserialize(mended.WrittenSpan, info);
    }

    /// <summary>Reads a row of an answer.</summary>
    /// <param name="json">The row's JSON, which is whole.</param>
    /// <param name="info">What it should be.</param>
    /// <returns>The row, with marks in its models.</returns>
    /// <exception cref="JsonException">Nothing can be read.</exception>
    public T? ReadRow<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> info)
    {
        var mended = new ArrayBufferWriter<byte>(json.Length + 256);
        return MendElement(json, typeof(T), mended, [])
            ? JsonSerializer.Deserialize(mended.WrittenSpan, info)
            : throw new JsonException($"{typeof(T).Name} was expected.");
    }

    // Whether it could be made readable. Elements that could not, and are no models, are left out.
    private bool TryMend(ReadOnlySpan<byte> json, Type type, bool isFrame, bool isOneOrMany, ArrayBufferWriter<byte> mended, List<byte[]> leftOut)
    {
        bool isObject = json[0] == (byte)'{';
        if (type.IsSubclassOf(typeof(WildberriesModel)))
        {
            if (isObject)
                MendObject(json, options.GetTypeInfo(type), isFrame, mended);
            return isObject;
        }

        if (ElementOf(type) is not { } element)
            return false;
        if (IsMap(type) ? isObject : json[0] == (byte)'[')
            MendElements(json, element, mended, leftOut);
        else if (isObject && isOneOrMany)
            return TryMend(json, element, isFrame: false, isOneOrMany: false, mended, leftOut);
        else
            return false;
        return true;
    }

    private void MendObject(ReadOnlySpan<byte> json, JsonTypeInfo model, bool isFrame, ArrayBufferWriter<byte> mended)
    {
        var reader = new Utf8JsonReader(json, JsonLimits.Reader);
        reader.Read();
        mended.Write("{"u8);
        bool isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = TextOf(ref reader);
            ReadOnlySpan<byte> rawName = reader.ValueSpan;
            ReadOnlySpan<byte> value = NextValue(ref reader, json);
            if (name is null)
            {
                WriteName(mended, Encoded(rawName), ref isFirst, isMarked: true);
                mended.Write(Sound(value));
                continue;
            }

            JsonPropertyInfo? member = model.Properties.FirstOrDefault(
                property => property is { Set: not null, IsExtensionData: false } && string.Equals(property.Name, name, StringComparison.Ordinal));
            if (member is null || IsReadable(rawName, value, model))
            {
                WriteName(mended, rawName, ref isFirst, isMarked: false);
                mended.Write(value);
                continue;
            }

            var inner = new ArrayBufferWriter<byte>();
            var leftOut = new List<byte[]>();
            bool isMended = TryMend(value, member.PropertyType, isFrame, isOneOrMany: member.CustomConverter is not null, inner, leftOut)
                && IsReadable(rawName, inner.WrittenSpan, model);
            if (isMended)
            {
                WriteName(mended, rawName, ref isFirst, isMarked: false);
                mended.Write(inner.WrittenSpan);
            }
            else if (isFrame && (name == Cursor ? value[0] != (byte)'"' || value.Length > 2 : !IsEmpty(value) && (member.PropertyType == typeof(bool) || Carries(member.PropertyType))))
            {
                throw new JsonException($"\"{name}\" is not what was expected.", $"$.{name}", null, null);
            }

            if (!isMended || leftOut.Count > 0)
            {
                WriteName(mended, rawName, ref isFirst, isMarked: true);
                if (isMended)
                    WriteList(mended, leftOut);
                else
                    mended.Write(Sound(value));
            }
        }

        mended.Write("}"u8);
    }

    // Of a list, or of a map.
    private void MendElements(ReadOnlySpan<byte> json, Type element, ArrayBufferWriter<byte> mended, List<byte[]> leftOut)
    {
        JsonTypeInfo info = options.GetTypeInfo(element);
        var reader = new Utf8JsonReader(json, JsonLimits.Reader);
        reader.Read();
        bool isMap = reader.TokenType == JsonTokenType.StartObject, isFirst = true;
        mended.Write(isMap ? "{"u8 : "["u8);
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            ReadOnlySpan<byte> key = default;
            if (isMap)
            {
                key = TextOf(ref reader) is null ? Encoded(reader.ValueSpan) : reader.ValueSpan;
                reader.Read();
            }

            ReadOnlySpan<byte> value = Value(ref reader, json);
            var inner = new ArrayBufferWriter<byte>(value.Length);
            if (IsReadable(value, info))
            {
                inner.Write(value);
            }
            else if (!MendElement(value, element, inner, leftOut))
            {
                leftOut.Add(isMap ? [.. "{\""u8, .. key, .. "\":"u8, .. Sound(value), (byte)'}'] : Sound(value).ToArray());
                continue;
            }

            if (isMap)
                WriteName(mended, key, ref isFirst, isMarked: false);
            else if (!isFirst)
                mended.Write(","u8);
            isFirst = false;
            mended.Write(inner.WrittenSpan);
        }

        mended.Write(isMap ? "}"u8 : "]"u8);
    }

    private bool MendElement(ReadOnlySpan<byte> json, Type type, ArrayBufferWriter<byte> mended, List<byte[]> leftOut)
    {
        if (TryMend(json, type, isFrame: false, isOneOrMany: false, mended, leftOut))
            return true;
        if (!type.IsSubclassOf(typeof(WildberriesModel)))
            return false;

        // A row of which nothing can be read is a row nevertheless.
        bool isFirst = true;
        mended.Write("{"u8);
        WriteName(mended, [], ref isFirst, isMarked: true);
        mended.Write(Sound(json));
        mended.Write("}"u8);
        return true;
    }

    private static ReadOnlySpan<byte> NextValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        return Value(ref reader, json);
    }

    private static ReadOnlySpan<byte> Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    // As the model itself would: with the member's own converter, and with nothing for the members that must be there.
    private static bool IsReadable(ReadOnlySpan<byte> rawName, ReadOnlySpan<byte> value, JsonTypeInfo model)
    {
        var alone = new ArrayBufferWriter<byte>(rawName.Length + value.Length + 8);
        bool isFirst = true;
        alone.Write("{"u8);
        WriteName(alone, rawName, ref isFirst, isMarked: false);
        alone.Write(value);
        foreach (JsonPropertyInfo other in model.Properties)
        {
            byte[] name = other.IsRequired ? Encoding.UTF8.GetBytes(other.Name) : [];
            if (name.Length == 0 || rawName.SequenceEqual(name))
                continue;
            WriteName(alone, name, ref isFirst, isMarked: false);
            alone.Write("null"u8);
        }

        alone.Write("}"u8);
        return IsReadable(alone.WrittenSpan, model);
    }

    private static bool IsReadable(ReadOnlySpan<byte> value, JsonTypeInfo info)
    {
        try
        {
            JsonSerializer.Deserialize(value, info);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteName(ArrayBufferWriter<byte> json, ReadOnlySpan<byte> rawName, ref bool isFirst, bool isMarked)
    {
        json.Write(isFirst ? "\""u8 : ",\""u8);
        isFirst = false;
        if (isMarked)
            json.Write(Encoding.ASCII.GetBytes(MarkInJson));
        json.Write(rawName);
        json.Write("\":"u8);
    }

    private static void WriteList(ArrayBufferWriter<byte> json, List<byte[]> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            json.Write(i == 0 ? "["u8 : ","u8);
            json.Write(items[i]);
        }

        json.Write("]"u8);
    }

    // Nothing for half a surrogate pair, or for what is no UTF-8.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Such a name stands as it was written, escapes and all.
    private static byte[] Encoded(ReadOnlySpan<byte> rawName) => JsonEncodedText.Encode(Encoding.UTF8.GetString(rawName)).EncodedUtf8Bytes.ToArray();

    // The raw text is asked for as a string of .NET: what is no UTF-8 in it cannot be in there.
    private static ReadOnlySpan<byte> Sound(ReadOnlySpan<byte> value) => Utf8.IsValid(value) ? value : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value));

    // [] for an object and {} for a list: some services write nothing so.
    private static bool IsEmpty(ReadOnlySpan<byte> value) =>
        value[0] is (byte)'[' or (byte)'{' && value[1..^1].Trim(" \t\r\n"u8).IsEmpty;

    // Whether an answer's rows can stand in it, or numbers that are its content. Lists of texts are messages about the answer.
    private bool Carries(Type type, int depth = 0) => ElementOf(type) is { } element
        ? element != typeof(string)
        : depth < MaxFrame && type.IsSubclassOf(typeof(WildberriesModel))
            && options.GetTypeInfo(type).Properties.Any(member => !member.IsExtensionData && Carries(member.PropertyType, depth + 1));

    private static bool IsMap(Type type) => type.IsGenericType && type.GenericTypeArguments.Length == 2;

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && Nullable.GetUnderlyingType(type) is null && !type.IsSubclassOf(typeof(WildberriesModel))
            ? type.GenericTypeArguments[^1]
            : null;
}
