using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>
/// Finds lists of values that stand only in a description: points, in Markdown or one a line, each of which begins with a value as code.
/// One point that does not makes it another kind of list.
/// </summary>
internal static partial class DescribedValues
{
    /// <summary>The values that the description lists, in its order; none if it lists none.</summary>
    public static IReadOnlyList<string> In(string? description)
    {
        if (description is null)
            return [];
        string[] lines = Break().Replace(description, "\n").Split('\n');
        int first = Array.FindIndex(lines, line => Point().IsMatch(line));
        if (first < 0)
            return Single().Match(description) is { Success: true } single && description.Count(c => c == '`') == 2 ? [single.Groups[1].Value] : [];

        // What stands before the first point says what the points are.
        if (Examples().IsMatch(string.Join('\n', lines[..first])))
            return [];
        var values = new List<string>();
        Match[] points = [.. lines.Select(line => Point().Match(line)).Where(m => m.Success)];
        for (int i = 0; i < points.Length;)
        {
            int end = Array.FindIndex(points, i + 1, p => p.Groups[1].Length <= points[i].Groups[1].Length);
            Match[] inner = points[(i + 1)..(end < 0 ? points.Length : end)];
            string?[] innerValues = [.. inner.Select(ValueOf)];
            if (ValueOf(points[i]) is not { } value || (innerValues.Contains(null) && innerValues.Any(v => v is not null)))
                return [];

            // Points of a point are values, and it is their heading; or they are not, and explain it.
            values.AddRange(innerValues is [not null, ..] ? innerValues.OfType<string>() : [value]);
            i += 1 + inner.Length;
        }

        return [.. values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string? ValueOf(Match point) => Value().Match(point.Groups[2].Value) is { Success: true } value ? value.Groups[1].Value : null;

    [GeneratedRegex(@"(?i)пример")]
    private static partial Regex Examples();

    [GeneratedRegex(@"<br\s*/?>")]
    private static partial Regex Break();

    [GeneratedRegex(@"^(\s*)(?:(?:[-*•]|\d+\.)\s+(?=\S)|(?=`[^`]+`\s*[—–-]\s))(.+)$")]
    private static partial Regex Point();

    // The value, or a blank, and then its meaning or nothing; not a range such as "`1`–`20`".
    [GeneratedRegex(@"^`\s*(-?[\p{L}\d_]+(?:[./:-][\p{L}\d_]+)*|)\s*[—–-]?\s*`(?![—–-]`)(?:$|[\s,;:.—–-])")]
    private static partial Regex Value();

    // The only value that there is, without a list: a number or an UPPER_CASE name; other words as code are names of members.
    [GeneratedRegex(@"`(-?\d+|[A-Z][A-Z\d_]+)`\s+[—–-]\s")]
    private static partial Regex Single();
}
