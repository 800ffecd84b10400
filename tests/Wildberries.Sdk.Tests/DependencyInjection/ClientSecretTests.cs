using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DependencyInjection;

public sealed class ClientSecretTests
{
    private static readonly DateTimeOffset Turn = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_factory_makes_clients_with_a_secret()
    {
        using var wb = new FakeWildberries();
        IWildberriesClient client = Factory(wb).Create(new WildberriesSellerOptions { Token = TestTokens.Create(TokenType.Base), ClientSecret = "one" });
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal(["one"], wb.Arrivals.Select(arrival => arrival.ClientSecret));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_secret_takes_over_at_its_time_and_the_limits_stay_the_same(bool factory)
    {
        string token = TestTokens.Create(TokenType.Base);
        using var wb = new FakeWildberries(options => (options.ClientSecret, options.NextClientSecret, options.NextClientSecretFrom) = ("one", "two", Turn), token: token);
        IWildberriesClient client = !factory ? wb.Client : Factory(wb).Create(
            new WildberriesSellerOptions { Token = token, ClientSecret = "one", NextClientSecret = "two", NextClientSecretFrom = Turn });
        wb.Clock.SetUtcNow(Turn.AddTicks(-1));
        await client.Finance.GetBalanceAsync(Cancellation);
        wb.Clock.SetUtcNow(Turn);

        // One a minute: the second call waits for the first, whatever secret it had.
        await wb.Elapse(client.Finance.GetBalanceAsync(Cancellation), TimeSpan.FromSeconds(1));
        Assert.Equal(["one", "two"], wb.Arrivals.Select(arrival => arrival.ClientSecret));
        Assert.True(wb.Arrivals[1].At - wb.Arrivals[0].At >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task What_is_set_later_is_taken_up_by_the_next_call()
    {
        using var wb = new FakeWildberries();
        var seller = new WildberriesSellerOptions { Token = TestTokens.Create(TokenType.Base), ClientSecret = "one" };
        IWildberriesClient client = Factory(wb).Create(seller);
        await client.Common.GetSellerInfoAsync(Cancellation);
        seller.ClientSecret = "two";
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal(["one", "two"], wb.Arrivals.Select(arrival => arrival.ClientSecret));
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_without_showing_a_secret()
    {
        using var wb = new FakeWildberries();
        IWildberriesClientFactory factory = Factory(wb);
        string token = TestTokens.Create(TokenType.Base);
        Assert.Throws<ArgumentNullException>("seller", () => factory.Create((WildberriesSellerOptions)null!));
        Assert.Throws<ArgumentException>("seller", () => factory.Create(new WildberriesSellerOptions { ClientSecret = "one" }));
        Assert.Throws<FormatException>(() => factory.Create(new WildberriesSellerOptions { Token = "no token" }));
        Refused(new() { Token = token, ClientSecret = "hush\nhush" }, "ClientSecret");
        Refused(new() { Token = token, ClientSecret = "one", NextClientSecret = "hush\nhush", NextClientSecretFrom = Turn }, "NextClientSecret");
        Refused(new() { Token = token, ClientSecret = "one", NextClientSecret = "hush" }, "NextClientSecretFrom");
        Refused(new() { Token = token, ClientSecret = "one", NextClientSecretFrom = Turn }, "NextClientSecretFrom");
        Refused(new() { Token = token, NextClientSecretFrom = Turn }, "NextClientSecretFrom");
        Refused(new() { Token = token, NextClientSecret = "hush", NextClientSecretFrom = Turn }, "seller:NextClientSecret follows seller:ClientSecret");

        void Refused(WildberriesSellerOptions seller, string words)
        {
            var error = Assert.Throws<ArgumentException>(nameof(seller), () => factory.Create(seller));
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_script_is_held_to_the_same()
    {
        string token = TestTokens.Create(TokenType.Base);
        Refused(options => (options.ClientSecret, options.NextClientSecret) = ("one", "two"), "Wildberries:NextClientSecretFrom");
        Refused(options => (options.ClientSecret, options.NextClientSecretFrom) = ("one", Turn), "Wildberries:NextClientSecretFrom");
        Refused(options => (options.NextClientSecret, options.NextClientSecretFrom) = ("two", Turn), "Wildberries:NextClientSecret follows Wildberries:ClientSecret");
        WildberriesClient.Create(token, options => (options.ClientSecret, options.NextClientSecret, options.NextClientSecretFrom) = ("one", "two", Turn)).Dispose();

        void Refused(Action<WildberriesOptions> configure, string words) => Assert.Contains(
            words, Assert.Single(Assert.Throws<OptionsValidationException>(() => WildberriesClient.Create(token, configure)).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_that_is_none_is_refused_in_every_way_to_make_a_client()
    {
        const WildberriesEnvironment None = (WildberriesEnvironment)7;
        string token = TestTokens.Create();
        var provider = new FixedCredentialsProvider(new WildberriesCredentials(token));
        using var wb = new FakeWildberries();
        IWildberriesClientFactory factory = Factory(wb);

        Assert.Throws<ArgumentOutOfRangeException>("environment", () => factory.Create(token, None));
        Assert.Throws<ArgumentOutOfRangeException>("environment", () => factory.Create(provider, None));
        foreach (WildberriesSellerOptions seller in new WildberriesSellerOptions[] { new() { Token = token, Environment = None }, new() { CredentialsProvider = provider, Environment = None } })
            Assert.Contains("Environment", Assert.Throws<ArgumentException>("seller", () => factory.Create(seller)).Message, StringComparison.Ordinal);
        foreach (IWildberriesCredentialsProvider? source in new[] { null, provider })
        {
            var error = Assert.Throws<OptionsValidationException>(
                () => WildberriesClient.Create(token, options => (options.CredentialsProvider, options.Environment) = (source, None)));
            Assert.Contains("Wildberries:Environment", error.Message, StringComparison.Ordinal);
        }
    }

    private static IWildberriesClientFactory Factory(FakeWildberries wb) => wb.Services.GetRequiredService<IWildberriesClientFactory>();
}
