using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Advert.Retired;

#pragma warning disable WBSDK0001 // The point of it.

public sealed partial class RetiredAdvertApiTests
{
    private static readonly Dictionary<string, Func<IRetiredAdvertApi, Task>> Calls = new()
    {
        ["GET /adv/v1/budget?id=4294967297"] = api => api.GetBudgetAsync(4_294_967_297, Cancel),
        ["POST /adv/v1/promotion/adverts [1,2]"] = api => api.GetCampaignsAsync([1, 2], cancellationToken: Cancel),
        ["POST /adv/v1/promotion/adverts?status=9&type=8&order=change&direction=asc null"] = api =>
            api.GetCampaignsAsync(status: CampaignStatus.Active, type: CampaignType.Legacy, order: "change", direction: "asc", cancellationToken: Cancel),
        ["GET /adv/v0/config"] = api => api.GetConfigAsync(Cancel),
        ["""POST /adv/v1/save-ad {"type":8,"name":"pledy","subjectId":765,"sum":500,"btype":1,"on_pause":true,"nms":[5,6],"cpm":150}"""] = api =>
            api.CreateAutomaticCampaignAsync(
                new RetiredAutomaticCampaignRequest
                {
                    Type = 8,
                    Name = "pledy",
                    SubjectId = 765,
                    Sum = 500,
                    FundsSource = DepositSource.Net,
                    OnPause = true,
                    NmIds = [5, 6],
                    Cpm = 150,
                },
                Cancel),
        ["""POST /adv/v0/cpm {"advertId":789,"type":9,"cpm":456,"param":23,"instrument":6}"""] = api =>
            api.SetBidAsync(new RetiredBidRequest { AdvertId = 789, Type = CampaignType.Standard, Cpm = 456, Parameter = 23, Instrument = 6 }, Cancel),
        ["GET /adv/v1/search/set-plus?id=7&fixed=true"] = api => api.SetFixedPhrasesActiveAsync(7, true, Cancel),
        ["""POST /adv/v1/search/set-plus?id=7 {"pluse":["pled"]}"""] = api =>
            api.SetFixedPhrasesAsync(7, new RetiredFixedPhrasesRequest { Phrases = ["pled"] }, Cancel),
        ["""POST /adv/v1/search/set-phrase?id=7 {"phrase":["blue"]}"""] = api =>
            api.SetPhraseMinusPhrasesAsync(7, new RetiredPhraseMinusRequest { Phrases = ["blue"] }, Cancel),
        ["""POST /adv/v1/search/set-strong?id=7 {"strong":["pled blue"]}"""] = api =>
            api.SetExactMinusPhrasesAsync(7, new RetiredExactMinusRequest { Phrases = ["pled blue"] }, Cancel),
        ["""POST /adv/v1/search/set-excluded?id=7 {"excluded":[]}"""] = api => api.SetSearchMinusPhrasesAsync(7, new RetiredExcludedRequest { Phrases = [] }, Cancel),
        ["""POST /adv/v1/auto/set-excluded?id=7 {"excluded":["pled"]}"""] = api =>
            api.SetAutomaticMinusPhrasesAsync(7, new RetiredExcludedRequest { Phrases = ["pled"] }, Cancel),
        ["GET /adv/v1/auto/getnmtoadd?id=7"] = api => api.GetProductsToAddAsync(7, Cancel),
        ["""POST /adv/v1/auto/updatenm?id=7 {"add":[5],"delete":[6,7]}"""] = api =>
            api.UpdateProductsAsync(7, new RetiredProductsRequest { Add = [5], Delete = [6, 7] }, Cancel),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        string answer = expected.Contains("save-ad", StringComparison.Ordinal) ? "9008917"
            : expected.Contains("/adverts", StringComparison.Ordinal) || expected.Contains("getnmtoadd", StringComparison.Ordinal) ? "[]"
            : expected.StartsWith("POST /adv/v1/search/set-plus", StringComparison.Ordinal) ? "[]" : "{}";
        using var host = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, answer);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public void The_calls_above_are_those_of_the_13_operations() => Assert.Equal(
        WildberriesOperations.Of<IRetiredAdvertApi>().Select(operation => $"{operation.HttpMethod} {operation.Path}").Order(StringComparer.Ordinal),
        Calls.Keys.Select(key => Route().Match(key).Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_campaign_is_read_with_the_times_that_WB_wrote_with_a_space()
    {
        using var host = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, """
            [{"endTime":"2100-01-01 00:00:00+03:00","createTime":"2023-05-31 16:57:42.654141+03:00","changeTime":"","startTime":null,
              "name":"Носки","params":[{"intervals":[{"begin":3,"end":5}],"price":"400","subjectId":201,"subjectName":"Носки",
              "nms":[{"nm":4294967297,"active":true}],"active":false}],"dailyBudget":0,"advertId":"12345","status":9,"type":6,
              "paymentType":"cpm","searchPluseState":false,"new":1},{"advertId":2,"params":null,"status":77}]
            """);
        IReadOnlyList<RetiredCampaign> campaigns = (await host.Api.GetCampaignsAsync([12345, 2], cancellationToken: Cancel))!;
        RetiredCampaign first = campaigns[0];
        Assert.Equal((12345, "Носки", CampaignStatus.Active, 6, PaymentType.Cpm), (first.AdvertId, first.Name, first.Status, first.Type?.Value, first.PaymentType));
        Assert.Equal(new DateTimeOffset(2023, 5, 31, 13, 57, 42, TimeSpan.Zero).AddTicks(6_541_410), first.CreatedAt);
        Assert.Equal(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.FromHours(3)), first.EndsAt);
        Assert.Equal((null, null), (first.ChangedAt, first.StartedAt));
        RetiredCampaignParameters parameters = Assert.Single(first.Parameters);
        Assert.Equal((201, 400m, false), (parameters.SubjectId, parameters.Price, parameters.Active));
        Assert.Equal(new RetiredInterval { Begin = 3, End = 5 }, Assert.Single(parameters.Intervals));
        Assert.Equal(new RetiredProduct { NmId = 4_294_967_297, Active = true }, Assert.Single(parameters.Products));
        Assert.Empty(campaigns[1].Parameters);
        Assert.Equal(77, campaigns[1].Status?.Value);
    }

