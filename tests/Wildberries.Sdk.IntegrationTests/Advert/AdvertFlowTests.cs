using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Advert;

/// <summary>A campaign from its making to its end, with WB failing on the way; money moves once or not at all.</summary>
public sealed class AdvertFlowTests
{
    private const string Deposit = "POST /adv/v1/budget/deposit";
    private const string Start = "GET /adv/v0/start";
    private const string Campaigns = "GET /api/advert/v2/adverts";
    private const string Budgets = "POST /api/advert/v2/budget";
    private const string Statistics = "GET /adv/v3/fullstats";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (Fault Fault, Type Exception, decimal Budget)> LostDeposits = new()
    {
        ["reset"] = (Fault.Reset, typeof(WildberriesConnectionException), 0),
        ["500"] = (Fault.Status(500), typeof(WildberriesServerException), 0),
        ["reset after it was taken"] = (Fault.Reset.AfterOperation(), typeof(WildberriesConnectionException), 1000),
        ["500 after it was taken"] = (Fault.Status(500).AfterOperation(), typeof(WildberriesServerException), 1000),
        ["answer cut off"] = (Fault.TruncatedBody, typeof(WildberriesConnectionException), 1000),
        ["answer not understood"] = (Fault.MalformedJson, typeof(WildberriesResponseException), 1000),
    };

    public static TheoryData<string> Losses => [.. LostDeposits.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_campaign_is_made_paid_started_spends_and_ends()
    {
        var clock = new FakeTimeProvider(Now);
        await using Shop shop = await OpenAsync(clock);
        IAdvertApi advert = shop.Client.Advert;
        shop.Emulator.Adverts.AddProduct(new EmulatedAdvertProduct { NmId = 101, SearchClusters = ["плед"] });

        long id = await advert.CreateCampaignAsync(new CreateCampaignRequest { Name = "Пледы", NmIds = [101] }, Cancel);
        var poor = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => advert.StartCampaignAsync(id, Cancel));
        Assert.Equal("AdvertChangeStatus: Low Budget: not enough budget", poor.Detail);
        Assert.Equal(1000, await advert.DepositBudgetAsync(id, 1000, DepositSource.Account, cancellationToken: Cancel));
        await advert.StartCampaignAsync(id, Cancel);
        Assert.Equal(CampaignStatus.Active, await StatusAsync());

        clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal(400, Assert.Single(await ReadAsync(advert.StreamBudgetsAsync([id], Cancel))).Total);
        CampaignStatistics statistics = Assert.Single(await ReadAsync(advert.StreamStatisticsAsync([id], Day(0), Day(0), Cancel)));
        Assert.Equal((600m, 4000, 200), (statistics.Sum, statistics.Views, statistics.Clicks));
        Assert.Equal(600, (await ReadAsync(advert.StreamExpensesAsync(Day(-40), Day(0), Cancel))).Sum(expense => expense.Sum));

        clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal(CampaignStatus.Paused, await StatusAsync());
        await advert.StopCampaignAsync(id, Cancel);
        var over = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => advert.StartCampaignAsync(id, Cancel));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Статус кампании не изменен"), (over.StatusCode, over.Detail));
        Assert.Empty(await ReadAsync(advert.StreamBudgetsAsync([id], Cancel)));

        async Task<CampaignStatus> StatusAsync() => Assert.Single(await ReadAsync(advert.StreamCampaignsAsync([id], Cancel))).Status;
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_deposit_whose_answer_is_lost_arrives_once(string name)
    {
        (Fault fault, Type expected, decimal budget) = LostDeposits[name];
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        long id = shop.Emulator.Adverts.Add(new EmulatedCampaign { Name = "Пледы" }).Id;
        shop.Emulator.Faults.Always(Deposit, fault);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(
            () => shop.Client.Advert.DepositBudgetAsync(id, 1000, DepositSource.Account, cancellationToken: Cancel));

        Assert.IsType(expected, exception);
        Assert.Equal(1, shop.Emulator.Requests.Count(Deposit));
        Assert.Equal((budget, 50_000 - budget), (shop.Emulator.Adverts.Find(id)!.Budget, shop.Emulator.Adverts.Account));
    }

