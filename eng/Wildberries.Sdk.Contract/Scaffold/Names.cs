using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>C# names from what WB calls things on the wire.</summary>
internal static partial class Names
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override "
        + "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof "
        + "uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '), StringComparer.Ordinal);

    /// <summary>nmID is NmId, task_id TaskId, SGTINIsNotFilled SgtinIsNotFilled, 404 Value404.</summary>
    public static string Pascal(string wire)
    {
        string text = wire.Replace("IDs", "Ids", StringComparison.Ordinal);
        string name = string.Concat(Word().Matches(text).Select(m => char.ToUpperInvariant(m.Value[0]) + Lower(m.Value[1..])));
        if (wire.StartsWith('-') && name.Length > 0)
            name = "Minus" + name;
        return name.Length == 0 ? "Empty" : char.IsAsciiDigit(name[0]) ? "Value" + name : name.StartsWith("Minus", StringComparison.Ordinal) && wire.StartsWith('-') ? "Value" + name : name;
    }

    public static string Camel(string wire)
    {
        string name = Pascal(wire);
        name = char.ToLowerInvariant(name[0]) + name[1..];
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>What one of several is called, where English makes it plain.</summary>
    public static string Singular(string name) => name switch
    {
        _ when name.EndsWith("ies", StringComparison.Ordinal) => name[..^3] + "y",
        _ when name.EndsWith("sses", StringComparison.Ordinal) || name.EndsWith("xes", StringComparison.Ordinal) || name.EndsWith("uses", StringComparison.Ordinal) => name[..^2],
        _ when name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal) => name[..^1],
        _ => name,
    };

    /// <summary>A method's name from its verb and path: GET /api/v1/documents/list is GetDocumentsList.</summary>
    public static string Method(string verb, bool readOnly, string path)
    {
        string[] steps = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        IEnumerable<string> words = steps.Where((step, i) =>
            step != "api"
            && !Version().IsMatch(step)
            && !step.StartsWith('{')

            // The service before a version: /api/supplies/v1/drafts.
            && !(i <= 1 && i + 1 < steps.Length && Version().IsMatch(steps[i + 1])));
        string start = verb switch
        {
            "POST" => readOnly ? "Get" : "Create",
            "PUT" or "PATCH" => "Update",
            "DELETE" => "Delete",
            _ => "Get",
        };
        string name = string.Concat(words.Select(Pascal));
        return name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && char.IsUpper(name[start.Length]) ? name : start + name;
    }

    /// <summary>The placeholders of a path: "ById".</summary>
    public static string ByPlaceholders(string path) =>
        string.Concat(path.Split('/').Where(s => s.StartsWith('{')).Select(s => "By" + Pascal(s.Trim('{', '}'))));

#pragma warning disable CA1308 // The letters of a name.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^v\d+$")]
    private static partial Regex Version();
}
