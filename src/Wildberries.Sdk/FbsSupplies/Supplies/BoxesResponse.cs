using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The boxes of a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record BoxesResponse : WildberriesModel
{
    /// <summary>The boxes.</summary>
    [JsonRequired]
    [JsonPropertyName("trbxes")]
    public IReadOnlyList<SupplyBox> Boxes { get => field ?? []; init; } = [];
}
