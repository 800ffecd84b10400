using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Which boxes of a supply are meant.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record BoxesRequest
{
    /// <summary>The boxes: at least one.</summary>
    /// <exception cref="ArgumentException">There is none, or an id is blank.</exception>
    [JsonPropertyName("trbxIds")]
    public required IReadOnlyList<string> BoxIds
    {
        get;
        init => field = SupplyLimits.TextIds(value, int.MaxValue);
    }
}
