using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>The unique number (UIN) of a piece of jewellery.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetUinRequest
{
    /// <summary>The number: 16 characters.</summary>
    /// <exception cref="ArgumentException">It has not 16 characters.</exception>
    [JsonPropertyName("uin")]
    public required string Uin
    {
        get;
        init => field = Argument.TextOf(value, 16, 16);
    }

    /// <summary>The name alone, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "SetUinRequest { }";
}
