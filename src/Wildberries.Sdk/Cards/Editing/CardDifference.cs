using System.Buffers;
using System.Text.Json;

namespace Wildberries.Sdk.Cards;

/// <summary>What two states of a card have in common and what not, member by member: of what an update writes, and of what it does not.</summary>
internal static class CardDifference
{
    private static readonly SearchValues<char> Structure = SearchValues.Create(".[\"");

    /// <summary>A card with everything that it has; <see langword="null"/>: something in it is no text that could be written.</summary>
    public static JsonElement? TryToJson(Card card)
    {
        try
        {
            return JsonSerializer.SerializeToElement(card, CardsJsonContext.Default.Card);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Finds what an update has to change.</summary>
    public static IReadOnlyList<CardChange> Between(JsonElement before, JsonElement after)
    {
        Dictionary<string, JsonElement> was = MembersOf(before), wanted = MembersOf(after);
        return
        [
            .. was.Keys.Union(wanted.Keys, StringComparer.Ordinal)
                .Where(member => !IsSame(member, was.GetValueOrDefault(member), wanted.GetValueOrDefault(member)))
                .Select(member => new CardChange { Member = member, Before = Copy(was.GetValueOrDefault(member)), After = Copy(wanted.GetValueOrDefault(member)) }),
        ];
    }

    /// <summary>Finds a member that differs and that no update changes.</summary>
    public static string? FindUnwritten(JsonElement before, JsonElement after) =>
        Array.Find(WholeCard.OfCard, name => !IsSame(name, Member(before, name), Member(after, name)));

    /// <summary>Finds a member that is not as it was to be.</summary>
    public static string? FindUnlike(IReadOnlyList<CardChange> wanted, JsonElement? card)
    {
        Dictionary<string, JsonElement> members = card is { } json ? MembersOf(json) : [];
        return wanted.FirstOrDefault(change => !IsSame(change.Member, change.After ?? default, members.GetValueOrDefault(change.Member)))?.Member;
    }

    /// <summary>The barcodes by the numbers of sizes; a size without a number stands under 0.</summary>
    public static Dictionary<string, HashSet<string>> BarcodesOf(JsonElement card)
    {
        var sizes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (JsonElement size in ItemsOf(Member(card, "sizes")).Where(size => size.ValueKind == JsonValueKind.Object))
        {
            string id = Member(size, "chrtID").ToString();
            if (!sizes.TryGetValue(id, out HashSet<string>? barcodes))
                sizes[id] = barcodes = new HashSet<string>(StringComparer.Ordinal);
            barcodes.UnionWith(ItemsOf(Member(size, "skus")).Select(barcode => barcode.ToString()));
        }

        return sizes;
    }

    /// <summary>What an update writes of a card, with how each member is called.</summary>
    private static Dictionary<string, JsonElement> MembersOf(JsonElement card)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in card.EnumerateObject().Where(member => member.Name != "nmID" && !WholeCard.OfCard.Contains(member.Name)))
        {
            switch (member.Name)
            {
                case "dimensions" when member.Value.ValueKind == JsonValueKind.Object:
                    Add(members, "dimensions.", member.Value, WholeCard.OfDimensions);
                    break;
                case "documents" when member.Value.ValueKind == JsonValueKind.Object:
                    Add(members, "documents.", member.Value, WholeCard.OfDocuments);
                    if (members.TryGetValue("documents.items", out JsonElement items))
                        members["documents.items"] = Without(items, WholeCard.OfDocument);
                    break;
                case "characteristics":
                    AddItems(members, member, "id", HasValue, WholeCard.OfCharacteristic);
                    break;
                case "sizes":
                    AddItems(members, member, "chrtID", _ => true, []);
                    break;
                default:
                    members[NameOf(member)] = member.Value;
                    break;
            }
        }

        return members;
    }

    private static void Add(Dictionary<string, JsonElement> members, string prefix, JsonElement value, string[] leftOut)
    {
        foreach (JsonProperty member in value.EnumerateObject().Where(member => !leftOut.Contains(member.Name)))
            members[prefix + NameOf(member)] = member.Value;
    }

    // By their keys, so that their order does not matter; as a whole where two have one key.
    private static void AddItems(Dictionary<string, JsonElement> members, JsonProperty list, string key, Func<JsonElement, bool> isWritten, string[] leftOut)
    {
        JsonElement[] items = [.. ItemsOf(list.Value).Where(item => item.ValueKind == JsonValueKind.Object && isWritten(item))];
        if (items.Select(item => Member(item, key).ToString()).Distinct(StringComparer.Ordinal).Count() < items.Length)
        {
            members[list.Name] = list.Value;
            return;
        }

        foreach (JsonElement item in items)
            Add(members, $"{list.Name}[{Member(item, key)}].", item, [key, .. leftOut]);
    }

    // A characteristic without one is not written.
    private static bool HasValue(JsonElement characteristic) => Member(characteristic, "value").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static JsonElement Without(JsonElement list, string[] leftOut)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return list;
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (JsonElement item in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
            {
                writer.WriteStartObject();
                foreach (JsonProperty member in item.EnumerateObject().Where(member => !leftOut.Contains(member.Name) && !IsNothing(member.Value)))
                    member.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static bool IsSame(string member, JsonElement one, JsonElement other) => (IsNothing(one), IsNothing(other)) switch
    {
        (true, true) => true,
        (false, false) when member.EndsWith("].skus", StringComparison.Ordinal) =>
            ItemsOf(one).Select(barcode => barcode.ToString()).ToHashSet(StringComparer.Ordinal).SetEquals(ItemsOf(other).Select(barcode => barcode.ToString())),
        (false, false) => JsonElement.DeepEquals(one, other),
        _ => false,
    };

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private static JsonElement? Copy(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value.Clone();

    private static JsonElement[] ItemsOf(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static JsonElement Member(JsonElement source, string name) => source.TryGetProperty(name, out JsonElement value) ? value : default;

    // A name of WB's that looks like a way is no way.
    private static string NameOf(JsonProperty member) => member.Name.AsSpan().ContainsAny(Structure) ? $"\"{member.Name}\"" : member.Name;
}
