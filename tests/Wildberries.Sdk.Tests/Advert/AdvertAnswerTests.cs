using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Advert;

public sealed class AdvertAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Budgets_are_read()
    {
        using var host = Host("""{"adverts":[{"advertId":4294967297,"currency":"RUB","total":500},{"advertId":"2","currency":"KZT","total":"12.5"},{}]}""");
        BudgetsResponse answer = await host.Api.GetBudgetsAsync(new BudgetsRequest { AdvertIds = [4294967297, 2] }, Cancel);
        Assert.Equal(
            [
                new CampaignBudget { AdvertId = 4294967297, Currency = Currency.Rub, Total = 500 },
                new CampaignBudget { AdvertId = 2, Currency = Currency.From("KZT"), Total = 12.5m },
                new CampaignBudget(),
            ],
            answer.Budgets);
    }

    [Fact]
    public async Task Bids_for_clicks_are_recommended_by_the_place_in_the_list()
    {
        using var host = Host("""
            {"advertId":1,"nmId":7,"paymentType":"cpc","levels":[{"range1To2":{"bidKopecks":2138},"range3To10":{"bidKopecks":830},"range11To34":{"bidKopecks":628}}]}
            """);
        BidRecommendations recommended = await host.Api.GetBidRecommendationsAsync(7, 1, Cancel);
        CpcBidRecommendations level = Assert.Single(recommended.Levels);
        Assert.Equal(PaymentType.Cpc, recommended.PaymentType);
        Assert.Equal((2138, 830, 628), (level.Places1To2!.BidKopecks, level.Places3To10!.BidKopecks, level.Places11To34!.BidKopecks));
        Assert.Null(recommended.Product);
        Assert.Empty(recommended.SearchClusters);
    }

    [Fact]
    public async Task Daily_limits_are_read()
    {
        using var host = Host("""
            {"adverts":[{"advertId":4294967297,"enabled":true,"dailyLimit":50000,"spentToday":120,"currency":"RUB","carryOverEnabled":true,"valid":false,"requiredLimit":60000},{}]}
            """);
        IReadOnlyList<CampaignDailyLimit> limits = (await host.Api.GetDailyLimitsAsync("4294967297", Cancel)).Campaigns;
        Assert.Equal(
            [
                new CampaignDailyLimit
                {
                    AdvertId = 4294967297, IsEnabled = true, DailyLimit = 50_000, SpentToday = 120, Currency = Currency.Rub, CarriesOver = true, RequiredLimit = 60_000,
                },
                new CampaignDailyLimit(),
            ],
            limits);
    }

    [Fact]
    public async Task A_daily_limit_that_is_too_low_is_told()
    {
        using var host = Host("""{"adverts":[{"advertId":1,"belowMinLimit":true,"requiredLimit":60000}]}""");
        SetDailyLimitsResponse answer = await host.Api.SetDailyLimitsAsync(new SetDailyLimitsRequest { AdvertIds = [1], IsEnabled = true, DailyLimit = 1 }, Cancel);
        Assert.Equal([new DailyLimitResult { AdvertId = 1, IsBelowMinimum = true, RequiredLimit = 60_000 }], answer.Campaigns);
    }

    [Fact]
    public void A_daily_limit_is_for_one_campaign_at_least() =>
        Assert.Throws<ArgumentException>(nameof(SetDailyLimitsRequest.AdvertIds), () => new SetDailyLimitsRequest { AdvertIds = [], IsEnabled = true });

    [Fact]
    public async Task A_campaign_has_its_settings_and_bids()
    {
        using var host = Host("""
            {"adverts":[
              {"id":28150154,"status":11,"bid_type":"manual","currency":"RUB","settings":{"name":"Осень","payment_type":"cpc","placements":{"search":true,"recommendations":false}},
               "nm_settings":[{"nm_id":5764746785,"subject":{"id":69,"name":"платья"},"bids_kopecks":{"search":1100,"recommendations":0}}],
               "restrictions":{"can_change_nms":false},
               "timestamps":{"created":"2025-08-28T09:50:57.611559+03:00","deleted":"2100-01-01T00:00:00+03:00","started":null,"updated":""}},
              {"id":1,"status":55,"bid_type":"guessed","nm_settings":null}]}
            """);
        IReadOnlyList<Campaign> campaigns = (await host.Api.GetCampaignsAsync(cancellationToken: Cancel)).Campaigns;
        Campaign campaign = campaigns[0];
        Assert.Equal((28150154, CampaignStatus.Paused, BidType.Manual, Currency.Rub), (campaign.AdvertId, campaign.Status, campaign.BidType, campaign.Currency));
        Assert.Equal(("Осень", PaymentType.Cpc, true, false), (
            campaign.Settings!.Name, campaign.Settings.PaymentType, campaign.Settings.Placements!.Search, campaign.Settings.Placements.Recommendations));
        CampaignProductSettings product = Assert.Single(campaign.Products);
        Assert.Equal((5764746785, 69, "платья", 1100, 0), (
            product.NmId, product.Subject!.Id, product.Subject.Name, product.Bids!.SearchKopecks, product.Bids.RecommendationsKopecks));
        Assert.False(campaign.Restrictions!.CanChangeProducts);
        Assert.Equal(2100, campaign.Timestamps!.DeletedAt!.Value.Year);
        Assert.Null(campaign.Timestamps.StartedAt);
        Assert.Null(campaign.Timestamps.UpdatedAt);
        Assert.Equal((CampaignStatus.From(55), BidType.From("guessed")), (campaigns[1].Status, campaigns[1].BidType));
        Assert.Empty(campaigns[1].Products);
        Assert.Null(campaigns[1].Settings);
    }

    [Fact]
    public async Task Lists_that_WB_answers_with_null_are_empty()
    {
        using var host = Host("null");
        Assert.Empty(await host.Api.GetAvailableSubjectsAsync(cancellationToken: Cancel));
        Assert.Empty(await host.Api.GetAvailableProductsAsync([1], Cancel));

        using var empty = Host("""{"adverts":null,"items":null,"bids":null,"all":null,"stats":null}""");
        Assert.Empty((await empty.Api.GetCampaignListsAsync(Cancel)).Groups);
        Assert.Empty((await empty.Api.GetSearchClustersAsync(new SearchClustersRequest { Items = [] }, Cancel)).Items);
        Assert.Empty((await empty.Api.GetSearchClusterBidsAsync(new CampaignProductsRequest { Items = [] }, Cancel)).Bids);
    }

    [Theory]
    [InlineData("Счёт", true)]
    [InlineData("Счет", true)]
    [InlineData("счёт", false)]
    [InlineData("Баланс", false)]
    public async Task Both_spellings_of_the_account_are_the_account(string text, bool isAccount)
    {
        using var host = Host($$"""[{"updNum":0,"updTime":null,"updSum":107,"advertId":3,"campName":"луковица","advertType":6,"paymentType":"{{text}}","advertStatus":11}]""");
        CampaignExpense expense = Assert.Single((await host.Api.GetExpensesAsync(default, default, Cancel))!);
        Assert.Equal(isAccount, expense.Source == ExpenseSource.Account);
        Assert.Equal(isAccount, new HashSet<ExpenseSource> { ExpenseSource.Account }.Contains(expense.Source));

        // What WB wrote is still there.
        Assert.Equal(text, expense.Source.Value);
        Assert.Equal(CampaignType.From(6), expense.CampaignType);
        Assert.Null(expense.ChargedAt);
    }

    [Theory]
    [InlineData("success", true)]
    [InlineData("succeeded", true)]
    [InlineData("Success", false)]
    [InlineData("", false)]
    public async Task Both_spellings_of_a_success_are_a_success(string text, bool isSuccess)
    {
        using var host = Host($$"""[{"id":55261296,"date":"2023-04-13T10:07:42","sum":1500,"type":3,"statusId":1,"currency":"RUB","cardStatus":"{{text}}"},{}]""");
        IReadOnlyList<AccountPayment> payments = (await host.Api.GetPaymentsAsync(cancellationToken: Cancel))!;
        AccountPayment payment = payments[0];
        Assert.Equal(isSuccess, payment.CardStatus == CardPaymentStatus.Success);
        Assert.Equal(text, payment.CardStatus.Value);
        Assert.Equal((1500, PaymentSource.Card, PaymentStatus.Processed), (payment.Sum, payment.Source, payment.Status));
        Assert.Equal(new DateTimeOffset(2023, 4, 13, 10, 7, 42, TimeSpan.FromHours(3)), payment.PaidAt);

        // 0 is a value of its own, so what is missing must not be 0.
        Assert.Null(payments[1].Source);
        Assert.Null(payments[1].Status);
    }

    [Theory]
    [InlineData("recommendation")]
    [InlineData("recommendations")]
    public void A_minimum_bid_is_of_a_placement_however_it_is_spelled(string text)
    {
        MinimumBid bid = JsonSerializer.Deserialize($$"""{"type":"{{text}}","value":250,"currency":"UZS"}""", AdvertJsonContext.Default.MinimumBid)!;
        Assert.Equal(Placement.Recommendations, bid.Placement.ToPlacement());
        Assert.Equal((250, Currency.Uzs), (bid.BidMinorUnits, bid.Currency));
    }

    [Fact]
    public void A_placement_goes_there_and_back()
    {
        foreach (Placement placement in new[] { Placement.Search, Placement.Recommendations, Placement.Combined, Placement.From("window"), default })
            Assert.Equal(placement, MinimumBidPlacement.FromPlacement(placement).ToPlacement());
        Assert.Equal("recommendation", MinimumBidPlacement.FromPlacement(Placement.Recommendations).Value);
    }

    [Fact]
    public async Task A_deposit_tells_the_new_budget_or_nothing()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"total":7289,"currency":"RUB"}""").Answer(HttpStatusCode.OK).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, "{}");
        Assert.Equal(7289, await wb.Client.Advert.DepositBudgetAsync(1, 1000, DepositSource.Account, cancellationToken: Cancel));
        Assert.Null(await wb.Client.Advert.DepositBudgetAsync(1, new DepositRequest { Sum = 1000 }, Cancel));
        Assert.Null(await wb.Client.Advert.DepositBudgetAsync(1, 1000, DepositSource.Account, cancellationToken: Cancel));
        Assert.Null(await wb.Client.Advert.DepositBudgetAsync(1, 1000, DepositSource.Account, cancellationToken: Cancel));
        Assert.Equal(4, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_deposit_that_may_have_arrived_is_not_sent_again()
    {
        foreach (Action<FakeWildberries> fail in new Action<FakeWildberries>[]
        {
            wb => wb.Fail(() => new HttpRequestException(HttpRequestError.ResponseEnded)),
            wb => wb.Answer(HttpStatusCode.InternalServerError),
            wb => wb.Answer(HttpStatusCode.BadGateway),
        })
        {
            using var wb = new FakeWildberries();
            fail(wb);
            Task<decimal?> deposit = wb.Client.Advert.DepositBudgetAsync(1, 1000, DepositSource.Net, cancellationToken: Cancel);
            await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(deposit));
            Assert.Single(wb.Arrivals);
        }
    }

    [Theory]
    [InlineData("text/plain", "Статус кампании не изменен", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/json", """{"error":"AdvertChangeStatus: Low Budget: not enough budget"}""", HttpStatusCode.BadRequest)]
    public async Task What_WB_says_against_a_start_is_in_the_exception(string contentType, string body, HttpStatusCode status)
    {
        using var wb = new FakeWildberries();
        wb.Answer(status, body, contentType);
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Client.Advert.StartCampaignAsync(1, Cancel));
        string said = contentType == "text/plain" ? body : "AdvertChangeStatus: Low Budget: not enough budget";
        Assert.Contains(said, $"{error.Title} {error.Detail}", StringComparison.Ordinal);
        Assert.Equal((status, "Advert.StartCampaign", 1), (error.StatusCode, error.Operation, wb.Arrivals.Count));
    }

    [Fact]
    public async Task No_payments_and_no_body_where_there_is_nothing_to_tell_are_no_errors()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK).Answer(HttpStatusCode.NoContent);
        Assert.Empty(await wb.Client.Advert.GetPaymentsAsync(cancellationToken: Cancel));
        await wb.Client.Advert.StopCampaignAsync(1, Cancel);
        await wb.Client.Advert.SetPlacementsAsync(new PlacementsRequest { Campaigns = [] }, Cancel);
        Assert.Equal(3, wb.Arrivals.Count);
    }

    private static FakeHost<IAdvertApi> Host(string json) => new(AdvertJsonContext.Default, json);
}
