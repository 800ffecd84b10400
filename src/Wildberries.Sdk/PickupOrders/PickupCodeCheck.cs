using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>That a code belongs to a purchase. A wrong one is answered with 409, which comes as an exception.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record PickupCodeCheck : WildberriesModel
{
    /// <summary><see langword="true"/>; WB does not use <see langword="false"/>.</summary>
    [JsonPropertyName("ok")]
    public bool IsRight { get; init; }
}
