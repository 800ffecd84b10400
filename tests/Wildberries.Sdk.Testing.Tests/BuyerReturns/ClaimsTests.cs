using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.BuyerReturns;

public sealed class ClaimsTests
{
    private const string List = "GET returns-api/api/v1/claims?is_archive=";
    private const string Decide = "PATCH returns-api/api/v1/claim";

    [Fact]
    public async Task A_claim_has_the_names_and_kinds_of_WB()
    {
        await using Harness harness = await StartAsync();
        EmulatedClaim claim = harness.Emulator.BuyerReturns.BuyerClaims(
            new EmulatedClaim { Id = "c1", NmId = 7, Text = "Скол на ручке", Price = 690.5m, Srid = "s1", Photos = [new byte[] { 1 }], Video = new byte[] { 2 } });
        string host = harness.Emulator.Address.Authority;
        Assert.Equal(
            $$"""
            {"claims":[{"id":"c1","claim_type":1,"status":0,"status_ex":0,"nm_id":7,"user_comment":"Скол на ручке","wb_comment":null,
            "dt":"2026-09-01T12:00:00.000000","imt_name":"Товар","order_dt":"2026-08-23T12:00:00.000000","dt_update":"2026-09-01T12:00:00.000000",
            "photos":["//{{host}}/photos/claim/c1/1.webp"],"video_paths":["//{{host}}/video/claim/c1/1.mp4"],
            "actions":["approve1","approve2","autorefund1","reject1","reject2","reject3","rejectcustom"],"price":690.5,"currency_code":"643","srid":"s1",
            "origin_id_info":null,"delivery_dt":"2026-08-30T12:00:00.000000"}],"total":1}
            """.ReplaceLineEndings(""),
            await harness.AskAsync(List + "false"));
        Assert.DoesNotContain("Скол", claim.ToString(), StringComparison.Ordinal);

        using var client = new HttpClient();
        Assert.Equal([1], await client.GetByteArrayAsync($"http://{host}/photos/claim/c1/1.webp", Harness.Cancellation));
        Assert.Equal([2], await client.GetByteArrayAsync($"http://{host}/video/claim/c1/1.mp4", Harness.Cancellation));
        Assert.Null(harness.Emulator.Requests.All[^1].TokenId);
    }

    [Theory]
    [InlineData("approve1", 2, 8)]
    [InlineData("approve2", 2, 10)]
    [InlineData("autorefund1", 2, 5)]
    public async Task An_approval_closes_a_claim(string action, int status, int productStatus)
    {
        await using Harness harness = await StartAsync();
        Claim(harness, "c1");
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("", await harness.AskAsync(Decide, Json("c1", action)));
        JsonElement row = Assert.Single(await RowsAsync(harness, "true"));
        Assert.Equal((status, productStatus), (row.GetProperty("status").GetInt32(), row.GetProperty("status_ex").GetInt32()));
        Assert.Empty(row.GetProperty("actions").EnumerateArray());
        Assert.Equal(("2026-09-01T12:00:00.000000", "2026-09-01T13:00:00.000000"), (row.GetProperty("dt").GetString(), row.GetProperty("dt_update").GetString()));
        Assert.NotEmpty(row.GetProperty("wb_comment").GetString()!);
        Assert.Empty(await RowsAsync(harness, "false"));

        await harness.AskAsync(Decide, Json("c1", action), 400);
        await harness.AskAsync(Decide, Json("c1", "reject1"), 400);
        Assert.Equal([true, false, false], harness.Emulator.BuyerReturns.Decisions.Select(decision => decision.IsTaken));
    }

    [Theory]
    [InlineData("reject1", null)]
    [InlineData("reject2", null)]
    [InlineData("reject3", null)]
    [InlineData("rejectcustom", "На фото другой товар")]
    public async Task A_rejection_can_be_made_good_once(string action, string? comment)
    {
        await using Harness harness = await StartAsync();
        EmulatedClaims claims = harness.Emulator.BuyerReturns;
        Claim(harness, "c1");
        await harness.AskAsync(Decide, Json("c1", action, comment));
        EmulatedClaim rejected = claims.Find("c1")!;
        Assert.Equal((1, 1, true), (rejected.Status, rejected.ProductStatus, rejected.IsArchived));
        Assert.Equal(["approve1", "approve2", "autorefund1"], rejected.Actions!);
        Assert.Equal(comment ?? rejected.Answer, rejected.Answer);
        await harness.AskAsync(Decide, Json("c1", action, comment), 400);
        await harness.AskAsync(Decide, Json("c1", "autorefund1"));
        Assert.True(claims.Find("c1") is { Status: 2, ProductStatus: 5, Actions.Count: 0 });
    }

