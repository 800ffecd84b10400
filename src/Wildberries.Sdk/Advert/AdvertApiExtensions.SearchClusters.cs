using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Reads the search clusters of any number of products, 100 with each call; those that had at least 100 views.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with their search clusters, in WB's order.</returns>
    /// <exception cref="ArgumentException">A product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSearchClusters> StreamSearchClustersAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByProducts(
            products,
            async (items, token) => (await api.GetSearchClustersAsync(new SearchClustersRequest { Items = Keys(items) }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    /// <summary>Gets the bids of the search clusters of any number of products, 100 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The bids in WB's order.</returns>
    /// <exception cref="ArgumentException">A product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<SearchClusterBid> StreamSearchClusterBidsAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByProducts(
            products,
            async (items, token) => (await api.GetSearchClusterBidsAsync(new CampaignProductsRequest { Items = items }, token).ConfigureAwait(false))?.Bids,
            cancellationToken);
    }

    /// <summary>Sets bids for search clusters, in hundredths of the currency. For personal and service tokens.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="bids">The bids: 1 to 100, one for each search cluster of a product.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>Which bids were set and which not: a bid that is refused does not fail the others.</returns>
    /// <exception cref="ArgumentException">
    /// There are no bids, there are too many, an id or a bid is not positive, a search cluster is empty or named twice.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<SetSearchClusterBidsResponse> SetSearchClusterBidsAsync(
        this IAdvertApi api, IEnumerable<NewSearchClusterBid> bids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        List<NewSearchClusterBid> all = Argument.Rows(
            bids,
            bid => FormattableString.Invariant($"campaign {bid.AdvertId}, product {bid.NmId}, search cluster \"{bid.NormQuery}\""),
            bid => bid is not { AdvertId: > 0, NmId: > 0, BidMinorUnits: > 0 } || string.IsNullOrWhiteSpace(bid.NormQuery)
                ? "it has no campaign, no product, no search cluster, or is not positive"
                : null,
            bid => (bid.AdvertId, bid.NmId, bid.NormQuery),
            "search cluster",
            nameof(bids));
        Argument.Count(all.Count, 1, AdvertLimits.MaxSearchClusterItems, "bids", nameof(bids));
        return api.SetSearchClusterBidsAsync(new SetSearchClusterBidsRequest { Bids = all }, cancellationToken);
    }

    /// <summary>Gets the minus phrases of any number of products, 100 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with their minus phrases, in WB's order.</returns>
    /// <exception cref="ArgumentException">A product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductMinusPhrases> StreamMinusPhrasesAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByProducts(
            products,
            async (items, token) => (await api.GetMinusPhrasesAsync(new CampaignProductsRequest { Items = items }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    /// <summary>Sets the minus phrases of a product, in place of all that it had.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="nmId">The product's number at WB.</param>
    /// <param name="phrases">The phrases, at most 1,000; one that is named twice is sent once. None deletes all that there are.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">There are too many phrases, or one is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task SetMinusPhrasesAsync(
        this IAdvertApi api, long advertId, long nmId, IEnumerable<string> phrases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(phrases);
        Argument.Id(advertId);
        Argument.Id(nmId);
        string[] all = [.. phrases.Distinct(StringComparer.Ordinal)];
        Argument.Count(all.Length, 0, AdvertLimits.MaxMinusPhrases, "phrases", nameof(phrases));
        foreach (string phrase in all)
            Argument.Text(phrase ?? "", name: nameof(phrases));
        return api.SetMinusPhrasesAsync(new SetMinusPhrasesRequest { AdvertId = advertId, NmId = nmId, Phrases = all }, cancellationToken);
    }
}
