using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A page of the supplies.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SuppliesResponse : WildberriesModel
{
    /// <summary>What to ask the next page with; 0: WB names none.</summary>
    [JsonPropertyName("next")]
    public long Next { get; init; }

    /// <summary>The supplies; none is the end.</summary>
    [JsonRequired]
    [JsonPropertyName("supplies")]
    public IReadOnlyList<FbsSupply> Supplies { get => field ?? []; init; } = [];
}
