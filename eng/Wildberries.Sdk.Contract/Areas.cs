using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract;

/// <summary>
/// Which area an operation of WB belongs to. An area that is built says so itself: it is the namespace of its interface. For the others, and
/// for hosts that several areas share, this table decides.
/// </summary>
internal static class Areas
{
    // By host label; the first prefix that fits decides, so the narrow ones stand first.
    private static readonly (string Host, string Prefix, string Area)[] Table =
    [
        ("marketplace-api", "/api/v3/dbw/warehouses/", "Warehouses"),
        ("marketplace-api", "/api/v3/warehouses", "Warehouses"),
        ("marketplace-api", "/api/v3/offices", "Warehouses"),
        ("marketplace-api", "/api/v3/stocks/", "Warehouses"),
        ("marketplace-api", "/api/v3/dbw/", "DbwOrders"),
        ("marketplace-api", "/api/marketplace/v3/dbw/", "DbwOrders"),
        ("marketplace-api", "/api/v3/dbs/", "DbsOrders"),
        ("marketplace-api", "/api/marketplace/v3/dbs/", "DbsOrders"),
        ("marketplace-api", "/api/v3/click-collect/", "PickupOrders"),
        ("marketplace-api", "/api/marketplace/v3/click-collect/", "PickupOrders"),
        ("marketplace-api", "/api/v3/supplies/orders/", "FbsOrders"),
        ("marketplace-api", "/api/v3/orders", "FbsOrders"),
        ("marketplace-api", "/api/marketplace/v3/orders/", "FbsOrders"),
        ("marketplace-api", "/api/marketplace/v3/fbs/orders/", "FbsOrders"),
        ("marketplace-api", "/api/marketplace/v3/fbs/settings/", "FbsOrders"),
        ("marketplace-api", "/api/v3/supplies", "FbsSupplies"),
        ("marketplace-api", "/api/v3/passes", "FbsSupplies"),
        ("marketplace-api", "/api/marketplace/v3/supplies/", "FbsSupplies"),
        ("marketplace-api", "/api/marketplace/v3/fbs/", "FbsSupplies"),
        ("content-api", "/content/v2/object/", "Directories"),
        ("content-api", "/content/v2/directory/", "Directories"),
        ("content-api", "/api/content/v2/directory/", "Directories"),
        ("content-api", "/api/content/v1/brands", "Directories"),
        ("content-api", "/", "Cards"),
        ("feedbacks-api", "/api/v1/question", "Questions"),
        ("feedbacks-api", "/api/v1/new-feedbacks-questions", "Questions"),
        ("feedbacks-api", "/", "Feedbacks"),
        ("returns-api", "/", "BuyerReturns"),
        ("seller-analytics-api", "/api/analytics/v1/order-feed", "Analytics"),
        ("seller-analytics-api", "/api/analytics/v1/stocks-report/", "Analytics"),
        ("seller-analytics-api", "/api/analytics/v2/item-rating", "Analytics"),
        ("seller-analytics-api", "/api/analytics/v3/sales-funnel/", "Analytics"),
        ("seller-analytics-api", "/api/v2/", "Analytics"),
        ("seller-analytics-api", "/", "Reports"),
        ("statistics-api", "/", "Statistics"),
        ("supplies-api", "/", "FbwSupplies"),
        ("documents-api", "/", "Documents"),
    ];

    // Of the areas that share a host one has its connection check; an area with a host of its own always has it.
    private static readonly string[] Pinging =
        ["FbsOrders", "Cards", "Feedbacks", "BuyerReturns", "Analytics", "Statistics", "FbwSupplies", "Documents"];

    /// <summary>The area of an operation of the SDK.</summary>
    public static string Of(WildberriesOperation operation) => operation.ApiType.Namespace!.Split('.')[^1];

    /// <summary>The area of an operation of WB, or null: then the table has to learn where it belongs.</summary>
    public static string? Of(string host, string path, IReadOnlyList<WildberriesOperation> built)
    {
        string label = new Uri(host).Host.Split('.')[0];
        if (Array.Find(Table, r => r.Host == label && path.StartsWith(r.Prefix, StringComparison.Ordinal)).Area is { } area)
            return area;
        string[] areas = [.. built.Where(o => o.Host.Host.Split('.')[0] == label).Select(Of).Distinct(StringComparer.Ordinal)];
        return areas is [var only] ? only : null;
    }

    public static string? Of(WbOperation row, IReadOnlyList<WildberriesOperation> built) => Of(row.Host, row.Path, built);

    /// <summary>Whether the connection check of the area's host is one of its methods.</summary>
    public static bool HasPing(string area) => Pinging.Contains(area, StringComparer.Ordinal);

    /// <summary>The areas of the table.</summary>
    public static IEnumerable<string> InTable => Table.Select(r => r.Area).Distinct(StringComparer.Ordinal);
}
