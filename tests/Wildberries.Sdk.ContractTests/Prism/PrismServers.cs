using System.Collections.Concurrent;
using Wildberries.Sdk.ContractTests.Documents;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>One Prism per document, started when first needed and ended with the tests.</summary>
public sealed class PrismServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PrismServer>>> _servers = new(StringComparer.Ordinal);

    /// <summary>The address at which a document of WB is served; without Prism the running test is skipped.</summary>
    /// <param name="document">The document's file name.</param>
    /// <returns>The address.</returns>
    public async Task<Uri> AddressOfAsync(string document)
    {
        _ = WbDocuments.OrSkip();
        if (PrismServer.Binary is null)
            Assert.Skip("Prism is not here: eng/install-prism.sh installs it to artifacts/prism, and the environment variable PRISM_BIN can name another one.");
        string file = Path.Combine(WbDocuments.Folder!, document);
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