    [Fact]
    public async Task A_product_that_was_picked_up_is_brought_to_the_shop()
    {
        await using Harness harness = await StartAsync();
        EmulatedClaims claims = harness.Emulator.BuyerReturns;
        claims.BuyerClaims(new EmulatedClaim { Id = "c1", NmId = 7, IsPickup = true, IsFromChat = true });
        Assert.Equal(["autorefund1", "approvecc1", "reject1", "reject2", "reject3", "rejectcustom"], claims.Find("c1")!.Actions!);
        await harness.AskAsync(Decide, Json("c1", "approve1"), 400);
        await harness.AskAsync(Decide, Json("c1", "confirmreturngoodcc1"), 400);
        await harness.AskAsync(Decide, Json("c1", "approvecc1", "Ждём вас с 10 до 20"));
        JsonElement waiting = Assert.Single(await RowsAsync(harness, "false"));
        Assert.Equal((3, "Ждём вас с 10 до 20"), (waiting.GetProperty("claim_type").GetInt32(), waiting.GetProperty("wb_comment").GetString()));
        Assert.Equal(["confirmreturngoodcc1", "rejectcustom"], claims.Find("c1")!.Actions!);
        await harness.AskAsync(Decide, Json("c1", "confirmreturngoodcc1"));
        Assert.True(claims.Find("c1") is { Status: 2, ProductStatus: 10, Actions.Count: 0, IsArchived: true });
    }

    [Theory]
    [InlineData("rejectcustom", null)]
    [InlineData("rejectcustom", "Коротко!!")]
    [InlineData("approve1", "Привезите, пожалуйста")]
    [InlineData("reject1", "На фото другой товар")]
    public async Task A_comment_stands_where_WB_wants_it_and_nowhere_else(string action, string? comment)
    {
        await using Harness harness = await StartAsync();
        Claim(harness, "c1");
        Assert.Contains("The Comment field is invalid", await harness.AskAsync(Decide, Json("c1", action, comment), 400), StringComparison.Ordinal);
        Assert.Equal(0, harness.Emulator.BuyerReturns.Find("c1")!.Status);
    }

    [Fact]
    public async Task A_comment_has_10_to_1000_characters()
    {
        await using Harness harness = await StartAsync();
        Claim(harness, "c1");
        Claim(harness, "c2");
        await harness.AskAsync(Decide, Json("c1", "rejectcustom", string.Concat(Enumerable.Repeat("🙂", 1001))), 400);
        await harness.AskAsync(Decide, Json("c1", "rejectcustom", string.Concat(Enumerable.Repeat("🙂", 1000))));
        await harness.AskAsync(Decide, Json("c2", "rejectcustom", "Ровно 10!!"));
    }

