using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Telemetry;

/// <summary>
/// Names of members as tags of a metric. They come from WB, so there is a bound: some names for each operation, none that is long or that
/// could be a value (where WB makes keys of ids or texts); everything else is <c>_other</c>.
/// </summary>
internal sealed class MemberNames
{
    public const string Other = "_other";
    public const int MaxLength = 64;
    public const int MaxNames = 32;

    private readonly object _lock = new();
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    public string Bound(string operation, string name, Redaction secrets)
    {
        if (!IsPlain(name))
            return Other;
        lock (_lock)
        {
            if (!_known.TryGetValue(operation, out HashSet<string>? names))
                _known[operation] = names = new HashSet<string>(StringComparer.Ordinal);
            return names.Contains(name) || (names.Count < MaxNames && IsClean(name, secrets) && names.Add(name)) ? name : Other;
        }
    }

    // WB can echo anything, also as a name. Looked at once for a name: what it takes is far more than counting.
    private static bool IsClean(string name, Redaction secrets) =>
        string.Equals(SafeText.Clean(name, MaxLength, secrets), name, StringComparison.Ordinal);

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsAsciiLetter(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
