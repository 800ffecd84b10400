using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>A new bid of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredBidRequest
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public required long AdvertId { get; init; }

    /// <summary>The type of the campaign: 5 to 9; for an auction always 9.</summary>
    [JsonPropertyName("type")]
    public required CampaignType Type { get; init; }

    /// <summary>The bid, in whole roubles for a thousand views.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("cpm")]
    public required decimal Cpm
    {
        get;
        init => field = Argument.Whole(value);
    }

    /// <summary>What the bid is for: the id of the subject.</summary>
    [JsonPropertyName("param")]
    public required long Parameter { get; init; }

    /// <summary>For an auction, where the bid holds: 4 the catalogue, 6 the search.</summary>
    [JsonPropertyName("instrument")]
    public int? Instrument { get; init; }
}