    [Fact]
    public async Task Budget_and_configuration_are_read()
    {
        using var budget = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, """{"cash":0,"netting":0,"total":500,"currency":"RUB"}""");
        Assert.Equal(
            new RetiredBudget { Cash = 0, Netting = 0, Total = 500, Currency = Currency.Rub }, await budget.Api.GetBudgetAsync(1, Cancel));

        using var config = new FakeHost<IRetiredAdvertApi>(
            RetiredAdvertJsonContext.Default,
            """{"categories":[{"id":760,"name":"Авто","cpm_min":112}],"config":[{"description":"Минимальный бюджет","name":"budget_min","value":"1000"}]}""");
        RetiredConfig answer = await config.Api.GetConfigAsync(Cancel);
        Assert.Equal(new RetiredConfigCategory { Id = 760, Name = "Авто", MinimumCpm = 112 }, Assert.Single(answer.Categories));
        Assert.Equal(new RetiredConfigValue { Name = "budget_min", Value = "1000", Description = "Минимальный бюджет" }, Assert.Single(answer.Values));
    }

    [Fact]
    public async Task Lists_of_numbers_and_phrases_are_read_and_an_id_also_from_text()
    {
        using var products = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, "[1111111111,4294967297]");
        Assert.Equal([1_111_111_111, 4_294_967_297], await products.Api.GetProductsToAddAsync(1, Cancel));
        using var phrases = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, """["Фраза 1","Фраза 2"]""");
        Assert.Equal(["Фраза 1", "Фраза 2"], await phrases.Api.SetFixedPhrasesAsync(1, new RetiredFixedPhrasesRequest { Phrases = [] }, Cancel));
        using var created = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, "\"9008917\"");
        Assert.Equal(9_008_917, await created.Api.CreateAutomaticCampaignAsync(new RetiredAutomaticCampaignRequest(), Cancel));
    }

    [Fact]
    public async Task What_is_not_set_is_not_sent()
    {
        using var host = new FakeHost<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default, "1");
        await host.Api.CreateAutomaticCampaignAsync(new RetiredAutomaticCampaignRequest { Name = "a" }, Cancel);
        Assert.Equal(["""POST /adv/v1/save-ad {"name":"a","nms":[]}"""], host.Requests);
    }

    [Fact]
    public void What_WB_would_not_take_is_refused_when_it_is_set()
    {
        string[] phrases = [.. Enumerable.Range(0, 1001).Select(i => $"фраза {i}")];
        Assert.Throws<ArgumentException>(() => new RetiredExcludedRequest { Phrases = phrases });
        Assert.Throws<ArgumentException>(() => new RetiredExactMinusRequest { Phrases = phrases });
        Assert.Throws<ArgumentException>(() => new RetiredPhraseMinusRequest { Phrases = phrases });
        Assert.Throws<ArgumentException>(() => new RetiredFixedPhrasesRequest { Phrases = phrases[..101] });
        Assert.Equal(100, new RetiredFixedPhrasesRequest { Phrases = phrases[..100] }.Phrases.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetiredAutomaticCampaignRequest { Sum = 500.5m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetiredAutomaticCampaignRequest { Cpm = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetiredBidRequest { AdvertId = 1, Type = CampaignType.Standard, Cpm = 0.5m, Parameter = 1 });
    }

    [Fact]
    public async Task A_client_that_was_not_told_of_it_does_not_have_it()
    {
        using var wb = new FakeWildberries();
        Assert.Throws<InvalidOperationException>(() => wb.Client.Api<IRetiredAdvertApi>());
        Assert.Null(wb.Services.GetService<IRetiredAdvertApi>());
        using var client = WildberriesClient.Create(TestTokens.Create(), options => options.AddRetiredAdvertApi());
        Assert.NotNull(client.Api<IRetiredAdvertApi>());
    }

    [Fact]
    public async Task It_can_be_injected_and_calls_as_the_seller()
    {
        string token = TestTokens.Create();
        using var wb = new FakeWildberries(services: services => services.AddWildberries().AddRetiredAdvertApi(), token: token);
        wb.Answer(HttpStatusCode.OK, """{"total":500}""");
        Assert.Equal(500, (await wb.Services.GetRequiredService<IRetiredAdvertApi>().GetBudgetAsync(5, Cancel)).Total);
        FakeWildberries.Arrival arrival = Assert.Single(wb.Arrivals);
        Assert.Equal(("https://advert-api.wildberries.ru/adv/v1/budget?id=5", token), (arrival.Uri.AbsoluteUri, arrival.Token));
    }

    [Fact]
    public async Task The_token_is_checked_before_the_network()
    {
        using var wb = Open(TestTokens.Create(categories: TokenCategory.Prices));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.Api<IRetiredAdvertApi>().GetBudgetAsync(5, Cancel));

        // A GET that writes.
        using var readOnly = Open(TestTokens.Create(readOnly: true));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => readOnly.Client.Api<IRetiredAdvertApi>().SetFixedPhrasesActiveAsync(5, true, Cancel));
        Assert.Empty(wb.Arrivals);
        Assert.Empty(readOnly.Arrivals);
        readOnly.Answer(HttpStatusCode.OK, "[5]");
        Assert.Equal([5], await readOnly.Client.Api<IRetiredAdvertApi>().GetProductsToAddAsync(5, Cancel));
    }

    [Fact]
    public async Task The_limits_are_kept()
    {
        using var wb = Open(TestTokens.Create(TokenType.Base));
        IRetiredAdvertApi api = wb.Client.Api<IRetiredAdvertApi>();
        wb.Answer(HttpStatusCode.OK, "{}").Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK);
        await api.GetBudgetAsync(5, Cancel);
        WildberriesRateLimitException limited = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => api.GetBudgetAsync(5, Cancel));
        Assert.InRange(limited.RetryAfter!.Value, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));

        await api.SetAutomaticMinusPhrasesAsync(5, new RetiredExcludedRequest { Phrases = [] }, Cancel);
        Task<bool> second = Second();
        await wb.Elapse(second);
        Assert.True(wb.Arrivals[2].At - wb.Arrivals[1].At >= TimeSpan.FromSeconds(6));

        async Task<bool> Second()
        {
            await api.SetAutomaticMinusPhrasesAsync(5, new RetiredExcludedRequest { Phrases = [] }, Cancel);
            return true;
        }
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_sent_once()
    {
        using var wb = Open(TestTokens.Create());
        wb.Fail(() => new HttpRequestException("reset"));
        await Assert.ThrowsAsync<WildberriesConnectionException>(
            () => wb.Client.Api<IRetiredAdvertApi>().CreateAutomaticCampaignAsync(new RetiredAutomaticCampaignRequest { Name = "a" }, Cancel));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public void Each_member_names_operations_that_WB_has_today_in_its_place()
    {
        foreach (MethodInfo method in typeof(IRetiredAdvertApi).GetMethods())
        {
            string message = method.GetCustomAttribute<ObsoleteAttribute>()!.Message!;
            MatchCollection named = Replacement().Matches(message);
            Assert.True(named.Count > 0, message);
            foreach (Match match in named)
            {
                MethodInfo? today = typeof(IAdvertApi).GetMethod(match.Groups["member"].Value);
                Assert.True(today is not null, message);
                HttpMethodAttribute route = today.GetCustomAttribute<HttpMethodAttribute>()!;
                Assert.Equal($"{route.Method} {route.Path}", match.Groups["route"].Value);
            }
        }

        Assert.NotNull(typeof(IRetiredAdvertApi).GetCustomAttribute<ObsoleteAttribute>());
    }

    private static FakeWildberries Open(string token) => new(options => options.AddRetiredAdvertApi(), token: token);

    [GeneratedRegex(@"^\w+ [^ ?]+")]
    private static partial Regex Route();

    [GeneratedRegex(@"IAdvertApi\.(?<member>\w+) \((?<route>[^)]+)\)")]
    private static partial Regex Replacement();
}
