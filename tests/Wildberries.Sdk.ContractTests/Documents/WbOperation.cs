using System.Text.Json.Nodes;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>A row of operations.json, with the shapes from the document that the row names.</summary>
internal sealed class WbOperation(JsonObject row, WbDocument? document)
{
    private readonly (JsonObject? Path, JsonObject? Operation) _found =
        document?.Find(row["method"]!.GetValue<string>(), row["path"]!.GetValue<string>()) ?? (null, null);

    public string Method => row["method"]!.GetValue<string>();

    public string Path => row["path"]!.GetValue<string>();

    public IReadOnlyList<string> Servers => [.. row["servers"]!.AsArray().Select(s => s!.GetValue<string>())];

    public string Host => Servers.First(s => !s.Contains("-sandbox.", StringComparison.Ordinal));

    public string? SandboxHost => Servers.FirstOrDefault(s => s.Contains("-sandbox.", StringComparison.Ordinal));

    public string Category => row["category"]!.GetValue<string>();

    public bool? ReadOnly => row["readOnly"]?.GetValue<bool>();

    /// <summary>The token types, or null for all.</summary>
    public IReadOnlyList<string>? TokenKinds => row["tokenTypes"] is JsonArray types ? [.. types.Select(t => t!.GetValue<string>())] : null;

    public string LimitScope => row["limitScope"]!.GetValue<string>();

    public IReadOnlyList<WbLimit> Limits =>
    [
        .. (row["limits"] as JsonArray ?? []).Select(l => new WbLimit(
            l!["token"]!.GetValue<string>(),
            l["periodSeconds"]!.GetValue<decimal>(),
            l["limit"]!.GetValue<int>(),
            l["intervalSeconds"]!.GetValue<decimal>(),
            l["burst"]!.GetValue<int>())),
    ];

    public int ClientErrorCost => row["clientErrorCost"]!.GetValue<int>();

    public string? Schema => row["schema"]?.GetValue<string>();

    public string? Retired => row["retired"]?.GetValue<string>();

    /// <summary>One row stands for the ping of every host.</summary>
    public bool IsPing => Path == "/ping";

    public WbDocument? Document => document;

    /// <summary>Whether the document that the row names has the operation.</summary>
    public bool HasShapes => _found.Operation is not null;

    public string Description => _found.Operation?["description"]?.GetValue<string>() ?? "";

    /// <summary>The hosts that the document gives the operation: its own, else the path's, else the document's.</summary>
    public IReadOnlyList<string> DocumentServers =>
    [
        .. ((_found.Operation?["servers"] ?? _found.Path?["servers"] ?? document?.Root["servers"]) as JsonArray ?? [])
            .Select(s => s!["url"]!.GetValue<string>()),
    ];

    public IReadOnlyList<WbParameter> Parameters
    {
        get
        {
            var parameters = new Dictionary<(string, string), WbParameter>();
            foreach (JsonNode? node in (_found.Path?["parameters"] as JsonArray ?? []).Concat(_found.Operation?["parameters"] as JsonArray ?? []))
            {
                var parameter = (JsonObject)document!.Resolve(node)!;
                string name = parameter["name"]!.GetValue<string>();
                string place = parameter["in"]!.GetValue<string>();
                bool required = parameter["required"] is JsonValue value && value.GetValue<bool>();
                var schema = (parameter["schema"] ?? parameter["content"]?.AsObject().First().Value?["schema"]) as JsonObject ?? [];

                // The example may stand beside the schema; the shape keeps it.
                var holder = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()) };
                if (parameter.TryGetPropertyValue("example", out JsonNode? example))
                    holder["example"] = example?.DeepClone();
                parameters[(name, place)] = new WbParameter(name, place, required, new WbShape(document, holder));
            }

            if (FormBody is { } form)
            {
                foreach ((string name, WbShape shape) in form.Properties)
                    parameters[(name, "form")] = new WbParameter(name, "form", form.Required.Contains(name), shape);
            }

            return [.. parameters.Values];
        }
    }

    /// <summary>The JSON body, or null.</summary>
    public WbShape? JsonBody => Body(t => t.Contains("json", StringComparison.OrdinalIgnoreCase));

    /// <summary>WB's example of the JSON body: of the body itself, else put together from those of its members.</summary>
    public JsonNode? JsonBodyExample =>
        BodyContent(t => t.Contains("json", StringComparison.OrdinalIgnoreCase)) is { } media
            ? Examples(media).Values.FirstOrDefault() ?? JsonBody?.BuildExample().Value
            : null;

    /// <summary>The multipart body, or null.</summary>
    public WbShape? FormBody => Body(t => t.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));

    public bool BodyRequired => (document?.Resolve(_found.Operation?["requestBody"]))?["required"] is JsonValue value && value.GetValue<bool>();

    public IReadOnlyList<WbAnswer> Answers
    {
        get
        {
            var answers = new List<WbAnswer>();
            foreach ((string status, JsonNode? node) in _found.Operation?["responses"] as JsonObject ?? [])
            {
                var response = (JsonObject)document!.Resolve(node)!;
                if (response["content"] is not JsonObject { Count: > 0 } content)
                {
                    answers.Add(new WbAnswer(status, null, null, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)));
                    continue;
                }

                foreach ((string type, JsonNode? media) in content)
                {
                    var shape = media?["schema"] is JsonObject schema ? new WbShape(document, schema) : null;
                    answers.Add(new WbAnswer(status, type, shape, Examples(media as JsonObject ?? [])));
                }
            }

            return answers;
        }
    }

    public override string ToString() => $"{Method} {Path}";

    private WbShape? Body(Func<string, bool> isType) =>
        BodyContent(isType)?["schema"] is JsonObject schema ? new WbShape(document!, schema) : null;

    private JsonObject? BodyContent(Func<string, bool> isType) =>
        (document?.Resolve(_found.Operation?["requestBody"])?["content"] as JsonObject)?
            .Where(c => isType(c.Key)).Select(c => c.Value as JsonObject).FirstOrDefault();

    private Dictionary<string, JsonNode?> Examples(JsonObject media)
    {
        var examples = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (media.ContainsKey("example"))
            examples["example"] = media["example"];
        foreach ((string name, JsonNode? node) in media["examples"] as JsonObject ?? [])
        {
            if (document!.Resolve(node) is JsonObject holder && holder.ContainsKey("value"))
                examples[name] = holder["value"];
        }

        return examples;
    }
}
