using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>A campaign to be made.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record CreateCampaignRequest
{
    /// <summary>The name.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    [JsonPropertyName("name")]
    public required string Name
    {
        get;
        init => field = Argument.Text(value, name: nameof(Name));
    }

    /// <summary>
    /// The products' numbers at WB, at most 50; <see cref="IAdvertApi.GetAvailableProductsAsync"/> lists those that can be advertised.
    /// </summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    /// <exception cref="ArgumentException">There are more than 50.</exception>
    [JsonPropertyName("nms")]
    public IReadOnlyList<long>? NmIds
    {
        get;
        init => field = value is null ? null : Argument.List(value, 0, AdvertLimits.MaxProducts);
    }

    /// <summary>Whether it gets one bid for all placements or a bid for each.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for <see cref="BidType.Manual"/>.</value>
    [JsonPropertyName("bid_type")]
    public BidType? BidType { get; init; }

    /// <summary>What it pays for. With <see cref="PaymentType.Cpc"/> WB sets the lowest bid by itself.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for <see cref="PaymentType.Cpm"/>.</value>
    [JsonPropertyName("payment_type")]
    public PaymentType? PaymentType { get; init; }

    /// <summary>
    /// Where the products are shown: <see cref="Placement.Search"/>, <see cref="Placement.Recommendations"/> or both. Only for <see
    /// cref="BidType.Manual"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>, which WB takes for the search alone.</value>
    [JsonPropertyName("placement_types")]
    public IReadOnlyList<Placement>? Placements { get; init; }
}
