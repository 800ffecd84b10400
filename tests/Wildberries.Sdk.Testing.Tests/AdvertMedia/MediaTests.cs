using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.AdvertMedia;

public sealed class MediaTests
{
    private const string Host = "advert-media-api/adv/v1/";

    [Fact]
    public async Task Campaigns_are_counted_in_an_object_if_they_are_of_one_kind_and_in_a_list_otherwise()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("""{"all":0,"adverts":null}""", await harness.AskAsync($"GET {Host}count"));
        Add(harness, 1);
        Add(harness, 2);
        Assert.Equal("""{"all":2,"adverts":{"type":2,"status":6,"count":2}}""", await harness.AskAsync($"GET {Host}count"));
        Add(harness, 3, status: 7, type: 1);
        Assert.Equal(
            """{"all":3,"adverts":[{"type":1,"status":7,"count":1},{"type":2,"status":6,"count":2}]}""", await harness.AskAsync($"GET {Host}count"));
    }

    [Theory]
    [InlineData("", "1 2 3")]
    [InlineData("?status=7", "2")]
    [InlineData("?status=6,7&type=2", "1 3")]
    [InlineData("?order=create", "3 1 2")]
    [InlineData("?order=id&direction=desc", "3 2 1")]
    [InlineData("?limit=1&offset=1", "2")]
    public async Task Campaigns_are_listed_by_status_type_order_and_page(string query, string ids)
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        Add(harness, 2, status: 7, type: 1);
        Add(harness, 3, daysAgo: 20);
        JsonElement list = await harness.GetJsonAsync(Host + "adverts" + query);
        Assert.Equal(ids, string.Join(' ', list.EnumerateArray().Select(c => c.GetProperty("advertId").GetInt32())));
    }

    [Fact]
    public async Task Where_there_is_no_campaign_there_is_no_body()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("", await harness.AskAsync($"GET {Host}adverts", status: 204));
        Assert.Equal("", await harness.AskAsync($"GET {Host}advert?id=5", status: 204));
        Assert.Equal("Некорректный ID РК", await harness.AskAsync($"GET {Host}advert?id=x", status: 400));
    }

    [Fact]
    public async Task A_campaign_is_told_with_its_banners()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 5);
        Assert.Equal(
            """{"advertId":5,"name":"Баннер","brand":"Тёплый дом","type":2,"status":6,"createTime":"2026-08-30T12:00:00.000000+03:00","extended":{"reason":null,"expenses":0,"from":"2026-08-30T12:00:00.000000+03:00","to":"2026-09-09T12:00:00.000000+03:00","updated_at":"2026-08-30T12:00:00.000000+03:00","price":0,"budget":36000,"operation":1,"contract_id":0},"items":[{"id":50,"name":"Тёплый дом","status":6,"place":1,"budget":36000,"daily_limit":0,"category_name":"Главная","cpm":350,"url":"https://www.wildberries.ru/promotions/50","advert_type":1,"created_at":"2026-08-30T12:00:00.000000+03:00","updated_at":"2026-08-30T12:00:00.000000+03:00","date_from":"2026-08-30T12:00:00.000000+03:00","date_to":"2026-09-09T12:00:00.000000+03:00","nms":[101],"subject_name":"Дом","show_hours":[{"From":0,"To":23}]}]}""",
            await harness.AskAsync($"GET {Host}advert?id=5"));
    }

    [Fact]
    public async Task Statistics_are_for_an_interval_for_days_or_for_all_time()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 5);
        using var answer = JsonDocument.Parse(await harness.AskAsync(
            $"POST {Host}stats",
            """[{"id":5,"interval":{"begin":"2026-08-31","end":"2026-09-30"}},{"id":5,"dates":["2026-08-30","2026-08-29"]},{"id":5},{"id":77}]"""));
        JsonElement[] rows = [.. answer.RootElement.EnumerateArray()];
        Assert.Equal("""{"begin":"2026-08-31","end":"2026-09-30"}""", rows[0].GetProperty("interval").GetRawText());
        Assert.Equal("""["2026-08-30","2026-08-29"]""", rows[1].GetProperty("dates").GetRawText());
        Assert.Equal("""{"advert_id":77,"error":"кампания не найдена"}""", rows[3].GetRawText());

        // Three days until now, of which the interval has two.
        Assert.Equal([20_000, 10_000, 30_000], rows[..3].Select(r => r.GetProperty("stats")[0].GetProperty("views").GetInt32()));
        JsonElement banner = rows[1].GetProperty("stats")[0];
        Assert.Equal(
            """[{"date":"2026-08-30T00:00:00+03:00","app_type_stats":[{"app_type":1,"stats":[{"views":2000,"clicks":20,"atbs":6,"orders":2,"cr":10,"ctr":1}]},{"app_type":32,"stats":[{"views":5000,"clicks":50,"atbs":15,"orders":5,"cr":10,"ctr":1}]},{"app_type":64,"stats":[{"views":3000,"clicks":30,"atbs":9,"orders":3,"cr":10,"ctr":1}]}]}]""",
            banner.GetProperty("daily_stats").GetRawText());
        Assert.Equal((3500m, 35m, 30m, 33), (Number("expenses"), Number("cpc"), Number("cr1"), Number("cr2")));
        decimal Number(string name) => banner.GetProperty(name).GetDecimal();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[5]")]
    [InlineData("""[{"dates":["2026-09-01"]}]""")]
    [InlineData("""[{"id":5,"dates":["1.9.2026"]}]""")]
    [InlineData("""[{"id":5,"interval":{"begin":"2026-09-02","end":"2026-09-01"}}]""")]
    public async Task Statistics_that_make_no_sense_are_400(string body)
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("""{"error":"Некорректное тело запроса"}""", await harness.AskAsync($"POST {Host}stats", body, 400));
    }

    [Fact]
    public async Task Campaigns_that_cannot_be_are_refused_and_ids_go_on()
    {
        await using Harness harness = await OpenAsync();
        EmulatedMediaCampaigns media = harness.Emulator.MediaCampaigns;
        DateTimeOffset now = harness.Clock.GetUtcNow();
        EmulatedMediaCampaign good = new() { Name = "a", StartsAt = now, EndsAt = now };
        Assert.Throws<ArgumentException>(() => media.Add(good with { Type = 3 }));
        Assert.Throws<ArgumentException>(() => media.Add(good with { Status = 12 }));
        Assert.Throws<ArgumentException>(() => media.Add(good with { EndsAt = now.AddTicks(-1) }));
        Assert.Equal(media.Add(good).Id + 1, media.Add(good).Id);
        Assert.Equal(2, media.All.Count);
    }

    [Fact]
    public async Task A_seeded_emulator_has_media_campaigns()
    {
        await using Harness seeded = await Harness.StartAsync(o => o.Seed = true);
        Assert.Equal([6, 7], seeded.Emulator.MediaCampaigns.All.Select(c => c.Status));
        await using Harness empty = await Harness.StartAsync();
        Assert.Empty(empty.Emulator.MediaCampaigns.All);
    }

    private static Task<Harness> OpenAsync() => Harness.StartAsync(o => o.RateLimits = false);

    private static void Add(Harness harness, long id, int status = 6, int type = 2, int daysAgo = 2) =>
        harness.Emulator.MediaCampaigns.Add(new EmulatedMediaCampaign
        {
            Id = id,
            Name = "Баннер",
            Brand = "Тёплый дом",
            Type = type,
            Status = status,
            StartsAt = harness.Clock.GetUtcNow().AddDays(-daysAgo),
            EndsAt = harness.Clock.GetUtcNow().AddDays(8),
            Budget = 36_000,
            Banners = [new EmulatedBanner { Id = id * 10, NmIds = [101] }],
        });
}
