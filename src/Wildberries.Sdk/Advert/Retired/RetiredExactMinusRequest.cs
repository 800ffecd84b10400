using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>The minus phrases of a campaign that match exactly.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredExactMinusRequest
{
    /// <summary>The phrases, at most 1,000. An empty list removes them all.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    [JsonPropertyName("strong")]
    public required IReadOnlyList<string> Phrases
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxMinusPhrases);
    }
}
