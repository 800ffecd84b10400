using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>For which products of a campaign to get the minimum bids.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record MinimumBidsRequest
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public required long AdvertId { get; init; }

    /// <summary>The products' numbers at WB: 1 to 100.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 100.</exception>
    [JsonPropertyName("nm_ids")]
    public required IReadOnlyList<long> NmIds
    {
        get;
        init => field = Argument.List(value, 1, AdvertLimits.MaxMinimumBidProducts);
    }

    /// <summary>What the campaign pays for.</summary>
    [JsonPropertyName("payment_type")]
    public required PaymentType PaymentType { get; init; }

    /// <summary>The placements to get bids for.</summary>
    [JsonPropertyName("placement_types")]
    public required IReadOnlyList<MinimumBidPlacement> Placements { get; init; }
}
