using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>A named limit.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredConfigValue : WildberriesModel
{
    /// <summary>The name, for example <c>budget_min</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The value, as text.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>What it limits, in Russian.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}
