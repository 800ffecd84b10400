using System.Collections.Concurrent;
using Wildberries.Sdk.ContractTests.Documents;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>One Prism per document, started when first needed and ended with the tests.</summary>
public sealed class PrismServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PrismServer>>> _servers = new(StringComparer.Ordinal);

    /// <summary>The address at which a document of WB is served.</summary>
    /// <param name="document">The document's file name.</param>
    /// <returns>The address.</returns>
    public async Task<Uri> AddressOfAsync(string document)
    {
        string file = Path.Combine(PublishedDocuments.Folder!, document);
        return (await _servers.GetOrAdd(document, _ => new Lazy<Task<PrismServer>>(() => PrismServer.StartAsync(file))).Value).Address;
    }

    /// <summary>Ends every Prism.</summary>
    /// <returns>When they are gone.</returns>
    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<PrismServer>> server in _servers.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
            await (await server.Value).DisposeAsync();
    }
}
