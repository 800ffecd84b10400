using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Customs declarations for orders of businesses.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderCustomsDeclarationsRequest
{
    /// <summary>The orders with their codes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or a code has not the length that WB takes; the message names the order.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<OrderCustomsDeclaration> Orders
    {
        get;
        init => field = OrderRows.Rows(
            value,
            order => order.OrderId,
            order => OrderRows.CodeFault([order.CustomsDeclaration], 17, 29) ?? CountryFault(order.OriginCountryCode));
    }

    private static string? CountryFault(string code)
    {
        if (code.Length > 3)
            return "the code of the country has more than three characters";
        return Argument.TextFault(code) is { } fault ? $"the code of the country has {fault}" : null;
    }
}
