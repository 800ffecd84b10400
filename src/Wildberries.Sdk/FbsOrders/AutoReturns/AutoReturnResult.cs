using System.Globalization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>What became of each size.</summary>
public sealed record AutoReturnResult
{
    /// <summary>The sizes, in the order in which they were given.</summary>
    public IReadOnlyList<AutoReturnRow> Rows { get; init; } = [];

    /// <summary>How many sizes have which outcome.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"AutoReturnResult {{ {string.Join(", ", Rows.GroupBy(row => row.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key} = {group.Count()}"))} }}");
}
