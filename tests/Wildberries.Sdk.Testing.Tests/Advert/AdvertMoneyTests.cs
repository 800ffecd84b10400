using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Advert;

public sealed class AdvertMoneyTests
{
    private const string Deposit = "POST advert-api/adv/v1/budget/deposit?id=1";
    private const string Costs = "GET advert-api/adv/v1/upd";
    private const string Payments = "GET advert-api/adv/v1/payments";

    [Fact]
    public async Task A_deposit_moves_money_from_its_source_to_the_budget()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        Assert.Equal("", await harness.AskAsync(Deposit, """{"sum":1000,"type":0}"""));
        Assert.Equal("", await harness.AskAsync(Deposit, """{"sum":2000,"type":1,"return":false}"""));
        Assert.Equal("""{"total":4500,"currency":"RUB"}""", await harness.AskAsync(Deposit, """{"sum":1500,"type":3,"return":true}"""));
        Assert.Equal((49_000, 18_000, 3_500), (adverts.Account, adverts.Balance, adverts.Bonus));
        Assert.Equal(4_500, adverts.Find(1)!.Budget);
        Assert.Equal(
            """{"balance":49000,"net":18000,"currency":"RUB","bonus":3500,"cashbacks":[]}""", await harness.AskAsync("GET advert-api/adv/v1/balance"));
    }

    [Theory]
    [InlineData("""{"sum":999,"type":0}""", "Invalid Params: minimum deposit amount is 1000")]
    [InlineData("""{"sum":50001,"type":0}""", "Low Balance: not enough money")]
    [InlineData("""{"sum":5001,"type":3}""", "Low Balance: not enough money")]
    [InlineData("""{"sum":1000,"type":2}""", "Invalid Params: invalid request body")]
    [InlineData("""{"sum":1000.5,"type":0}""", "Invalid Params: invalid request body")]
    [InlineData("""{"type":0}""", "Invalid Params: invalid request body")]
    [InlineData("no JSON", "Invalid Params: invalid request body")]
    [InlineData("""{"sum":1000,"type":0,"cashback_sum":100}""", "Invalid Params: cashback cannot be used")]
    [InlineData("""{"sum":1000,"type":3,"cashback_sum":100,"cashback_percent":50}""", "Invalid Params: cashback cannot be used")]
    [InlineData("""{"sum":1000,"type":0,"cashback_sum":501,"cashback_percent":50}""", "Invalid Params: not enough cashback")]
    [InlineData("""{"sum":9000,"type":0,"cashback_sum":801,"cashback_percent":50}""", "Invalid Params: not enough cashback")]
    [InlineData("""{"sum":1000,"type":0,"cashback_sum":100,"cashback_percent":40}""", "Invalid Params: not enough cashback")]
    [InlineData("""{"sum":1000,"type":0,"cashback_sum":100,"cashback_percent":30}""", "Invalid Params: not enough cashback")]
    public async Task A_deposit_that_cannot_be_made_moves_nothing(string body, string error)
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        DateTimeOffset now = harness.Clock.GetUtcNow();
        adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 800, Percent = 50, ExpiresAt = now.AddDays(1) });
        adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 800, Percent = 30, ExpiresAt = now });
        Assert.Equal($$"""{"error":"{{error}}"}""", await harness.AskAsync(Deposit, body, 400));
        Assert.Equal((50_000, 20_000, 5_000, 0), (adverts.Account, adverts.Balance, adverts.Bonus, adverts.Find(1)!.Budget));
        Assert.Equal([800, 800], adverts.PromoBonuses.Select(b => b.Sum));
    }

    [Fact]
    public async Task Promo_bonuses_pay_a_part_of_a_deposit()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 800, Percent = 50, ExpiresAt = harness.Clock.GetUtcNow().AddDays(1) });
        Assert.Equal(
            """{"total":1000,"currency":"RUB"}""",
            await harness.AskAsync(Deposit, """{"sum":1000,"type":0,"cashback_sum":500,"cashback_percent":50,"return":true}"""));
        Assert.Equal((49_500, 300), (adverts.Account, adverts.PromoBonuses[0].Sum));
        Assert.Contains(
            ""","cashbacks":[{"sum":300,"percent":50,"expiration_date":"2026-09-02T09:00:00.000000Z"}]""",
            await harness.AskAsync("GET advert-api/adv/v1/balance"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST advert-api/adv/v1/budget/deposit")]
    [InlineData("POST advert-api/adv/v1/budget/deposit?id=77")]
    [InlineData("POST advert-api/adv/v1/budget/deposit?id=2")]
    public async Task A_campaign_that_is_over_or_not_there_gets_no_money(string operation)
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", Status = 7 });
        Assert.Equal("""{"error":"Invalid Advert: invalid advert"}""", await harness.AskAsync(operation, """{"sum":1000,"type":0}""", 400));
        Assert.Equal(50_000, harness.Emulator.Adverts.Account);
    }

    [Fact]
    public async Task An_active_campaign_spends_as_time_goes_on_and_pauses_when_it_has_nothing_left()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        await harness.AskAsync(Deposit, """{"sum":1000,"type":0}""");
        harness.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal((1000, 0), (adverts.Find(1)!.Budget, adverts.Find(1)!.Spent));

        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");
        harness.Clock.Advance(new TimeSpan(2, 30, 36));
        Assert.Equal((849.4m, 150.6m), (adverts.Find(1)!.Budget, adverts.Find(1)!.Spent));
        Assert.Equal(
            """{"adverts":[{"advertId":1,"currency":"RUB","total":849}]}""",
            await harness.AskAsync("POST advert-api/api/advert/v2/budget", """{"advertIds":[1,77]}"""));

        await harness.AskAsync("GET advert-api/adv/v0/pause?id=1");
        harness.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal(849.4m, adverts.Find(1)!.Budget);

        // 849.4 roubles at 100 an hour.
        adverts.SpendPerHour = 100;
        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");
        DateTimeOffset started = harness.Clock.GetUtcNow();
        harness.Clock.Advance(TimeSpan.FromHours(24));
        EmulatedCampaign empty = adverts.Find(1)!;
        Assert.Equal((11, 0, 1000), (empty.Status, empty.Budget, empty.Spent));
        Assert.Equal(started + new TimeSpan(0, 8, 29, 38, 400), empty.ChangedAt);

        // Money alone does not start it again.
        Assert.Equal("""{"total":1500,"currency":"RUB"}""", await harness.AskAsync(Deposit, """{"sum":1500,"type":0,"return":true}"""));
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((11, 1500), (adverts.Find(1)!.Status, adverts.Find(1)!.Budget));
    }

    [Fact]
    public async Task A_deposit_keeps_a_campaign_running()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        await harness.AskAsync(Deposit, """{"sum":1000,"type":0}""");
        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");
        harness.Clock.Advance(TimeSpan.FromHours(16));
        await harness.AskAsync(Deposit, """{"sum":1000,"type":0}""");
        harness.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Equal((9, 80, 1920), (adverts.Find(1)!.Status, adverts.Find(1)!.Budget, adverts.Find(1)!.Spent));
        harness.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((11, 0, 2000), (adverts.Find(1)!.Status, adverts.Find(1)!.Budget, adverts.Find(1)!.Spent));
    }

    [Fact]
    public async Task A_campaign_with_nothing_to_show_spends_nothing()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCampaign empty = harness.Emulator.Adverts.Add(new EmulatedCampaign { Name = "a", Status = 9, Budget = 1000 });
        EmulatedCampaign hidden = harness.Emulator.Adverts.Add(new EmulatedCampaign
        {
            Name = "b",
            Status = 9,
            Budget = 1000,
            Products = [new EmulatedCampaignProduct { NmId = 101, MinusPhrases = ["плед вязаный"] }],
        });
        harness.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1000, 1000), (harness.Emulator.Adverts.Find(empty.Id)!.Budget, harness.Emulator.Adverts.Find(hidden.Id)!.Budget));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"advertIds":[]}""")]
    [InlineData("""{"advertIds":["1"]}""")]
    [InlineData("""{"advertIds":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51]}""")]
    public async Task Budgets_are_asked_for_by_1_to_50_ids(string body)
    {
        await using Harness harness = await OpenAsync();
        using var refused = JsonDocument.Parse(await harness.AskAsync("POST advert-api/api/advert/v2/budget", body, 400));
        Assert.Equal("invalid request body", refused.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Costs_are_told_by_campaign_and_day_and_add_up()
    {
        await using Harness harness = await OpenAsync();
        await harness.AskAsync(Deposit, """{"sum":5000,"type":1}""");
        harness.Emulator.Adverts.SpendPerHour = 10.7m;
        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");
        Assert.Equal("[]", await harness.AskAsync(Costs + "?from=2026-09-01&to=2026-09-01"));

        // Twelve hours of the first day, all of the second, six hours of the third: 449.4 roubles.
        harness.Clock.Advance(TimeSpan.FromHours(42));
        Assert.Equal(
            """[{"updNum":739859,"updTime":"2026-09-02T00:00:00.000000+03:00","updSum":128,"advertId":1,"campName":"Пледы","advertType":9,"paymentType":"Баланс","advertStatus":9},{"updNum":739860,"updTime":"2026-09-03T00:00:00.000000+03:00","updSum":257,"advertId":1,"campName":"Пледы","advertType":9,"paymentType":"Баланс","advertStatus":9},{"updNum":0,"updTime":null,"updSum":64,"advertId":1,"campName":"Пледы","advertType":9,"paymentType":"Баланс","advertStatus":9}]""",
            await harness.AskAsync(Costs + "?from=2026-09-01&to=2026-09-03"));
        using var second = JsonDocument.Parse(await harness.AskAsync(Costs + "?from=2026-09-02&to=2026-09-02"));
        Assert.Equal(257, Assert.Single(second.RootElement.EnumerateArray()).GetProperty("updSum").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=2026-09-01")]
    [InlineData("?from=2026-09-02&to=2026-09-01")]
    [InlineData("?from=2026-09-01&to=2026-10-02")]
    [InlineData("?from=01.09.2026&to=2026-09-02")]
    public async Task Costs_are_told_for_1_to_31_days(string query)
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("Некорректный интервал", await harness.AskAsync(Costs + query, status: 400));
        Assert.Equal("[]", await harness.AskAsync(Costs + "?from=2026-09-01&to=2026-10-01"));
    }

    [Fact]
    public async Task Payments_top_up_the_account_and_are_listed_by_day()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        await harness.AskAsync(Payments, status: 204);
        adverts.AddPayment(1500, at: harness.Clock.GetUtcNow().AddDays(-40));
        adverts.AddPayment(600, type: 0);
        Assert.Equal(52_100, adverts.Account);
        Assert.Equal(
            """[{"id":55261296,"date":"2026-07-23T09:00:00.000000Z","sum":1500,"type":3,"statusId":1,"currency":"RUB","cardStatus":"success"},{"id":55261297,"date":"2026-09-01T09:00:00.000000Z","sum":600,"type":0,"statusId":1,"currency":"RUB","cardStatus":""}]""",
            await harness.AskAsync(Payments));
        using var one = JsonDocument.Parse(await harness.AskAsync(Payments + "?from=2026-09-01&to=2026-09-01"));
        Assert.Equal(600, Assert.Single(one.RootElement.EnumerateArray()).GetProperty("sum").GetInt32());
        await harness.AskAsync(Payments + "?from=2026-08-01&to=2026-08-31", status: 204);
        Assert.Equal("\"Некорректный интервал\"", await harness.AskAsync(Payments + "?from=2026-08-01&to=2026-09-01", status: 400));
        Assert.Equal("\"Некорректный интервал\"", await harness.AskAsync(Payments + "?from=2026-08-01", status: 400));
    }

    [Fact]
    public async Task Budgets_have_a_limit_of_their_own()
    {
        await using Harness harness = await Harness.StartAsync();
        for (int i = 0; i < 4; i++)
            await harness.AskAsync("POST advert-api/api/advert/v2/budget", """{"advertIds":[1]}""");
        await harness.AskAsync("POST advert-api/api/advert/v2/budget", """{"advertIds":[1]}""", 429);
        await harness.AskAsync("GET advert-api/adv/v1/balance");
        harness.Clock.Advance(TimeSpan.FromSeconds(3));
        await harness.AskAsync("POST advert-api/api/advert/v2/budget", """{"advertIds":[1]}""");
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await AdvertTests.OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 1, Name = "Пледы", Products = [new EmulatedCampaignProduct { NmId = 101 }] });
        return harness;
    }
}
