using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Gives a campaign another name.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="name">The name, at most 100 characters.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">The name is empty, or longer than 100 characters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="advertId"/> is not positive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task RenameCampaignAsync(this IAdvertApi api, long advertId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(advertId);
        Argument.Text(name, AdvertLimits.MaxName);
        return api.RenameCampaignAsync(new RenameCampaignRequest { AdvertId = advertId, Name = name }, cancellationToken);
    }

    /// <summary>Sets bids for products of campaigns.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="campaigns">The campaigns, 1 to 50, each once, each with 1 to 50 bids.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The bids that were set.</returns>
    /// <exception cref="ArgumentException">
    /// There are no campaigns or bids, there are too many, an id or a bid is not positive, a placement is missing, or something is named twice.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<BidsResponse> SetBidsAsync(
        this IAdvertApi api, IEnumerable<CampaignBids> campaigns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        List<CampaignBids> all = Argument.Rows(campaigns, Describe, Fault, campaign => campaign.AdvertId, "campaign", nameof(campaigns));
        Argument.Count(all.Count, 1, AdvertLimits.MaxCampaigns, "campaigns", nameof(campaigns));
        return api.SetBidsAsync(new BidsRequest { Campaigns = all }, cancellationToken);
    }

    /// <summary>Adds products to campaigns and takes products out of them. Those that are added get the lowest bid.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="campaigns">The campaigns, 1 to 20, each once, with at most 50 products to add and 50 to take out.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The products that were added and taken out.</returns>
    /// <exception cref="ArgumentException">
    /// There are no campaigns or products, there are too many, an id is not positive, or something is named twice.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<ProductsResponse> ChangeProductsAsync(
        this IAdvertApi api, IEnumerable<CampaignProductsChange> campaigns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        List<CampaignProductsChange> all = Argument.Rows(campaigns, Describe, Fault, campaign => campaign.AdvertId, "campaign", nameof(campaigns));
        Argument.Count(all.Count, 1, AdvertLimits.MaxProductChanges, "campaigns", nameof(campaigns));
        return api.ChangeProductsAsync(new ProductsRequest { Campaigns = all }, cancellationToken);
    }

    /// <summary>Gets the daily limits of any number of campaigns and what these have spent today, 50 with each call. For personal and service tokens.</summary>
    /// <remarks>
    /// WB does not say how many campaigns it takes at once; 50 is what its other methods take.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The daily limits in WB's order; campaigns that WB does not know are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<CampaignDailyLimit> StreamDailyLimitsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByIds(
            advertIds,
            async (ids, token) => (await api.GetDailyLimitsAsync(Argument.Join(ids), token).ConfigureAwait(false))?.Campaigns,
            cancellationToken);
    }

    private static string Describe(CampaignBids campaign) => FormattableString.Invariant($"campaign {campaign.AdvertId}");

    private static string Describe(CampaignProductsChange campaign) => FormattableString.Invariant($"campaign {campaign.AdvertId}");

    private static string? Fault(CampaignBids campaign)
    {
        if (campaign.AdvertId <= 0)
            return "the id is not positive";
        if (campaign.Bids.Count is 0 or > AdvertLimits.MaxProducts)
            return FormattableString.Invariant($"it has {campaign.Bids.Count} bids, WB takes 1 to {AdvertLimits.MaxProducts}");
        var seen = new HashSet<(long, Placement)>();
        foreach (ProductBid bid in campaign.Bids)
        {
            if (bid is not { NmId: > 0, BidKopecks: > 0 } || string.IsNullOrWhiteSpace(bid.Placement.Value))
                return FormattableString.Invariant($"a bid has no product, no placement, or is not positive: product {bid?.NmId}");
            if (!seen.Add((bid.NmId, bid.Placement)))
                return FormattableString.Invariant($"there are two bids for product {bid.NmId}, placement {bid.Placement}");
        }

        return null;
    }

    private static string? Fault(CampaignProductsChange campaign)
    {
        if (campaign.AdvertId <= 0)
            return "the id is not positive";
        ProductsChange change = campaign.Products;
        if (change.Add.Count + change.Delete.Count == 0)
            return "it names no products";
        if (change.Add.Count > AdvertLimits.MaxProducts || change.Delete.Count > AdvertLimits.MaxProducts)
        {
            return FormattableString.Invariant(
                $"it adds {change.Add.Count} products and takes out {change.Delete.Count}, WB takes at most {AdvertLimits.MaxProducts} of each");
        }

        // WB refuses a product that is to be added and taken out at once.
        var seen = new HashSet<long>();
        foreach (long nmId in change.Add.Concat(change.Delete))
        {
            if (nmId <= 0)
                return FormattableString.Invariant($"the product number {nmId} is not positive");
            if (!seen.Add(nmId))
                return FormattableString.Invariant($"the product {nmId} is named twice");
        }

        return null;
    }
}
