using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>A purchase and the code that somebody shows for it. The code is not in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record CheckPickupCodeRequest
{
    /// <summary>The number of the purchase (<see cref="NewPickupOrder.OrderCode"/>), for example <c>170046918-0011</c>.</summary>
    /// <exception cref="ArgumentException">It is missing or blank.</exception>
    [JsonPropertyName("orderCode")]
    public required string OrderCode { get; init => field = Argument.Text(value, name: nameof(OrderCode)); }

    /// <summary>The code.</summary>
    /// <exception cref="ArgumentException">It is missing or blank.</exception>
    [JsonPropertyName("passcode")]
    public required string Code { get; init => field = Argument.Text(value, name: nameof(Code)); }

    /// <summary>The purchase, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"CheckPickupCodeRequest {{ OrderCode = {OrderCode} }}";
}
