using System.Text.Json;
using Wildberries.Sdk.Authentication;
using static Wildberries.Sdk.Testing.Tests.Advert.AdvertTests;

namespace Wildberries.Sdk.Testing.Tests.Advert;

public sealed class AdvertManagementTests
{
    private const string Bids = "PATCH advert-api/api/advert/v1/bids";
    private const string Placements = "PUT advert-api/adv/v0/auction/placements";
    private const string Products = "PATCH advert-api/adv/v0/auction/nms";
    private const string Delete = "GET advert-api/adv/v0/delete?id=";
    private const string Limits = "PUT advert-api/api/advert/v0/daily-limits";

    [Fact]
    public async Task Bids_are_set_where_the_campaign_is_shown_and_not_below_the_least()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        harness.Emulator.Adverts.Add(new EmulatedCampaign
        {
            Id = 2,
            Name = "2",
            IsUnified = true,
            InRecommendations = true,
            Products = [new EmulatedCampaignProduct { NmId = 101 }],
        });
        const string answer =
            """{"bids":[{"advert_id":1,"nm_bids":[{"nm_id":101,"bid_kopecks":25000,"placement":"search"}]},{"advert_id":2,"nm_bids":[{"nm_id":101,"bid_kopecks":10000,"placement":"combined"}]}],"currency":"RUB"}""";
        Assert.Equal(answer, await harness.AskAsync(Bids, answer.Replace(",\"currency\":\"RUB\"", "", StringComparison.Ordinal)));
        Assert.Equal(25_000, Find(harness, "1").Products[0].SearchBidKopecks);

        await RefuseAsync("wrong bid value: 3; min: 15000", (1, 101, 26_000, "search"), (1, 102, 3, "search"));
        await RefuseAsync("nomenclature 999 does not belong to advert 1", (1, 999, 26_000, "search"));
        await RefuseAsync("placement recommendations is disabled for advert 1", (1, 101, 26_000, "recommendations"));
        await RefuseAsync("wrong placement combined for advert 1 with bid type manual", (1, 101, 26_000, "combined"));
        await RefuseAsync("wrong placement search for advert 2 with bid type unified", (2, 101, 26_000, "search"));
        await RefuseAsync("advert 77 not found", (77, 101, 26_000, "search"));
        await RefuseAsync("can not deserialize response body", (1, 101, 26_000, "everywhere"));
        await harness.AskAsync(Delete + 2);
        await RefuseAsync("advert 2 not found", (2, 101, 26_000, "combined"));
        AssertRefused("can not deserialize response body", await harness.AskAsync(Bids, "{}", 400));

        // All or none.
        Assert.Equal(25_000, Find(harness, "1").Products[0].SearchBidKopecks);

