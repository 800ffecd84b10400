using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>What WB publishes about its API: operations.json and the OpenAPI documents. They are not part of the project.</summary>
internal sealed class WbDocuments
{
    private static readonly Lazy<WbDocuments?> FromFolder = new(() => Folder is null
        ? null
        : new WbDocuments(name => File.ReadAllText(Path.Combine(Folder, name))));

    private readonly Func<string, string> _read;
    private readonly ConcurrentDictionary<string, Lazy<WbDocument>> _documents = new(StringComparer.Ordinal);

    /// <summary>Reads documents from wherever the function finds them.</summary>
    public WbDocuments(Func<string, string> read)
    {
        _read = read;
        Operations =
        [
            .. JsonNode.Parse(read("operations.json"))!.AsArray().OfType<JsonObject>()
                .Select(row => new WbOperation(row, row["schema"]?.GetValue<string>() is { } schema ? Document(schema) : null)),
        ];
    }

    /// <summary>The folder with WB's documents, or null if there is none.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>WB's documents; where there are none, the running test is skipped.</summary>
    public static WbDocuments OrSkip()
    {
        if (FromFolder.Value is { } documents)
            return documents;
        Assert.Skip(
            "WB's documents are not here: the environment variable WB_OPENAPI_DIR names no folder with operations.json.");
        return null;
    }

    public IReadOnlyList<WbOperation> Operations { get; }

    /// <summary>The operation, retired or not, or null.</summary>
    public WbOperation? Find(string method, string path) =>
        Operations.FirstOrDefault(o => o.Method == method && o.Path == path);

    private WbDocument Document(string name) =>
        _documents.GetOrAdd(name, n => new Lazy<WbDocument>(() => new WbDocument(n, YamlText.Parse(_read(n))))).Value;

    private static string? FindFolder()
    {
        string? folder = Environment.GetEnvironmentVariable("WB_OPENAPI_DIR");
        if (string.IsNullOrEmpty(folder))
        {
            DirectoryInfo? root = new(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Wildberries.Sdk.sln")))
                root = root.Parent;
            if (root?.Parent is null)
                return null;
            folder = Path.Combine(root.Parent.FullName, "shared", "wb-openapi");
        }

        return File.Exists(Path.Combine(folder, "operations.json")) ? Path.GetFullPath(folder) : null;
    }
}
