using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>What WB publishes about its API: operations.json and the OpenAPI documents. They are not part of the project.</summary>
internal sealed class WbDocuments
{
    public const string OperationsFile = "operations.json";

    private readonly Dictionary<(string, string), WbOperation> _byRoute;

    /// <summary>Reads documents from wherever the function finds them.</summary>
    /// <param name="names">The OpenAPI documents.</param>
    /// <param name="read">Reads one of them, or operations.json.</param>
    /// <exception cref="FormatException">Something cannot be read.</exception>
    public WbDocuments(IEnumerable<string> names, Func<string, string> read)
    {
        Documents = [.. names.Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(name => WbDocument.Parse(name, read(name)))];
        JsonArray rows;
        try
        {
            rows = JsonNode.Parse(read(OperationsFile))!.AsArray();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException($"{OperationsFile} is not a list of operations: {exception.Message}", exception);
        }

        Operations = [.. rows.OfType<JsonObject>().Select(row => new WbOperation(row, Document(row["schema"]?.GetValue<string>())))];
        _byRoute = Operations.DistinctBy(o => (o.Method, o.Path)).ToDictionary(o => (o.Method, o.Path));
        if (_byRoute.Count < Operations.Count)
            throw new FormatException($"{OperationsFile} has an operation twice: {Operations.Except(_byRoute.Values).First()}.");
    }

    public IReadOnlyList<WbDocument> Documents { get; }

    public IReadOnlyList<WbOperation> Operations { get; }

    /// <summary>The operations of the OpenAPI documents that operations.json does not have.</summary>
    public IEnumerable<(string Document, string Method, string Path, string? Host)> Unlisted => Documents.SelectMany(d => d.Operations
        .Where(o => !_byRoute.ContainsKey(o)).Select(o => (d.Name, o.Method, o.Path, d.HostOf(o.Method, o.Path))));

    /// <summary>Reads a folder.</summary>
    /// <exception cref="IOException">The folder or operations.json is not there.</exception>
    /// <exception cref="FormatException">Something cannot be read.</exception>
    public static WbDocuments Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileName(f)),
        name => File.ReadAllText(Path.Combine(folder, name)));

    /// <summary>The operation, retired or not, or null.</summary>
    public WbOperation? Find(string method, string path) => _byRoute.GetValueOrDefault((method, path));

    private WbDocument? Document(string? name) => name is null
        ? null
        : Documents.FirstOrDefault(d => d.Name == name) ?? throw new FormatException($"{OperationsFile} names {name}, which is not there.");
}
