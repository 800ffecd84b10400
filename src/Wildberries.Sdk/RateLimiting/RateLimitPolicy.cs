using System.Numerics;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>Finds the bucket of a request. What depends on the operation alone is worked out once.</summary>
internal sealed class RateLimitPolicy
{
    // From this burst on, one request of it can be spared; see RateLimitBucket.
    private const int ReserveFrom = 5;
    private const int Kinds = 4;
    private static readonly RateLimit SandboxLimit = new(1, TimeSpan.FromSeconds(1), 1);

    private readonly Dictionary<WildberriesOperation, RateLimitBucket?[]> _buckets = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<(TokenCategory Category, string Scope), WildberriesOperation> _groups;
    private readonly TimeSpan _padding;

    /// <summary>Creates a policy.</summary>
    /// <param name="operations">All operations in use, the user's own and overridden ones in place.</param>
    /// <param name="padding">The padding for buckets with a small burst.</param>
    public RateLimitPolicy(IEnumerable<WildberriesOperation> operations, TimeSpan padding)
    {
        _padding = padding;
        WildberriesOperation[] all = [.. operations];
        _groups = all.Where(o => o.LimitScope is not null).ToLookup(o => (o.Category, o.LimitScope!));
        foreach (WildberriesOperation operation in all)
            _buckets[operation] = BuildAll(operation);
    }

    /// <summary>The first part of a bucket's key: whose bucket it is. The same for all requests with one token.</summary>
    /// <param name="sandbox">Whether the requests go to the sandbox.</param>
    /// <param name="sellerKey">Identifies the seller; never a token.</param>
    /// <param name="kind">The kind of token.</param>
    /// <param name="serviceId">The service that the token was made for, if any.</param>
    public static string OwnerKey(bool sandbox, string sellerKey, TokenTypes kind, string? serviceId)
    {
        // Only test tokens go to the sandbox: there the kind says nothing.
        if (sandbox)
            return $"sandbox:{sellerKey}:";
        string name = kind switch
        {
            TokenTypes.Personal => "personal",
            TokenTypes.Service => "service",
            TokenTypes.BaseWithSecret => "base-with-secret",
            _ => "base",
        };
        return kind == TokenTypes.Service && serviceId is not null
            ? $"production:{sellerKey}:{name}:{serviceId}:"
            : $"production:{sellerKey}:{name}:";
    }

    /// <summary>Finds the bucket that a request is counted in.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="sandbox">Whether the request goes to the sandbox.</param>
    /// <param name="kind">The kind of token.</param>
    /// <param name="ownerKey">What <see cref="OwnerKey"/> said for the token.</param>
    /// <returns>The bucket, made anew, or <see langword="null"/> if the operation has no limit. (<see cref="BucketCache"/> keeps it.)</returns>
    public RateLimitBucket? FindBucket(WildberriesOperation operation, bool sandbox, TokenTypes kind, string ownerKey)
    {
        RateLimitBucket?[] buckets = _buckets.TryGetValue(operation, out RateLimitBucket?[]? known) ? known : BuildAll(operation);
        RateLimitBucket? found = buckets[sandbox ? Kinds : IndexOf(kind)];
        return found is { } bucket ? bucket with { Key = ownerKey + bucket.Key } : null;
    }

    private static int IndexOf(TokenTypes kind) =>
        kind is TokenTypes.Personal or TokenTypes.Service or TokenTypes.BaseWithSecret ? BitOperations.Log2((uint)kind) : Kinds - 1;

    private static string NameOf(TokenCategory category) => category == TokenCategory.None ? "Common" : category.ToString();

    private RateLimitBucket?[] BuildAll(WildberriesOperation operation)
    {
        var buckets = new RateLimitBucket?[Kinds + 1];
        for (int index = 0; index < Kinds; index++)
            buckets[index] = Build(operation, (TokenTypes)(1 << index));
        buckets[Kinds] = ToBucket(NameOf(operation.Category), SandboxLimit.Interval, SandboxLimit.Burst);
        return buckets;
    }

    // The key is only the scope yet; the owner comes before it.
    private RateLimitBucket? Build(WildberriesOperation operation, TokenTypes kind)
    {
        if (operation.RateLimits.Count == 0)
            return null;
        if (operation.LimitScope is not { } scope)
        {
            return operation.FindRateLimit(kind) is { } own
                ? ToBucket($"{operation.Host.Authority} {operation.HttpMethod} {operation.Path}", own.Interval, own.Burst)
                : null;
        }

        RateLimit[] limits =
        [
            .. _groups[(operation.Category, scope)].Append(operation).Select(o => o.FindRateLimit(kind)).OfType<RateLimit>(),
        ];
        return limits.Length == 0
            ? null
            : ToBucket($"{NameOf(operation.Category)}/{scope}", limits.Max(l => l.Interval), limits.Min(l => l.Burst));
    }

    private RateLimitBucket ToBucket(string scope, TimeSpan interval, int burst) =>
        burst >= ReserveFrom
            ? new() { Key = scope, Interval = interval, Burst = burst, Capacity = burst - 1 }
            : new() { Key = scope, Interval = interval, Burst = burst, Capacity = burst, Padding = _padding };
}
