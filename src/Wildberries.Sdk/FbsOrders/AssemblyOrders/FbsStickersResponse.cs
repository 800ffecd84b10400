using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The stickers of assembly orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsStickersResponse : WildberriesModel
{
    /// <summary>The stickers; an order for which there is none is left out.</summary>
    [JsonRequired]
    [JsonPropertyName("stickers")]
    public IReadOnlyList<OrderSticker> Stickers { get => field ?? []; init; } = [];
}
