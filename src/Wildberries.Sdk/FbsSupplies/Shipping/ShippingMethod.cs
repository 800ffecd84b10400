using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>When, where and by whom a supply is brought to WB.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingMethod
{
    /// <summary>The supply.</summary>
    [JsonPropertyName("supplyId")]
    public string SupplyId { get => field ?? ""; init; } = "";

    /// <summary>The day.</summary>
    [JsonPropertyName("shippingDt")]
    [JsonConverter(typeof(DateOnlyConverter))]
    public DateOnly Date { get; init; }

    /// <summary>The place: <see cref="ShippingPoint.Id"/>.</summary>
    [JsonPropertyName("shippingPointId")]
    public long ShippingPointId { get; init; }

    /// <summary>
    /// Who brings it: <see cref="ShippingType.SelfShipping"/>. For <see cref="ShippingType.TransportCompany"/> WB demands a waybill, which no operation gives at present.
    /// </summary>
    [JsonPropertyName("shippingType")]
    public ShippingType Type { get; init; }
}
