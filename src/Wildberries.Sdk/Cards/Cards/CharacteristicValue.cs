using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// The value of a characteristic: as a rule a list of texts, or a number. It keeps the JSON that WB sent, to the letter, and is written back as it came, whatever
/// it is.
/// </summary>
/// <remarks>
/// Two of them are equal if they say the same in JSON: 1300 and 1300.0 do. The <see langword="default"/> is <c>null</c>.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
/// </remarks>
[JsonConverter(typeof(CharacteristicValueConverter))]
public readonly struct CharacteristicValue : IEquatable<CharacteristicValue>
{
    private readonly JsonElement _json;

    private CharacteristicValue(JsonElement json) => _json = json.ValueKind == JsonValueKind.Null ? default : json;

    /// <summary>What it is in JSON: <see cref="JsonValueKind.Array"/> for texts, <see cref="JsonValueKind.Number"/>, and so on.</summary>
    [JsonIgnore]
    public JsonValueKind Kind => _json.ValueKind == JsonValueKind.Undefined ? JsonValueKind.Null : _json.ValueKind;

    /// <summary>Its JSON, as WB sent it.</summary>
    [JsonIgnore]
    public string Json => _json.ValueKind == JsonValueKind.Undefined ? "null" : _json.GetRawText();

    /// <summary>
    /// Its texts: those of the list, or the one that it is itself. What is no text stands as its JSON, such as a number; <c>null</c> is none.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> Texts => Kind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. _json.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(TextOf)],
        _ => [TextOf(_json)],
    };

    /// <summary>Its number, also where it is the only one in a list; <see langword="null"/>: it is no number, or one that <see cref="decimal"/> cannot hold.</summary>
    [JsonIgnore]
    public decimal? Number => Kind switch
    {
        JsonValueKind.Number => NumberOf(_json),
        JsonValueKind.Array when _json.GetArrayLength() == 1 => NumberOf(_json[0]),
        _ => null,
    };

    /// <summary>Whether both say the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public static bool operator ==(CharacteristicValue left, CharacteristicValue right) => left.Equals(right);

    /// <summary>Whether they do not say the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they do not.</returns>
    public static bool operator !=(CharacteristicValue left, CharacteristicValue right) => !left.Equals(right);

    /// <summary>A value that is a number.</summary>
    /// <param name="number">The number, in the characteristic's own unit.</param>
    /// <returns>The value.</returns>
    public static CharacteristicValue OfNumber(decimal number) => Parse(System.Text.Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A value that is a list of texts; one text is a list, too.</summary>
    /// <param name="texts">The texts; how many there may be, the directory of characteristics says.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">A text is missing, or has a character that is none.</exception>
    public static CharacteristicValue OfTexts(params IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (string text in texts)
            {
                if (text is null)
                    throw new ArgumentException("A text is null.", nameof(texts));
                writer.WriteStringValue(Argument.OptionalText(text, int.MaxValue, nameof(texts)));
            }

            writer.WriteEndArray();
        }

        return Parse(json.WrittenSpan);
    }

    /// <summary>A value that is any JSON.</summary>
    /// <param name="json">The JSON. It may belong to a document that is disposed afterwards.</param>
    /// <returns>The value.</returns>
    public static CharacteristicValue OfJson(JsonElement json) => new(json.ValueKind == JsonValueKind.Undefined ? default : json.Clone());

    /// <inheritdoc/>
    public bool Equals(CharacteristicValue other) =>
        Kind == other.Kind && (Kind == JsonValueKind.Null || JsonElement.DeepEquals(_json, other._json));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CharacteristicValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind == JsonValueKind.Null ? 0 : HashOf(_json);

    /// <summary>Its JSON.</summary>
    /// <returns>The JSON.</returns>
    public override string ToString() => Json;

    internal JsonElement Element => _json;

    internal static CharacteristicValue Owning(JsonElement json) => new(json);

    private static CharacteristicValue Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return new CharacteristicValue(JsonElement.ParseValue(ref reader));
    }

    private static decimal? NumberOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out decimal number) ? number : null;

    // Half of an emoji is a text that cannot be read.
    private static string TextOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
            return json.GetRawText();
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return json.GetRawText();
        }
    }

    // Numbers that are equal can be written in many ways, and the members of an object in any order.
    private static int HashOf(JsonElement json)
    {
        var hash = new HashCode();
        hash.Add(json.ValueKind);
        if (json.ValueKind == JsonValueKind.String)
            hash.Add(TextOf(json), StringComparer.Ordinal);
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
                hash.Add(HashOf(item));
        }

        return hash.ToHashCode();
    }
}
