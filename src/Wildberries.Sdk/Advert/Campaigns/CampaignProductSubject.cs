using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A kind of product, such as dresses.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignProductSubject : WildberriesModel
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
