using System.Globalization;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Advert;

/// <summary>
/// What is done with advertising campaigns, with long lists and periods split into what WB takes at once, and the arguments checked before
/// anything is sent.
/// </summary>
public static class AdvertApiExtensions
{
    /// <summary>Gets any number of campaigns with their settings, 50 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns in WB's order; those that WB does not know are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<Campaign> StreamCampaignsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            CheckIds(advertIds, nameof(advertIds)),
            AdvertLimits.MaxCampaigns,
            async (ids, token) => (await api.GetCampaignsAsync(Join(ids), cancellationToken: token).ConfigureAwait(false))?.Campaigns,
            cancellationToken);
    }

    /// <summary>Gets the campaigns of given statuses with their settings.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="statuses">The statuses; at least one.</param>
    /// <param name="paymentType">What the campaigns pay for; <see langword="null"/>: either.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaigns.</returns>
    /// <exception cref="ArgumentException">There is no status.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<CampaignsResponse> GetCampaignsByStatusAsync(
        this IAdvertApi api,
        IEnumerable<CampaignStatus> statuses,
        PaymentType? paymentType = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(statuses);
        string text = string.Join(',', statuses.Distinct());
        if (text.Length == 0)
            throw new ArgumentException("There is no status; to get campaigns of all statuses, leave the statuses out.", nameof(statuses));
        return api.GetCampaignsAsync(statuses: text, paymentType: paymentType, cancellationToken: cancellationToken);
    }

    /// <summary>Gets the lowest bids that WB takes for products of a campaign.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="nmIds">The products' numbers at WB: 1 to 100.</param>
    /// <param name="paymentType">What the campaign pays for.</param>
    /// <param name="placements">The placements, at least one; they are sent as this method of WB spells them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bids, in hundredths of the currency.</returns>
    /// <exception cref="ArgumentException">There is no product, there are too many, or there is no placement.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<MinimumBidsResponse> GetMinimumBidsAsync(
        this IAdvertApi api,
        long advertId,
        IEnumerable<long> nmIds,
        PaymentType paymentType,
        IEnumerable<Placement> placements,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(placements);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(advertId);
        long[] products = CheckIds(nmIds, nameof(nmIds));
        CheckCount(products.Length, 1, AdvertLimits.MaxMinimumBidProducts, "products", nameof(nmIds));
        MinimumBidPlacement[] spelled = [.. placements.Distinct().Select(MinimumBidPlacement.FromPlacement)];
        if (spelled.Length == 0)
            throw new ArgumentException("There is no placement.", nameof(placements));
        var request = new MinimumBidsRequest { AdvertId = advertId, NmIds = products, PaymentType = paymentType, Placements = spelled };
        return api.GetMinimumBidsAsync(request, cancellationToken);
    }

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
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(advertId);
        AdvertLimits.CheckText(name, AdvertLimits.MaxName, nameof(name));
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
        ArgumentNullException.ThrowIfNull(campaigns);
        CampaignBids[] all = [.. campaigns];
        CheckCount(all.Length, 1, AdvertLimits.MaxCampaigns, "campaigns", nameof(campaigns));
        var seen = new HashSet<long>();
        foreach (CampaignBids campaign in all)
        {
            CheckCampaign(campaign?.AdvertId, seen, nameof(campaigns));
            IReadOnlyList<ProductBid> bids = campaign!.Bids;
            CheckCount(bids.Count, 1, AdvertLimits.MaxProducts, FormattableString.Invariant($"bids for campaign {campaign.AdvertId}"), nameof(campaigns));
            var products = new HashSet<(long, Placement)>();
            foreach (ProductBid bid in bids)
            {
                if (bid is not { NmId: > 0, BidKopecks: > 0 } || string.IsNullOrWhiteSpace(bid.Placement.Value))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"A bid for campaign {campaign.AdvertId} has no product, no placement, or is not positive: product {bid?.NmId}."),
                        nameof(campaigns));
                }

                if (!products.Add((bid.NmId, bid.Placement)))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"There are two bids for campaign {campaign.AdvertId}, product {bid.NmId}, placement {bid.Placement}."),
                        nameof(campaigns));
                }
            }
        }

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
        ArgumentNullException.ThrowIfNull(campaigns);
        CampaignProductsChange[] all = [.. campaigns];
        CheckCount(all.Length, 1, AdvertLimits.MaxProductChanges, "campaigns", nameof(campaigns));
        var seen = new HashSet<long>();
        foreach (CampaignProductsChange campaign in all)
        {
            CheckCampaign(campaign?.AdvertId, seen, nameof(campaigns));
            ProductsChange change = campaign!.Products;
            string where = FormattableString.Invariant($"campaign {campaign.AdvertId}");
            CheckCount(change.Add.Count + change.Delete.Count, 1, int.MaxValue, $"products for {where}", nameof(campaigns));
            CheckCount(change.Add.Count, 0, AdvertLimits.MaxProducts, $"products to add to {where}", nameof(campaigns));
            CheckCount(change.Delete.Count, 0, AdvertLimits.MaxProducts, $"products to take out of {where}", nameof(campaigns));

            // WB refuses a product that is to be added and taken out at once.
            var products = new HashSet<long>();
            foreach (long nmId in change.Add.Concat(change.Delete))
            {
                if (nmId <= 0)
                    throw new ArgumentException(FormattableString.Invariant($"A product for {where} has the number {nmId}."), nameof(campaigns));
                if (!products.Add(nmId))
                    throw new ArgumentException(FormattableString.Invariant($"The product {nmId} is named twice for {where}."), nameof(campaigns));
            }
        }

        return api.ChangeProductsAsync(new ProductsRequest { Campaigns = all }, cancellationToken);
    }

    /// <summary>Gets the budgets of any number of campaigns, 50 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns: ready, active or paused. One that is named twice is asked for once; without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The budgets in WB's order, in whole units of the currency: roubles.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<CampaignBudget> StreamBudgetsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadAsync(
            CheckIds(advertIds, nameof(advertIds)),
            AdvertLimits.MaxCampaigns,
            async (ids, token) => (await api.GetBudgetsAsync(new BudgetsRequest { AdvertIds = ids }, token).ConfigureAwait(false))?.Budgets,
            cancellationToken);
    }

    /// <summary>Tops up the budget of a campaign. It spends money: a deposit that may have arrived is not sent again.</summary>
    /// <remarks>
    /// If the call fails after it was sent, look at the budget before you call again, and leave <see cref="WildberriesCallOptions.RetryWrites"/> alone
    /// here. <see cref="AdvertConfig.MinTopUpMinorUnits"/> tells how much WB wants at least; it refuses less.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="sum">How much in all, in whole units of the currency of the seller's advertising account: roubles.</param>
    /// <param name="source">What it is taken from.</param>
    /// <param name="cashback">The promo bonuses that pay for a part of it; <see langword="null"/>: none.</param>
    /// <param name="cashbackSum">How much of the sum they pay; needed with <paramref name="cashback"/>, and only then.</param>
    /// <param name="cancellationToken">Cancels the call; the deposit may have been made nevertheless.</param>
    /// <returns>The new budget in whole units of the currency, or <see langword="null"/> if WB does not tell.</returns>
    /// <exception cref="ArgumentException">Promo bonuses are named by half, or for a source that does not take them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An id or a sum is not positive, a sum is not whole, or the promo bonuses are to pay more than they may.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<decimal?> DepositBudgetAsync(
        this IAdvertApi api,
        long advertId,
        decimal sum,
        DepositSource source,
        AdvertCashback? cashback = null,
        decimal? cashbackSum = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(advertId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        AdvertLimits.CheckWhole(sum, nameof(sum));
        if (cashback is null != cashbackSum is null)
            throw new ArgumentException("Promo bonuses need both: what they are, and how much they pay.", nameof(cashbackSum));
        if (cashbackSum is { } part)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part, nameof(cashbackSum));
            AdvertLimits.CheckWhole(part, nameof(cashbackSum));
            if (source != DepositSource.Account && source != DepositSource.Net)
                throw new ArgumentException("Promo bonuses go only with the account or the balance.", nameof(source));
            if (part * 100 > sum * (cashback!.Percent ?? 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(cashbackSum), part, FormattableString.Invariant($"These promo bonuses pay for at most {cashback.Percent ?? 0} percent of {sum}."));
            }
        }

        return DepositAsync(api, advertId, new DepositRequest
        {
            Sum = sum,
            Source = source,
            CashbackSum = cashbackSum,
            CashbackPercent = cashback?.Percent,
            ReturnTotal = true,
        }, cancellationToken);
    }

    /// <summary>Lists what campaigns have cost in a period of any length, at most 31 days with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The expenses, earlier parts of the period first.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<CampaignExpense> StreamExpensesAsync(
        this IAdvertApi api, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        AdvertPeriods.Check(from, to);
        return ReadPeriodsAsync<CampaignExpense>(
            from, to, api.GetExpensesAsync, cancellationToken);
    }

    /// <summary>Lists the seller's payments into the advertising account in a period of any length, at most 31 days with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The payments, earlier parts of the period first.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<AccountPayment> StreamPaymentsAsync(
        this IAdvertApi api, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        AdvertPeriods.Check(from, to);
        return ReadPeriodsAsync<AccountPayment>(
            from, to, (first, last, token) => api.GetPaymentsAsync(first, last, token), cancellationToken);
    }

    /// <summary>Lists the search clusters of any number of products, 100 with each call; those that had at least 100 views.</summary>
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
        return ReadAsync(
            CheckProducts(products),
            AdvertLimits.MaxSearchClusterItems,
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
        return ReadAsync(
            CheckProducts(products),
            AdvertLimits.MaxSearchClusterItems,
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
        ArgumentNullException.ThrowIfNull(bids);
        NewSearchClusterBid[] all = [.. bids];
        CheckCount(all.Length, 1, AdvertLimits.MaxSearchClusterItems, "bids", nameof(bids));
        var seen = new HashSet<(long, long, string)>();
        foreach (NewSearchClusterBid bid in all)
        {
            if (bid is not { AdvertId: > 0, NmId: > 0, BidMinorUnits: > 0 } || string.IsNullOrWhiteSpace(bid.NormQuery))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A bid has no campaign, no product, no search cluster, or is not positive: campaign {bid?.AdvertId}, product {bid?.NmId}."),
                    nameof(bids));
            }

            if (!seen.Add((bid.AdvertId, bid.NmId, bid.NormQuery)))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"There are two bids for campaign {bid.AdvertId}, product {bid.NmId}, search cluster \"{bid.NormQuery}\"."),
                    nameof(bids));
            }
        }

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
        return ReadAsync(
            CheckProducts(products),
            AdvertLimits.MaxSearchClusterItems,
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
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(advertId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nmId);
        string[] all = [.. phrases.Distinct(StringComparer.Ordinal)];
        CheckCount(all.Length, 0, AdvertLimits.MaxMinusPhrases, "phrases", nameof(phrases));
        if (all.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A phrase is empty.", nameof(phrases));
        return api.SetMinusPhrasesAsync(new SetMinusPhrasesRequest { AdvertId = advertId, NmId = nmId, Phrases = all }, cancellationToken);
    }

    /// <summary>Gets the statistics of any number of campaigns for a period of any length: 50 campaigns and at most 31 days with each call.</summary>
    /// <remarks>
    /// <para>
    /// Each campaign comes once. Where its statistics came in several parts, views, clicks, additions to the cart, orders, items and amounts are
    /// the sums of the parts. <see cref="CampaignFigures.Ctr"/>, <see cref="CampaignFigures.Cpc"/> and <see cref="CampaignFigures.Cr"/> are ratios: they
    /// are worked out from these sums and rounded to two digits, as WB rounds them, and are 0 where there is nothing to divide by. Days and
    /// positions are put in the order of their dates; what a day holds is WB's own.
    /// </para>
    /// <para>
    /// WB allows three calls a minute (base tokens: one an hour). The period is split into equal parts, and all parts of 50 campaigns are read
    /// before the first of them comes.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns of which WB has statistics.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesResponseException">Parts of a campaign's statistics are in different currencies.</exception>
    /// <exception cref="WildberriesApiException">A call failed. Campaigns that came before are complete.</exception>
    public static IAsyncEnumerable<CampaignStatistics> StreamStatisticsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        AdvertPeriods.Check(from, to);
        return ReadAsync(
            CheckIds(advertIds, nameof(advertIds)),
            AdvertLimits.MaxCampaigns,
            (ids, token) => ReadStatisticsAsync(api, ids, from, to, token),
            cancellationToken);
    }

    /// <summary>Gets the statistics of the search clusters of any number of products for a period, 100 products with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day. WB documents no longest period.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with the statistics of their search clusters, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first, or a product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSearchClusterStatistics> StreamSearchClusterStatisticsAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        AdvertPeriods.Check(from, to);
        return ReadAsync(
            CheckProducts(products),
            AdvertLimits.MaxSearchClusterItems,
            async (items, token) => (await api.GetSearchClusterStatisticsAsync(
                new SearchClusterStatisticsRequest { From = from, To = to, Items = items }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    /// <summary>Gets the statistics of the search clusters of any number of products, day by day, 100 products with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="products">The products; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day. WB documents no longest period.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The products with the statistics of their search clusters, in WB's order.</returns>
    /// <exception cref="ArgumentException">The last day is before the first, or a product has an id that is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<ProductSearchClusterDailyStatistics> StreamSearchClusterDailyStatisticsAsync(
        this IAdvertApi api, IEnumerable<CampaignProduct> products, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        AdvertPeriods.Check(from, to);
        return ReadAsync(
            CheckProducts(products),
            AdvertLimits.MaxSearchClusterItems,
            async (items, token) => (await api.GetSearchClusterDailyStatisticsAsync(
                new SearchClusterDailyStatisticsRequest { From = from, To = to, Items = Keys(items) }, token).ConfigureAwait(false))?.Items,
            cancellationToken);
    }

    private static async Task<decimal?> DepositAsync(IAdvertApi api, long advertId, DepositRequest request, CancellationToken cancellationToken) =>
        (await api.DepositBudgetAsync(advertId, request, cancellationToken).ConfigureAwait(false))?.Total;

    private static async Task<IReadOnlyList<CampaignStatistics>?> ReadStatisticsAsync(
        IAdvertApi api, long[] advertIds, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<long, List<CampaignStatistics>>();
        string ids = Join(advertIds);
        foreach ((DateOnly first, DateOnly last) in AdvertPeriods.Split(from, to))
        {
            foreach (CampaignStatistics part in await api.GetStatisticsAsync(ids, first, last, cancellationToken).ConfigureAwait(false))
            {
                if (part is null)
                    continue;
                if (!parts.TryGetValue(part.AdvertId, out List<CampaignStatistics>? campaign))
                    parts[part.AdvertId] = campaign = [];
                campaign.Add(part);
            }
        }

        return [.. parts.Values.Select(CampaignStatisticsMerger.Merge)];
    }

    private static async IAsyncEnumerable<T> ReadAsync<TKey, T>(
        TKey[] keys,
        int size,
        Func<TKey[], CancellationToken, Task<IReadOnlyList<T>?>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        foreach (TKey[] batch in keys.Chunk(size))
        {
            foreach (T item in await read(batch, cancellationToken).ConfigureAwait(false) ?? [])
            {
                if (item is not null)
                    yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<T> ReadPeriodsAsync<T>(
        DateOnly from,
        DateOnly to,
        Func<DateOnly, DateOnly, CancellationToken, Task<IReadOnlyList<T>>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        foreach ((DateOnly first, DateOnly last) in AdvertPeriods.Split(from, to))
        {
            foreach (T item in await read(first, last, cancellationToken).ConfigureAwait(false))
            {
                if (item is not null)
                    yield return item;
            }
        }
    }

    private static long[] CheckIds(IEnumerable<long> ids, string name)
    {
        ArgumentNullException.ThrowIfNull(ids, name);
        long[] all = [.. ids.Distinct()];
        foreach (long id in all)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id, name);
        return all;
    }

    private static CampaignProduct[] CheckProducts(IEnumerable<CampaignProduct> products, [CallerArgumentExpression(nameof(products))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(products, name);
        CampaignProduct[] all = [.. products.Distinct()];
        foreach (CampaignProduct product in all)
        {
            if (product is not { AdvertId: > 0, NmId: > 0 })
                throw new ArgumentException(FormattableString.Invariant($"A product has an id that is not positive: campaign {product?.AdvertId}, product {product?.NmId}."), name);
        }

        return all;
    }

    private static void CheckCampaign(long? advertId, HashSet<long> seen, string name)
    {
        if (advertId is not > 0)
            throw new ArgumentException(FormattableString.Invariant($"A campaign has the id {advertId ?? 0}."), name);
        if (!seen.Add(advertId.Value))
            throw new ArgumentException(FormattableString.Invariant($"The campaign {advertId} is named twice."), name);
    }

    private static void CheckCount(int count, int min, int max, string what, string name)
    {
        if (count < min)
            throw new ArgumentException($"There are no {what}.", name);
        if (count > max)
            throw new ArgumentException(FormattableString.Invariant($"There are {count} {what}; WB takes at most {max} at once."), name);
    }

    private static CampaignProductKey[] Keys(CampaignProduct[] products) =>
        [.. products.Select(product => new CampaignProductKey { AdvertId = product.AdvertId, NmId = product.NmId })];

    private static string Join(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
