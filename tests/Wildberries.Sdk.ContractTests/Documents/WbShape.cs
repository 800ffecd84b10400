using System.Text.Json.Nodes;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>
/// A schema of WB with $ref, allOf, oneOf and anyOf folded in: what a value of it can look like. Where schemas are
/// alternatives, a property of any of them belongs to the shape, and only what all of them require is required.
/// </summary>
internal sealed class WbShape
{
    private readonly WbDocument _document;
    private readonly List<JsonObject> _alternatives;
    private readonly List<JsonObject> _nodes = [];

    public WbShape(WbDocument document, params IEnumerable<JsonNode?> alternatives)
    {
        _document = document;
        _alternatives = [.. alternatives.OfType<JsonObject>()];
        foreach (JsonObject node in _alternatives)
            Flatten(node);
    }

    /// <summary>The JSON types: string, integer, number, boolean, object, array; none if WB does not say.</summary>
    public IReadOnlyList<string> Types
    {
        get
        {
            string[] stated = [.. _nodes.Select(n => Text(n, "type")).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (stated.Length > 0)
                return stated;
            if (_nodes.Exists(n => n["properties"] is JsonObject))
                return ["object"];
            return _nodes.Exists(n => n["items"] is JsonObject) ? ["array"] : [];
        }
    }

    public string? Format => _nodes.Select(n => Text(n, "format")).FirstOrDefault(f => f is not null);

    public bool Nullable => _nodes.Exists(n => n["nullable"] is JsonValue value && value.GetValue<bool>());

    /// <summary>The values that WB lists; none if it does not.</summary>
    public IReadOnlyList<string> EnumValues =>
        [.. _nodes.Select(n => n["enum"]).OfType<JsonArray>().SelectMany(a => a).OfType<JsonValue>().Select(v => v.ToString()).Distinct(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, WbShape> Properties =>
        _nodes.Select(n => n["properties"]).OfType<JsonObject>().SelectMany(p => p)
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new WbShape(_document, g.Select(p => p.Value)), StringComparer.Ordinal);

    public IReadOnlySet<string> Required
    {
        get
        {
            HashSet<string>? all = null;
            foreach (JsonObject node in _alternatives)
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

    public WbShape? Items => Child("items");

    public WbShape? AdditionalProperties => Child("additionalProperties");

    /// <summary>The example of the schema itself; its properties may have examples of their own.</summary>
    public (bool Found, JsonNode? Value) Example
    {
        get
        {
            JsonObject? holder = _nodes.Find(n => n.ContainsKey("example"));
            return (holder is not null, holder?["example"]?.DeepClone());
        }
    }

    /// <summary>
    /// A value put together from the examples that stand at the schema and at its members; members without one are left out.
    /// </summary>
    public (bool Found, JsonNode? Value) BuildExample() => BuildExample(0);

    public JsonNode? Default => _nodes.Select(n => n["default"]).FirstOrDefault(d => d is not null);

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

    private WbShape? Child(string name)
    {
        JsonObject[] children = [.. _nodes.Select(n => n[name]).OfType<JsonObject>()];
        return children.Length == 0 ? null : new WbShape(_document, children);
    }

    private void Flatten(JsonObject node)
    {
        if (_nodes.Contains(node))
            return;

        // WB writes "nullable" and the like beside a $ref: strictly ignored there, but meant.
        _nodes.Add(node);
        foreach (JsonObject part in Parts(node))
            Flatten(part);
    }

    private IEnumerable<JsonObject> Parts(JsonObject node)
    {
        if (node.ContainsKey("$ref") && _document.Resolve(node) is JsonObject target)
            yield return target;
        foreach (string keyword in (string[])["allOf", "oneOf", "anyOf"])
        {
            foreach (JsonObject part in (node[keyword] as JsonArray ?? []).OfType<JsonObject>())
                yield return part;
        }
    }

    private HashSet<string> RequiredOf(JsonObject node)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        if (node["required"] is JsonArray names)
            required.UnionWith(names.Select(n => n!.GetValue<string>()));
        if (node.ContainsKey("$ref") && _document.Resolve(node) is JsonObject target)
            required.UnionWith(RequiredOf(target));
        foreach (JsonObject part in (node["allOf"] as JsonArray ?? []).OfType<JsonObject>())
            required.UnionWith(RequiredOf(part));
        foreach (string keyword in (string[])["oneOf", "anyOf"])
        {
            HashSet<string>? common = null;
            foreach (JsonObject part in (node[keyword] as JsonArray ?? []).OfType<JsonObject>())
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

    private static string? Text(JsonObject node, string key) =>
        node[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