    [Fact]
    public async Task A_deposit_that_WB_refused_as_too_early_is_made_once_later()
    {
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        long id = shop.Emulator.Adverts.Add(new EmulatedCampaign { Name = "Пледы" }).Id;
        shop.Emulator.Faults.Next(Deposit, Fault.TooManyRequests(TimeSpan.FromSeconds(1)), times: 2);
        Assert.Equal(1000, await shop.Client.Advert.DepositBudgetAsync(id, 1000, DepositSource.Account, cancellationToken: Cancel));
        Assert.Equal([429, 429, 200], shop.Emulator.Requests.Of(Deposit).Select(request => request.Status));
        Assert.Equal((1000, 49_000), (shop.Emulator.Adverts.Find(id)!.Budget, shop.Emulator.Adverts.Account));
    }

    [Fact]
    public async Task A_start_is_a_GET_and_yet_sent_once()
    {
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        long id = shop.Emulator.Adverts.Add(new EmulatedCampaign { Name = "Пледы", Budget = 1000 }).Id;
        shop.Emulator.Faults.Always(Start, Fault.Status(502).AfterOperation());
        await Assert.ThrowsAsync<WildberriesServerException>(() => shop.Client.Advert.StartCampaignAsync(id, Cancel));
        Assert.Equal((1, 9), (shop.Emulator.Requests.Count(Start), shop.Emulator.Adverts.Find(id)!.Status));
    }

