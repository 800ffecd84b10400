using System.Collections.Concurrent;
using System.Net;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Every operation over the wire, with what it should give.</summary>
public sealed class EveryOperationTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_gives_what_the_emulator_has()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Seller.Jam = new EmulatedJamSubscription
        {
            Level = "premium",
            Since = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Till = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560),
        };
        EmulatedNewsItem news = shop.Emulator.News.Add("Новый склад", "С понедельника", tags: [new(12, "Логистика")]);
        var file = new EmulatedFile
        {
            Name = "скол.jpg",
            ContentType = "image/jpeg",
            Content = new byte[] { 0xFF, 0xD8, 0xFF },
            PendingAnswers = 1,
            RetrySeconds = 7,
        };
        EmulatedMessage written = shop.Emulator.Chats.BuyerWrites(
            "1:a", "Скол на ручке", "Алёна", new EmulatedGoodCard { NmId = 168902447, Price = 690 }, [file]);

        var called = new ConcurrentDictionary<string, HttpStatusCode>();
        var note = new WildberriesCallOptions { OnResponse = info => called[info.Operation.Name] = info.StatusCode };
        IWildberriesClient client = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Service)).With(note);
        IWildberriesClient personal = shop.Client.With(note);

        await CallChatAsync(client.BuyerChat, file, written);
        await CallCommonAsync(client.Common, shop.Emulator, news);
        await CallTariffsAsync(client.Common);
        await CallPricesAsync(client.DiscountsPrices, shop.Emulator.Prices);
        await CallPromotionsAsync(client.PromoCalendar, shop.Emulator);
        await CallUsersAsync(personal.Users, shop.Emulator.Users);
        await CallFinanceAsync(client.Finance, shop.Emulator.Finance);
        await CallAdvertAsync(client.Advert, shop.Emulator.Adverts);
        await CallCampaignMoneyAsync(client.Advert, shop.Emulator.Adverts);
        await CallSearchClustersAsync(client.Advert, shop.Emulator.Adverts);
        await CallMediaAsync(client.AdvertMedia, shop.Emulator.MediaCampaigns);

        Assert.Equal(WildberriesOperations.All.Select(operation => operation.Name).Order(), called.Keys.Order());
        Assert.Equal(["Advert.SetPlacements"], called.Where(call => call.Value == HttpStatusCode.NoContent).Select(call => call.Key));
        Assert.All(called.Values, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NoContent));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 202 or 204, request.ToString()));
        Assert.Single(shop.Emulator.Chats.Sent);
    }

    [Fact]
    public async Task A_seller_who_never_had_Jam_has_no_subscription()
    {
        await using Shop shop = await Shop.OpenAsync();
        IWildberriesClient client = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Service));
        Assert.Null(await client.Common.GetJamSubscriptionAsync(Cancel));
    }

    [Fact]
    public async Task News_are_read_to_the_end_from_a_day_and_from_an_id()
    {
        await using Shop shop = await Shop.OpenAsync();
        var start = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(3));
        for (int i = 0; i < 250; i++)
            shop.Emulator.News.Add($"Новость {i}", "…", start.AddHours(i), 1000 + (3 * i));

        List<long> fromDay = [], fromId = [];
        await foreach (NewsItem item in shop.Client.Common.StreamNewsAsync(new DateOnly(2026, 11, 2), Cancel))
            fromDay.Add(item.Id);
        int requests = shop.Emulator.Requests.All.Count;
        await foreach (NewsItem item in shop.Client.Common.StreamNewsFromIdAsync(1300, Cancel))
            fromId.Add(item.Id);

        // The first day has fifteen, from nine o'clock in Moscow on.
        Assert.Equal(Enumerable.Range(15, 235).Select(i => 1000L + (3 * i)), fromDay);
        Assert.Equal(Enumerable.Range(100, 150).Select(i => 1000L + (3 * i)), fromId);
        Assert.Equal("?from=2026-11-02", shop.Emulator.Requests.All[0].Query);
        Assert.Equal("?fromID=1300", shop.Emulator.Requests.All[requests].Query);
        Assert.All(shop.Emulator.Requests.All, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task Names_come_in_the_language_that_is_asked_for()
    {
        await using Shop shop = await Shop.OpenAsync();
        ICommonApi common = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Service)).Common;
        Assert.Contains((await common.GetCommissionsAsync(Locale.Chinese, Cancel)).Report, row => row.SubjectName == "毯子");
        TariffConstructorOptions options = await common.GetTariffConstructorOptionsAsync(Locale.English, Cancel);
        Assert.Contains(options.Options, option => option.Name == "Fast support");
    }

    private static async Task CallFinanceAsync(IFinanceApi finance, EmulatedFinance emulated)
    {
        Assert.Equal("OK", (await finance.PingAsync(Cancel)).Status);
        SellerBalance balance = await finance.GetBalanceAsync(Cancel);
        Assert.Equal((emulated.Currency, emulated.Balance, emulated.AvailableForWithdrawal), (balance.Currency, balance.Current, balance.AvailableForWithdrawal));

        EmulatedFinancialReport sales = emulated.AddSalesReport(Day, Day.AddDays(6), 50, seed: 7);
        EmulatedFinancialReport acquiring = emulated.AddAcquiringReport(Day, Day.AddDays(6), 20, seed: 8);
        SalesReport report = Assert.Single((await finance.GetSalesReportsAsync(
            new SalesReportListRequest { DateFrom = Day, DateTo = Day, Period = SalesReportPeriod.Weekly }, Cancel))!);
        Assert.Equal((sales.ReportId, Day, SalesReportType.Main), (report.ReportId, report.DateFrom, report.ReportType));

        List<SalesReportRow> byId = await ReadAsync(finance.GetSalesReportRowsAsync(sales.ReportId, new ReportRowsRequest(), Cancel));
        List<SalesReportRow> byPeriod = await ReadAsync(
            finance.GetSalesReportRowsByPeriodAsync(new SalesReportRowsRequest { DateFrom = Day, DateTo = Day, RrdId = byId[9].RrdId }, Cancel));
        Assert.Equal(50, byId.Count);
        Assert.Equal(byId[10..], byPeriod);
        Assert.Equal(report.RetailAmount, byId.Sum(row => row.DocumentType == "Возврат" ? -row.RetailAmount : row.RetailAmount));

        AcquiringReport payments = Assert.Single((await finance.GetAcquiringReportsAsync(
            new AcquiringReportListRequest { DateFrom = Day, DateTo = Day }, Cancel))!);
        List<AcquiringReportRow> rows = await ReadAsync(finance.GetAcquiringReportRowsAsync(acquiring.ReportId, new ReportRowsRequest(), Cancel));
        Assert.Equal((acquiring.ReportId, rows.Sum(row => row.AcquiringFee)), (payments.ReportId, payments.AcquiringFee));
        Assert.Equal(
            rows[..5],
            await ReadAsync(finance.GetAcquiringReportRowsByPeriodAsync(new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day, Limit = 5 }, Cancel)));
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (T row in rows)
            all.Add(row);
        return all;
    }

    private static async Task CallAdvertAsync(IAdvertApi advert, EmulatedAdverts emulated)
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
        Assert.Equal((Currency.Rub, 643, 100_000), (config.Currency, config.CurrencyCode, config.MinTopUpMinorUnits));

        await advert.RenameCampaignAsync(id, "Пледы и кружки", Cancel);
        Assert.Equal("Пледы и кружки", emulated.Find(id)!.Name);
        await advert.DeleteCampaignAsync(id, Cancel);
        Assert.Equal(-1, emulated.Find(id)!.Status);
    }

    private static async Task CallCampaignMoneyAsync(IAdvertApi advert, EmulatedAdverts emulated)
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

    private static async Task CallSearchClustersAsync(IAdvertApi advert, EmulatedAdverts emulated)
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

    private static async Task CallMediaAsync(IAdvertMediaApi media, EmulatedMediaCampaigns emulated)
    {
        DateTimeOffset start = new(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(3));
        EmulatedMediaCampaign campaign = emulated.Add(new EmulatedMediaCampaign
        {
            Name = "Баннер",
            Brand = "Тёплый дом",
            Status = 7,
            StartsAt = start.AddYears(-3),
            EndsAt = start.AddYears(-3).AddDays(2),
            Banners = [new EmulatedBanner { Id = 50, NmIds = [101] }],
        });
        MediaCampaignCounts counts = await media.GetCampaignCountsAsync(Cancel);
        Assert.Equal(
            new MediaCampaignGroup { Type = MediaCampaignType.ByViews, Status = MediaCampaignStatus.Completed, Count = 1 }, Assert.Single(counts.Groups));
        MediaCampaignListItem item = Assert.Single((await media.GetCampaignsAsync("6,7", MediaCampaignType.ByViews, cancellationToken: Cancel))!);
        Assert.Equal((campaign.Id, campaign.EndsAt), (item.AdvertId, item.EndedAt));
        MediaCampaign? found = await media.GetCampaignAsync(campaign.Id, Cancel);
        Assert.Equal(("Баннер", campaign.StartsAt, 50), (found!.Name, found.Details!.From, Assert.Single(found.Banners).Id));
        IReadOnlyList<MediaStatistics> statistics = await media.GetStatisticsAsync(
            [new MediaStatisticsRequest { AdvertId = campaign.Id }, new MediaStatisticsRequest { AdvertId = 77 }], Cancel);
        Assert.Equal((20_000, 2), (statistics[0].Banners[0].Views, statistics[0].Banners[0].Days.Count));
        Assert.Equal((77, "кампания не найдена"), (statistics[1].AdvertId, statistics[1].Error));
    }

    private static async Task CallChatAsync(IBuyerChatApi chat, EmulatedFile file, EmulatedMessage written)
    {
        Assert.Equal("OK", (await chat.PingAsync(Cancel)).Status);

        Chat row = Assert.Single((await chat.GetChatsAsync(Cancel)).Result);
        Assert.Equal(("1:a", "Алёна", "Скол на ручке"), (row.ChatId, row.ClientName, row.LastMessage?.Text));
        Assert.Equal((168902447, 690m, "RUB"), (row.GoodCard?.NmId, row.GoodCard?.Price, row.GoodCard?.PriceCurrency));
        Assert.Equal(written.Time, row.LastMessage?.AddedAt);

        ChatEventsResult page = (await chat.GetEventsAsync(cancellationToken: Cancel)).Result!;
        ChatEvent first = Assert.Single(page.Events);
        Assert.Equal((1, written.Time.ToUnixTimeMilliseconds()), (page.TotalEvents, page.Next));
        Assert.Equal((written.EventId, true, row.ReplySign), (first.EventId, first.IsNewChat, first.ReplySign));
        Assert.Equal((ChatEventType.Message, ChatSender.Client, written.Time), (first.EventType, first.Sender, first.AddedAt));
        Assert.Equal(file.DownloadId, Assert.Single(first.Message!.Attachments!.Images).DownloadId);
        Assert.Empty((await chat.GetEventsAsync(page.Next, Cancel)).Result!.Events);

        SendMessageResponse sent = await chat.SendMessageAsync(
            row.ReplySign!, "Сочувствуем", [new ByteArrayPart([1], "Чек.pdf", "application/pdf", "file")], Cancel);
        Assert.Equal("1:a", sent.Result?.ChatId);
        Assert.Empty(sent.Errors);

        using (HttpResponseMessage pending = await chat.DownloadAsync(file.DownloadId, Cancel))
        {
            Assert.Equal(HttpStatusCode.Accepted, pending.StatusCode);
            Assert.Contains("\"retrySeconds\":7", await pending.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using HttpResponseMessage download = await chat.DownloadAsync(file.DownloadId, Cancel);
        Assert.Equal(file.Content.ToArray(), await download.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static async Task CallCommonAsync(ICommonApi common, WildberriesEmulator emulator, EmulatedNewsItem news)
    {
        PingResponse ping = await common.PingAsync(Cancel);
        Assert.Equal("OK", ping.Status);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Assert.InRange(ping.Timestamp!.Value, now.AddMinutes(-5), now.AddMinutes(5));

        NewsItem item = Assert.Single((await common.GetNewsAsync(fromId: news.Id, cancellationToken: Cancel)).Data);
        Assert.Equal((news.Id, news.Header, news.Content), (item.Id, item.Header, item.Content));
        Assert.Equal(new NewsTag { Id = 12, Name = "Логистика" }, Assert.Single(item.Types));

        SellerInfo seller = await common.GetSellerInfoAsync(Cancel);
        Assert.Equal(
            (emulator.Seller.Name, emulator.Seller.Id, emulator.Seller.Tin, emulator.Seller.TradeMark),
            (seller.Name, seller.Sid, seller.Tin, seller.TradeMark));

        JamSubscription jam = (await common.GetJamSubscriptionAsync(Cancel))!;
        Assert.Equal(
            (JamSubscriptionState.Active, JamActivationSource.Jam, JamLevel.Premium),
            (jam.State, jam.ActivationSource, jam.Level));
        Assert.Equal((emulator.Seller.Jam!.Since, emulator.Seller.Jam.Till), (jam.Since!.Value, jam.Till!.Value));

        TariffConstructorOptions options = await common.GetTariffConstructorOptionsAsync(cancellationToken: Cancel);
        Assert.Equal((2, 1, 1.9m), (options.ActiveOptionCount, options.ActivePackageCount, options.TotalCommissionRate));
        Assert.Equal(["review-pin", "shop-window"], Assert.Single(options.Packages).Options.Select(option => option.Slug));
        Assert.Equal([TariffOptionStatus.Active, TariffOptionStatus.PendingDeactivation], options.Options.Select(option => option.Status));
        Assert.Equal(0.3m, options.Options[1].Promotion?.CommissionRate);
    }

    private static async Task CallPromotionsAsync(IPromoCalendarApi calendar, WildberriesEmulator emulator)
    {
        DateTimeOffset start = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(3)), end = start.AddDays(7);
        emulator.Prices.ProcessingTime = TimeSpan.Zero;
        emulator.Promotions.Add(new EmulatedPromotion
        {
            Id = 1101,
            Name = "Тёплая неделя",
            Advantages = ["Плашка"],
            StartsAt = start,
            EndsAt = DateTimeOffset.MaxValue,
            Products = [new EmulatedPromotionProduct { NmId = 182340115, Price = 2190, PlanPrice = 1752.5m, Discount = 10, PlanDiscount = 20 }],
        });

        Promotion promotion = Assert.Single((await calendar.GetPromotionsAsync(start, end, true, 10, 0, Cancel)).Data!.Promotions);
        Assert.Equal((1101, "Тёплая неделя", start, PromotionType.Regular), (promotion.Id, promotion.Name, promotion.StartsAt, promotion.Type));
        List<PromotionProduct> products = [];
        await foreach (PromotionProduct product in calendar.StreamProductsAsync(1101, inAction: false, Cancel))
            products.Add(product);
        Assert.Equal((182340115, 2190m, 1752.5m, "RUB"), (products[0].NmId, products[0].Price, products[0].PlanPrice, products[0].CurrencyCode));

        PromotionUploadResult upload = (await calendar.AddProductsAsync(1101, products.Select(p => p.NmId), true, Cancel)).Data!;
        Assert.Equal((false, Assert.Single(emulator.Promotions.Uploads).Id), (upload.AlreadyExists, upload.UploadId));
        PromotionProduct added = Assert.Single((await calendar.GetProductsAsync(1101, true, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal((true, 20), (added.InAction, added.Discount));
        PromotionDetails details = Assert.Single((await calendar.GetPromotionDetailsAsync([1101], Cancel)).Data!.Promotions);
        Assert.Equal((1, 0, 100), (details.InActionTotal, details.NotInActionTotal, details.ParticipationPercentage));
        Assert.Equal(["Плашка"], details.Advantages);
    }

    private static async Task CallUsersAsync(IUsersApi users, EmulatedUsers emulated)
    {
        Assert.Equal("OK", (await users.PingAsync(Cancel)).Status);

        InvitationResponse invitation = await users.InviteAsync("79990000005", "Кладовщик", [AccessRight.Deny(AccessSection.Finance)], Cancel);
        EmulatedUser invited = Assert.Single(emulated.Invited);
        Assert.Equal((true, invited.InviteId, invited.InviteExpiresAt), (invitation.IsSuccess, invitation.InviteId, invitation.ExpiresAt));
        SellerUser waiting = Assert.Single((await users.GetUsersAsync(isInviteOnly: true, cancellationToken: Cancel)).Users);
        Assert.Equal((UserRole.NotActivated, invited.InviteId, true), (waiting.Role, waiting.Invitation?.InviteId, waiting.Invitation?.IsActive));

        long id = emulated.Accept(invited.InviteId!).Id;
        await users.UpdateAccessAsync(id, [AccessRight.Allow(AccessSection.Showcase), AccessRight.Deny(AccessSection.Supply)], Cancel);
        UsersResponse page = await users.GetUsersAsync(10, 0, false, Cancel);
        SellerUser user = Assert.Single(page.Users);
        Assert.Equal((1, id, UserRole.User, "Кладовщик"), (page.Total, user.Id, user.Role, user.Position));
        Assert.Equal(
            [AccessSection.Supply, AccessSection.ChangeJam, AccessSection.Finance],
            user.Access.Where(right => right.Disabled).Select(right => right.Section));

        await users.DeleteUserAsync(id, Cancel);
        await foreach (SellerUser left in users.StreamUsersAsync(cancellationToken: Cancel))
            Assert.Fail(left.ToString());
    }

    private static async Task CallTariffsAsync(ICommonApi common)
    {
        CommissionsResponse commissions = await common.GetCommissionsAsync(cancellationToken: Cancel);
        Commission throws = Assert.Single(commissions.Report, row => row.SubjectId == 812);
        Assert.Equal((479, "Дом", "Пледы", 21m), (throws.ParentId, throws.ParentName, throws.SubjectName, throws.MarketplacePercent));

        IReadOnlyList<AcceptanceCoefficient> coefficients = await common.GetAcceptanceCoefficientsAsync([507, 117986], Cancel);
        Assert.Equal(2 * 14 * 4, coefficients.Count);
        Assert.Equal([507, 117986], coefficients.Select(row => row.WarehouseId).Distinct());
        Assert.Contains(
            coefficients, row => row.BoxTypeId == BoxType.Monopallets && row.Coefficient == -1 && row.DeliveryBaseLiter is null);
        Assert.Contains(coefficients, row => row.BoxTypeId is null && row.Coefficient >= 0 && row.DeliveryBaseLiter == 73.6m);

        BoxTariffs box = (await common.GetBoxTariffsAsync(Day, Cancel)).Data!;
        Assert.Equal((Day.AddDays(7), Day.AddDays(30)), (box.NextTariffDate!.Value, box.LastTariffDate!.Value));
        WarehouseBoxTariff boxes = Assert.Single(box.Warehouses, row => row.WarehouseName == "Коледино");
        Assert.Equal((73.6m, 22.4m, 160m), (boxes.DeliveryBase, boxes.DeliveryLiter, boxes.DeliveryCoefficient));

        PalletTariffs pallet = (await common.GetPalletTariffsAsync(Day, Cancel)).Data!;
        WarehousePalletTariff pallets = Assert.Single(pallet.Warehouses, row => row.WarehouseName == "Коледино");
        Assert.Equal((78.4m, 24m, 40.88m), (pallets.DeliveryBase, pallets.DeliveryLiter, pallets.Storage));

        ReturnTariffs returns = (await common.GetReturnTariffsAsync(Day, Cancel)).Data!;
        Assert.Equal(
            (Day.AddDays(7), Day.AddDays(7), Day.AddDays(7)),
            (returns.NextTariffDate, returns.NextOversizedTariffDate, returns.NextUnidentifiedTariffDate));
        Assert.Contains(
            returns.Warehouses, row => row is { WarehouseName: "Коледино", OversizedOfficeBase: 1038m, OversizedOfficeLiter: 9.1m });
    }

    private static async Task CallPricesAsync(IDiscountsPricesApi api, EmulatedPrices prices)
    {
        prices.ProcessingTime = TimeSpan.Zero;
        prices.Add(new EmulatedProduct { NmId = 1, VendorCode = "pled", Price = 1000, Discount = 30, ClubDiscount = 5 });
        prices.Add(new EmulatedProduct
        {
            NmId = 2,
            Price = 500,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 21, Name = "46" }, new EmulatedProductSize { SizeId = 22, Name = "48" }],
        });
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);

        UploadTask upload = (await api.UploadPricesAsync(
            new PriceUploadRequest { Data = [new PriceChange { NmId = 1, Price = 100 }, new PriceChange { NmId = 2, Discount = 10 }] }, Cancel)).Data!;
        Assert.False(upload.AlreadyExists);
        UploadState state = (await api.GetProcessedUploadAsync(upload.Id, Cancel)).Data!;
        Assert.Equal((upload.Id, UploadStatus.PartlyFailed, 2, 1), (state.UploadId, state.Status, state.ProductCount, state.SuccessCount));
        IReadOnlyList<UploadedProduct> details = (await api.GetProcessedUploadGoodsAsync(1000, upload.Id, 0, Cancel)).Data!.Products;
        Assert.Equal([(1, UploadedProductStatus.Failed), (2, UploadedProductStatus.Updated)], details.Select(goods => (goods.NmId, goods.Status)));
        Assert.Contains("Quarantine", details[0].ErrorText, StringComparison.Ordinal);
        QuarantinedProduct held = Assert.Single((await api.GetQuarantineAsync(10, 0, Cancel)).Data!.Products);
        Assert.Equal((1, 100m, 1000m, -630m), (held.NmId, held.NewPrice, held.OldPrice, held.PriceDiff));

        await api.UploadSizePricesAsync(new SizePriceUploadRequest { Data = [new SizePriceChange { NmId = 2, SizeId = 22, Price = 600 }] }, Cancel);
        IReadOnlyList<ProductSizePrices> sizes = (await api.GetGoodsSizesAsync(10, 2, 0, Cancel)).Data!.Sizes;
        Assert.Equal([(21, 450m), (22, 540m)], sizes.Select(size => (size.SizeId, size.DiscountedPrice!.Value)));

        await api.UploadClubDiscountsAsync(new ClubDiscountUploadRequest { Data = [new ClubDiscountChange { NmId = 1, ClubDiscount = 10 }] }, Cancel);
        var level = new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 };
        WholesaleUploadResponse wholesale = await api.UploadWholesaleDiscountsAsync(
            new WholesaleUploadRequest { Data = [new WholesaleChange { NmId = 1, Levels = [level] }] }, Cancel);
        Assert.True(Assert.Single(wholesale.Results).Success);
        ProductPrices first = Assert.Single((await api.GetGoodsAsync(10, filterNmId: 1, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal(("pled", "RUB", 630m), (first.VendorCode, first.Currency, Assert.Single(first.Sizes).ClubDiscountedPrice));
        Assert.Equal(level, Assert.Single(first.WholesaleDiscounts));
        Assert.Equal([1, 2], (await api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [1, 2, 3] }, Cancel)).Data!.Products.Select(goods => goods.NmId));

        prices.ProcessingTime = TimeSpan.FromDays(1);
        long later = (await api.UploadPricesAsync(new PriceUploadRequest { Data = [new PriceChange { NmId = 1, Price = 900 }] }, Cancel)).Data!.Id;
        Assert.Equal(UploadStatus.Processing, (await api.GetUnprocessedUploadAsync(later, Cancel)).Data!.Status);
        UploadedProduct waiting = Assert.Single((await api.GetUnprocessedUploadGoodsAsync(10, later, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal((1, 900m, UploadedProductStatus.Processing), (waiting.NmId, waiting.Price, waiting.Status));
    }

    [Fact]
    public async Task All_goods_are_read_to_the_end_although_WB_fails_meanwhile()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Faults.Next("GET /api/v2/list/goods/filter", Fault.Status(502));
        for (int i = 1; i <= 2001; i++)
            shop.Emulator.Prices.Add(new EmulatedProduct { NmId = i, Price = 100 });
        var ids = new List<long>();
        await foreach (ProductPrices goods in shop.Client.DiscountsPrices.StreamProductsAsync(Cancel))
            ids.Add(goods.NmId);
        Assert.Equal(Enumerable.Range(1, 2001).Select(i => (long)i), ids);
        Assert.Equal([502, 200, 200, 200, 200], shop.Emulator.Requests.All.Select(request => request.Status ?? 0));
    }

    [Fact]
    public async Task Prices_have_a_sandbox_and_wholesale_discounts_have_none()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Prices.Add(new EmulatedProduct { NmId = 1, Price = 100 });
        IDiscountsPricesApi api = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Test), WildberriesEnvironment.Sandbox).DiscountsPrices;
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        Assert.Single((await api.GetGoodsAsync(10, cancellationToken: Cancel)).Data!.Products);
        await Assert.ThrowsAsync<WildberriesAccessException>(() => api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest(), Cancel));
        Assert.Equal(["discounts-prices-api-sandbox"], shop.Emulator.Requests.All.Select(request => request.HostLabel).Distinct());
    }
}
