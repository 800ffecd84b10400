using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The SPOT data of supplies.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotResponse : WildberriesModel
{
    /// <summary>The supplies.</summary>
    [JsonRequired]
    [JsonPropertyName("supplies")]
    public IReadOnlyList<SupplySpot> Supplies { get => field ?? []; init; } = [];
}
