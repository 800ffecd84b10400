using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>Products to add to an automatic campaign, and to take off it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredProductsRequest
{
    /// <summary>The products to add.</summary>
    [JsonPropertyName("add")]
    public IReadOnlyList<long> Add { get => field ?? []; init; } = [];

    /// <summary>The products to take off. WB does not check them, and does not take off the only one.</summary>
    [JsonPropertyName("delete")]
    public IReadOnlyList<long> Delete { get => field ?? []; init; } = [];
}
