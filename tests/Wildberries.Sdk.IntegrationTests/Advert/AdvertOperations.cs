using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Advert;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class AdvertOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IAdvertApi advert, EmulatedAdverts emulated)
    {
        emulated.AddProduct(new EmulatedAdvertProduct { NmId = 101, Title = "Плед", SubjectId = 765, SubjectName = "Пледы", SearchClusters = ["плед вязаный"] });
        emulated.AddProduct(new EmulatedAdvertProduct { NmId = 102, Title = "Кружка", SubjectId = 812, SubjectName = "Кружки" });
        Assert.Equal("OK", (await advert.PingAsync(Cancel)).Status);
        Assert.Equal([(765, "Пледы", 1), (812, "Кружки", 1)], (await advert.GetAvailableSubjectsAsync(PaymentType.Cpm, Cancel))!.Select(s => (s.Id, s.Name!, s.Count)));
        Assert.Equal(new AvailableProduct { Title = "Плед", NmId = 101, SubjectId = 765 }, Assert.Single((await advert.GetAvailableProductsAsync([765], Cancel))!));

        long id = await advert.CreateCampaignAsync(
            new CreateCampaignRequest { Name = "Пледы", NmIds = [101], Placements = [Placement.Search, Placement.Recommendations] }, Cancel);
        CampaignGroup group = Assert.Single((await advert.GetCampaignListsAsync(Cancel)).Groups);
        Assert.Equal((CampaignType.Standard, CampaignStatus.Ready, id), (group.Type, group.Status, Assert.Single(group.Campaigns).AdvertId));
        Campaign campaign = Assert.Single((await advert.GetCampaignsByStatusAsync([CampaignStatus.Ready], PaymentType.Cpm, Cancel)).Campaigns);
        Assert.Equal(
            (id, "Пледы", BidType.Manual, Currency.Rub, PaymentType.Cpm, true),
            (campaign.AdvertId, campaign.Settings!.Name, campaign.BidType, campaign.Currency, campaign.Settings.PaymentType, campaign.Restrictions!.CanChangeProducts));
        Assert.Equal((101, 765, 15_000, 12_000), campaign.Products.Select(p => (p.NmId, p.Subject!.Id, p.Bids!.SearchKopecks, p.Bids.RecommendationsKopecks)).Single());
        Assert.Null(campaign.Timestamps!.StartedAt);

        MinimumBidsResponse minimum = await advert.GetMinimumBidsAsync(id, [101], PaymentType.Cpm, [Placement.Search, Placement.Recommendations], Cancel);
        Assert.Equal(
            [(Placement.Search, 15_000), (Placement.Recommendations, 12_000)],
            Assert.Single(minimum.Products).Bids.Select(bid => (bid.Placement.ToPlacement(), bid.BidMinorUnits)));
        var bid = new ProductBid { NmId = 101, BidKopecks = 25_000, Placement = Placement.Search };
        BidsResponse bids = await advert.SetBidsAsync([new CampaignBids { AdvertId = id, Bids = [bid] }], Cancel);
        Assert.Equal(bid, Assert.Single(Assert.Single(bids.Campaigns).Bids));
        Assert.Equal(25_000, emulated.Find(id)!.Products[0].SearchBidKopecks);

        await advert.SetPlacementsAsync(
            new PlacementsRequest
            {
                Campaigns = [new CampaignPlacementsChange { AdvertId = id, Placements = new CampaignPlacements { Search = true, Recommendations = false } }],
            },
            Cancel);
        Assert.False(emulated.Find(id)!.InRecommendations);
        ProductsResponse products = await advert.ChangeProductsAsync(
            [new CampaignProductsChange { AdvertId = id, Products = new ProductsChange { Add = [102], Delete = [5] } }], Cancel);
        Assert.Equal([102], Assert.Single(products.Campaigns).Products!.Added);
        Assert.Empty(products.Campaigns[0].Products!.Deleted);

        BidRecommendations recommended = await advert.GetBidRecommendationsAsync(101, id, Cancel);
        Assert.Equal((30_000, "плед вязаный"), (recommended.Product!.Competitive!.BidKopecks, Assert.Single(recommended.SearchClusters).NormQuery));
        AdvertConfig config = await advert.GetConfigAsync(Cancel);
        Assert.Equal((Currency.Rub, 643, 100_000, 500), (config.Currency, config.CurrencyCode, config.MinTopUpMinorUnits, config.MinDailyLimit));

        SetDailyLimitsResponse set = await advert.SetDailyLimitsAsync(
            new SetDailyLimitsRequest { AdvertIds = [id], IsEnabled = true, DailyLimit = 700 }, Cancel);
        Assert.Equal((id, false, 500), Assert.Single(set.Campaigns) is var result ? (result.AdvertId, result.IsBelowMinimum, result.RequiredLimit) : default);
        CampaignDailyLimit limit = Assert.Single((await advert.GetDailyLimitsAsync($"{id}", Cancel)).Campaigns);
        Assert.Equal((id, true, 700, 0), (limit.AdvertId, limit.IsEnabled, limit.DailyLimit, limit.SpentToday));

        await advert.RenameCampaignAsync(id, "Пледы и кружки", Cancel);
        Assert.Equal("Пледы и кружки", emulated.Find(id)!.Name);
        await advert.DeleteCampaignAsync(id, Cancel);
        Assert.Equal(-1, emulated.Find(id)!.Status);
    }

    public static async Task CallMoneyAsync(IAdvertApi advert, EmulatedAdverts emulated)
    {
        EmulatedAdvertPayment payment = emulated.AddPayment(1500);
        AccountPayment paid = Assert.Single((await advert.GetPaymentsAsync(cancellationToken: Cancel))!);
        Assert.Equal((payment.Id, 1500m, PaymentSource.Card, CardPaymentStatus.Success), (paid.Id, paid.Sum, paid.Source, paid.CardStatus));
        AdvertBalance balance = await advert.GetBalanceAsync(Cancel);
        Assert.Equal((51_500m, 20_000m, 5_000m), (balance.Account, balance.Net, balance.Bonus));

        long id = emulated.Add(new EmulatedCampaign { Name = "Деньги", Products = [new EmulatedCampaignProduct { NmId = 101 }] }).Id;
        Assert.Equal(2000, await advert.DepositBudgetAsync(id, 2000, DepositSource.Net, cancellationToken: Cancel));
        CampaignBudget budget = Assert.Single((await advert.GetBudgetsAsync(new BudgetsRequest { AdvertIds = [id] }, Cancel)).Budgets);
        Assert.Equal((id, 2000m, Currency.Rub), (budget.AdvertId, budget.Total, budget.Currency));
        await advert.StartCampaignAsync(id, Cancel);
        Assert.Equal(9, emulated.Find(id)!.Status);
        await advert.PauseCampaignAsync(id, Cancel);
        Assert.Equal(11, emulated.Find(id)!.Status);
        await advert.StopCampaignAsync(id, Cancel);
        Assert.Equal(7, emulated.Find(id)!.Status);

        // Ten hours at 60 roubles, and then the money was gone.
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        EmulatedCampaign spent = AddSpent(emulated);
        CampaignExpense[] expenses = [.. (await advert.GetExpensesAsync(today.AddDays(-3), today.AddDays(3), Cancel))!.Where(e => e.AdvertId == spent.Id)];
        Assert.Equal(600, expenses.Sum(expense => expense.Sum));
        Assert.All(expenses, expense => Assert.Equal(("Потрачено", ExpenseSource.Account, CampaignStatus.Paused), (expense.CampaignName, expense.Source, expense.CampaignStatus)));

        CampaignStatistics statistics = Assert.Single(
            (await advert.GetStatisticsAsync($"{spent.Id}", today.AddDays(-3), today.AddDays(3), Cancel))!);
        Assert.InRange(statistics.Sum, 599.9m, 600.1m);
        Assert.InRange(statistics.Views, 3990, 4000);
        Assert.Equal(statistics.Views, statistics.Days.SelectMany(day => day.Apps).SelectMany(app => app.Products).Sum(product => product.Views));
        Assert.All(statistics.Days, day => Assert.Equal([AppType.Site, AppType.Android, AppType.Ios], day.Apps.Select(app => app.AppType)));
    }

    public static async Task CallSearchClustersAsync(IAdvertApi advert, EmulatedAdverts emulated)
    {
        EmulatedCampaign campaign = AddSpent(emulated);
        var product = new CampaignProduct { AdvertId = campaign.Id, NmId = 101 };
        var key = new CampaignProductKey { AdvertId = campaign.Id, NmId = 101 };
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);

        SetSearchClusterBidsResponse set = await advert.SetSearchClusterBidsAsync(
            [new NewSearchClusterBid { AdvertId = campaign.Id, NmId = 101, NormQuery = "плед вязаный", BidMinorUnits = 25_100 }], Cancel);
        Assert.Equal("плед вязаный", Assert.Single(set.Succeeded).NormQuery);
        await advert.SetSearchClusterBidsInBaseUnitsAsync(
            new SetSearchClusterBidsInBaseUnitsRequest
            {
                Bids = [new NewSearchClusterBidInBaseUnits { AdvertId = campaign.Id, NmId = 101, NormQuery = "подарок", BidBaseUnits = 300 }],
            },
            Cancel);
        var products = new CampaignProductsRequest { Items = [product] };
        Assert.Equal(
            [("плед вязаный", 251, 25_100), ("подарок", 300, 30_000)],
            (await advert.GetSearchClusterBidsAsync(products, Cancel)).Bids.Select(bid => (bid.NormQuery!, bid.BidBaseUnits, bid.BidKopecks)));
        await advert.DeleteSearchClusterBidsAsync(
            new DeleteSearchClusterBidsRequest
            {
                SearchClusters = [new CampaignSearchCluster { AdvertId = campaign.Id, NmId = 101, NormQuery = "подарок" }],
            },
            Cancel);
        Assert.Single(emulated.Find(campaign.Id)!.Products[0].ClusterBidsKopecks);

        await advert.SetMinusPhrasesAsync(campaign.Id, 101, ["плед синий"], Cancel);
        Assert.Equal(["плед синий"], Assert.Single((await advert.GetMinusPhrasesAsync(products, Cancel)).Items).Phrases);
        SearchClusterLists lists = Assert.Single((await advert.GetSearchClustersAsync(new SearchClustersRequest { Items = [key] }, Cancel)).Items).SearchClusters!;
        Assert.Equal("плед вязаный", Assert.Single(lists.Active));
        Assert.Equal((0, 0), (lists.Excluded.Count, lists.Archived.Count));

        SearchClusterStatistics all = Assert.Single(Assert.Single((await advert.GetSearchClusterStatisticsAsync(
            new SearchClusterStatisticsRequest { From = today.AddDays(-3), To = today.AddDays(3), Items = [product] }, Cancel)).Items).SearchClusters);
        Assert.Equal(("плед вязаный", Currency.Rub), (all.NormQuery, all.Currency));
        Assert.InRange(all.Views!.Value, 3990, 4000);
        IReadOnlyList<SearchClusterDay> days = Assert.Single((await advert.GetSearchClusterDailyStatisticsAsync(
            new SearchClusterDailyStatisticsRequest { From = today.AddDays(-3), To = today.AddDays(3), Items = [key] }, Cancel)).Items).Days;
        Assert.Equal(all.Views, days.Sum(day => day.Statistics!.Views));
    }

    private static EmulatedCampaign AddSpent(EmulatedAdverts emulated) => emulated.Add(new EmulatedCampaign
    {
        Name = "Потрачено",
        Status = 9,
        StartedAt = DateTimeOffset.UtcNow.AddHours(-20),
        Budget = 600,
        Products = [new EmulatedCampaignProduct { NmId = 101 }],
    });
}
