using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The stickers of boxes.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record BoxStickersResponse : WildberriesModel
{
    /// <summary>
    /// The stickers. WB does not say which box each is of; they come in the order that was asked for, as far as its documents show.
    /// </summary>
    [JsonRequired]
    [JsonPropertyName("stickers")]
    public IReadOnlyList<SupplySticker> Stickers { get => field ?? []; init; } = [];
}
