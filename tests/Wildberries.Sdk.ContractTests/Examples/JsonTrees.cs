using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>Compares two JSON trees by what they say: null is missing, numbers count by value and times by instant.</summary>
internal static partial class JsonTrees
{
    /// <summary>Lists what the second tree lost of the first, changed in it, or invented.</summary>
    public static IReadOnlyList<string> Differences(JsonNode? original, JsonNode? copy)
    {
        var differences = new List<string>();
        Compare(original, copy, "", differences);
        return differences;
    }

    private static void Compare(JsonNode? original, JsonNode? copy, string path, List<string> differences)
    {
        switch (original)
        {
            case var _ when IsNothing(original):
                if (!IsNothing(copy))
                    differences.Add($"{Name(path)}: {Text(copy)} was invented");
                break;
            case JsonObject theirs when copy is JsonObject ours:
                foreach (string key in theirs.Select(p => p.Key).Union(ours.Select(p => p.Key), StringComparer.Ordinal))
                    Compare(theirs[key], ours[key], path.Length == 0 ? key : $"{path}.{key}", differences);
                break;
            case JsonArray theirs when copy is JsonArray ours && theirs.Count == ours.Count:
                for (int i = 0; i < theirs.Count; i++)
                    Compare(theirs[i], ours[i], $"{path}[{i}]", differences);
                break;
            default:
                if (IsNothing(copy))
                    differences.Add($"{Name(path)}: {Text(original)} was lost");
                else if (!Same(original!, copy!))
                    differences.Add($"{Name(path)}: {Text(original)} became {Text(copy)}");
                break;
        }
    }

    private static bool Same(JsonNode original, JsonNode copy)
    {
        if (original is not JsonValue || copy is not JsonValue)
            return false;
        string theirs = original.ToString(), ours = copy.ToString();
        JsonValueKind theirKind = original.GetValueKind(), ourKind = copy.GetValueKind();
        if (theirKind is JsonValueKind.True or JsonValueKind.False || ourKind is JsonValueKind.True or JsonValueKind.False)
            return theirKind == ourKind;
        if (theirKind == ourKind && theirs == ours)
            return true;
        if (Number(theirs) is { } number)
            return number == Number(ours);
        if (theirKind != JsonValueKind.String || ourKind != JsonValueKind.String)
            return false;
        if (Time(theirs) is not { } time)
            return false;

        // A time without an offset is a time of day somewhere; the copy may know where.
        if (!Offset().IsMatch(theirs) && theirs.Length > 10 && Time(ours) is { } copied)
            return copied.DateTime == time.DateTime;

        // WB has times to the nanosecond, .NET to a hundred of them.
        if (Time(ours) is { } other && (other - time).Duration() < TimeSpan.FromMicroseconds(1))
            return true;

        // A date may lose its midnight.
        return ours.Length == 10 && time.TimeOfDay == TimeSpan.Zero && theirs.StartsWith(ours, StringComparison.Ordinal);
    }

    // Text such as "1 039" or "0,14" is a number to WB; "007" is none, for its zeros would be lost.
    private static decimal? Number(string text) =>
        NumberText().IsMatch(text)
        && decimal.TryParse(
            Space().Replace(text, "").Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out decimal number)
            ? number
            : null;

    private static DateTimeOffset? Time(string text) =>
        TimeText().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static bool IsNothing(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    private static string Name(string path) => path.Length == 0 ? "(root)" : path;

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}([ \u00A0\u2009\u202F][0-9]{3})+)([.,][0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex NumberText();

    [GeneratedRegex(@"[ \u00A0\u2009\u202F]")]
    private static partial Regex Space();

    [GeneratedRegex(@"(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Offset();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]|\z)")]
    private static partial Regex TimeText();
}
