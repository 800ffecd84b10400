using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>
/// A schema of WB with $ref, allOf, oneOf and anyOf folded in: what a value of it can look like. Where schemas are
/// alternatives, a property of any of them belongs to the shape, and only what all of them require is required.
/// </summary>
internal sealed class WbShape
{
    private static readonly (JsonSchemaType Type, string Name)[] TypeNames =
    [
        (JsonSchemaType.String, "string"), (JsonSchemaType.Integer, "integer"), (JsonSchemaType.Number, "number"),
        (JsonSchemaType.Boolean, "boolean"), (JsonSchemaType.Object, "object"), (JsonSchemaType.Array, "array"),
    ];

    private readonly List<IOpenApiSchema> _alternatives;
    private readonly List<IOpenApiSchema> _nodes = [];
    private readonly (bool Found, JsonNode? Value) _ownExample;
    private IReadOnlyDictionary<string, WbShape>? _properties;

    public WbShape(params IEnumerable<IOpenApiSchema?> alternatives)
    {
        IOpenApiSchema[] given = [.. alternatives.OfType<IOpenApiSchema>()];
        SchemaName = given is [var one] ? NameOf(one) : null;
        _alternatives = [.. given.Select(Target)];
        foreach (IOpenApiSchema node in _alternatives)
            Flatten(node);
    }

    /// <summary>The schema of a parameter: its example and its description stand beside it.</summary>
    public WbShape(IOpenApiSchema? schema, JsonNode? example, string? description)
        : this(schema)
    {
        _ownExample = (example is not null, OpenApiText.Plain(example));
        Description = description ?? Description;
    }

    /// <summary>The name under which WB's document keeps the schema, or null if it stands where it is used.</summary>
    public string? SchemaName { get; }

    /// <summary>The JSON types: string, integer, number, boolean, object, array; none if WB does not say.</summary>
    public IReadOnlyList<string> Types
    {
        get
        {
            string[] stated = [.. _nodes.SelectMany(n => TypeNames.Where(t => n.Type?.HasFlag(t.Type) == true)).Select(t => t.Name).Distinct(StringComparer.Ordinal)];
            if (stated.Length > 0)
                return stated;
            if (_nodes.Exists(n => n.Properties is { Count: > 0 }))
                return ["object"];
            return _nodes.Exists(n => n.Items is not null) ? ["array"] : [];
        }
    }

    public string? Format => _nodes.Select(n => n.Format).FirstOrDefault(f => f is not null);

    public bool Nullable => _nodes.Exists(n =>
        n.Type?.HasFlag(JsonSchemaType.Null) == true || n.Extensions?.ContainsKey(OpenApiText.Nullable) == true);

