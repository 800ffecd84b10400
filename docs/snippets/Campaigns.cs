using Wildberries.Sdk;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Errors;

namespace Snippets;

public static class Campaigns
{
    public static async Task ListAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <list>
        CampaignLists lists = await wb.Advert.GetCampaignListsAsync(stop);
        IEnumerable<long> running = lists.Groups
            .Where(group => group.Status == CampaignStatus.Active || group.Status == CampaignStatus.Paused)
            .SelectMany(group => group.Campaigns)
            .Select(campaign => campaign.AdvertId);
        await foreach (Campaign campaign in wb.Advert.StreamCampaignsAsync(running, stop))
            Console.WriteLine($"{campaign.AdvertId} {campaign.Settings?.Name}: {campaign.Products.Count} products");
        // </list>
    }

    public static async Task CreateAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <create>
        long advertId = await wb.Advert.CreateCampaignAsync(
            new CreateCampaignRequest
            {
                Name = "Осенние платья",
                NmIds = [146168367, 200425104],
                BidType = BidType.Manual,
                Placements = [Placement.Search],
            },
            stop);
        // </create>
        Console.WriteLine(advertId);
    }

    public static async Task BidAsync(IWildberriesClient wb, long advertId, long[] nmIds, CancellationToken stop)
    {
        // <bids>
        MinimumBidsResponse lowest = await wb.Advert.GetMinimumBidsAsync(advertId, nmIds, PaymentType.Cpm, [Placement.Search], stop);
        IEnumerable<ProductBid> bids =
            from product in lowest.Products
            from bid in product.Bids
            select new ProductBid
            {
                NmId = product.NmId,
                Placement = bid.Placement.ToPlacement(),
                BidKopecks = bid.BidMinorUnits + 5_00, // 5 roubles above the lowest
            };
        await wb.Advert.SetBidsAsync([new CampaignBids { AdvertId = advertId, Bids = [.. bids] }], stop);
        // </bids>
    }

    public static async Task StartAsync(IWildberriesClient wb, long advertId, CancellationToken stop)
    {
        // <start>
        decimal? budget = await wb.Advert.DepositBudgetAsync(advertId, 5_000, DepositSource.Account, cancellationToken: stop);
        try
        {
            await wb.Advert.StartCampaignAsync(advertId, stop);
        }
        catch (WildberriesBadRequestException e)
        {
            Console.WriteLine($"Not started with a budget of {budget}: {e.Title} {e.Detail}");
        }
        // </start>
    }

    public static async Task LookAsync(IWildberriesClient wb, long[] advertIds, CancellationToken stop)
    {
        // <budgets>
        await foreach (CampaignBudget budget in wb.Advert.StreamBudgetsAsync(advertIds, stop))
            Console.WriteLine($"{budget.AdvertId}: {budget.Total} {budget.Currency}");
        // </budgets>
    }

    public static async Task SearchAsync(IWildberriesClient wb, long advertId, long nmId, DateOnly from, DateOnly to, CancellationToken stop)
    {
        // <search>
        CampaignProduct dress = new() { AdvertId = advertId, NmId = nmId };
        await foreach (ProductSearchClusterStatistics product in wb.Advert.StreamSearchClusterStatisticsAsync([dress], from, to, stop))
        {
            foreach (SearchClusterStatistics cluster in product.SearchClusters)
                Console.WriteLine($"{cluster.NormQuery}: {cluster.Clicks} clicks, {cluster.Orders} orders, {cluster.Spend} {cluster.Currency}");
        }

        await wb.Advert.SetMinusPhrasesAsync(advertId, nmId, ["платье детское", "платье карнавальное"], stop);
        // </search>
    }

    public static async Task CountAsync(IWildberriesClient wb, long[] advertIds, CancellationToken stop)
    {
        // <statistics>
        var from = new DateOnly(2026, 7, 1);
        var to = new DateOnly(2026, 9, 30);
        await foreach (CampaignStatistics campaign in wb.Advert.StreamStatisticsAsync(advertIds, from, to, stop))
        {
            Console.WriteLine(
                $"{campaign.AdvertId}: {campaign.Sum} {campaign.Currency} for {campaign.Orders} orders, "
                + $"CTR {campaign.Ctr} %, {campaign.Cpc} a click, {campaign.Days.Count} days");
        }
        // </statistics>
    }

    public static async Task MediaAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <media>
        await foreach (MediaCampaignListItem campaign in wb.AdvertMedia.StreamCampaignsAsync([MediaCampaignStatus.Active], cancellationToken: stop))
            Console.WriteLine($"{campaign.AdvertId} {campaign.Name}");
        // </media>
    }
}
