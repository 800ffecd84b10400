using System.Runtime.CompilerServices;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How much WB takes at once of supplies and of what is in them.</summary>
internal static class SupplyLimits
{
    public const int MaxName = 128;

    public const int MaxOrders = 100;

    public const int MaxBoxes = 1000;

    public const int MaxSupplies = 100;

    public const int MaxPage = 1000;

    public static IReadOnlyList<long> Ids(IReadOnlyList<long>? ids, int max, [CallerMemberName] string name = "")
    {
        Argument.List(ids, 1, max, name);
        foreach (long id in ids!)
            Argument.Id(id, name);
        return ids;
    }

    public static IReadOnlyList<ShippingMethod> Methods(IReadOnlyList<ShippingMethod>? methods, [CallerMemberName] string name = "")
    {
        Argument.List(methods, 1, MaxSupplies, name);
        return Argument.Rows(
            methods!,
            method => $"supply \"{method.SupplyId}\"",
            method => method switch
            {
                _ when string.IsNullOrWhiteSpace(method.SupplyId) => "it names no supply",
                { ShippingPointId: <= 0 } => FormattableString.Invariant($"the shipping point is {method.ShippingPointId}, not a positive number"),
                _ when method.Date == default => "it has no day",
                _ when method.Type == default => "it does not say who brings it",
                _ => null,
            },
            method => method.SupplyId,
            "supply",
            name);
    }

    public static IReadOnlyList<string> TextIds(IReadOnlyList<string>? ids, int max, [CallerMemberName] string name = "")
    {
        Argument.List(ids, 1, max, name);
        foreach (string id in ids!)
            Argument.Text(id, name: name);
        return ids;
    }
}
