using System.Text;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>The text of a model's file, by the house rules.</summary>
internal static class ModelText
{
    public static string Record(string area, string name, IReadOnlyList<DraftMember> members, bool isRequest, string source)
    {
        var body = new StringBuilder();
        foreach (DraftMember member in members)
        {
            body.Append("\n    /// <summary></summary>\n");
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"    [JsonPropertyName({Literal(member.Wire)})]\n");
            body.Append(isRequest ? Written(member) : Read(member));
        }

        string text = body.ToString();
        var usings = new StringBuilder();
        if (text.Contains("ReadOnlyDictionary<", StringComparison.Ordinal) && text.Contains(".Empty", StringComparison.Ordinal))
            usings.Append("using System.Collections.ObjectModel;\n");
        if (text.Contains("JsonElement", StringComparison.Ordinal))
            usings.Append("using System.Text.Json;\n");
        usings.Append("using System.Text.Json.Serialization;\n");
        if (text.Contains("TextConverter)", StringComparison.Ordinal))
            usings.Append("using Wildberries.Sdk.Serialization;\n");
        return $$"""
            {{usings}}
            namespace Wildberries.Sdk.{{area}};

            /// <summary></summary>
            /// <remarks>Source: <see href="{{source}}"/>.</remarks>
            public sealed record {{name}}{{(isRequest ? "" : " : WildberriesModel")}}
            {
            {{text.TrimStart('\n')}}}

            """;
    }

    public static string Enum(string area, string name, bool isNumber, IReadOnlyList<string> values, IReadOnlyList<string> valueNames, string source)
    {
        string wire = isNumber ? "int" : "string";
        var members = new StringBuilder();
        var used = new HashSet<string>(StringComparer.Ordinal) { name, "Value", "From", "ToString" };
        for (int i = 0; i < values.Count; i++)
        {
            string wanted = Names.Pascal(valueNames.Count == values.Count ? valueNames[i] : values[i]);
            string member = wanted;
            for (int n = 2; !used.Add(member); n++)
                member = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}{n}");
            members.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"    /// <summary></summary>\n    public static {name} {member} {{ get; }} = new({(isNumber ? values[i] : Literal(values[i]))});\n\n");
        }

        return $$"""
            {{(isNumber ? "using System.Globalization;\n" : "")}}using System.Text.Json.Serialization;
            using Wildberries.Sdk.Serialization;

            namespace Wildberries.Sdk.{{area}};

            /// <summary></summary>
            /// <remarks>Source: <see href="{{source}}"/>.</remarks>
            [JsonConverter(typeof({{(isNumber ? "Int32EnumConverter" : "StringEnumConverter")}}<{{name}}>))]
            public readonly record struct {{name}} : IExtensibleEnum<{{name}}, {{wire}}>
            {
                private {{name}}({{wire}} value) => Value = value;

            {{members}}    /// <inheritdoc/>
                public {{wire}} Value {{(isNumber ? "{ get; }" : "=> field ?? \"\";")}}

                /// <inheritdoc/>
                public static {{name}} From({{wire}} value) => {{(isNumber ? "new(value)" : "string.IsNullOrEmpty(value) ? default : new(value)")}};

                /// <inheritdoc/>
                public override string ToString() => {{(isNumber ? "Value.ToString(CultureInfo.InvariantCulture)" : "Value")}};
            }

            """;
    }

    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    // What we write: WB decides what may be left out.
    private static string Written(DraftMember member)
    {
        if (!member.Required)
        {
            return $$"""
                    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
                    public {{member.Type.Name}}? {{member.Property}} { get; init; }

                """;
        }

        return $"    public required {member.Type.Name}{(member.Nullable ? "?" : "")} {member.Property} {{ get; init; }}\n";
    }

    // What we read: anything may be missing or null, and a collection never is.
    private static string Read(DraftMember member)
    {
        DraftType type = member.Type;
        if (type.Kind is DraftKind.List or DraftKind.Map)
        {
            string empty = type.Kind == DraftKind.List ? "[]" : type.Name.Replace("IReadOnlyDictionary<", "ReadOnlyDictionary<", StringComparison.Ordinal) + ".Empty";
            return $$"""
                    public {{type.Name}} {{member.Property}} { get => field ?? {{empty}}; init; } = {{empty}};

                """;
        }

        bool takesNull = type.Kind switch
        {
            DraftKind.TextEnum => false,
            DraftKind.NumberEnum => member.Nullable,
            DraftKind.Value when type.Converter is null && type.Name != "JsonElement" => !member.Required || member.Nullable,
            _ => true,
        };
        string converter = type.Converter is null ? "" : $"    [JsonConverter(typeof({type.Converter}))]\n";
        return $"{converter}    public {type.Name}{(takesNull ? "?" : "")} {member.Property} {{ get; init; }}\n";
    }
}
