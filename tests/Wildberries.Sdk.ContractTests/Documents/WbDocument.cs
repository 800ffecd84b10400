using System.Text.Json.Nodes;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>One OpenAPI document of WB.</summary>
internal sealed class WbDocument(string name, JsonObject root)
{
    public string Name { get; } = name;

    public JsonObject Root { get; } = root;

    /// <summary>The path item and the operation, or null if the document lacks them.</summary>
    public (JsonObject? Path, JsonObject? Operation) Find(string method, string path)
    {
        var item = Root["paths"]?[path] as JsonObject;
#pragma warning disable CA1308 // OpenAPI writes verbs in lower case.
        return (item, item?[method.ToLowerInvariant()] as JsonObject);
#pragma warning restore CA1308
    }

    /// <summary>Follows $ref to what it names.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        for (int depth = 0; node is JsonObject holder && holder["$ref"] is JsonValue reference; depth++)
        {
            string pointer = reference.GetValue<string>();
            if (!pointer.StartsWith("#/", StringComparison.Ordinal) || depth > 20)
                throw new NotSupportedException($"{Name}: the reference {pointer} cannot be followed.");
            node = Root;
            foreach (string step in pointer[2..].Split('/'))
            {
                string key = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                node = (node is JsonArray array ? array[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] : node?[key])
                    ?? throw new NotSupportedException($"{Name}: the reference {pointer} names nothing.");
            }
        }

        return node;
    }
}
