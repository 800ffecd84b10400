using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>When buyers want their orders delivered.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DeliveryDatesResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<DeliveryDate> Orders { get => field ?? []; init; } = [];
}
