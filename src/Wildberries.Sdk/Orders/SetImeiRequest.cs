using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>The IMEI of a device; of two, the first one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetImeiRequest
{
    /// <summary>The number: 15 characters.</summary>
    /// <exception cref="ArgumentException">It has not 15 characters.</exception>
    [JsonPropertyName("imei")]
    public required string Imei
    {
        get;
        init => field = Argument.TextOf(value, 15, 15);
    }

    /// <summary>The name alone, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "SetImeiRequest { }";
}
