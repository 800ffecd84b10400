using System.Globalization;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>The checks that stand before every operation: the token, then the rate limit.</summary>
internal sealed class ApiGateway(WildberriesEmulatorOptions options, OperationTable table, byte[] key)
{
    private static readonly TimeSpan SandboxInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _revoked = new(StringComparer.Ordinal);
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly bool _limits = options.RateLimits;
    private readonly bool _decimals = options.DecimalRetrySeconds;
    private readonly byte[]? _signatureKey = options.VerifySignatures ? key : null;
    private readonly long _startedAt = options.TimeProvider.GetTimestamp();

    // A clock that cannot be set back, in ticks of 100 ns.
    private long Ticks => _time.GetElapsedTime(_startedAt).Ticks;

    public void Revoke(string tokenId)
    {
        lock (_lock)
            _revoked.Add(tokenId);
    }

    /// <summary>Reads the request's token; <see langword="null"/> with the refusal if it will not do at all.</summary>
    public GatewayToken? Authenticate(string? authorization, out Answer? refusal)
    {
        string text = authorization?.Trim() ?? "";
        if (text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            text = text[7..].Trim();
        if (text.Length == 0)
        {
            refusal = Unauthorized("token is missing");
            return null;
        }

        GatewayToken? token = GatewayToken.Read(text, _signatureKey, out string? problem);
        refusal = problem is null ? null : Unauthorized(problem);
        if (token is null)
            return null;
        if (token.ExpiresAt <= _time.GetUtcNow())
            refusal = Unauthorized("token is expired");
        lock (_lock)
        {
            if (_revoked.Contains(token.Id))
                refusal = Unauthorized("token is withdrawn");
        }

        return token;
    }

    /// <summary>Whether the token may call the operation; the refusal if not.</summary>
    public Answer? Authorize(GatewayToken token, OperationTable.Route route, TokenKinds kind)
    {
        WildberriesOperation operation = route.Operation;
        bool isTest = token.Type == TokenType.Test;
        if (route.IsSandbox != isTest)
        {
            string name = NameOf(token.Type);
            return Forbidden($"{name} token is not allowed", $"{name} token is not allowed for this {(route.IsSandbox ? "sandbox" : "path")}");
        }

        if (!isTest && (operation.TokenKinds & kind) == 0)
        {
            string name = NameOf(token.Type);
            return Forbidden($"{name} token is not allowed", $"{name} token is not allowed for this path");
        }

        if (!token.Has(operation.Category))
            return Forbidden("token category is not allowed", "token lacks the category of this path");
        if (token.IsReadOnly && operation.Access == OperationAccess.Write)
            return Forbidden("read only token is not allowed", "read only token is not allowed for this path");
        return null;
    }

    /// <summary>The kind of caller for the tables of access and limits.</summary>
    public static TokenKinds KindOf(GatewayToken token, bool hasSecret) => token.Type switch
    {
        TokenType.Personal => TokenKinds.Personal,
        TokenType.Service => TokenKinds.Service,
        _ => hasSecret ? TokenKinds.BaseWithSecret : TokenKinds.Base,
    };

    /// <summary>Opens the bucket of a call; <see langword="null"/> where nothing limits it.</summary>
    public Permit? OpenBucket(GatewayToken token, OperationTable.Route route, TokenKinds kind)
    {
        if (!_limits)
            return null;

        WildberriesOperation operation = route.Operation;
        string category = ((ulong)operation.Category).ToString(CultureInfo.InvariantCulture);
        string owner, scope;
        TimeSpan interval;
        int burst;
        if (route.IsSandbox)
        {
            // Operations of no category (ping) have only their host in common.
            owner = "sandbox|test";
            scope = operation.Category == TokenCategory.None ? route.HostLabel : category;
            interval = SandboxInterval;
            burst = 1;
        }
        else
        {
            if (table.LimitOf(operation, kind) is not { } limit)
                return null;
            owner = $"production|{kind}|{(kind == TokenKinds.Service ? token.ServiceId : null)}";
            scope = operation.LimitGroup is { } group
                ? $"{category}|{group}"
                : $"{route.HostLabel}|{operation.HttpMethod} {OperationTable.PathOf(operation)}";
            interval = limit.Interval;
            burst = limit.Burst;
        }

        string key = $"{token.SellerId}|{owner}|{scope}";
        lock (_lock)
        {
            if (!_buckets.TryGetValue(key, out TokenBucket? bucket))
                _buckets.Add(key, bucket = new TokenBucket(interval, burst, Ticks));
            return new Permit(this, bucket);
        }
    }

    /// <summary>The 429 with the headers that a fault or a bucket asks for.</summary>
    public Answer TooManyRequests(string? retry, string? limit, string? reset)
    {
        Answer answer = Problem.Gateway(429, "too many requests", $"limited by {Guid.NewGuid()}", _time.GetUtcNow());
        if (retry is not null)
            answer = answer.WithHeader("X-Ratelimit-Retry", retry);
        if (limit is not null)
            answer = answer.WithHeader("X-Ratelimit-Limit", limit);
        if (reset is not null)
            answer = answer.WithHeader("X-Ratelimit-Reset", reset);
        return answer;
    }

    /// <summary>Seconds as WB writes them in a header.</summary>
    public string Seconds(TimeSpan time) => _decimals
        ? (Math.Ceiling(time.TotalMilliseconds) / 1000).ToString("0.0##", CultureInfo.InvariantCulture)
        : Math.Max(Math.Ceiling(time.TotalSeconds), 1).ToString("0", CultureInfo.InvariantCulture);

    private Answer Unauthorized(string reason) =>
        Problem.Gateway(401, "unauthorized", "token problem; " + reason, _time.GetUtcNow());

    private Answer Forbidden(string detail, string code) => Problem.Gateway(403, "forbidden", detail, _time.GetUtcNow(), code);

    private static string NameOf(TokenType type) => type switch
    {
        TokenType.Test => "test",
        TokenType.Personal => "personal",
        TokenType.Service => "service",
        _ => "base",
    };

    /// <summary>One call's hold on its bucket.</summary>
    internal sealed class Permit(ApiGateway gateway, TokenBucket bucket)
    {
        private int _remaining;

        public int Burst => bucket.Burst;

        /// <summary>Takes a token; the 429 if there is none.</summary>
        public Answer? Take()
        {
            lock (gateway._lock)
            {
                long now = gateway.Ticks;
                if (bucket.TryTake(now))
                {
                    // As of now: what others take until the answer is ready is not this request's news.
                    _remaining = bucket.Remaining(now);
                    return null;
                }

                return gateway.TooManyRequests(
                    gateway.Seconds(bucket.UntilNext(now)),
                    bucket.Burst.ToString(CultureInfo.InvariantCulture),
                    gateway.Seconds(bucket.UntilFull(now)));
            }
        }

        /// <summary>Gives the token back.</summary>
        public void Return()
        {
            lock (gateway._lock)
                bucket.Return(gateway.Ticks);
        }

        /// <summary>Charges what an answer costs beyond its one token, and puts the remaining count on the answer.</summary>
        public Answer Settle(Answer answer, int clientErrorCost)
        {
            if (answer.IsClientError && clientErrorCost > 1)
            {
                lock (gateway._lock)
                {
                    long now = gateway.Ticks;
                    bucket.Charge(now, clientErrorCost - 1);
                    _remaining = bucket.Remaining(now);
                }
            }

            return Show(answer, _remaining);
        }

        /// <summary>Puts the remaining count on an answer that took nothing.</summary>
        public Answer Show(Answer answer)
        {
            lock (gateway._lock)
                return Show(answer, bucket.Remaining(gateway.Ticks));
        }

        private static Answer Show(Answer answer, int remaining) =>
            answer.WithHeader("X-Ratelimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
    }
}
