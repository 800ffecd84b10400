using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class RateLimitPolicyTests
{
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly string Owner = RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.Personal, null);

    [Theory]
    [InlineData(TokenKinds.Personal, 1.0)]
    [InlineData(TokenKinds.Service, 2.0)]
    [InlineData(TokenKinds.BaseWithSecret, 3.0)]
    [InlineData(TokenKinds.Base, 4.0)]
    public void The_own_row_holds_before_the_row_for_any(TokenKinds kind, double seconds)
    {
        WildberriesOperation operation = Operation(
            Row(9), Row(1, TokenKinds.Personal), Row(2, TokenKinds.Service), Row(3, TokenKinds.BaseWithSecret), Row(4, TokenKinds.Base));
        Assert.Equal(TimeSpan.FromSeconds(seconds), operation.FindRateLimit(kind)?.Interval);
    }

    [Theory]
    [InlineData(TokenKinds.Personal, 1.0)]
    [InlineData(TokenKinds.Service, 9.0)]
    [InlineData(TokenKinds.BaseWithSecret, 9.0)]
    [InlineData(TokenKinds.Base, 9.0)]
    public void Without_an_own_row_the_row_for_any_holds(TokenKinds kind, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Operation(Row(1, TokenKinds.Personal), Row(9)).FindRateLimit(kind)?.Interval);

    [Fact]
    public void A_base_token_with_secret_falls_back_to_the_service_row_and_then_to_the_base_row()
    {
        Assert.Equal(
            TimeSpan.FromSeconds(2),
            Operation(Row(4, TokenKinds.Base), Row(2, TokenKinds.Service)).FindRateLimit(TokenKinds.BaseWithSecret)?.Interval);
        Assert.Equal(
            TimeSpan.FromSeconds(4),
            Operation(Row(1, TokenKinds.Personal), Row(4, TokenKinds.Base)).FindRateLimit(TokenKinds.BaseWithSecret)?.Interval);
    }

    [Fact]
    public void Everything_else_falls_back_to_the_base_row_or_has_no_limit()
    {
        Assert.Equal(
            TimeSpan.FromSeconds(4),
            Operation(Row(2, TokenKinds.Service), Row(4, TokenKinds.Base)).FindRateLimit(TokenKinds.Personal)?.Interval);
        Assert.Null(Operation(Row(1, TokenKinds.Personal), Row(2, TokenKinds.Service)).FindRateLimit(TokenKinds.Base));
        Assert.Null(Operation().FindRateLimit(TokenKinds.Personal));
    }

    [Fact]
    public void A_row_may_hold_for_several_kinds()
    {
        WildberriesOperation operation = Operation(Row(1, TokenKinds.Personal | TokenKinds.Service), Row(4, TokenKinds.Base));
        Assert.Equal(TimeSpan.FromSeconds(1), operation.FindRateLimit(TokenKinds.Service)?.Interval);
        Assert.Equal(TimeSpan.FromSeconds(4), operation.FindRateLimit(TokenKinds.Base)?.Interval);
    }

    [Fact]
    public void The_owner_is_environment_seller_kind_and_service()
    {
        Assert.Equal("production:sid:personal:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.Personal, "ignored"));
        Assert.Equal("production:sid:service:asid:7:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.Service, "asid:7"));
        Assert.Equal("production:sid:service:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.Service, null));
        Assert.Equal("production:sid:base-with-secret:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.BaseWithSecret, null));
        Assert.Equal("production:sid:base:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.Base, null));
        Assert.Equal("production:sid:base:", RateLimitPolicy.OwnerKey(false, "sid", TokenKinds.None, null));
        Assert.Equal("sandbox:sid:", RateLimitPolicy.OwnerKey(true, "sid", TokenKinds.Base, null));
    }

    [Fact]
    public void A_method_has_a_bucket_of_its_own_on_each_host()
    {
        WildberriesOperation ping = Operation(new RateLimit(3, TimeSpan.FromSeconds(30), 99));
        WildberriesOperation elsewhere = ping with { Host = new Uri("https://chat.wildberries.ru") };
        var policy = new RateLimitPolicy(Padding);
        Assert.Equal(
            Buckets.Of(
                "production:sid:personal:common-api.wildberries.ru GET /ping", TimeSpan.FromSeconds(10), 99, 98, TimeSpan.Zero),
            policy.FindBucket(ping, false, TokenKinds.Personal, Owner));
        Assert.Equal(
            "production:sid:personal:chat.wildberries.ru GET /ping", policy.FindBucket(elsewhere, false, TokenKinds.Personal, Owner)?.Key);
    }

    [Theory]
    [InlineData(1, 1, 20)]
    [InlineData(4, 4, 20)]
    [InlineData(5, 4, 0)]
    [InlineData(20, 19, 0)]
    public void A_larger_burst_keeps_one_in_reserve_and_a_smaller_one_is_padded(int burst, int capacity, int padding)
    {
        WildberriesOperation operation = Operation(new RateLimit(60, TimeSpan.FromMinutes(1), burst));
        RateLimitBucket bucket = new RateLimitPolicy(Padding).FindBucket(operation, false, TokenKinds.Base, Owner)!;
        Assert.Equal((burst, capacity, TimeSpan.FromMilliseconds(padding)), (bucket.Burst, bucket.Capacity, bucket.Padding));
    }

    [Fact]
    public void A_group_shares_one_bucket_within_its_category()
    {
        WildberriesOperation one = Operation(Row(6, burst: 3), Row(1800, TokenKinds.Base)) with { Path = "/one", LimitGroup = "group" };
        WildberriesOperation other = one with { Path = "/other" };
        WildberriesOperation stranger = one with { Category = TokenCategory.Content };
        var policy = new RateLimitPolicy(Padding);

        var personal = Buckets.Of("production:sid:personal:Prices/group", TimeSpan.FromSeconds(6), 3, 3, Padding);
        Assert.Equal(personal, policy.FindBucket(one, false, TokenKinds.Personal, Owner));
        Assert.Equal(personal, policy.FindBucket(other, false, TokenKinds.Personal, Owner));
        var basic = Buckets.Of("production:sid:personal:Prices/group", TimeSpan.FromSeconds(1800), 1, 1, Padding);
        Assert.Equal(basic, policy.FindBucket(one, false, TokenKinds.Base, Owner));
        Assert.Equal("production:sid:personal:Content/group", policy.FindBucket(stranger, false, TokenKinds.Personal, Owner)?.Key);
    }

    [Fact]
    public void An_override_within_a_group_counts_in_the_groups_bucket_at_its_own_rate()
    {
        WildberriesOperation operation = Operation(Row(6)) with { LimitGroup = "group" };
        WildberriesOperation changed = operation with { RateLimits = [Row(12)] };
        var policy = new RateLimitPolicy(Padding);
        Assert.Equal(TimeSpan.FromSeconds(6), policy.FindBucket(operation, false, TokenKinds.Personal, Owner)?.Interval);
        Assert.Equal(TimeSpan.FromSeconds(12), policy.FindBucket(changed, false, TokenKinds.Personal, Owner)?.Interval);
        Assert.Equal("production:sid:personal:Prices/group", policy.FindBucket(changed, false, TokenKinds.Personal, Owner)?.Key);
    }

    [Fact]
    public void In_the_sandbox_a_category_has_one_request_a_second()
    {
        WildberriesOperation method = Operation(Row(6, burst: 5));
        WildberriesOperation other = Operation() with { Path = "/other", LimitGroup = "group" };
        var policy = new RateLimitPolicy(Padding);
        string owner = RateLimitPolicy.OwnerKey(true, "sid", TokenKinds.Base, null);
        var expected = Buckets.Of("sandbox:sid:Prices", TimeSpan.FromSeconds(1), 1, 1, Padding);
        Assert.Equal(expected, policy.FindBucket(method, true, TokenKinds.Base, owner));
        Assert.Equal(expected, policy.FindBucket(other, true, TokenKinds.Base, owner));
    }

    [Fact]
    public void Without_rows_there_is_no_limit()
    {
        WildberriesOperation operation = Operation();
        var policy = new RateLimitPolicy(Padding);
        Assert.Null(policy.FindBucket(operation, false, TokenKinds.Personal, Owner));
        Assert.Null(policy.FindBucket(operation with { LimitGroup = "group" }, false, TokenKinds.Personal, Owner));
    }

    [Fact]
    public void Every_declared_operation_has_a_bucket_for_each_kind_of_token_that_may_call_it()
    {
        var policy = new RateLimitPolicy(Padding);
        foreach (WildberriesOperation operation in WildberriesOperations.All.Where(o => o.RateLimits.Count > 0))
        {
            foreach (TokenKinds kind in new[] { TokenKinds.Personal, TokenKinds.Service, TokenKinds.BaseWithSecret, TokenKinds.Base })
            {
                if ((operation.TokenKinds & kind) != 0)
                    Assert.True(policy.FindBucket(operation, false, kind, Owner) is not null, $"{operation} has no limit for {kind}.");
            }
        }
    }

    [Fact]
    public void The_interval_is_never_a_fraction_too_short()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(200), new RateLimit(300, TimeSpan.FromMinutes(1), 20).Interval);
        Assert.Equal(TimeSpan.FromTicks(3_333_334), new RateLimit(180, TimeSpan.FromMinutes(1), 6).Interval);
        Assert.Equal(TimeSpan.FromTicks(1), new RateLimit(int.MaxValue, TimeSpan.FromTicks(1), 1).Interval);
    }

    private static RateLimit Row(double seconds, TokenKinds tokens = TokenKinds.Any, int burst = 1) =>
        new(1, TimeSpan.FromSeconds(seconds), burst, tokens);

    private static WildberriesOperation Operation(params RateLimit[] rows) => new()
    {
        ApiType = typeof(RateLimitPolicyTests),
        MethodName = "PingAsync",
        Name = "Common.Ping",
        HttpMethod = HttpMethod.Get,
        Path = "/ping",
        Host = new Uri("https://common-api.wildberries.ru"),
        Category = TokenCategory.Prices,
        RateLimits = rows,
    };
}