    [Fact]
    public async Task Campaigns_and_budgets_are_read_in_batches_although_WB_fails_meanwhile()
    {
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        long[] ids = [.. Enumerable.Range(0, 120).Select(i => shop.Emulator.Adverts.Add(new EmulatedCampaign { Name = $"Кампания {i}", Budget = i }).Id)];
        foreach (string operation in (string[])[Campaigns, Budgets])
        {
            shop.Emulator.Faults.Next(operation, Fault.Status(500));
            shop.Emulator.Faults.Next(operation, Fault.Reset);
        }

        List<Campaign> campaigns = await ReadAsync(shop.Client.Advert.StreamCampaignsAsync(ids.Append(1), Cancel));
        Assert.Equal(ids, campaigns.Select(campaign => campaign.AdvertId));
        Assert.Equal([500, null, 200, 200, 200], shop.Emulator.Requests.Of(Campaigns).Select(request => request.Status));

        List<CampaignBudget> budgets = await ReadAsync(shop.Client.Advert.StreamBudgetsAsync(ids, Cancel));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (decimal)i), budgets.Select(budget => budget.Total));
        Assert.Equal([500, null, 200, 200, 200], shop.Emulator.Requests.Of(Budgets).Select(request => request.Status));
    }

    [Fact]
    public async Task Statistics_of_a_long_period_are_one_answer_a_campaign_although_WB_fails_meanwhile()
    {
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        shop.Emulator.Adverts.AddProduct(new EmulatedAdvertProduct { NmId = 101 });
        long[] ids =
        [
            .. Enumerable.Range(0, 2).Select(i => shop.Emulator.Adverts.Add(new EmulatedCampaign
            {
                Name = $"Кампания {i}",
                Status = 9,
                StartedAt = Now.AddDays(-70),
                Budget = 500_000,
                SpendPerHour = 60 * (i + 1),
                Products = [new EmulatedCampaignProduct { NmId = 101 }],
            }).Id),
        ];
        shop.Emulator.Faults.Next(Statistics, Fault.Status(502));
        shop.Emulator.Faults.Next(Statistics, Fault.Reset.AfterOperation());

        List<CampaignStatistics> statistics = await ReadAsync(shop.Client.Advert.StreamStatisticsAsync(ids, Day(-69), Day(-1), Cancel));

        // 69 days in three parts: 60 roubles an hour are 400 views, 20 clicks and an order.
        Assert.Equal([502, null, 200, 200, 200], shop.Emulator.Requests.Of(Statistics).Select(request => request.Status));
        Assert.Equal([(ids[0], 69 * 24 * 60m), (ids[1], 69 * 24 * 120m)], statistics.Select(campaign => (campaign.AdvertId, campaign.Sum)));
        Assert.All(statistics, campaign => Assert.Equal(Enumerable.Range(-69, 69).Select(Day), campaign.Days.Select(day => day.Date!.Value)));
        Assert.Equal((69 * 24 * 400, 5m, 3m), (statistics[0].Views, statistics[0].Ctr, statistics[0].Cpc));
        Assert.Equal(
            69 * 24 * 60m,
            (await ReadAsync(shop.Client.Advert.StreamExpensesAsync(Day(-69), Day(-1), Cancel))).Where(expense => expense.AdvertId == ids[0]).Sum(expense => expense.Sum));
    }

    [Fact]
    public async Task Media_campaigns_are_read_to_the_end_although_WB_fails_meanwhile()
    {
        await using Shop shop = await OpenAsync(new FakeTimeProvider(Now));
        for (int i = 0; i < 205; i++)
            shop.Emulator.MediaCampaigns.Add(new EmulatedMediaCampaign { Name = $"Баннер {i}", StartsAt = Now, EndsAt = Now.AddDays(1) });
        shop.Emulator.Faults.Next("GET advert-media-api/adv/v1/adverts", Fault.Status(503));
        List<MediaCampaignListItem> campaigns = await ReadAsync(shop.Client.AdvertMedia.StreamCampaignsAsync(cancellationToken: Cancel));
        Assert.Equal(Enumerable.Range(0, 205).Select(i => $"Баннер {i}"), campaigns.Select(campaign => campaign.Name));
        Assert.Equal([503, 200, 200, 200, 204], shop.Emulator.Requests.All.Select(request => request.Status));
    }

    [Fact]
    public async Task Campaigns_have_a_sandbox()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IAdvertApi sandbox = shop.Factory.Create(shop.Emulator.CreateToken(TokenType.Test), WildberriesEnvironment.Sandbox).Advert;
        long id = await sandbox.CreateCampaignAsync(new CreateCampaignRequest { Name = "Проба" }, Cancel);
        Assert.Equal(id, Assert.Single(Assert.Single((await sandbox.GetCampaignListsAsync(Cancel)).Groups).Campaigns).AdvertId);
        await Assert.ThrowsAsync<WildberriesAccessException>(() => sandbox.GetCampaignsAsync(cancellationToken: Cancel));
        Assert.Equal(["advert-api-sandbox"], shop.Emulator.Requests.All.Select(request => request.HostLabel).Distinct());
    }

#pragma warning disable WBSDK0001 // That WB does not have it any more is the point.
    [Fact]
    public async Task An_operation_that_WB_has_turned_off_is_not_found()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(), sdk: (options, _) => options.AddRetiredAdvertApi());
        var gone = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => shop.Client.Api<IRetiredAdvertApi>().GetBudgetAsync(1, Cancel));
        Assert.Equal(("RetiredAdvert.GetBudget", "path not found"), (gone.Operation, gone.Title));
    }
#pragma warning restore WBSDK0001

    // The emulator's clock is moved by the test, the client's runs by itself.
    private static Task<Shop> OpenAsync(FakeTimeProvider clock) => Shop.OpenAsync(
        emulator: options =>
        {
            options.TimeProvider = clock;
            options.RateLimits = false;
        },
        sdk: (options, _) =>
        {
            // So long that a busy machine does not run into it.
            options.AttemptTimeout = TimeSpan.FromHours(1);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        },
        clock: new FastClock(100));

    private static DateOnly Day(int offset) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(offset);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (T row in rows)
            all.Add(row);
        return all;
    }
}
