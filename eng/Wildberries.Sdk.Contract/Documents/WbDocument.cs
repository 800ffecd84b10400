using Microsoft.OpenApi;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>One OpenAPI document of WB.</summary>
internal sealed class WbDocument(string name, OpenApiDocument content)
{
    public string Name { get; } = name;

    /// <summary>The operations: verb and path.</summary>
    public IEnumerable<(string Method, string Path)> Operations =>
        content.Paths.SelectMany(p => (p.Value.Operations ?? []).Keys.Select(m => (m.Method, p.Key)));

    public static WbDocument Parse(string name, string text) => new(name, OpenApiText.Read(name, text));

    /// <summary>The path item and the operation, or null if the document lacks them.</summary>
    public (IOpenApiPathItem? Path, OpenApiOperation? Operation) Find(string method, string path)
    {
        if (!content.Paths.TryGetValue(path, out IOpenApiPathItem? item))
            return (null, null);
        return (item, (item.Operations ?? []).GetValueOrDefault(new HttpMethod(method)));
    }

    /// <summary>The hosts of an operation: its own, else the path's, else the document's.</summary>
    public IReadOnlyList<string> ServersOf(IOpenApiPathItem? path, OpenApiOperation? operation) =>
    [
        .. (new[] { operation?.Servers, path?.Servers, content.Servers }.FirstOrDefault(s => s is { Count: > 0 }) ?? []).Select(s => s.Url ?? ""),
    ];

    /// <summary>The production host of an operation, or null if the document names none.</summary>
    public string? HostOf(string method, string path)
    {
        (IOpenApiPathItem? item, OpenApiOperation? operation) = Find(method, path);
        return ServersOf(item, operation).FirstOrDefault(s => Uri.IsWellFormedUriString(s, UriKind.Absolute) && !s.Contains("-sandbox.", StringComparison.Ordinal));
    }
}
