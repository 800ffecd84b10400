namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// Which requests a text such as <c>POST /api/v1/seller/message</c> means: the verb, optionally the first label of the host, and
/// the path, in which a placeholder in braces stands for any one segment.
/// </summary>
internal sealed class OperationPattern
{
    private readonly string _verb;
    private readonly string? _hostLabel;
    private readonly string[] _segments;

    private OperationPattern(string verb, string? hostLabel, string path)
    {
        _verb = verb;
        _hostLabel = hostLabel;
        _segments = path.Split('/');
    }

    public static OperationPattern Parse(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        string[] parts = operation.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int slash = parts.Length == 2 ? parts[1].IndexOf('/', StringComparison.Ordinal) : -1;
        if (slash < 0)
        {
            throw new ArgumentException(
                $"\"{operation}\" is not an operation: write the verb, a space and the path, for example \"POST /api/v1/seller/message\"; "
                + "for one host only, \"GET common-api/ping\"; or the name that exceptions have, \"BuyerChat.SendMessage\".",
                nameof(operation));
        }

        return new OperationPattern(parts[0].ToUpperInvariant(), slash == 0 ? null : parts[1][..slash], parts[1][slash..]);
    }

    public static OperationPattern Of(string verb, string path, string? hostLabel = null) => new(verb, hostLabel, path);

    /// <summary>The higher, the fewer requests are meant: by the host first, then by placeholders.</summary>
    public int Exactness => (_hostLabel is null ? 0 : _segments.Length + 1) + _segments.Count(segment => !IsPlaceholder(segment));

    /// <summary>The text that it was read from, with the verb in capitals.</summary>
    public override string ToString() => $"{_verb} {_hostLabel}{string.Join('/', _segments)}";

    /// <summary>Whether a request is meant.</summary>
    public bool Matches(string verb, string hostLabel, string path) => Matches(verb, hostLabel, path, isTemplate: false);

    /// <summary>Whether an operation is meant whose path may have placeholders too, under other names.</summary>
    public bool MatchesTemplate(string verb, string hostLabel, string path) => Matches(verb, hostLabel, path, isTemplate: true);

    private bool Matches(string verb, string hostLabel, string path, bool isTemplate)
    {
        if (_verb != verb || (_hostLabel is not null && _hostLabel != hostLabel))
            return false;
        string[] segments = path.Split('/');
        if (segments.Length != _segments.Length)
            return false;
        for (int i = 0; i < segments.Length; i++)
        {
            bool isAny = (IsPlaceholder(_segments[i]) && segments[i].Length > 0) || (isTemplate && IsPlaceholder(segments[i]));
            if (!isAny && _segments[i] != segments[i])
                return false;
        }

        return true;
    }

    private static bool IsPlaceholder(string segment) => segment is ['{', .., '}'];
}
