using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A product that can be put into a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record AvailableProduct : WildberriesModel
{
    /// <summary>The name.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm")]
    public long NmId { get; init; }

    /// <summary>What kind of product it is: <see cref="AdvertSubject.Id"/>.</summary>
    [JsonPropertyName("subjectId")]
    public long SubjectId { get; init; }
}
