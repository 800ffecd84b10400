using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// The tokens that WB has taken at least once, by their hash, here and where the limits are kept. What stands in a token is only a claim until then: anybody can write
/// a seller's id into one.
/// </summary>
/// <param name="store">The store of the limits, which other processes may share.</param>
internal sealed class ProvenTokens(IRateLimitStore store)
{
    // Whether the store knows of it.
    private readonly ConcurrentDictionary<string, bool> _hashes = new();

    public async ValueTask<bool> ContainsAsync(WildberriesCredentials credentials, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(credentials.ProvenBy, this))
            return true;
        string hash = HashOf(credentials);
        if (_hashes.ContainsKey(hash))
            return true;
        if (!await store.IsTokenProvenAsync(hash, cancellationToken).ConfigureAwait(false))
            return false;
        _hashes[hash] = true;
        return true;
    }

    /// <summary>Notes here that WB has taken a token.</summary>
    public void Add(WildberriesCredentials credentials)
    {
        if (!ReferenceEquals(credentials.ProvenBy, this))
            _hashes.TryAdd(HashOf(credentials), false);
    }

    /// <summary>The same, and tells the store: again each time until it has heard it.</summary>
    public async ValueTask AddAsync(WildberriesCredentials credentials, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(credentials.ProvenBy, this))
            return;
        string hash = HashOf(credentials);
        if (!_hashes.GetOrAdd(hash, false))
        {
            await store.MarkTokenProvenAsync(hash, cancellationToken).ConfigureAwait(false);
            _hashes[hash] = true;
        }

        credentials.ProvenBy = this;
    }

    // Half of the hash is enough to tell tokens apart.
    private static string HashOf(WildberriesCredentials credentials) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(credentials.Token.Value)).AsSpan(0, 16));
}