    /// <summary>The values that WB lists; none if it does not.</summary>
    public IReadOnlyList<string> EnumValues =>
    [
        .. _nodes.SelectMany(n => n.Enum ?? []).Select(OpenApiText.Plain).OfType<JsonValue>().Select(v => v.ToString()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The values that only WB's description lists; none where there is an enum, or where no list can be meant.</summary>
    public IReadOnlyList<string> DescribedValues
    {
        get
        {
            if (EnumValues.Count > 0 || Format is "date" or "date-time" || (Types.Count > 0 && !Types.Any(t => t is "string" or "integer" or "array")))
                return [];
            IReadOnlyList<string> values = Documents.DescribedValues.In(Description);
            return Types is [] or ["integer"] && !values.All(v => int.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? [] : values;
        }
    }

    /// <summary>What WB calls the values of the enum, where it says so; else none.</summary>
    public IReadOnlyList<string> ValueNames =>
    [
        .. _nodes.Select(n => n.Extensions is { } all && all.TryGetValue("x-enum-varnames", out IOpenApiExtension? names) ? names : null)
            .OfType<JsonNodeExtension>().Select(e => e.Node).OfType<JsonArray>().Take(1).SelectMany(a => a).Select(n => n!.ToString()),
    ];

    /// <summary>What WB says about it, or null.</summary>
    public string? Description
    {
        get => field ?? _nodes.Select(n => n.Description).FirstOrDefault(d => !string.IsNullOrWhiteSpace(d));
        private init;
    }

    public IReadOnlyDictionary<string, WbShape> Properties => _properties ??=
        _nodes.SelectMany(n => n.Properties ?? new Dictionary<string, IOpenApiSchema>())
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new WbShape(g.Select(p => p.Value)), StringComparer.Ordinal);

    public IReadOnlySet<string> Required
    {
        get
        {
            HashSet<string>? all = null;
            foreach (IOpenApiSchema node in _alternatives)
            {
                HashSet<string> one = RequiredOf(node);
                if (all is null)
                    all = one;
                else
                    all.IntersectWith(one);
            }

            return all ?? [];
        }
    }

    public WbShape? Items => Child(n => n.Items);

    public WbShape? AdditionalProperties => Child(n => n.AdditionalProperties);

    /// <summary>The example of the schema itself; its properties may have examples of their own.</summary>
    public (bool Found, JsonNode? Value) Example
    {
        get
        {
            if (_ownExample.Found)
                return (true, _ownExample.Value?.DeepClone());
#pragma warning disable CS0618 // Obsolete since OpenAPI 3.1; WB writes 3.0 and has its examples there.
            JsonNode? example = _nodes.Select(n => n.Example).FirstOrDefault(e => e is not null);
#pragma warning restore CS0618
            return (example is not null, OpenApiText.Plain(example));
        }
    }

    public JsonNode? Default => OpenApiText.Plain(_nodes.Select(n => n.Default).FirstOrDefault(d => d is not null));

    /// <summary>
    /// A value put together from the examples that stand at the schema and at its members; members without one are left out.
    /// </summary>
    public (bool Found, JsonNode? Value) BuildExample() => BuildExample(0);

    private (bool Found, JsonNode? Value) BuildExample(int depth)
    {
        if (Example.Found || depth > 10)
            return Example;
        if (Items is { } items)
        {
            (bool found, JsonNode? item) = items.BuildExample(depth + 1);
            return found ? (true, new JsonArray(item)) : (false, null);
        }

        var result = new JsonObject();
        foreach ((string name, WbShape property) in Properties)
        {
            (bool found, JsonNode? value) = property.BuildExample(depth + 1);
            if (found)
                result[name] = value;
        }

        return result.Count > 0 ? (true, result) : (false, null);
    }

    private WbShape? Child(Func<IOpenApiSchema, IOpenApiSchema?> of)
    {
        IOpenApiSchema[] children = [.. _nodes.Select(of).OfType<IOpenApiSchema>()];
        return children.Length == 0 ? null : new WbShape(children);
    }

    private void Flatten(IOpenApiSchema node)
    {
        if (_nodes.Contains(node))
            return;
        _nodes.Add(node);
        foreach (IOpenApiSchema part in Parts(node.AllOf).Concat(Parts(node.OneOf)).Concat(Parts(node.AnyOf)))
            Flatten(part);
    }

    private static HashSet<string> RequiredOf(IOpenApiSchema node)
    {
        var required = new HashSet<string>(node.Required ?? new HashSet<string>(), StringComparer.Ordinal);
        foreach (IOpenApiSchema part in Parts(node.AllOf))
            required.UnionWith(RequiredOf(part));
        foreach (IList<IOpenApiSchema>? choice in (IList<IOpenApiSchema>?[])[node.OneOf, node.AnyOf])
        {
            HashSet<string>? common = null;
            foreach (IOpenApiSchema part in Parts(choice))
            {
                if (common is null)
                    common = RequiredOf(part);
                else
                    common.IntersectWith(RequiredOf(part));
            }

            required.UnionWith(common ?? []);
        }

        return required;
    }

    private static IEnumerable<IOpenApiSchema> Parts(IList<IOpenApiSchema>? parts) => (parts ?? []).Select(Target);

    private static IOpenApiSchema Target(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference
        ? reference.RecursiveTarget ?? throw new FormatException($"The reference {reference.Reference.Id} names nothing.")
        : schema;

    private static string? NameOf(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { AllOf: [OpenApiSchemaReference only], Properties: null or { Count: 0 } } => only.Reference.Id,
        _ => null,
    };
}
