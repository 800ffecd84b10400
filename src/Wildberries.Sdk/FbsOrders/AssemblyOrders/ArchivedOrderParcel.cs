using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The parcel in which an order left the country.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ArchivedOrderParcel : WildberriesModel
{
    /// <summary>Its number.</summary>
    [JsonPropertyName("parcel")]
    public string? ParcelId { get; init; }
}
