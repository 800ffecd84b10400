using System.Globalization;
using System.Text;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract.Drift;

/// <summary>What WB's documents and the SDK say differently, grouped for a reader.</summary>
internal sealed class DriftReport
{
    private readonly StringBuilder _text = new();

    private DriftReport()
    {
    }

    /// <summary>How many differences there are; operations of areas that are not built count.</summary>
    public int Count { get; private set; }

    /// <summary>Compares.</summary>
    /// <param name="documents">WB's documents.</param>
    /// <param name="all">The SDK's operations.</param>
    /// <param name="area">The only area to report on, or null for all.</param>
    public static DriftReport Of(WbDocuments documents, IReadOnlyList<WildberriesOperation> all, string? area = null)
    {
        var report = new DriftReport();
        report.Write(documents, all, area);
        return report;
    }

    public override string ToString() => _text.ToString();

    private void Write(WbDocuments documents, IReadOnlyList<WildberriesOperation> all, string? area)
    {
        var comparer = new OperationComparer(documents, all, BuiltApi.AnswerModels);
        Finding[] found =
        [
            .. all.OrderBy(o => o.Name, StringComparer.Ordinal).SelectMany(o => comparer.Compare(o).Select(d => new Finding(Areas.Of(o), o.ToString(), d))),
            .. comparer.Missing().Select(d => new Finding(d.Operation, "operations", d)),
            .. documents.Unlisted.Select(r => Unlisted(r, all)),
        ];
        HashSet<string> known = [.. found.Select(f => f.Difference.ToString()).Where(BuiltApi.KnownDifferences.ContainsKey)];
        Finding[] stale =
        [
            .. BuiltApi.KnownDifferences.Keys.Except(known, StringComparer.Ordinal).Where(_ => all == WildberriesOperations.All)
                .Select(k => new Finding(AreaOf(k), "known differences that are none any more", new Difference(AreaOf(k), "known", k))),
        ];
        Finding[] open = [.. found.Where(f => !known.Contains(f.Difference.ToString())).Concat(stale).Where(f => area is null || f.Area == area)];

        int differences = Section("Differences", open.Where(f => !f.Difference.FromDescription));
        int values = Section("Values named in descriptions", open.Where(f => f.Difference.FromDescription));
        (int absent, int areas) = NotBuilt(comparer.NotBuilt(), area);
        Count = differences + values + absent;

        int operations = all.Count(o => area is null || Areas.Of(o) == area);
        int meant = known.Count(k => area is null || AreaOf(k) == area);
        Line($"{operations} operations compared: {differences} differences, {values} values named in descriptions, {meant} differences known and meant; {absent} operations of {areas} areas not built.");
    }

    private int Section(string title, IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings.OrderBy(f => f.Area, StringComparer.Ordinal).ThenBy(f => f.Operation, StringComparer.Ordinal)];
        if (all.Length == 0)
            return 0;
        Line($"{title}");
        foreach (IGrouping<string, Finding> area in all.GroupBy(f => f.Area, StringComparer.Ordinal))
        {
            Line($"  {area.Key}");
            foreach (IGrouping<string, Finding> operation in area.GroupBy(f => f.Operation, StringComparer.Ordinal))
            {
                Line($"    {operation.Key}");
                foreach (Finding finding in operation)
                    Line($"      {(finding.Difference.Where == operation.Key ? "" : finding.Difference.Where + ": ")}{finding.Difference.What}");
            }
        }

        Line($"");
        return all.Length;
    }

    private (int Operations, int Areas) NotBuilt(ILookup<string?, WbOperation> absent, string? area)
    {
        IGrouping<string?, WbOperation>[] groups = [.. absent.Where(g => area is null || g.Key == area).OrderBy(g => g.Key ?? "~", StringComparer.Ordinal)];
        if (groups.Length == 0)
            return (0, 0);
        Line($"Areas not built");
        foreach (IGrouping<string?, WbOperation> group in groups)
        {
            Line($"  {group.Key ?? "No area is known for these"}: {group.Count()} operations");
            foreach (WbOperation row in group.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal))
                Line($"    {row} ({new Uri(row.Host).Host})");
        }

        Line($"");
        return (groups.Sum(g => g.Count()), groups.Length);
    }

    private static Finding Unlisted((string Document, string Method, string Path, string? Host) operation, IReadOnlyList<WildberriesOperation> all)
    {
        string area = (operation.Host is { } host ? Areas.Of(host, operation.Path, all) : null) ?? "No area is known for these";
        return new Finding(area, "operations", new Difference(
            area, "operations", $"{operation.Method} {operation.Path} is in {operation.Document}, not in {WbDocuments.OperationsFile}"));
    }

    private static string AreaOf(string knownDifference) => knownDifference.Split('.')[0];

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed record Finding(string Area, string Operation, Difference Difference);
}
