using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<WildberriesOperation, RateLimitBucket?[]> _buckets = new(ReferenceEqualityComparer.Instance);
    private readonly TimeSpan _padding;

    /// <summary>Creates a policy.</summary>
    /// <param name="padding">The padding for buckets with a small burst.</param>
    public RateLimitPolicy(TimeSpan padding) => _padding = padding;

    /// <summary>The first part of a bucket's key: whose bucket it is. The same for all requests with one token.</summary>
    /// <param name="sandbox">Whether the requests go to the sandbox.</param>
    /// <param name="sellerKey">Identifies the seller; never a token.</param>
    /// <param name="kind">The kind of token.</param>
    /// <param name="serviceId">The service that the token was made for, if any.</param>
    public static string OwnerKey(bool sandbox, string sellerKey, TokenKinds kind, string? serviceId)
    {
        // Only test tokens go to the sandbox: there the kind says nothing.
        if (sandbox)
            return $"sandbox:{sellerKey}:";
        string name = kind switch
        {
            TokenKinds.Personal => "personal",
            TokenKinds.Service => "service",
            TokenKinds.BaseWithSecret => "base-with-secret",
            _ => "base",
        };
        return kind == TokenKinds.Service && serviceId is not null
            ? $"production:{sellerKey}:{name}:{serviceId}:"
            : $"production:{sellerKey}:{name}:";
    }

    /// <summary>Finds the bucket that a request is counted in.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="sandbox">Whether the request goes to the sandbox.</param>
    /// <param name="kind">The kind of token.</param>
    /// <param name="ownerKey">What <see cref="OwnerKey"/> said for the token.</param>
    /// <returns>The bucket, made anew, or <see langword="null"/> if the operation has no limit. (<see cref="BucketCache"/> keeps it.)</returns>
    public RateLimitBucket? FindBucket(WildberriesOperation operation, bool sandbox, TokenKinds kind, string ownerKey)
    {
        RateLimitBucket?[] buckets = _buckets.TryGetValue(operation, out RateLimitBucket?[]? known) ? known : BuildAll(operation);
        RateLimitBucket? found = buckets[sandbox ? Kinds : IndexOf(kind)];
        return found is { } bucket ? bucket with { Key = ownerKey + bucket.Key } : null;
    }

    private static int IndexOf(TokenKinds kind) =>
        kind is TokenKinds.Personal or TokenKinds.Service or TokenKinds.BaseWithSecret ? BitOperations.Log2((uint)kind) : Kinds - 1;

    private static string NameOf(TokenCategory category) => category == TokenCategory.None ? "Common" : category.ToString();

    private RateLimitBucket?[] BuildAll(WildberriesOperation operation)
    {
        var buckets = new RateLimitBucket?[Kinds + 1];
        for (int index = 0; index < Kinds; index++)
            buckets[index] = Build(operation, (TokenKinds)(1 << index));
        buckets[Kinds] = ToBucket(NameOf(operation.Category), SandboxLimit.Interval, SandboxLimit.Burst);
        _buckets.TryAdd(operation, buckets);
        return buckets;
    }

    // The key is only the scope yet; the owner comes before it. The rows of an operation in a group are the group's.
    private RateLimitBucket? Build(WildberriesOperation operation, TokenKinds kind)
    {
        if (operation.FindRateLimit(kind) is not { } limit)
            return null;
        string scope = operation.LimitGroup is { } group
            ? $"{NameOf(operation.Category)}/{group}"
            : $"{operation.Host.Authority} {operation.HttpMethod} {operation.Path}";
        return ToBucket(scope, limit.Interval, limit.Burst);
    }

    private RateLimitBucket ToBucket(string scope, TimeSpan interval, int burst) =>
        burst >= ReserveFrom
            ? new() { Key = scope, Interval = interval, Burst = burst, Capacity = burst - 1 }
            : new() { Key = scope, Interval = interval, Burst = burst, Capacity = burst, Padding = _padding };
}
