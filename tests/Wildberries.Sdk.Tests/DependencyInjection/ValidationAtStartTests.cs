using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.DependencyInjection;

public sealed class ValidationAtStartTests
{
    private static readonly string Good = TestTokens.Create();
    private static readonly string Test = TestTokens.Create(TokenType.Test);

    public static TheoryData<string, string, string> BadSettings => new()
    {
        { "Token", "eyJhbGciOiJIUzI1NiJ9.not-a-token", "Wildberries:Token" },
        { "Proxy", "proxy.local", "Wildberries:Proxy" },
        { "EmulatorAddress", "ftp://127.0.0.1", "Wildberries:EmulatorAddress" },
        { "Token", Test, "Wildberries:Token" },
        { "Sellers:toys:Token", Good[..^100] + "!", "Wildberries:Sellers:toys:Token" },
        { "Sellers:toys:Token", Test, "Wildberries:Sellers:toys:Token" },
        { "Sellers:toys:ClientSecret", "line\nbreak", "Wildberries:Sellers:toys:ClientSecret" },
        { "Sellers:toys:NextClientSecretFrom", "2026-12-01T00:00:00Z", "Wildberries:Sellers:toys:NextClientSecretFrom" },
        { "Sellers:toys:Environment", "Sandbox", "Wildberries:Sellers:toys:Token" },
        { "Sellers:toys:Environment", "7", "Wildberries:Sellers:toys:Environment" },
        { "MaxRateLimitWait", "-00:00:01", "Wildberries:MaxRateLimitWait" },
        { "MaxRateLimitWait", "3.00:00:00", "Wildberries:MaxRateLimitWait" },
        { "AttemptTimeout", "00:00:00", "Wildberries:AttemptTimeout" },
        { "BodyIdleTimeout", "2.00:00:00", "Wildberries:BodyIdleTimeout" },
        { "TotalTimeout", "00:00:00", "Wildberries:TotalTimeout" },
        { "RateLimitPadding", "00:00:11", "Wildberries:RateLimitPadding" },
        { "Retry:MaxRetries", "21", "Wildberries:Retry:MaxRetries" },
        { "Retry:MaxRetries", "-1", "Wildberries:Retry:MaxRetries" },
        { "Retry:BaseDelay", "00:02:00", "Wildberries:Retry:BaseDelay" },
        { "Retry:MaxDelay", "00:11:00", "Wildberries:Retry:MaxDelay" },
        { "Retry:MaxTotalTime", "2.00:00:00", "Wildberries:Retry:MaxTotalTime" },
        { "EmulatorAddress", "https://evil.example/", "Wildberries:EmulatorAddress" },
        { "EmulatorAddress", "/relative", "Wildberries:EmulatorAddress" },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task A_bad_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        using IHost host = BuildHost(("Sellers:toys:Token", Good), (key, value));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(named, Assert.Single(exception.Failures), StringComparison.Ordinal);
        string all = exception.ToString();
        foreach (string part in new[] { Good, Test }.SelectMany(token => token.Split('.')).Append("line\nbreak").Append("not-a-token"))
            Assert.DoesNotContain(part, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_settings_are_named_at_once()
    {
        using IHost host = BuildHost(("Sellers:toys:Token", "x"), ("Sellers:books:Token", "y"), ("AttemptTimeout", "00:00:00"), ("Retry:MaxRetries", "99"));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, exception.Failures.Count());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("Sellers:toys:", true)]
    [InlineData("Sellers:toys:", false)]
    public async Task A_next_secret_that_follows_none_is_named_with_a_token_and_without(string seller, bool hasToken)
    {
        using IHost host = BuildHost(
            (seller + "Token", hasToken ? Good : ""), (seller + "NextClientSecret", "hush"), (seller + "NextClientSecretFrom", "2026-12-01T00:00:00Z"));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"Wildberries:{seller}NextClientSecret follows", Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_settings_start()
    {
        using IHost host = BuildHost(
            ("Token", Good), ("Sellers:toys:Token", Test), ("Sellers:toys:Environment", "Sandbox"), ("EmulatorAddress", "http://localhost:5000"), ("MaxRateLimitWait", "00:00:00"));
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(host.Services.GetRequiredService<IWildberriesClient>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task No_token_is_needed_at_start()
    {
        using IHost host = BuildHost();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost BuildHost(params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        // A later one of the same key takes the place of the earlier.
        foreach ((string key, string value) in settings)
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Wildberries:" + key, (string?)value)]);
        builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
        return builder.Build();
    }
}
