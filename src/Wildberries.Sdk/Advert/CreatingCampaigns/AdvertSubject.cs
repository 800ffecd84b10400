using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A kind of product, such as dresses, that can be advertised.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record AdvertSubject : WildberriesModel
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>How many of the seller's products are of this kind.</summary>
    [JsonPropertyName("count")]
    public long Count { get; init; }
}
