using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>A row of operations.json, with the shapes from the document that the row names.</summary>
internal sealed class WbOperation(JsonObject row, WbDocument? document)
{
    // WB's two wordings of one group: what cancels a DBW order counts with the others.
    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.Ordinal)
    {
        ["for the DBW methods: for getting and updating contact lists for getting and deleting label identifiers for managing assembly orders"] =
            "for DBW methods: for getting and updating contact lists for getting and deleting label identifiers assembly orders",
    };

    private readonly (IOpenApiPathItem? Path, OpenApiOperation? Operation) _found =
        document?.Find(row["method"]!.GetValue<string>(), row["path"]!.GetValue<string>()) ?? (null, null);

    public string Method => row["method"]!.GetValue<string>();

    public string Path => row["path"]!.GetValue<string>();

    public string Summary => row["summary"]?.GetValue<string>() ?? "";

    public string Tag => row["tag"]?.GetValue<string>() ?? "";

    public string? OperationId => row["operationId"]?.GetValue<string>();

    public IReadOnlyList<string> Servers => [.. row["servers"]!.AsArray().Select(s => s!.GetValue<string>())];

    public string Host => Servers.First(s => !s.Contains("-sandbox.", StringComparison.Ordinal));

    public string? SandboxHost => Servers.FirstOrDefault(s => s.Contains("-sandbox.", StringComparison.Ordinal));

    public string Category => row["category"]!.GetValue<string>();

    public bool? ReadOnly => row["readOnly"]?.GetValue<bool>();

    /// <summary>The token types, or null for all.</summary>
    public IReadOnlyList<string>? TokenKinds => row["tokenTypes"] is JsonArray types ? [.. types.Select(t => t!.GetValue<string>())] : null;

    /// <summary>Whose limit it is: the words of the table, where WB has two wordings for one group those of most of its operations.</summary>
    public string LimitScope => row["limitScope"]!.GetValue<string>() is var scope && OtherWords.TryGetValue(scope, out string? usual) ? usual : scope;

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

    /// <summary>Whether the document that the row names has the operation.</summary>
    public bool HasShapes => _found.Operation is not null;

    public string Description => _found.Operation?.Description ?? "";

    /// <summary>The hosts that the document gives the operation: its own, else the path's, else the document's.</summary>
    public IReadOnlyList<string> DocumentServers => document?.ServersOf(_found.Path, _found.Operation) ?? [];

    /// <summary>What the document itself says of category, access and token types; null where it says nothing.</summary>
    public string? DocumentCategory => Extension("x-category")?.GetValue<string>();

    public bool? DocumentReadOnly => Extension("x-readonly-method")?.GetValue<bool>();

    /// <summary>The token types by the document; none named means all of them.</summary>
    public IReadOnlyList<string>? DocumentTokenTypes => Extension("x-token-types") is JsonArray types ? [.. types.Select(t => t!.GetValue<string>())] : null;

    public IReadOnlyList<WbParameter> Parameters
    {
        get
        {
            var parameters = new Dictionary<(string, string), WbParameter>();
            foreach (IOpenApiParameter parameter in (_found.Path?.Parameters ?? []).Concat(_found.Operation?.Parameters ?? []))
            {
                string name = parameter.Name ?? "";
#pragma warning disable CA1308 // As OpenAPI writes it.
                string place = parameter.In?.ToString().ToLowerInvariant() ?? "";
#pragma warning restore CA1308
                IOpenApiSchema? schema = parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema;
                parameters[(name, place)] = new WbParameter(name, place, parameter.Required, new WbShape(schema, parameter.Example, parameter.Description), parameter.Explode);
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
    public WbShape? JsonBody => Body(IsJson);

    /// <summary>WB's example of the JSON body: of the body itself, else put together from those of its members.</summary>
    public JsonNode? JsonBodyExample =>
        BodyContent(IsJson) is { } media ? Examples(media).Values.FirstOrDefault() ?? JsonBody?.BuildExample().Value : null;

    /// <summary>The multipart body, or null.</summary>
    public WbShape? FormBody => Body(t => t.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));

    public bool BodyRequired => _found.Operation?.RequestBody?.Required == true;

    public IReadOnlyList<WbAnswer> Answers
    {
        get
        {
            var answers = new List<WbAnswer>();
            foreach ((string status, IOpenApiResponse response) in _found.Operation?.Responses ?? [])
            {
                if (response.Content is not { Count: > 0 } content)
                {
                    answers.Add(new WbAnswer(status, null, null, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)));
                    continue;
                }

                foreach ((string type, IOpenApiMediaType media) in content)
                    answers.Add(new WbAnswer(status, type, media.Schema is null ? null : new WbShape(media.Schema), Examples(media)));
            }

            return answers;
        }
    }

    public override string ToString() => $"{Method} {Path}";

    private static bool IsJson(string type) => type.Contains("json", StringComparison.OrdinalIgnoreCase);

    private WbShape? Body(Func<string, bool> isType) => BodyContent(isType)?.Schema is { } schema ? new WbShape(schema) : null;

    private IOpenApiMediaType? BodyContent(Func<string, bool> isType) =>
        _found.Operation?.RequestBody?.Content?.Where(c => isType(c.Key)).Select(c => c.Value).FirstOrDefault();

    private JsonNode? Extension(string name) =>
        _found.Operation?.Extensions is { } all && all.TryGetValue(name, out IOpenApiExtension? found) && found is JsonNodeExtension extension ? extension.Node : null;

    private static Dictionary<string, JsonNode?> Examples(IOpenApiMediaType media)
    {
        var examples = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (media.Example is not null)
            examples["example"] = OpenApiText.Plain(media.Example);
        foreach ((string name, IOpenApiExample example) in media.Examples ?? new Dictionary<string, IOpenApiExample>())
        {
            if (example.Value is not null)
                examples[name] = OpenApiText.Plain(example.Value);
        }

        return examples;
    }
}
