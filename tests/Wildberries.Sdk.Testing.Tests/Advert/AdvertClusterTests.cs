using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Tests.Advert;

public sealed class AdvertClusterTests
{
    private const string Host = "advert-api/adv/v0/normquery/";
    private const string SetOneByOne = "POST advert-api/api/advert/v1/normquery/bids";
    private const string Items = """{"items":[{"advert_id":1,"nm_id":201},{"advert_id":1,"nm_id":999},{"advert_id":77,"nm_id":201}]}""";

    [Fact]
    public async Task Bids_of_clusters_are_set_told_and_deleted()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("""{"bids":[]}""", await harness.AskAsync($"POST {Host}get-bids", Items));
        Assert.Equal("", await harness.AskAsync($"POST {Host}bids", """{"bids":[{"advert_id":1,"nm_id":201,"norm_query":"плед","bid":700}]}"""));
        Assert.Equal(
            """{"success":[{"advertId":1,"nmId":201,"normQuery":"подарок","currency":"RUB"}],"failed":[]}""",
            await harness.AskAsync(SetOneByOne, """{"bids":[{"advertId":1,"nmId":201,"normQuery":"подарок","bidMinorUnits":25100}]}"""));
        Assert.Equal(
            """{"bids":[{"advert_id":1,"bid":700,"bid_kopecks":70000,"currency":"RUB","nm_id":201,"norm_query":"плед"},{"advert_id":1,"bid":251,"bid_kopecks":25100,"currency":"RUB","nm_id":201,"norm_query":"подарок"}]}""",
            await harness.AskAsync($"POST {Host}get-bids", Items));
        Assert.Equal("", await harness.AskAsync($"DELETE {Host}bids", """{"bids":[{"advert_id":1,"nm_id":201,"norm_query":"плед"}]}"""));
        Assert.Equal(["подарок"], harness.Emulator.Adverts.Find(1)!.Products[0].ClusterBidsKopecks.Keys);
    }

    [Theory]
    [InlineData("""{"advert_id":1,"nm_id":201,"norm_query":"плед","bid":149}""", "wrong bid value: 14900; min: 15000")]
    [InlineData("""{"advert_id":1,"nm_id":999,"norm_query":"плед","bid":700}""", "nomenclature 999 does not belong to advert 1")]
    [InlineData("""{"advert_id":2,"nm_id":201,"norm_query":"плед","bid":700}""", "advert 2 has no bids of search clusters: only manual cpm campaigns have")]
    [InlineData("""{"advert_id":3,"nm_id":201,"norm_query":"плед","bid":700}""", "advert 3 has no bids of search clusters: only manual cpm campaigns have")]
    [InlineData("""{"advert_id":77,"nm_id":201,"norm_query":"плед","bid":700}""", "advert 77 not found")]
    [InlineData("""{"advert_id":1,"nm_id":201,"norm_query":"","bid":700}""", "can not deserialize request body")]
    [InlineData("""{"advert_id":1,"nm_id":201,"norm_query":"плед"}""", "can not deserialize request body")]
    public async Task Bids_that_cannot_be_set_are_none_of_them(string bid, string detail)
    {
        await using Harness harness = await OpenAsync();
        AdvertTests.AssertRefused(detail, await harness.AskAsync(
            $"POST {Host}bids", $$"""{"bids":[{"advert_id":1,"nm_id":201,"norm_query":"подарок","bid":700},{{bid}}]}""", 400));
        Assert.Empty(harness.Emulator.Adverts.Find(1)!.Products[0].ClusterBidsKopecks);
    }

    [Fact]
    public async Task In_the_sellers_currency_bids_are_judged_one_by_one()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal(
            """{"success":[{"advertId":1,"nmId":201,"normQuery":"плед","currency":"RUB"}],"failed":[{"advertId":1,"nmId":201,"normQuery":"подарок","reason":"bid must be a multiple of 100"},{"advertId":2,"nmId":201,"normQuery":"плед","reason":"advert 2 has no bids of search clusters: only manual cpm campaigns have"}]}""",
            await harness.AskAsync(SetOneByOne, """{"bids":[{"advertId":1,"nmId":201,"normQuery":"плед","bidMinorUnits":25100},{"advertId":1,"nmId":201,"normQuery":"подарок","bidMinorUnits":25150},{"advertId":2,"nmId":201,"normQuery":"плед","bidMinorUnits":25100}]}"""));
        string many = string.Join(',', Enumerable.Repeat("""{"advertId":1,"nmId":201,"normQuery":"плед","bidMinorUnits":25100}""", 101));
        AdvertTests.AssertRefused("can not deserialize request body", await harness.AskAsync(SetOneByOne, $$"""{"bids":[{{many}}]}""", 400));
        harness.Token = harness.Emulator.CreateToken(TokenType.Base);
        await harness.AskAsync(SetOneByOne, """{"bids":[]}""", 403);
    }

    [Fact]
    public async Task Minus_phrases_are_replaced_and_an_empty_list_deletes_them()
    {
        await using Harness harness = await OpenAsync();
        await SetAsync(2, """["плед","подарок","плед"]""");
        Assert.Equal(
            """{"items":[{"advert_id":2,"nm_id":201,"norm_queries":["плед","подарок"]}]}""",
            await harness.AskAsync($"POST {Host}get-minus", """{"items":[{"advert_id":2,"nm_id":201},{"advert_id":2,"nm_id":5}]}"""));
        await SetAsync(2, """["другое"]""");
        Assert.Equal(["другое"], harness.Emulator.Adverts.Find(2)!.Products[0].MinusPhrases);
        await SetAsync(2, "[]");
        Assert.Empty(harness.Emulator.Adverts.Find(2)!.Products[0].MinusPhrases);

        string many = string.Join(',', Enumerable.Range(0, 1001).Select(i => $"\"{i}\""));
        AdvertTests.AssertRefused("can not deserialize request body", await SetAsync(1, $"[{many}]", 400));
        AdvertTests.AssertRefused("advert 77 not found", await SetAsync(77, "[]", 400));

        Task<string> SetAsync(int id, string phrases, int status = 200) =>
            harness.AskAsync($"POST {Host}set-minus", $$"""{"advert_id":{{id}},"nm_id":201,"norm_queries":{{phrases}}}""", status);
    }

    [Fact]
    public async Task A_cluster_is_listed_once_it_has_a_hundred_views_and_gets_none_while_it_is_excluded()
    {
        await using Harness harness = await OpenAsync();
        await harness.AskAsync("POST advert-api/adv/v1/budget/deposit?id=1", """{"sum":5000,"type":0}""");
        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");

        // 60 roubles an hour are 400 views at the least bid, half of them in each cluster.
        harness.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("""{"active":null,"excluded":null,"archived":null}""", await ClustersAsync());
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("""{"active":["плед","подарок"],"excluded":null,"archived":null}""", await ClustersAsync());

        await harness.AskAsync($"POST {Host}set-minus", """{"advert_id":1,"nm_id":201,"norm_queries":["плед"]}""");
        Assert.Equal("""{"active":["подарок"],"excluded":["плед"],"archived":null}""", await ClustersAsync());
        harness.Clock.Advance(TimeSpan.FromMinutes(30));
        using var statistics = JsonDocument.Parse(await harness.AskAsync(
            $"POST {Host}stats", """{"from":"2026-09-01","to":"2026-09-01","items":[{"advert_id":1,"nm_id":201}]}"""));
        Assert.Equal(
            [("плед", 100), ("подарок", 300)],
            statistics.RootElement.GetProperty("stats")[0].GetProperty("stats").EnumerateArray()
                .Select(s => (s.GetProperty("norm_query").GetString()!, s.GetProperty("views").GetInt32())));

        async Task<string> ClustersAsync()
        {
            using var list = JsonDocument.Parse(await harness.AskAsync($"POST {Host}list", """{"items":[{"advertId":1,"nmId":201},{"advertId":1,"nmId":9}]}"""));
            return Assert.Single(list.RootElement.GetProperty("items").EnumerateArray()).GetProperty("normQueries").GetRawText();
        }
    }

    [Fact]
    public async Task A_dearer_bid_buys_fewer_views()
    {
        await using Harness harness = await OpenAsync();
        await harness.AskAsync($"POST {Host}bids", """{"bids":[{"advert_id":1,"nm_id":201,"norm_query":"плед","bid":300}]}""");
        await harness.AskAsync("POST advert-api/adv/v1/budget/deposit?id=1", """{"sum":5000,"type":0}""");
        await harness.AskAsync("GET advert-api/adv/v0/start?id=1");
        harness.Clock.Advance(TimeSpan.FromHours(1));
        using var statistics = JsonDocument.Parse(await harness.AskAsync(
            "POST advert-api/adv/v1/normquery/stats", """{"from":"2026-09-01","to":"2026-09-01","items":[{"advertId":1,"nmId":201}]}"""));
        Assert.Equal(
            [("плед", 100, 30m, 300m), ("подарок", 200, 30m, 150m)],
            statistics.RootElement.GetProperty("items")[0].GetProperty("dailyStats").EnumerateArray().Select(d => d.GetProperty("stat"))
                .Select(s => (s.GetProperty("normQuery").GetString()!, s.GetProperty("views").GetInt32(), s.GetProperty("spend").GetDecimal(), s.GetProperty("cpm").GetDecimal())));
    }

    [Theory]
    [InlineData("adv/v0/normquery/list", "invalid request body")]
    [InlineData("adv/v1/normquery/stats", "invalid request body")]
    [InlineData("adv/v0/normquery/stats", "invalid payload")]
    [InlineData("adv/v0/normquery/get-bids", "invalid payload")]
    [InlineData("adv/v0/normquery/get-minus", "invalid payload")]
    public async Task A_body_that_makes_no_sense_is_400(string path, string title)
    {
        await using Harness harness = await OpenAsync();
        foreach (string body in (string[])["[", "{}", """{"items":{}}""", """{"items":[1]}""", """{"items":[{"advert_id":1,"advertId":1}]}"""])
        {
            using var refused = JsonDocument.Parse(await harness.AskAsync("POST advert-api/" + path, body, 400));
            Assert.Equal(title, refused.RootElement.GetProperty("title").GetString());
        }
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        EmulatedAdverts adverts = harness.Emulator.Adverts;
        adverts.AddProduct(new EmulatedAdvertProduct { NmId = 201, Title = "Плед", SearchClusters = ["плед", "подарок"] });
        EmulatedCampaignProduct[] products = [new() { NmId = 201 }];
        adverts.Add(new EmulatedCampaign { Id = 1, Name = "1", Products = products });
        adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", PaysPerClick = true, Products = products });
        adverts.Add(new EmulatedCampaign { Id = 3, Name = "3", IsUnified = true, InRecommendations = true, Products = products });
        return harness;
    }
}
