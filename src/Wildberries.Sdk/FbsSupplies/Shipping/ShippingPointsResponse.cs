using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Where supplies can be shipped to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingPointsResponse : WildberriesModel
{
    /// <summary>The points.</summary>
    [JsonRequired]
    [JsonPropertyName("shippingPoints")]
    public IReadOnlyList<ShippingPoint> ShippingPoints { get => field ?? []; init; } = [];
}
