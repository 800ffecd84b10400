using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Advert;

public sealed class AdvertTests
{
    private const string Campaigns = "GET advert-api/api/advert/v2/adverts";
    private const string Create = "POST advert-api/adv/v2/seacat/save-ad";
    private const string Start = "GET advert-api/adv/v0/start?id=";
    private const string Pause = "GET advert-api/adv/v0/pause?id=";
    private const string Stop = "GET advert-api/adv/v0/stop?id=";
    private const string Delete = "GET advert-api/adv/v0/delete?id=";

    [Fact]
    public async Task A_campaign_is_created_and_lives_through_its_statuses()
    {
        await using Harness harness = await OpenAsync();
        string id = await harness.AskAsync(Create, """{"name":"Пледы","nms":[101,102],"placement_types":["search","recommendations"]}""");
        Assert.Equal(
            """{"adverts":[{"bid_type":"manual","currency":"RUB","id":ID,"nm_settings":[{"bids_kopecks":{"recommendations":12000,"search":15000},"nm_id":101,"subject":{"id":765,"name":"Пледы"}},{"bids_kopecks":{"recommendations":12000,"search":15000},"nm_id":102,"subject":{"id":812,"name":"Кружки"}}],"restrictions":{"can_change_nms":true},"settings":{"name":"Пледы","payment_type":"cpm","placements":{"recommendations":true,"search":true}},"status":4,"timestamps":{"created":"2026-09-01T12:00:00.000000+03:00","deleted":"2100-01-01T00:00:00+03:00","started":null,"updated":"2026-09-01T12:00:00.000000+03:00"}}]}"""
                .Replace("ID", id, StringComparison.Ordinal),
            await harness.AskAsync(Campaigns + "?ids=" + id));

        await harness.AskAsync("POST advert-api/adv/v1/budget/deposit?id=" + id, """{"sum":1000,"type":0}""");
        harness.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("", await harness.AskAsync(Start + id));
        Assert.Equal(9, Find(harness, id).Status);
        Assert.Equal(harness.Clock.GetUtcNow(), Find(harness, id).StartedAt);
        await harness.AskAsync(Start + id, status: 422);
        await harness.AskAsync(Delete + id, status: 400);

        Assert.Equal("", await harness.AskAsync(Pause + id));
        Assert.Equal(11, Find(harness, id).Status);
        await harness.AskAsync(Pause + id, status: 422);
        await harness.AskAsync(Start + id);
        Assert.Equal("", await harness.AskAsync(Stop + id));
        Assert.Equal(7, Find(harness, id).Status);
        foreach (string operation in (string[])[Start, Pause, Stop])
            Assert.Equal("Статус кампании не изменен", await harness.AskAsync(operation + id, status: 422));
    }

