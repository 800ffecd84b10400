using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>The operations that the emulator's gateway knows, by host label, verb and path, with the limits that hold.</summary>
internal sealed class OperationTable
{
    private readonly List<Route> _routes = [];

    public OperationTable(IEnumerable<WildberriesOperation> operations, IEnumerable<WildberriesOperation> replacements)
    {
        var rows = new List<WildberriesOperation>(operations);
        foreach (WildberriesOperation replacement in replacements)
        {
            rows.RemoveAll(o => o.Host == replacement.Host && o.HttpMethod == replacement.HttpMethod && PathOf(o) == PathOf(replacement));
            rows.Add(replacement);
        }

        foreach (WildberriesOperation operation in rows)
        {
            var pattern = OperationPattern.Of(operation.HttpMethod.Method, PathOf(operation));
            _routes.Add(new Route(operation, LabelOf(operation.Host), IsSandbox: false, pattern));
            if (operation.SandboxHost is { } sandbox)
                _routes.Add(new Route(operation, LabelOf(sandbox), IsSandbox: true, pattern));
        }

        // A path without placeholders goes before one whose placeholder would take it.
        _routes = [.. _routes.OrderBy(r => PathOf(r.Operation).Count(c => c == '{'))];
    }

    /// <summary>Finds the operation that a request means, or <see langword="null"/>.</summary>
    public Route? Find(string verb, string hostLabel, string path) =>
        _routes.Find(r => r.HostLabel == hostLabel && r.Pattern.Matches(verb, hostLabel, path));

    /// <summary>Reads which operation is meant: a verb and a path, or the name by which exceptions call it.</summary>
    /// <exception cref="ArgumentException">The text is neither, or there is no such operation: the message has those that are named most like it.</exception>
    public OperationPattern Parse(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        if (!operation.Contains('/', StringComparison.Ordinal) && operation.Contains('.', StringComparison.Ordinal))
        {
            return _routes.Find(r => !r.IsSandbox && r.Operation.Name == operation.Trim()) is { } named
                ? OperationPattern.Of(named.Operation.HttpMethod.Method, PathOf(named.Operation), named.HostLabel)
                : throw Unknown(operation, _routes.Select(r => r.Operation.Name).Distinct(StringComparer.Ordinal).OrderBy(name => TextDistance.Between(operation, name)));
        }

        var pattern = OperationPattern.Parse(operation);
        if (_routes.Exists(r => pattern.MatchesTemplate(r.Operation.HttpMethod.Method, r.HostLabel, PathOf(r.Operation))))
            return pattern;
        string wanted = pattern.ToString();
        bool hasHost = !wanted.Contains(" /", StringComparison.Ordinal);
        string[] parts = wanted.Split(' ', '/');
        throw Unknown(
            operation,
            _routes
                .Select(r => $"{r.Operation.HttpMethod.Method} {(hasHost ? r.HostLabel : "")}{PathOf(r.Operation)}")
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(name => name.Split(' ', '/').Intersect(parts).Count())
                .ThenBy(name => TextDistance.Between(wanted, name)));
    }

    /// <summary>The limit that holds for a kind of token: for a group of operations, the strictest of its members' rows.</summary>
    public RateLimit? LimitOf(WildberriesOperation operation, TokenKinds kind)
    {
        if (operation.LimitGroup is not { } group)
            return RowOf(operation, kind);
        return _routes
            .Where(r => !r.IsSandbox && r.Operation.LimitGroup == group && r.Operation.Category == operation.Category)
            .Select(r => RowOf(r.Operation, kind))
            .OfType<RateLimit>()
            .OrderByDescending(l => l.Interval)
            .ThenBy(l => l.Burst)
            .FirstOrDefault();
    }

    private static ArgumentException Unknown(string operation, IEnumerable<string> nearest) => new(
        $"The emulator knows no operation \"{operation}\". Named most like it are {string.Join(", ", nearest.Take(3).Select(name => $"\"{name}\""))}. "
        + $"{nameof(WildberriesEmulatorOptions)}.{nameof(WildberriesEmulatorOptions.AddApi)} tells it of an interface of your own.",
        nameof(operation));

    public static string PathOf(WildberriesOperation operation)
    {
        int query = operation.Path.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? operation.Path : operation.Path[..query];
    }

    // Written from WB's tables, not taken from the SDK: a mistake there must show here.
    private static RateLimit? RowOf(WildberriesOperation operation, TokenKinds kind)
    {
        IReadOnlyList<RateLimit> rows = operation.RateLimits;
        RateLimit? Specific(TokenKinds wanted) => rows.FirstOrDefault(r => r.Tokens != TokenKinds.Any && r.Tokens.HasFlag(wanted));

        return Specific(kind)
            ?? rows.FirstOrDefault(r => r.Tokens == TokenKinds.Any)
            ?? (kind == TokenKinds.BaseWithSecret ? Specific(TokenKinds.Service) : null)
            ?? Specific(TokenKinds.Base);
    }

    /// <summary>The first label of a host: the first path segment at the emulator.</summary>
    public static string LabelOf(Uri host) => host.Host.Split('.')[0];

    internal sealed record Route(WildberriesOperation Operation, string HostLabel, bool IsSandbox, OperationPattern Pattern);
}
