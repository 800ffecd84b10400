using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>The minus phrases of a product in a campaign, in place of all that it had.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SetMinusPhrasesRequest
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public required long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public required long NmId { get; init; }

    /// <summary>The phrases, at most 1,000. An empty list deletes all that there are.</summary>
    /// <exception cref="ArgumentException">There are more than 1,000.</exception>
    [JsonPropertyName("norm_queries")]
    public required IReadOnlyList<string> Phrases
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxMinusPhrases);
    }
}
