using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>The minus phrases of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredExcludedRequest
{
    /// <summary>The phrases, at most 1,000. An empty list removes them all.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    [JsonPropertyName("excluded")]
    public required IReadOnlyList<string> Phrases
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxMinusPhrases);
    }
}
