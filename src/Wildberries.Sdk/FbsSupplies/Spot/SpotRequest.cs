using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Which supplies' SPOT data to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotRequest
{
    /// <summary>The supplies, 1 to 100.</summary>
    /// <exception cref="ArgumentException">There is none, or there are more than 100, or an id is blank.</exception>
    [JsonPropertyName("supplyIds")]
    public required IReadOnlyList<string> SupplyIds
    {
        get;
        init => field = SupplyLimits.TextIds(value, SupplyLimits.MaxSupplies);
    }
}
