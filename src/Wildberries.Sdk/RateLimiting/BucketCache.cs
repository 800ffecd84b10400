using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>The buckets that one seller's credentials have used, so that a call makes none. Lives as long as the credentials do.</summary>
/// <param name="owner">Whose buckets: what <see cref="RateLimitPolicy.OwnerKey"/> said.</param>
/// <param name="kind">The kind of token.</param>
/// <param name="sandbox">Whether the requests go to the sandbox.</param>
internal sealed class BucketCache(string owner, TokenKinds kind, bool sandbox)
{
    private Known? _known;

    public string Owner { get; } = owner;

    /// <inheritdoc cref="RateLimitPolicy.FindBucket"/>
    /// <param name="policy">The policy; what another one said is forgotten.</param>
    /// <param name="operation">The operation.</param>
    public RateLimitBucket? Find(RateLimitPolicy policy, WildberriesOperation operation)
    {
        Known? known = Volatile.Read(ref _known);
        if (known?.Policy != policy)
            known = null;
        else if (known.Buckets.TryGetValue(operation, out RateLimitBucket? found))
            return found;

        // Copied, so that readers need no lock; where two add at once, one of them adds again the next time.
        RateLimitBucket? bucket = policy.FindBucket(operation, sandbox, kind, Owner);
        var buckets = new Dictionary<WildberriesOperation, RateLimitBucket?>(ReferenceEqualityComparer.Instance);
        foreach ((WildberriesOperation other, RateLimitBucket? its) in known?.Buckets ?? [])
            buckets.Add(other, its);
        buckets[operation] = bucket;
        Volatile.Write(ref _known, new Known(policy, buckets));
        return bucket;
    }

    private sealed record Known(RateLimitPolicy Policy, Dictionary<WildberriesOperation, RateLimitBucket?> Buckets);
}
