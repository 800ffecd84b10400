using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>WB's pages.</summary>
internal static class PageLinks
{
    // The documents are named otherwise than the pages that are made of them.
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["01"] = "api-information",
        ["02"] = "item-management",
        ["03"] = "orders-fbs",
        ["04"] = "orders-dbw",
        ["05"] = "dbs",
        ["06"] = "in-store-pickup",
        ["07"] = "orders-fbw",
        ["08"] = "promotion",
        ["09"] = "customer-communication",
        ["10"] = "rates",
        ["11"] = "analytics",
        ["12"] = "reports",
        ["13"] = "documents-and-accounting",
    };

    public const string Ping = "https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck";

    public static string Of(WbOperation row)
    {
        string page = Pages.GetValueOrDefault(row.Schema?.Split('-')[0] ?? "", "api-information");
        string tag = row.Tag.Length == 0 || row.Tag.Contains(' ', StringComparison.Ordinal) ? "" : $"#tag/{row.Tag}";
        return $"https://dev.wildberries.ru/openapi/{page}{tag}{(tag.Length > 0 && row.OperationId is { } id ? $"/operation/{id}" : "")}";
    }
}