    [Theory]
    [InlineData("[]", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("""{"action":"approve1"}""", "The Id field is required")]
    [InlineData("""{"id":"c1"}""", "The Action field is required")]
    [InlineData("""{"id":"c1","action":"dance"}""", "not available")]
    [InlineData("""{"id":"c2","action":"approve1"}""", "not found")]
    public async Task What_is_no_decision_is_400(string json, string detail)
    {
        await using Harness harness = await StartAsync();
        Claim(harness, "c1");
        string answer = await harness.AskAsync(Decide, json, 400);
        Assert.StartsWith("{\"title\":\"Validation error\",\"detail\":", answer, StringComparison.Ordinal);
        Assert.Contains(detail, answer, StringComparison.Ordinal);
        Assert.Equal(0, harness.Emulator.BuyerReturns.Find("c1")!.Status);
    }

    [Fact]
    public async Task WB_decides_what_is_allowed()
    {
        await using Harness harness = await StartAsync();
        EmulatedClaims claims = harness.Emulator.BuyerReturns;
        Claim(harness, "c1");
        claims.Allow("c1");
        await harness.AskAsync(Decide, Json("c1", "approve1"), 400);
        claims.Allow("c1", "approve1", "somethingnew");
        Assert.Contains("The Action field is invalid", await harness.AskAsync(Decide, Json("c1", "somethingnew"), 400), StringComparison.Ordinal);
        await harness.AskAsync(Decide, Json("c1", "approve1"));
        claims.BuyerClaims(new EmulatedClaim { Id = "c2", NmId = 1, Actions = ["reject1"] });
        await harness.AskAsync(Decide, Json("c2", "approve1"), 400);
        Assert.Throws<ArgumentException>(() => claims.Allow("c3", "approve1"));
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged_and_reach_14_days_back()
    {
        await using Harness harness = await StartAsync();
        for (int i = 1; i <= 60; i++)
            Claim(harness, $"c{i}", i % 2);
        Assert.Equal(50, (await RowsAsync(harness, "false")).Length);
        Assert.Equal(["c10", "c9"], Ids(await RowsAsync(harness, "false&limit=2&offset=50")));
        Assert.Equal(30, (await RowsAsync(harness, "false&limit=200&nm_id=1")).Length);
        Assert.Equal(["c7"], Ids(await RowsAsync(harness, "false&id=c7")));
        Assert.EndsWith("],\"total\":60}", await harness.AskAsync(List + "false&limit=1"), StringComparison.Ordinal);
        Assert.Equal("""{"claims":[],"total":0}""", await harness.AskAsync(List + "true&id=c7"));

        // What is decided leaves the list, and the rest moves up.
        await harness.AskAsync(Decide, Json("c60", "approve1"));
        Assert.Equal(["c58"], Ids(await RowsAsync(harness, "false&limit=1&offset=1")));
        Assert.Equal(["c60"], Ids(await RowsAsync(harness, "true")));

        harness.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(["c59"], Ids(await RowsAsync(harness, "false&limit=1")));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await RowsAsync(harness, "false"));
        Assert.Empty(await RowsAsync(harness, "true"));
        await harness.AskAsync(Decide, Json("c59", "approve1"), 400);
        Assert.Equal(60, harness.Emulator.BuyerReturns.All.Count);
    }

    [Theory]
    [InlineData("", "missing field `is_archive`")]
    [InlineData("?is_archive=1", "is_archive")]
    [InlineData("?is_archive=true&limit=0", "limit")]
    [InlineData("?is_archive=true&limit=201", "limit")]
    [InlineData("?is_archive=true&offset=-1", "offset")]
    [InlineData("?is_archive=true&nm_id=a", "nm_id")]
    public async Task What_makes_no_sense_in_a_query_is_400(string query, string detail)
    {
        await using Harness harness = await StartAsync();
        using HttpResponseMessage response = await harness.GetAsync("returns-api/api/v1/claims" + query);
        Assert.Equal((400, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(detail, (await Harness.ReadAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_decisions_at_once_one_holds_and_all_are_seen()
    {
        await using Harness harness = await StartAsync();
        Claim(harness, "c1");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, Decide.Split(' ')[1]) { Content = new StringContent(Json("c1", i % 2 == 0 ? "approve1" : "approve2")) };
            (await harness.SendAsync(request)).Dispose();
        }));
        Assert.Equal(20, harness.Emulator.BuyerReturns.Decisions.Count);
        Assert.Single(harness.Emulator.BuyerReturns.Decisions, decision => decision.IsTaken);
    }

    [Fact]
    public async Task A_seeded_emulator_has_claims_and_what_makes_no_sense_is_refused()
    {
        await using Harness harness = await StartAsync(seed: true);
        EmulatedClaims claims = harness.Emulator.BuyerReturns;
        Assert.Equal(3, (await RowsAsync(harness, "false")).Length);
        Assert.Throws<ArgumentException>(() => Claim(harness, claims.All[0].Id));
        Assert.Throws<ArgumentException>(() => claims.BuyerClaims(new EmulatedClaim { NmId = 1, Photos = [.. Enumerable.Repeat(default(ReadOnlyMemory<byte>), 11)] }));
        Assert.True(Guid.TryParse(claims.BuyerClaims(new EmulatedClaim { NmId = 1 }).Id, out _));
        Assert.Null(claims.Find("none"));
    }

    private static Task<Harness> StartAsync(bool seed = false) => Harness.StartAsync(options => (options.RateLimits, options.Seed) = (false, seed));

    private static void Claim(Harness harness, string id, long nmId = 1) =>
        harness.Emulator.BuyerReturns.BuyerClaims(new EmulatedClaim { Id = id, NmId = nmId, Text = "Скол" });

    private static string Json(string id, string action, string? comment = null) =>
        comment is null ? $$"""{"id":"{{id}}","action":"{{action}}"}""" : $$"""{"id":"{{id}}","action":"{{action}}","comment":"{{comment}}"}""";

    private static async Task<JsonElement[]> RowsAsync(Harness harness, string query)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync(List + query));
        return [.. document.RootElement.GetProperty("claims").EnumerateArray().Select(row => row.Clone())];
    }

    private static string[] Ids(IEnumerable<JsonElement> rows) => [.. rows.Select(row => row.GetProperty("id").GetString()!)];
}
