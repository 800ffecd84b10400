using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;
using Wildberries.Sdk.Contract;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Documents;

namespace Wildberries.Sdk.ContractTests.Drift;

/// <summary>A copy of WB's documents in a folder of its own, for changing; deleted at the end.</summary>
internal sealed class ChangedDocuments : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<IReadOnlyList<string>> Unchanged = new(() => Drift(PublishedDocuments.Folder!).Lines);

    public ChangedDocuments()
    {
        foreach (string file in Directory.EnumerateFiles(PublishedDocuments.Folder!).Where(f => Path.GetExtension(f) is ".yaml" or ".json"))
        {
            string copy = Path.Combine(Folder, Path.GetFileName(file));
            File.WriteAllText(copy, File.ReadAllText(file));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("wb-drift").FullName;

    /// <summary>Changes an OpenAPI document. It is written as JSON, which is YAML, too.</summary>
    public void Change(string document, Action<JsonObject> change)
    {
        string file = Path.Combine(Folder, document);
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        var root = (JsonObject)stream.Documents[0].ToJsonNode();
        change(root);
        File.WriteAllText(file, root.ToJsonString(Readable));
    }

    /// <summary>Changes rows of operations.json.</summary>
    public void ChangeRows(Action<JsonArray> change)
    {
        string file = Path.Combine(Folder, WbDocuments.OperationsFile);
        JsonArray rows = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
        change(rows);
        File.WriteAllText(file, rows.ToJsonString());
    }

    public void ChangeRow(string method, string path, Action<JsonObject> change) => ChangeRows(rows => change(Row(rows, method, path)));

    public static JsonObject Row(JsonArray rows, string method, string path) =>
        rows.OfType<JsonObject>().Single(r => r["method"]!.GetValue<string>() == method && r["path"]!.GetValue<string>() == path);

    /// <summary>What drift says of these documents and not of the published ones, and the reverse.</summary>
    public (string[] New, string[] Gone) Compare()
    {
        (int exitCode, IReadOnlyList<string> lines) = Drift(Folder);
        Assert.Equal(Commands.Different, exitCode);
        return ([.. lines.Except(Unchanged.Value, StringComparer.Ordinal)], [.. Unchanged.Value.Except(lines, StringComparer.Ordinal)]);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The lines that say something, each after the headings that it stands under: what a line means, whatever else is printed.</summary>
    public static (int ExitCode, IReadOnlyList<string> Lines) Drift(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = Commands.Run(["drift", .. arguments], output, errors);
        Assert.Equal("", errors.ToString());
        return (exitCode, Flatten(output.ToString()));
    }

    private static List<string> Flatten(string text)
    {
        var lines = new List<string>();
        var headings = new string[4];
        foreach (string line in text.Split('\n').Where(l => l.Length > 0 && !l.Contains(" operations compared: ", StringComparison.Ordinal)))
        {
            string bare = line.TrimStart();
            int depth = (line.Length - bare.Length) / 2;
            bool isLine = depth == 3 || (depth == 2 && headings[0] == "Areas not built");
            headings[depth] = bare.Split(": ")[0];
            if (isLine)
                lines.Add(string.Join(" | ", headings[..depth].Append(bare)));
        }

        return lines;
    }
}
