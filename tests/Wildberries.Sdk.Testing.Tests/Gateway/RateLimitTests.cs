using System.Text.Json;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_burst_passes_and_the_next_is_429_with_three_headers()
    {
        await using Harness harness = await Harness.StartAsync();
        for (int left = 9; left >= 0; left--)
            Assert.Equal((200, left), await GetAsync(harness, Rows.Chats));

        using HttpResponseMessage refused = await harness.GetAsync(Rows.Chats);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("1", Harness.Header(refused, "X-Ratelimit-Retry"));
        Assert.Equal("10", Harness.Header(refused, "X-Ratelimit-Limit"));
        Assert.Equal("10", Harness.Header(refused, "X-Ratelimit-Reset"));
        Assert.Null(Harness.Remaining(refused));
        JsonElement body = await Harness.ReadAsync(refused);
        Assert.Equal("too many requests", body.GetProperty("title").GetString());
        Assert.StartsWith("limited by ", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Too Many Requests", body.GetProperty("statusText").GetString());
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task One_request_comes_back_each_interval_and_never_more_than_the_burst()
    {
        await using Harness harness = await Harness.StartAsync();
        await DrainAsync(harness, 10);
        harness.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal((429, null), await GetAsync(harness, Rows.Chats));
        harness.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((200, 0), await GetAsync(harness, Rows.Chats));
        harness.Clock.Advance(TimeSpan.FromSeconds(3.5));
        Assert.Equal((200, 2), await GetAsync(harness, Rows.Chats));
        // The half of a request that was there is kept.
        harness.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal((200, 2), await GetAsync(harness, Rows.Chats));
        harness.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats));
    }

    [Fact]
    public async Task A_429_takes_nothing()
    {
        await using Harness harness = await Harness.StartAsync();
        await DrainAsync(harness, 10);
        for (int i = 0; i < 20; i++)
            Assert.Equal((429, null), await GetAsync(harness, Rows.Chats));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((200, 0), await GetAsync(harness, Rows.Chats));
    }

    [Theory]
    [InlineData(false, "1", "9")]
    [InlineData(true, "0.7", "8.7")]
    public async Task Seconds_are_rounded_up_or_have_decimals(bool decimals, string retry, string reset)
    {
        await using Harness harness = await Harness.StartAsync(o => o.DecimalRetrySeconds = decimals, Chats(new RateLimit(9, TimeSpan.FromSeconds(9), 9)));
        await DrainAsync(harness, 9);
        harness.Clock.Advance(TimeSpan.FromSeconds(0.3));
        using HttpResponseMessage refused = await harness.GetAsync(Rows.Chats);
        Assert.Equal(retry, Harness.Header(refused, "X-Ratelimit-Retry"));
        Assert.Equal(reset, Harness.Header(refused, "X-Ratelimit-Reset"));
    }

    [Fact]
    public async Task Kinds_of_token_sellers_and_operations_have_buckets_of_their_own()
    {
        await using Harness harness = await Harness.StartAsync();
        WildberriesEmulator emulator = harness.Emulator;
        await DrainAsync(harness, 10);
        Assert.Equal((429, null), await GetAsync(harness, Rows.Chats));
        // Another token of the same kind shares.
        Assert.Equal((429, null), await GetAsync(harness, Rows.Chats, emulator.CreateToken()));

        Assert.Equal((200, 9), await GetAsync(harness, Rows.Events));
        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats, emulator.CreateToken(sellerId: "another")));
        string service = emulator.CreateToken(TokenType.Service);
        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats, service));
        Assert.Equal((200, 8), await GetAsync(harness, Rows.Chats, service));
        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats, emulator.CreateToken(TokenType.Service, serviceId: "another")));
        string basic = emulator.CreateToken(TokenType.Base);
        Assert.Equal((200, 0), await GetAsync(harness, Rows.Chats, basic));
        Assert.Equal((429, null), await GetAsync(harness, Rows.Chats, basic));
        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats, basic, "secret"));
        Assert.Equal((429, null), await GetAsync(harness, Rows.Chats, emulator.CreateToken(TokenType.Unknown)));
    }

    [Fact]
    public async Task Ping_is_limited_on_each_host_apart()
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Equal((200, 98), await GetAsync(harness, "buyer-chat-api/ping"));
        Assert.Equal((200, 97), await GetAsync(harness, "buyer-chat-api/ping"));
        Assert.Equal((200, 98), await GetAsync(harness, "common-api/ping"));
    }

    [Fact]
    public async Task A_client_error_costs_what_the_table_says_and_the_rest_is_owed()
    {
        WildberriesOperation dear = Rows.Chat(HttpMethod.Get, "/api/v1/seller/download/{id}") with { ClientErrorCost = 7 };
        await using Harness harness = await Harness.StartAsync(null, dear);
        const string missing = "buyer-chat-api/api/v1/seller/download/missing";
        Assert.Equal((400, 3), await GetAsync(harness, missing));
        Assert.Equal((400, 0), await GetAsync(harness, missing));
        // 3 - 7 = -4: four to be paid off, one to be there.
        harness.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal((429, null), await GetAsync(harness, missing));
        harness.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((400, 0), await GetAsync(harness, missing));
    }

    [Fact]
    public async Task Refused_tokens_take_nothing()
    {
        await using Harness harness = await Harness.StartAsync();
        string other = harness.Emulator.CreateToken(categories: TokenCategory.Prices);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal((401, null), await GetAsync(harness, Rows.Chats, "rubbish"));
            Assert.Equal((403, 10), await GetAsync(harness, Rows.Chats, other));
        }

        Assert.Equal((200, 9), await GetAsync(harness, Rows.Chats));
    }

    [Fact]
    public async Task A_group_shares_the_strictest_of_its_rows()
    {
        WildberriesOperation chats = Chats(new RateLimit(60, TimeSpan.FromSeconds(60), 5)) with { LimitGroup = "group" };
        WildberriesOperation events = Rows.Chat(HttpMethod.Get, "/api/v1/seller/events") with
        {
            LimitGroup = "group",
            RateLimits = [new RateLimit(30, TimeSpan.FromSeconds(60), 3)],
        };
        await using Harness harness = await Harness.StartAsync(null, chats, events);
        Assert.Equal((200, 2), await GetAsync(harness, Rows.Chats));
        Assert.Equal((200, 1), await GetAsync(harness, Rows.Events));
        Assert.Equal((200, 0), await GetAsync(harness, Rows.Chats));
        using HttpResponseMessage refused = await harness.GetAsync(Rows.Events);
        Assert.Equal("2", Harness.Header(refused, "X-Ratelimit-Retry"));
    }

    [Theory]
    [InlineData(TokenType.Personal, null, 3)]
    [InlineData(TokenType.Service, null, 4)]
    [InlineData(TokenType.Base, "secret", 4)]
    [InlineData(TokenType.Base, null, 1)]
    [InlineData(TokenType.Unknown, null, 1)]
    public async Task A_kind_without_a_row_takes_the_one_that_the_rules_name(TokenType type, string? secret, int burst)
    {
        WildberriesOperation chats = Chats(
            new RateLimit(1, TimeSpan.FromSeconds(1), 3, TokenKinds.Personal),
            new RateLimit(1, TimeSpan.FromSeconds(1), 4, TokenKinds.Service),
            new RateLimit(1, TimeSpan.FromSeconds(1), 1, TokenKinds.Base));
        await using Harness harness = await Harness.StartAsync(null, chats);
        Assert.Equal((200, burst - 1), await GetAsync(harness, Rows.Chats, harness.Emulator.CreateToken(type), secret));
    }

    [Fact]
    public async Task The_row_for_any_goes_before_the_one_for_services()
    {
        WildberriesOperation chats = Chats(
            new RateLimit(1, TimeSpan.FromSeconds(1), 4, TokenKinds.Service), new RateLimit(1, TimeSpan.FromSeconds(1), 6));
        await using Harness harness = await Harness.StartAsync(null, chats);
        Assert.Equal((200, 5), await GetAsync(harness, Rows.Chats, harness.Emulator.CreateToken(TokenType.Base), "secret"));
    }

    [Fact]
    public async Task The_sandbox_takes_one_request_a_second_for_a_whole_category()
    {
        await using Harness harness = await Harness.StartAsync(null, Rows.Advert("/adv/v1/one"), Rows.Advert("/adv/v1/two"));
        harness.Token = harness.Emulator.CreateToken(TokenType.Test);
        harness.Emulator.Faults.Always("GET /adv/v1/one", Fault.Status(200));
        harness.Emulator.Faults.Always("GET /adv/v1/two", Fault.Status(200));
        Assert.Equal((200, 0), await GetAsync(harness, "advert-api-sandbox/adv/v1/one"));
        Assert.Equal((429, null), await GetAsync(harness, "advert-api-sandbox/adv/v1/two"));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((200, 0), await GetAsync(harness, "advert-api-sandbox/adv/v1/two"));
    }

    [Fact]
    public async Task Without_limits_nothing_is_refused_and_no_header_is_sent()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        for (int i = 0; i < 15; i++)
            Assert.Equal((200, null), await GetAsync(harness, Rows.Chats));
    }

    [Fact]
    public async Task Of_many_at_once_exactly_the_burst_passes()
    {
        await using Harness harness = await Harness.StartAsync();
        (int Status, int? Remaining)[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(harness, Rows.Chats)));
        Assert.Equal(10, answers.Count(a => a.Status == 200));
        Assert.Equal(Enumerable.Range(0, 10), answers.Where(a => a.Status == 200).Select(a => a.Remaining!.Value).Order());
        Assert.Equal(40, answers.Count(a => a.Status == 429));
    }

    private static WildberriesOperation Chats(params RateLimit[] limits) =>
        Rows.Chat(HttpMethod.Get, "/api/v1/seller/chats") with { RateLimits = limits };

    private static async Task DrainAsync(Harness harness, int requests)
    {
        for (int i = 0; i < requests; i++)
            Assert.Equal(200, (await GetAsync(harness, Rows.Chats)).Status);
    }

    private static async Task<(int Status, int? Remaining)> GetAsync(Harness harness, string path, string? token = null, string? secret = null)
    {
        using HttpResponseMessage response = await harness.GetAsync(path, token, secret);
        return ((int)response.StatusCode, Harness.Remaining(response));
    }
}
