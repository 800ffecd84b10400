using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>Reads an OpenAPI document with Microsoft.OpenApi, and keeps what that library would drop.</summary>
internal static class OpenApiText
{
    /// <summary>Says that null is allowed where OpenAPI 3.0 has no place to say it.</summary>
    public const string Nullable = "x-nullable";

    private const string SchemaReference = "#/components/schemas/";

    public static OpenApiDocument Read(string name, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        JsonNode root = stream.Documents is [var document] ? document.ToJsonNode() : throw new FormatException($"{name} is not one YAML document.");
        KeepNullable(root);

        // WB's documents break rules of OpenAPI that do not matter here: only what cannot be read is an error.
        var settings = new OpenApiReaderSettings { RuleSet = new ValidationRuleSet() };
        settings.AddYamlReader();
        ReadResult result = OpenApiYamlReader.Read(root, new Uri($"file:///{name}"), settings);
        if (result.Document is null || result.Diagnostic is { Errors.Count: > 0 })
            throw new FormatException($"{name} cannot be read: {string.Join("; ", result.Diagnostic?.Errors.Select(e => e.ToString()) ?? [])}");
        return result.Document;
    }

    /// <summary>The library stands a text of its own for null inside values; this makes it null again.</summary>
    public static JsonNode? Plain(JsonNode? value) => value switch
    {
        null => null,
        JsonObject holder => new JsonObject(holder.Select(m => KeyValuePair.Create(m.Key, Plain(m.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Plain)]),
        _ => value.IsJsonNullSentinel() ? null : value.DeepClone(),
    };

    // The library drops "nullable" where the type does not stand beside it, and all that stands beside a $ref. WB means it.
    private static void KeepNullable(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
                KeepNullable(item);
        }
        else if (node is JsonObject holder)
        {
            foreach (JsonNode? value in holder.Select(m => m.Value).ToArray())
                KeepNullable(value);
            if (holder["nullable"] is JsonValue flag && flag.TryGetValue(out bool nullable) && nullable && !holder.ContainsKey("type"))
                holder[Nullable] = true;
            if (holder.Count > 1 && holder["$ref"] is JsonValue reference && reference.ToString().StartsWith(SchemaReference, StringComparison.Ordinal))
            {
                holder.Remove("$ref");
                holder["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.ToString() });
            }
        }
    }
}