    [Theory]
    [InlineData("start", "", "Invalid Advert: invalid advert")]
    [InlineData("start", "x", "Invalid Advert: invalid advert")]
    [InlineData("start", "77", "AdvertChangeStatus: Not Found: advert not found")]
    [InlineData("start", "1", "AdvertChangeStatus: Low Budget: not enough budget")]
    [InlineData("pause", "77", "AdvertChangeStatus: Not Found: advert not found")]
    [InlineData("stop", "0", "Invalid Advert: invalid advert")]
    [InlineData("delete", "77", "Некорректный ID кампании")]
    [InlineData("delete", "x", "Некорректный ID кампании")]
    public async Task A_change_of_status_that_cannot_be_made_says_why(string operation, string id, string error)
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        Assert.Equal($$"""{"error":"{{error}}"}""", await harness.AskAsync($"GET advert-api/adv/v0/{operation}?id={id}", status: 400));
    }

    [Fact]
    public async Task A_status_that_does_not_change_is_said_in_plain_text()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        using HttpResponseMessage response = await harness.GetAsync("advert-api/adv/v0/pause?id=1");
        Assert.Equal((422, "text/plain"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_campaign_that_is_ready_can_be_deleted_and_is_gone_some_minutes_later()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        Add(harness, 2, status: 11);
        Assert.Equal("", await harness.AskAsync(Delete + 1));
        await harness.AskAsync(Delete + 2, status: 400);
        JsonElement deleted = (await harness.GetJsonAsync("advert-api/api/advert/v2/adverts?statuses=-1")).GetProperty("adverts")[0];
        Assert.Equal((1, -1), (deleted.GetProperty("id").GetInt32(), deleted.GetProperty("status").GetInt32()));
        Assert.Equal("2026-09-01T12:00:00.000000+03:00", deleted.GetProperty("timestamps").GetProperty("deleted").GetString());
        await harness.AskAsync(Delete + 1, status: 400);
        await harness.AskAsync(Start + 1, status: 400);

        harness.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([2], harness.Emulator.Adverts.All.Select(c => c.Id));
    }

    [Fact]
    public async Task A_campaign_has_another_name_at_any_time_but_while_it_is_deleted()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1, status: 7);
        Add(harness, 2);
        const string rename = "POST advert-api/adv/v0/rename";
        Assert.Equal("", await harness.AskAsync(rename, """{"advertId":1,"name":"Новое имя"}"""));
        Assert.Equal("Новое имя", Find(harness, "1").Name);
        string longest = new('я', 100);
        await harness.AskAsync(rename, $$"""{"advertId":1,"name":"{{longest}}"}""");
        Assert.Equal("Некорректное название", await harness.AskAsync(rename, $$"""{"advertId":1,"name":"{{longest}}я"}""", 400));
        Assert.Equal("Некорректное название", await harness.AskAsync(rename, """{"advertId":1,"name":" "}""", 400));
        Assert.Equal("Некорректный ID РК", await harness.AskAsync(rename, """{"advertId":77,"name":"a"}""", 400));
        Assert.Equal("Ошибка обработки тела запроса", await harness.AskAsync(rename, "[", 422));
        await harness.AskAsync(Delete + 2);
        Assert.Equal("Ошибка изменения названия кампании", await harness.AskAsync(rename, """{"advertId":2,"name":"a"}""", 422));
        Assert.Equal(longest, Find(harness, "1").Name);
    }

    [Fact]
    public async Task Campaigns_are_counted_by_type_and_status()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("""{"adverts":null,"all":0}""", await harness.AskAsync("GET advert-api/adv/v1/promotion/count"));
        Add(harness, 3, status: 11);
        Add(harness, 1);
        Add(harness, 2);
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 4, Name = "Старая", Type = 8, Status = 7 });
        const string Item = """{"advertId":ID,"changeTime":"2026-09-01T12:00:00.000000+03:00"}""";
        Assert.Equal(
            $$"""{"adverts":[{"type":8,"status":7,"count":1,"advert_list":[{{For(4)}}]},{"type":9,"status":4,"count":2,"advert_list":[{{For(1)}},{{For(2)}}]},{"type":9,"status":11,"count":1,"advert_list":[{{For(3)}}]}],"all":4}""",
            await harness.AskAsync("GET advert-api/adv/v1/promotion/count"));

        static string For(int id) => Item.Replace("ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1 2 3")]
    [InlineData("?ids=3,1,77", "1 3")]
    [InlineData("?statuses=4,11", "1 2")]
    [InlineData("?statuses=-1", "")]
    [InlineData("?payment_type=cpc", "2")]
    [InlineData("?ids=1,2&payment_type=cpm&statuses=4", "1")]
    public async Task Campaigns_are_found_by_id_status_and_way_of_paying(string query, string ids)
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", Status = 11, PaysPerClick = true });
        Add(harness, 3, status: 8);
        JsonElement found = (await harness.GetJsonAsync("advert-api/api/advert/v2/adverts" + query)).GetProperty("adverts");
        Assert.Equal(ids, string.Join(' ', found.EnumerateArray().Select(c => c.GetProperty("id").GetInt32())));
    }

    [Theory]
    [InlineData("?ids=1,x", "invalid ids")]
    [InlineData("?statuses=5", "invalid statuses value")]
    [InlineData("?payment_type=cpx", "invalid payment_type value")]
    public async Task A_filter_that_makes_no_sense_is_400(string query, string detail)
    {
        await using Harness harness = await OpenAsync();
        AssertRefused(detail, await harness.AskAsync(Campaigns + query, status: 400));
    }

    [Fact]
    public async Task At_most_50_campaigns_are_found_by_id()
    {
        await using Harness harness = await OpenAsync();
        await harness.AskAsync(Campaigns + "?ids=" + string.Join(',', Enumerable.Range(1, 50)));
        AssertRefused("invalid ids", await harness.AskAsync(Campaigns + "?ids=" + string.Join(',', Enumerable.Range(1, 51)), status: 400));
    }

    [Theory]
    [InlineData("""{"nms":[101]}""", "Некорректное название")]
    [InlineData("""{"name":"","nms":[101]}""", "Некорректное название")]
    [InlineData("""{"name":"a","nms":[101,101]}""", "Некорректный список карточек товаров")]
    [InlineData("""{"name":"a","nms":[999]}""", "Нет доступных категорий для рк. Создайте новую кампанию для попадания в текущие категории")]
    [InlineData("""{"name":"a","nms":["101"]}""", "Ошибка обработки тела запроса")]
    [InlineData("""{"name":"a","bid_type":"auto"}""", "Ошибка обработки тела запроса")]
    [InlineData("""{"name":"a","payment_type":"cpx"}""", "Ошибка обработки тела запроса")]
    [InlineData("""{"name":"a","placement_types":["combined"]}""", "Ошибка обработки тела запроса")]
    [InlineData("no JSON", "Ошибка обработки тела запроса")]
    public async Task A_campaign_that_makes_no_sense_is_not_created(string body, string text)
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal($"\"{text}\"", await harness.AskAsync(Create, body, 400));
        Assert.Empty(harness.Emulator.Adverts.All);
    }

    [Fact]
    public async Task A_unified_campaign_is_everywhere_with_one_bid_and_one_that_pays_for_clicks_has_the_least_bid()
    {
        await using Harness harness = await OpenAsync();
        string unified = await harness.AskAsync(Create, """{"name":"a","nms":[101],"bid_type":"unified"}""");
        string clicks = await harness.AskAsync(Create, """{"name":"b","nms":[101],"payment_type":"cpc"}""");
        EmulatedCampaign first = Find(harness, unified), second = Find(harness, clicks);
        Assert.Equal((true, true, true, false), (first.IsUnified, first.InSearch, first.InRecommendations, first.PaysPerClick));
        Assert.Equal((10_000, 10_000), (first.Products[0].SearchBidKopecks, first.Products[0].RecommendationsBidKopecks));
        Assert.Equal((false, true, false, true), (second.IsUnified, second.InSearch, second.InRecommendations, second.PaysPerClick));
        Assert.Equal((600, 0), (second.Products[0].SearchBidKopecks, second.Products[0].RecommendationsBidKopecks));
    }

    [Fact]
    public async Task What_campaigns_may_promote_is_listed_by_subject()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal(
            """[{"id":765,"name":"Пледы","count":2},{"id":812,"name":"Кружки","count":1}]""",
            await harness.AskAsync("GET advert-api/adv/v1/supplier/subjects?payment_type=cpc"));
        await harness.AskAsync("GET advert-api/adv/v1/supplier/subjects?payment_type=x", status: 404);
        Assert.Equal("""[{"title":"Кружка","nm":102,"subjectId":812}]""", await harness.AskAsync("POST advert-api/adv/v2/supplier/nms", "[812,5]"));
        Assert.Equal("null", await harness.AskAsync("POST advert-api/adv/v2/supplier/nms", "[5]"));
        Assert.Equal("Ошибка обработки тела запроса", await harness.AskAsync("POST advert-api/adv/v2/supplier/nms", """["812"]""", 400));

        await using Harness empty = await Harness.StartAsync();
        Assert.Equal("null", await empty.AskAsync("GET advert-api/adv/v1/supplier/subjects"));
    }

    [Fact]
    public async Task A_GET_that_writes_is_not_for_read_only_tokens()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        harness.Token = harness.Emulator.CreateToken(readOnly: true);
        await harness.AskAsync(Delete + 1, status: 403);
        await harness.AskAsync(Campaigns);
        Assert.Equal(4, Find(harness, "1").Status);
    }

    [Fact]
    public async Task Campaigns_and_products_that_cannot_be_are_refused()
    {
        await using Harness harness = await OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        EmulatedCampaignProduct product = new() { NmId = 101 };
        foreach (EmulatedCampaign bad in (EmulatedCampaign[])
            [
                new() { Name = "a", Status = 5 },
                new() { Name = "a", Id = -1 },
                new() { Name = "a", Budget = -1 },
                new() { Name = "a", SpendPerHour = -1 },
                new() { Name = "a", Products = [product, product] },
                new() { Name = "a", Products = [new EmulatedCampaignProduct { NmId = 0 }] },
                new() { Name = "a", Products = [.. Enumerable.Range(1, 51).Select(i => new EmulatedCampaignProduct { NmId = i })] },
            ])
        {
            Assert.Throws<ArgumentException>(() => adverts.Add(bad));
        }

        Assert.Throws<ArgumentException>(() => adverts.AddProduct(new EmulatedAdvertProduct { NmId = 0 }));
        Assert.Throws<ArgumentException>(() => adverts.AddProduct(new EmulatedAdvertProduct { NmId = 1, Price = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => adverts.SpendPerHour = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => adverts.Account = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => adverts.AddPayment(0));
        Assert.Throws<ArgumentException>(() => adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 1, Percent = 101, ExpiresAt = default }));
        Assert.Empty(adverts.All);
        Assert.Equal(3, adverts.Products.Count);
    }

    [Fact]
    public async Task A_product_of_a_campaign_becomes_one_that_campaigns_may_promote()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCampaign added = harness.Emulator.Adverts.Add(new EmulatedCampaign { Name = "a", Products = [new EmulatedCampaignProduct { NmId = 7 }] });
        Assert.Equal([7, 101, 102, 103], harness.Emulator.Adverts.Products.Select(p => p.NmId));
        EmulatedCampaign next = harness.Emulator.Adverts.Add(new EmulatedCampaign { Name = "b" });
        Assert.Equal(added.Id + 1, next.Id);
    }

    [Fact]
    public async Task A_seeded_emulator_has_campaigns_that_spend()
    {
        await using Harness seeded = await Harness.StartAsync(o => o.Seed = true);
        Assert.Equal([9, 11, 4, 7], seeded.Emulator.Adverts.All.Select(c => c.Status));
        Assert.Equal((9_200m, 10_800m), (seeded.Emulator.Adverts.All[0].Budget, seeded.Emulator.Adverts.All[0].Spent));
        Assert.Equal((0m, 6_000m), (seeded.Emulator.Adverts.All[1].Budget, seeded.Emulator.Adverts.All[1].Spent));
        Assert.NotEmpty(seeded.Emulator.Adverts.Payments);
        Assert.NotEmpty(seeded.Emulator.Adverts.PromoBonuses);
        await using Harness empty = await Harness.StartAsync();
        Assert.Empty(empty.Emulator.Adverts.All);
    }

    internal static async Task<Harness> OpenAsync()
    {
        Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        adverts.AddProduct(new EmulatedAdvertProduct { NmId = 101, Title = "Плед", SubjectId = 765, SubjectName = "Пледы", Price = 2000, SearchClusters = ["плед вязаный"] });
        adverts.AddProduct(new EmulatedAdvertProduct { NmId = 102, Title = "Кружка", SubjectId = 812, SubjectName = "Кружки", Price = 700 });
        adverts.AddProduct(new EmulatedAdvertProduct { NmId = 103, Title = "Плед серый", SubjectId = 765, SubjectName = "Пледы" });
        return harness;
    }

    internal static void AssertRefused(string detail, string answer)
    {
        using var body = JsonDocument.Parse(answer);
        Assert.Equal(
            (detail, "camp-api-public-cache", 400, "invalid payload", 32),
            (Text("detail"), Text("origin"), body.RootElement.GetProperty("status").GetInt32(), Text("title"), Text("request_id")!.Length));
        string? Text(string name) => body.RootElement.GetProperty(name).GetString();
    }

    internal static void Add(Harness harness, long id, int status = 4) => harness.Emulator.Adverts.Add(new EmulatedCampaign
    {
        Id = id,
        Name = $"Кампания {id}",
        Status = status,
        Products = [new EmulatedCampaignProduct { NmId = 101 }, new EmulatedCampaignProduct { NmId = 102 }],
    });

    internal static EmulatedCampaign Find(Harness harness, string id) =>
        harness.Emulator.Adverts.Find(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))!;
}
