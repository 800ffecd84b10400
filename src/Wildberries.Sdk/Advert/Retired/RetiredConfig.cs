using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>What WB allowed campaigns: the least bids by category, and named limits.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredConfig : WildberriesModel
{
    /// <summary>The categories.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<RetiredConfigCategory> Categories { get => field ?? []; init; } = [];

    /// <summary>The named limits.</summary>
    [JsonPropertyName("config")]
    public IReadOnlyList<RetiredConfigValue> Values { get => field ?? []; init; } = [];
}
