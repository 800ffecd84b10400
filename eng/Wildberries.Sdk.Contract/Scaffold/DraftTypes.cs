using System.Globalization;
using System.Text;
using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>Gives each shape of WB its C# type, and collects the records and extensible enums that have to be written for it.</summary>
internal sealed class DraftTypes(string area)
{
    // Names that mean something else in the files of an area.
    private static readonly string[] Reserved =
    [
        "Task", "CancellationToken", "HttpResponseMessage", "JsonElement", "DateOnly", "DateTimeOffset", "PingResponse", "ByteArrayPart",
        "Get", "Post", "Put", "Patch", "Delete", "Body", "Query", "Header", "Multipart", "AliasAs", "Operation", "RateLimit", "OperationAccess", "TokenCategory", "TokenKinds",
    ];

    private readonly Dictionary<string, string> _byShape = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byValues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = [.. Reserved, area, $"I{area}Api", $"{area}JsonContext"];

    /// <summary>The texts of the types' files, by name.</summary>
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <param name="shape">The shape.</param>
    /// <param name="name">What a type made for it is called, unless WB's document has a name for it.</param>
    /// <param name="isRequest">Whether it is written rather than read.</param>
    /// <param name="source">The page that describes it.</param>
    public DraftType Of(WbShape shape, string name, bool isRequest, string source)
    {
        string type = shape.Types.Count > 0 ? shape.Types[0] : "";
        IReadOnlyList<string> values = shape.EnumValues.Count > 0 ? shape.EnumValues : shape.DescribedValues;
        if (values.Count > 0 && type is "string" or "integer" or "")
            return Enum(shape, values, name, source);
        switch (type)
        {
            case "string" when shape.Format == "binary":
                return new DraftType("ByteArrayPart", DraftKind.Object);
            case "string" when shape.Format == "date":
                return new DraftType("DateOnly", DraftKind.Value, "DateOnlyTextConverter");
            case "string" when shape.Format == "date-time":
                return new DraftType("DateTimeOffset", DraftKind.Value, "DateTimeOffsetTextConverter");
            case "string":
                return new DraftType("string", DraftKind.Text);
            case "integer":
                return new DraftType("long", DraftKind.Value);
            case "number":
                return new DraftType("decimal", DraftKind.Value);
            case "boolean":
                return new DraftType("bool", DraftKind.Value);
            case "array":
                return new DraftType($"IReadOnlyList<{Item(shape, name, isRequest, source).Name}>", DraftKind.List);
            case "object" when shape.Properties.Count > 0:
                return new DraftType(Record(shape, name, isRequest, source), DraftKind.Object);
            case "object" when shape.AdditionalProperties is { } value:
                return new DraftType($"IReadOnlyDictionary<string, {Of(value, Names.Singular(name), isRequest, source).Name}>", DraftKind.Map);
            default:
                return new DraftType("JsonElement", DraftKind.Value);
        }
    }

    /// <summary>The type of a list's elements.</summary>
    public DraftType Item(WbShape list, string name, bool isRequest, string source)
    {
        if (list.Items is not { } item)
            return new DraftType("JsonElement", DraftKind.Value);

        // What the values of a list can be is often said of the list.
        if (item.EnumValues.Count == 0 && list.DescribedValues is { Count: > 0 } values && item.Types is ["string"] or ["integer"])
            return Enum(item, values, Names.Singular(name), source);
        DraftType type = Of(item, Names.Singular(name), isRequest, source);

        // The converters are those of members; a person decides about days in lists.
        return type.Converter is null ? type : new DraftType("string", DraftKind.Text);
    }

    private DraftType Enum(WbShape shape, IReadOnlyList<string> values, string name, string source)
    {
        bool isNumber = values.All(v => int.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) && !shape.Types.Contains("string");
        string key = $"{isNumber} {string.Join('|', values)}";
        if (!_byValues.TryGetValue(key, out string? known))
        {
            known = _byValues[key] = NameFor(shape, name);
            Texts[known] = ModelText.Enum(area, known, isNumber, values, shape.ValueNames, source);
        }

        return new DraftType(known, isNumber ? DraftKind.NumberEnum : DraftKind.TextEnum);
    }

    private string Record(WbShape shape, string name, bool isRequest, string source)
    {
        string key = isRequest + Fingerprint(shape, 0);
        if (_byShape.TryGetValue(key, out string? known))
            return known;
        string record = _byShape[key] = NameFor(shape, name);
        var members = new List<DraftMember>();
        foreach ((string wire, WbShape member) in shape.Properties)
        {
            string property = Names.Pascal(wire);
            if (property == record || members.Exists(m => m.Property == property))
                property += "Value";
            DraftType type = Of(member, Stem(record) + property, isRequest, source);
            members.Add(new DraftMember(wire, property, type, shape.Required.Contains(wire), member.Nullable));
        }

        Texts[record] = ModelText.Record(area, record, members, isRequest, source);
        return record;
    }

    private string NameFor(WbShape shape, string name)
    {
        string wanted = shape.SchemaName is { } schema && Names.Pascal(schema.Split('.')[^1]) is var own && own.All(char.IsAscii) ? own : name;
        if (Reserved.Contains(wanted, StringComparer.Ordinal) || wanted == area)
            wanted = $"{area}{wanted}";
        string free = wanted;
        for (int i = 2; !_names.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}{i}");
        return free;
    }

    private static string Stem(string record)
    {
        foreach (string end in (string[])["Response", "Request"])
        {
            if (record.EndsWith(end, StringComparison.Ordinal) && record.Length > end.Length)
                record = record[..^end.Length];
        }

        return record.StartsWith("Get", StringComparison.Ordinal) && record.Length > 3 && char.IsUpper(record[3]) ? record[3..] : record;
    }

    // Shapes that look alike are one type, whatever WB's document calls them.
    private static string Fingerprint(WbShape shape, int depth)
    {
        if (depth > 6)
            return "...";
        var text = new StringBuilder();
        text.Append(string.Join(',', shape.Types)).Append(shape.Format).Append(shape.Nullable).AppendJoin(',', shape.EnumValues).AppendJoin(',', shape.DescribedValues);
        foreach ((string name, WbShape member) in shape.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append('{').Append(name).Append(shape.Required.Contains(name)).Append(Fingerprint(member, depth + 1)).Append('}');
        if (shape.Items is { } items)
            text.Append('[').Append(Fingerprint(items, depth + 1)).Append(']');
        if (shape.AdditionalProperties is { } values)
            text.Append('<').Append(Fingerprint(values, depth + 1)).Append('>');
        return text.ToString();
    }
}
