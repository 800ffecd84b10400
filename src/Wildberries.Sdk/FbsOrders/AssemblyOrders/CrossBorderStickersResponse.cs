using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The stickers of cross-border orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record CrossBorderStickersResponse : WildberriesModel
{
    /// <summary>The stickers.</summary>
    [JsonRequired]
    [JsonPropertyName("stickers")]
    public IReadOnlyList<CrossBorderSticker> Stickers { get => field ?? []; init; } = [];
}
