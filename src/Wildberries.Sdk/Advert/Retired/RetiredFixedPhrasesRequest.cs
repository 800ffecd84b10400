using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>The fixed phrases of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredFixedPhrasesRequest
{
    private const int MaxFixedPhrases = 100;

    /// <summary>The phrases, at most 100. An empty list removes them all and switches them off.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    [JsonPropertyName("pluse")]
    public required IReadOnlyList<string> Phrases
    {
        get;
        init => field = Argument.List(value, 0, MaxFixedPhrases);
    }
}
