using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class RateLimitPolicyTests
{
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly string Owner = RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.Personal, null);

    [Theory]
    [InlineData(TokenTypes.Personal, 1.0)]
    [InlineData(TokenTypes.Service, 2.0)]
    [InlineData(TokenTypes.BaseWithSecret, 3.0)]
    [InlineData(TokenTypes.Base, 4.0)]
    public void The_own_row_holds_before_the_row_for_any(TokenTypes kind, double seconds)
    {
        WildberriesOperation operation = Operation(
            Row(9), Row(1, TokenTypes.Personal), Row(2, TokenTypes.Service), Row(3, TokenTypes.BaseWithSecret), Row(4, TokenTypes.Base));
        Assert.Equal(TimeSpan.FromSeconds(seconds), operation.FindRateLimit(kind)?.Interval);
    }

    [Theory]
    [InlineData(TokenTypes.Personal, 1.0)]
    [InlineData(TokenTypes.Service, 9.0)]
    [InlineData(TokenTypes.BaseWithSecret, 9.0)]
    [InlineData(TokenTypes.Base, 9.0)]
    public void Without_an_own_row_the_row_for_any_holds(TokenTypes kind, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Operation(Row(1, TokenTypes.Personal), Row(9)).FindRateLimit(kind)?.Interval);

    [Fact]
    public void A_base_token_with_secret_falls_back_to_the_service_row_and_then_to_the_base_row()
    {
        Assert.Equal(
            TimeSpan.FromSeconds(2),
            Operation(Row(4, TokenTypes.Base), Row(2, TokenTypes.Service)).FindRateLimit(TokenTypes.BaseWithSecret)?.Interval);
        Assert.Equal(
            TimeSpan.FromSeconds(4),
            Operation(Row(1, TokenTypes.Personal), Row(4, TokenTypes.Base)).FindRateLimit(TokenTypes.BaseWithSecret)?.Interval);
    }

    [Fact]
    public void Everything_else_falls_back_to_the_base_row_or_has_no_limit()
    {
        Assert.Equal(
            TimeSpan.FromSeconds(4),
            Operation(Row(2, TokenTypes.Service), Row(4, TokenTypes.Base)).FindRateLimit(TokenTypes.Personal)?.Interval);
        Assert.Null(Operation(Row(1, TokenTypes.Personal), Row(2, TokenTypes.Service)).FindRateLimit(TokenTypes.Base));
        Assert.Null(Operation().FindRateLimit(TokenTypes.Personal));
    }

    [Fact]
    public void A_row_may_hold_for_several_kinds()
    {
        WildberriesOperation operation = Operation(Row(1, TokenTypes.Personal | TokenTypes.Service), Row(4, TokenTypes.Base));
        Assert.Equal(TimeSpan.FromSeconds(1), operation.FindRateLimit(TokenTypes.Service)?.Interval);
        Assert.Equal(TimeSpan.FromSeconds(4), operation.FindRateLimit(TokenTypes.Base)?.Interval);
    }

    [Fact]
    public void The_owner_is_environment_seller_kind_and_service()
    {
        Assert.Equal("production:sid:personal:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.Personal, "ignored"));
        Assert.Equal("production:sid:service:asid:7:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.Service, "asid:7"));
        Assert.Equal("production:sid:service:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.Service, null));
        Assert.Equal("production:sid:base-with-secret:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.BaseWithSecret, null));
        Assert.Equal("production:sid:base:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.Base, null));
        Assert.Equal("production:sid:base:", RateLimitPolicy.OwnerKey(false, "sid", TokenTypes.None, null));
        Assert.Equal("sandbox:sid:", RateLimitPolicy.OwnerKey(true, "sid", TokenTypes.Base, null));
    }

    [Fact]
    public void A_method_has_a_bucket_of_its_own_on_each_host()
    {
        WildberriesOperation ping = Operation(new RateLimit(3, TimeSpan.FromSeconds(30), 99));
        WildberriesOperation elsewhere = ping with { Host = new Uri("https://chat.wildberries.ru") };
        var policy = new RateLimitPolicy([ping, elsewhere], Padding);
        Assert.Equal(
            Buckets.Of(
                "production:sid:personal:common-api.wildberries.ru GET /ping", TimeSpan.FromSeconds(10), 99, 98, TimeSpan.Zero),
            policy.FindBucket(ping, false, TokenTypes.Personal, Owner));
        Assert.Equal(
            "production:sid:personal:chat.wildberries.ru GET /ping", policy.FindBucket(elsewhere, false, TokenTypes.Personal, Owner)?.Key);
    }

    [Theory]
    [InlineData(1, 1, 20)]
    [InlineData(4, 4, 20)]
    [InlineData(5, 4, 0)]
    [InlineData(20, 19, 0)]
    public void A_larger_burst_keeps_one_in_reserve_and_a_smaller_one_is_padded(int burst, int capacity, int padding)
    {
        WildberriesOperation operation = Operation(new RateLimit(60, TimeSpan.FromMinutes(1), burst));
        RateLimitBucket bucket = new RateLimitPolicy([operation], Padding).FindBucket(operation, false, TokenTypes.Base, Owner)!;
        Assert.Equal((burst, capacity, TimeSpan.FromMilliseconds(padding)), (bucket.Burst, bucket.Capacity, bucket.Padding));
    }

    [Fact]
    public void A_group_shares_one_bucket_with_the_strictest_rows_of_its_methods()
    {
        WildberriesOperation slow = Operation(Row(6, burst: 5)) with { Path = "/slow", LimitScope = "group" };
        WildberriesOperation narrow = Operation(Row(1, TokenTypes.Personal, 3), Row(1800, TokenTypes.Base)) with
        {
            Path = "/narrow",
            LimitScope = "group",
        };
        WildberriesOperation stranger = narrow with { Category = TokenCategory.Content, RateLimits = [Row(9999)] };
        var policy = new RateLimitPolicy([slow, narrow, stranger], Padding);

        var personal = Buckets.Of("production:sid:personal:Prices/group", TimeSpan.FromSeconds(6), 3, 3, Padding);
        Assert.Equal(personal, policy.FindBucket(slow, false, TokenTypes.Personal, Owner));
        Assert.Equal(personal, policy.FindBucket(narrow, false, TokenTypes.Personal, Owner));
        var basic = Buckets.Of("production:sid:personal:Prices/group", TimeSpan.FromSeconds(1800), 1, 1, Padding);
        Assert.Equal(basic, policy.FindBucket(slow, false, TokenTypes.Base, Owner));
    }

    [Fact]
    public void In_the_sandbox_a_category_has_one_request_a_second()
    {
        WildberriesOperation method = Operation(Row(6, burst: 5));
        WildberriesOperation other = Operation() with { Path = "/other", LimitScope = "group" };
        var policy = new RateLimitPolicy([method, other], Padding);
        string owner = RateLimitPolicy.OwnerKey(true, "sid", TokenTypes.Base, null);
        var expected = Buckets.Of("sandbox:sid:Prices", TimeSpan.FromSeconds(1), 1, 1, Padding);
        Assert.Equal(expected, policy.FindBucket(method, true, TokenTypes.Base, owner));
        Assert.Equal(expected, policy.FindBucket(other, true, TokenTypes.Base, owner));
    }

    [Fact]
    public void Without_rows_there_is_no_limit()
    {
        WildberriesOperation operation = Operation();
        var policy = new RateLimitPolicy([operation, Operation(Row(1)) with { LimitScope = "group" }], Padding);
        Assert.Null(policy.FindBucket(operation, false, TokenTypes.Personal, Owner));
        Assert.Null(policy.FindBucket(operation with { LimitScope = "group" }, false, TokenTypes.Personal, Owner));
    }

    [Fact]
    public void An_operation_that_the_policy_was_not_made_with_is_found_too()
    {
        WildberriesOperation known = Operation(Row(6)) with { LimitScope = "group" };
        var policy = new RateLimitPolicy([known], Padding);
        WildberriesOperation changed = known with { RateLimits = [Row(12)] };
        Assert.Equal(TimeSpan.FromSeconds(12), policy.FindBucket(changed, false, TokenTypes.Personal, Owner)?.Interval);
    }

    [Fact]
    public void Every_declared_operation_has_a_bucket_for_each_kind_of_token_that_may_call_it()
    {
        var policy = new RateLimitPolicy(WildberriesOperations.All, Padding);
        foreach (WildberriesOperation operation in WildberriesOperations.All.Where(o => o.RateLimits.Count > 0))
        {
            foreach (TokenTypes kind in new[] { TokenTypes.Personal, TokenTypes.Service, TokenTypes.BaseWithSecret, TokenTypes.Base })
            {
                if ((operation.TokenTypes & kind) != 0)
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

    private static RateLimit Row(double seconds, TokenTypes tokens = TokenTypes.Any, int burst = 1) =>
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
