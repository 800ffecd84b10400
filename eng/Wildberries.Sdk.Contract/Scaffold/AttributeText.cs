using System.Globalization;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>The attributes that say what WB's table says of an operation. Where their form changes, this is the file.</summary>
internal static class AttributeText
{
    /// <summary>The limits that a group of operations shares: as strict as its strictest row.</summary>
    /// <param name="name">The group, as C# says it.</param>
    /// <param name="group">Its operations.</param>
    public static IEnumerable<string> Shared(string name, IEnumerable<WbOperation> group) =>
        Strictest(group).GroupBy(l => (l.Requests, l.PeriodSeconds, l.Burst)).Select(same => Limit($"SharedRateLimit({name}, ", [.. same]));

    /// <summary>The attributes of a method, without its route.</summary>
    /// <param name="row">WB's row.</param>
    /// <param name="host">Its host.</param>
    /// <param name="sandboxed">Whether the operation is on the sandbox host.</param>
    /// <param name="mayAnswerEmpty">Whether a success may have no body though the method has an answer.</param>
    public static IEnumerable<string> Operation(WbOperation row, HostText host, bool sandboxed, bool mayAnswerEmpty)
    {
        TokenCategory category = OperationComparer.CategoryOf(row.Category)
            ?? throw new FormatException($"{row} has the category {row.Category}, which the tool does not know.");
        var parts = new List<string>
        {
            $"{nameof(TokenCategory)}.{category}",
            $"{nameof(OperationAccess)}.{(row.ReadOnly == true ? OperationAccess.Read : OperationAccess.Write)}",
        };
        if (row.TokenKinds is { } types)
            parts.Add($"{nameof(OperationAttribute.TokenKinds)} = {Tokens(types)}");
        if (GroupOf(row) is { } group)
            parts.Add($"{nameof(OperationAttribute.LimitGroup)} = {host.Group(group)}");
        if (row.ClientErrorCost != host.ClientErrorCost)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{nameof(OperationAttribute.ClientErrorCost)} = {row.ClientErrorCost}"));
        if (mayAnswerEmpty)
            parts.Add($"{nameof(OperationAttribute.MayAnswerEmpty)} = true");
        if (sandboxed)
            parts.Add($"{nameof(OperationAttribute.Sandbox)} = true");
        yield return $"[Operation({string.Join(", ", parts)})]";

        if (GroupOf(row) is not null)
            yield break;
        foreach (IGrouping<WbLimit, WbLimit> same in row.Limits.GroupBy(l => l with { Token = "" }))
            yield return Limit("RateLimit(", [.. same]);
    }

    private static string Limit(string start, IReadOnlyList<WbLimit> same)
    {
        string tokens = same.Any(l => l.Token == "any") ? "" : $", Tokens = {Tokens([.. same.Select(l => l.Token)])}";
        return string.Create(CultureInfo.InvariantCulture, $"[{start}{same[0].Requests}, {same[0].PeriodSeconds:0.###}, {same[0].Burst}{tokens})]");
    }

    private static IEnumerable<WbLimit> Strictest(IEnumerable<WbOperation> group) =>
        group.SelectMany(r => r.Limits).GroupBy(l => l.Token, StringComparer.Ordinal).Select(rows =>
            rows.MaxBy(l => l.PeriodSeconds / l.Requests)! with { Burst = rows.Min(l => l.Burst) });

    /// <summary>The name of the group that shares the limit: what WB says of it, without the words around. Null: it is the operation's own.</summary>
    public static string? GroupOf(WbOperation row)
    {
        if (OperationComparer.IsOwnScope(row.LimitScope))
            return null;
        string name = row.LimitScope.StartsWith("for ", StringComparison.Ordinal) ? row.LimitScope[4..] : row.LimitScope;
        name = name.StartsWith("all ", StringComparison.Ordinal) ? name[4..] : name;
        return name.Replace(" methods", "", StringComparison.Ordinal).Replace("methods for ", "", StringComparison.Ordinal);
    }

    private static string Tokens(IReadOnlyList<string> names) =>
        string.Join(" | ", names.Select(n => $"{nameof(TokenKinds)}.{OperationComparer.TokensOf(n)}"));
}
