using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wildberries.Sdk.Cards;

/// <summary>A member of a card that an edit changes.</summary>
/// <remarks>Missing, <c>null</c>, an empty text and an empty list are the same here.</remarks>
public sealed record CardChange
{
    /// <summary>
    /// The member by its name at WB: <c>title</c>, <c>dimensions.length</c>, <c>characteristics[14177449].value</c> by the characteristic's id,
    /// <c>sizes[316399238].skus</c> by the size's. Documents are one member, <c>documents.items</c>.
    /// </summary>
    public required string Member { get; init; }

    /// <summary>What it was, in JSON; <see langword="null"/>: it was not there.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>What it is to be, in JSON; <see langword="null"/>: it is not to be there.</summary>
    public JsonElement? After { get; init; }

    /// <summary>The member, and both values.</summary>
    /// <returns>For example <c>title: Socks -> Warm socks</c>.</returns>
    public override string ToString() => $"{Member}: {Text(Before)} -> {Text(After)}";

    private static string Text(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } json)
            return value?.ToString() ?? "nothing";

        // For eyes, not for pages: Russian letters stay letters.
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
