using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>The number (GTIN) of a product in Belarus.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetGtinRequest
{
    /// <summary>The number: 13 characters.</summary>
    /// <exception cref="ArgumentException">It has not 13 characters.</exception>
    [JsonPropertyName("gtin")]
    public required string Gtin
    {
        get;
        init => field = Argument.TextOf(value, 13, 13);
    }

    /// <summary>The name alone, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "SetGtinRequest { }";
}
