using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A pass that was just created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
public sealed record CreatedPass : WildberriesModel
{
    /// <summary>The pass's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }
}
