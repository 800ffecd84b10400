using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Advert;

public sealed class AdvertStatisticsTests
{
    private const string Statistics = "GET advert-api/adv/v3/fullstats";

    [Fact]
    public async Task Statistics_follow_from_what_was_spent_day_by_day()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 1, Name = "1", Status = 9, Budget = 5000, Products = [new EmulatedCampaignProduct { NmId = 101 }] });

        // Twelve hours of one day and ten of the next: 60 roubles, 400 views and 20 clicks each.
        harness.Clock.Advance(TimeSpan.FromHours(22));
        using var all = JsonDocument.Parse(await harness.AskAsync(Statistics + "?ids=1,77&beginDate=2026-08-30&endDate=2026-09-02"));
        JsonElement campaign = Assert.Single(all.RootElement.EnumerateArray());
        Assert.Equal((1320, 8800, 440), Figures(campaign));
        Assert.Equal((3m, 5m, 21), (campaign.GetProperty("cpc").GetDecimal(), campaign.GetProperty("ctr").GetDecimal(), campaign.GetProperty("orders").GetInt32()));
        Assert.Equal(42_000, campaign.GetProperty("sum_price").GetDecimal());
        Assert.False(campaign.TryGetProperty("boosterStats", out _));
        Assert.Equal(
            [("2026-09-01T00:00:00Z", (720, 4800, 240)), ("2026-09-02T00:00:00Z", (600, 4000, 200))],
            campaign.GetProperty("days").EnumerateArray().Select(d => (d.GetProperty("date").GetString()!, Figures(d))));
        Assert.Equal(
            """{"atbs":6,"canceled":0,"clicks":40,"cpc":3.0,"cr":5,"ctr":5,"orders":2,"shks":2,"sum":120.0,"sum_price":4000,"views":800,"appType":1,"nms":[{"atbs":6,"canceled":0,"clicks":40,"cpc":3.0,"cr":5,"ctr":5,"orders":2,"shks":2,"sum":120.0,"sum_price":4000,"views":800,"name":"Плед","nmId":101}]}""",
            campaign.GetProperty("days")[1].GetProperty("apps")[0].GetRawText());
        Assert.Equal([1, 32, 64], campaign.GetProperty("days")[1].GetProperty("apps").EnumerateArray().Select(a => a.GetProperty("appType").GetInt32()));

        using var second = JsonDocument.Parse(await harness.AskAsync(Statistics + "?ids=1&beginDate=2026-09-02&endDate=2026-09-02"));
        Assert.Equal((600, 4000, 200), Figures(second.RootElement[0]));
    }

    [Fact]
    public async Task Parts_add_up_to_their_sums_however_odd_the_figures_are()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign
        {
            Id = 1,
            Name = "1",
            Status = 9,
            Budget = 50_000,
            SpendPerHour = 71.37m,
            InRecommendations = true,
            Products = [new EmulatedCampaignProduct { NmId = 101, SearchBidKopecks = 17_300 }, new EmulatedCampaignProduct { NmId = 102 }, new EmulatedCampaignProduct { NmId = 103 }],
        });
        harness.Clock.Advance(TimeSpan.FromHours(57.77));
        using var all = JsonDocument.Parse(await harness.AskAsync(Statistics + "?ids=1&beginDate=2026-09-01&endDate=2026-09-04"));
        JsonElement campaign = all.RootElement[0];
        Assert.Equal(Figures(campaign), Sum(campaign.GetProperty("days")));
        foreach (JsonElement day in campaign.GetProperty("days").EnumerateArray())
        {
            Assert.Equal(Figures(day), Sum(day.GetProperty("apps")));
            foreach (JsonElement app in day.GetProperty("apps").EnumerateArray())
            {
                Assert.Equal(3, app.GetProperty("nms").GetArrayLength());
                Assert.Equal(Figures(app), Sum(app.GetProperty("nms")));
            }
        }

        // No more than a kopeck off for each part.
        Assert.InRange(harness.Emulator.Adverts.Find(1)!.Spent - Figures(campaign).Sum, -0.3m, 0.3m);

        static (decimal Sum, int Views, int Clicks) Sum(JsonElement parts) => parts.EnumerateArray().Select(Figures)
            .Aggregate((Sum: 0m, Views: 0, Clicks: 0), (a, b) => (a.Sum + b.Sum, a.Views + b.Views, a.Clicks + b.Clicks));
    }

    [Fact]
    public async Task Campaigns_that_are_ready_or_have_spent_nothing_have_no_statistics()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        DateTimeOffset ago = harness.Clock.GetUtcNow().AddHours(-3);
        EmulatedCampaignProduct[] products = [new() { NmId = 102 }];
        adverts.Add(new EmulatedCampaign { Id = 1, Name = "1", Products = products });
        adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", Status = 11, Budget = 5000, Products = products });
        adverts.Add(new EmulatedCampaign { Id = 3, Name = "3", Status = 9, StartedAt = ago, Budget = 5000, Products = products });
        adverts.Add(new EmulatedCampaign { Id = 4, Name = "4", Status = 9, StartedAt = ago, Budget = 5000, Products = products });
        await harness.AskAsync("GET advert-api/adv/v0/stop?id=4");
        harness.Clock.Advance(TimeSpan.FromHours(1));
        using var all = JsonDocument.Parse(await harness.AskAsync(Statistics + "?ids=1,2,3,4&beginDate=2026-09-01&endDate=2026-09-01"));
        Assert.Equal([(3, 240m), (4, 180m)], all.RootElement.EnumerateArray().Select(c => (c.GetProperty("advertId").GetInt32(), Figures(c).Sum)));
    }

    [Fact]
    public async Task A_unified_campaign_tells_the_position_of_its_products()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign
        {
            Id = 1,
            Name = "1",
            Status = 9,
            IsUnified = true,
            InRecommendations = true,
            Budget = 5000,
            Products = [new EmulatedCampaignProduct { NmId = 102 }],
        });
        harness.Clock.Advance(TimeSpan.FromHours(1));
        using var all = JsonDocument.Parse(await harness.AskAsync(Statistics + "?ids=1&beginDate=2026-09-01&endDate=2026-09-01"));
        Assert.Equal("""[{"avg_position":6,"date":"2026-09-01","nm":102}]""", all.RootElement[0].GetProperty("boosterStats").GetRawText());
    }

    [Fact]
    public async Task Who_pays_for_clicks_is_not_told_the_views_of_a_cluster()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        harness.Emulator.Adverts.Add(new EmulatedCampaign
        {
            Id = 1,
            Name = "1",
            Status = 9,
            PaysPerClick = true,
            Budget = 5000,
            Products = [new EmulatedCampaignProduct { NmId = 101 }],
        });
        harness.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(
            """{"stats":[{"advert_id":1,"nm_id":101,"stats":[{"atbs":9,"avg_pos":5.5,"clicks":60,"cpc":6,"cpm":null,"ctr":null,"norm_query":"плед вязаный","orders":3,"shks":3,"spend":360,"views":null,"currency":"RUB"}]}]}""",
            await harness.AskAsync("POST advert-api/adv/v0/normquery/stats", """{"from":"2026-09-01","to":"2026-09-05","items":[{"advert_id":1,"nm_id":101}]}"""));
        Assert.Equal(
            """{"items":[{"advertId":1,"dailyStats":[{"date":"2026-09-01","stat":{"atbs":9,"avgPos":5.5,"clicks":60,"cpc":6,"cpm":null,"ctr":null,"normQuery":"плед вязаный","orders":3,"shks":3,"spend":360,"views":null}}],"nmId":101}]}""",
            await harness.AskAsync("POST advert-api/adv/v1/normquery/stats", """{"from":"2026-09-01","to":"2026-09-05","items":[{"advertId":1,"nmId":101}]}"""));
    }

    [Theory]
    [InlineData("?beginDate=2026-09-01&endDate=2026-09-01", "invalid ids")]
    [InlineData("?ids=1,x&beginDate=2026-09-01&endDate=2026-09-01", "invalid ids")]
    [InlineData("?ids=1&endDate=2026-09-01", "invalid begin date")]
    [InlineData("?ids=1&beginDate=2026-09-01", "invalid end date")]
    [InlineData("?ids=1&beginDate=2026-09-02&endDate=2026-09-01", "invalid end date")]
    public async Task Parameters_that_make_no_sense_are_400(string query, string detail)
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        AdvertTests.AssertRefused(detail, await harness.AskAsync(Statistics + query, status: 400));
    }

    [Fact]
    public async Task Statistics_are_for_31_days_and_50_campaigns_at_most()
    {
        await using Harness harness = await AdvertTests.OpenAsync();
        string ids = string.Join(',', Enumerable.Range(1, 50));
        Assert.Equal("[]", await harness.AskAsync($"{Statistics}?ids={ids}&beginDate=2026-08-01&endDate=2026-08-31"));
        AdvertTests.AssertRefused("invalid ids", await harness.AskAsync($"{Statistics}?ids={ids},51&beginDate=2026-08-01&endDate=2026-08-31", status: 400));
        using var refused = JsonDocument.Parse(await harness.AskAsync($"{Statistics}?ids=1&beginDate=2026-08-01&endDate=2026-09-01", status: 400));
        Assert.Equal("""[{"detail":"max date range 31 days","field":"begin and end"}]""", refused.RootElement.GetProperty("errors").GetRawText());
        Assert.Equal("bad request", refused.RootElement.GetProperty("type").GetString());
    }

    private static (decimal Sum, int Views, int Clicks) Figures(JsonElement row) =>
        (row.GetProperty("sum").GetDecimal(), row.GetProperty("views").GetInt32(), row.GetProperty("clicks").GetInt32());
}
