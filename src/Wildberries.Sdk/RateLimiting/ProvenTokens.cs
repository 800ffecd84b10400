using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// The tokens that WB has taken at least once, by their hash. What stands in a token is only a claim until then: anybody can write a seller's id into one.
/// </summary>
internal sealed class ProvenTokens
{
    private readonly ConcurrentDictionary<UInt128, bool> _hashes = new();

    public bool Contains(WildberriesCredentials credentials) => ReferenceEquals(credentials.ProvenBy, this) || _hashes.ContainsKey(HashOf(credentials));

    public void Add(WildberriesCredentials credentials)
    {
        if (ReferenceEquals(credentials.ProvenBy, this))
            return;
        _hashes.TryAdd(HashOf(credentials), true);
        credentials.ProvenBy = this;
    }

    private static UInt128 HashOf(WildberriesCredentials credentials) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(credentials.Token.Value)));
}