        async Task RefuseAsync(string detail, params (int Id, int NmId, int Bid, string Place)[] bids)
        {
            string rows = string.Join(',', bids.Select(b => $$"""{"nm_id":{{b.NmId}},"bid_kopecks":{{b.Bid}},"placement":"{{b.Place}}"}"""));
            AssertRefused(detail, await harness.AskAsync(Bids, $$"""{"bids":[{"advert_id":{{bids[0].Id}},"nm_bids":[{{rows}}]}]}""", 400));
        }
    }

    [Fact]
    public async Task Placements_change_in_manual_campaigns_that_pay_for_views()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", PaysPerClick = true });
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 3, Name = "3", IsUnified = true });
        Add(harness, 4, status: 7);
        Assert.Equal("", await harness.AskAsync(Placements, Body(1), 204));
        EmulatedCampaign changed = Find(harness, "1");
        Assert.Equal((false, true, 12_000), (changed.InSearch, changed.InRecommendations, changed.Products[0].RecommendationsBidKopecks));

        AssertRefused("advert 2 has payment type cpc, placements cannot be changed", await harness.AskAsync(Placements, Body(2), 400));
        AssertRefused("advert 3 has bid type unified, placements cannot be changed", await harness.AskAsync(Placements, Body(3), 400));
        AssertRefused("advert 4 has status 7, it cannot be changed", await harness.AskAsync(Placements, Body(4), 400));
        AssertRefused("can not deserialize response body", await harness.AskAsync(Placements, """{"placements":[{"advert_id":1}]}""", 400));

        static string Body(int id) => $$"""{"placements":[{"advert_id":{{id}},"placements":{"search":false,"recommendations":true} }]}""";
    }

    [Fact]
    public async Task Products_are_added_with_the_least_bid_and_taken_off()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        Assert.Equal(
            """{"nms":[{"advert_id":1,"nms":{"added":[103],"deleted":[101]}}]}""",
            await harness.AskAsync(Products, """{"nms":[{"advert_id":1,"nms":{"add":[102,103],"delete":[101,555]}}]}"""));
        Assert.Equal([(102, 15_000), (103, 15_000)], Find(harness, "1").Products.Select(p => (p.NmId, p.SearchBidKopecks)));

        await RefuseAsync("nomenclature 103 cannot be both added and deleted for advert 1", """{"add":[103],"delete":[103]}""");
        await RefuseAsync("nomenclature 999 is not available for advert 1", """{"add":[999]}""");
        await RefuseAsync("can not deserialize response body", """{"add":"103"}""");
        for (int nmId = 201; nmId <= 249; nmId++)
            harness.Emulator.Adverts.AddProduct(new EmulatedAdvertProduct { NmId = nmId });
        await RefuseAsync("advert 1 cannot have more than 50 nomenclatures", $$"""{"add":[{{string.Join(',', Enumerable.Range(201, 49))}}]}""");
        await harness.AskAsync(Products, $$"""{"nms":[{"advert_id":1,"nms":{"add":[{{string.Join(',', Enumerable.Range(201, 48))}}]} }]}""");
        Assert.Equal(50, Find(harness, "1").Products.Count);

        async Task RefuseAsync(string detail, string change) =>
            AssertRefused(detail, await harness.AskAsync(Products, $$"""{"nms":[{"advert_id":1,"nms":{{change}}}]}""", 400));
    }

    [Fact]
    public async Task The_least_bids_of_a_campaigns_products_are_told_by_place()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        const string minimum = "POST advert-api/api/advert/v1/bids/min";
        Assert.Equal(
            """{"bids":[{"bids":[{"currency":"RUB","type":"combined","value":10000},{"currency":"RUB","type":"search","value":15000},{"currency":"RUB","type":"recommendation","value":12000}],"nm_id":101}]}""",
            await harness.AskAsync(minimum, """{"advert_id":1,"nm_ids":[101],"payment_type":"cpm","placement_types":["combined","search","recommendation"]}"""));
        using var refused = JsonDocument.Parse(await harness.AskAsync(
            minimum, """{"advert_id":1,"nm_ids":[101,999],"payment_type":"cpc","placement_types":["search"]}""", 400));
        Assert.Equal("some nms are not belong to advert", refused.RootElement.GetProperty("detail").GetString());
        Assert.Equal("Invalid Params", refused.RootElement.GetProperty("title").GetString());
        foreach (string body in (string[])["{}", """{"advert_id":1,"nm_ids":[],"payment_type":"cpm","placement_types":[]}""", """{"advert_id":77,"nm_ids":[101],"payment_type":"cpm","placement_types":["search"]}"""])
            await harness.AskAsync(minimum, body, 400);
    }

    [Fact]
    public async Task Bids_are_recommended_by_what_a_campaign_pays_for()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        harness.Emulator.Adverts.Add(new EmulatedCampaign { Id = 2, Name = "2", PaysPerClick = true, Products = [new EmulatedCampaignProduct { NmId = 101 }] });
        const string recommendations = "GET advert-api/api/advert/v0/bids/recommendations";
        Assert.Equal(
            """{"advertId":1,"nmId":101,"paymentType":"cpm","base":{"competitiveBid":{"bidKopecks":30000},"leadersBid":{"bidKopecks":45000},"top2":{"bidKopecks":0}},"normQueries":[{"normQuery":"плед вязаный","reachMax":{"bidKopecks":60000,"bidKopecksMin":45000},"reachMedium":{"bidKopecks":45000,"bidKopecksMin":30000},"reachMin":{"bidKopecks":30000,"bidKopecksMin":15000}}]}""",
            await harness.AskAsync(recommendations + "?advertId=1&nmId=101"));
        Assert.Equal(
            """{"advertId":2,"nmId":101,"paymentType":"cpc","levels":[{"range1To2":{"bidKopecks":2400},"range3To10":{"bidKopecks":1800},"range11To34":{"bidKopecks":1200}}]}""",
            await harness.AskAsync(recommendations + "?advertId=2&nmId=101"));
        await harness.AskAsync(recommendations + "?advertId=1&nmId=999", status: 400);
        await harness.AskAsync(recommendations + "?advertId=1", status: 400);
    }

    [Fact]
    public async Task The_configuration_is_not_for_base_tokens()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal(
            """{"cpcStep":10,"cpmStep":100,"currency":"RUB","currencyCode":643,"minTopUp":100000,"minDailyLimit":500}""",
            await harness.AskAsync("GET advert-api/api/advert/v1/config"));
        harness.Token = harness.Emulator.CreateToken(TokenType.Base);
        await harness.AskAsync("GET advert-api/api/advert/v1/config", status: 403);
    }

    [Fact]
    public async Task Daily_limits_are_kept_unless_they_are_too_low()
    {
        await using Harness harness = await OpenAsync();
        Add(harness, 1);
        Add(harness, 2);
        const string get = "GET advert-api/api/advert/v0/daily-limits?advertIds=";
        Assert.Equal(
            """{"adverts":[{"advertId":1,"enabled":false,"dailyLimit":0,"spentToday":0,"currency":"RUB","carryOverEnabled":false,"valid":false,"requiredLimit":500}]}""",
            await harness.AskAsync(get + "1"));
        Assert.Equal(
            """{"adverts":[{"advertId":1,"belowMinLimit":false,"requiredLimit":500},{"advertId":2,"belowMinLimit":false,"requiredLimit":500}]}""",
            await harness.AskAsync(Limits, """{"advertIds":[1,2],"enabled":true,"dailyLimit":700,"carryOverEnabled":true}"""));
        Assert.Equal(
            """{"adverts":[{"advertId":2,"belowMinLimit":true,"requiredLimit":500}]}""",
            await harness.AskAsync(Limits, """{"advertIds":[2],"enabled":true,"dailyLimit":499}"""));
        await harness.AskAsync(Limits, """{"advertIds":[2],"enabled":false}""");
        using var limits = JsonDocument.Parse(await harness.AskAsync(get + "1,2"));
        Assert.Equal(
            [(1, true, 700, true), (2, false, 700, true)],
            limits.RootElement.GetProperty("adverts").EnumerateArray().Select(a => (
                a.GetProperty("advertId").GetInt32(),
                a.GetProperty("enabled").GetBoolean(),
                a.GetProperty("dailyLimit").GetInt32(),
                a.GetProperty("carryOverEnabled").GetBoolean())));

        foreach (string body in (string[])["{}", """{"advertIds":[],"enabled":true}""", """{"advertIds":[1]}""", """{"advertIds":[77],"enabled":true,"dailyLimit":700}"""])
            await harness.AskAsync(Limits, body, 400);
        await harness.AskAsync(get, status: 400);
    }
}
