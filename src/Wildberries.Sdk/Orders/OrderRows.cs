using System.Globalization;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Refuses requests about orders that WB would refuse.</summary>
internal static class OrderRows
{
    /// <summary>Ids of orders, as a request carries them.</summary>
    public static IReadOnlyList<long> Ids(IReadOnlyList<long>? ids, int max = OrderLimits.MaxOrders, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(ids, name);
        Argument.Count(ids.Count, 1, max, "orders", name);
        foreach (long id in ids)
            Argument.Id(id, name);
        return ids;
    }

    /// <summary>Orders with something for each, as a request carries them.</summary>
    public static IReadOnlyList<T> Rows<T>(IReadOnlyList<T>? rows, Func<T, long> idOf, Func<T, string?> faultOf, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        Argument.Count(rows.Count, 1, OrderLimits.MaxOrders, "orders", name);
        return Argument.Rows(
            rows,
            row => string.Create(CultureInfo.InvariantCulture, $"order {idOf(row)}"),
            row => idOf(row) <= 0 ? "the id is not a positive number" : faultOf(row),
            name);
    }

    /// <summary>What is wrong with codes and their length, without the codes; <see langword="null"/>: nothing.</summary>
    public static string? CodeFault(IReadOnlyList<string> codes, int min, int max, int maxCount = 1)
    {
        if (codes.Count == 0 || codes.Count > maxCount)
            return string.Create(CultureInfo.InvariantCulture, $"it has {codes.Count} codes; WB takes 1 to {maxCount}");
        for (int i = 0; i < codes.Count; i++)
        {
            if (Argument.TextFault(codes[i]) is { } fault)
                return string.Create(CultureInfo.InvariantCulture, $"code {i + 1} has {fault}");
            if (Argument.Characters(codes[i] ?? "") is var length && (length < min || length > max))
                return string.Create(CultureInfo.InvariantCulture, $"code {i + 1} has {length} characters; WB takes {(min == max ? "" : $"{min} to ")}{max}");
        }

        return null;
    }
}
