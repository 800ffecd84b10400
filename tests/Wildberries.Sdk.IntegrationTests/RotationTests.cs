using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Tokens that change while the program runs.</summary>
public sealed class RotationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reloaded_configuration_changes_the_token_of_the_next_call()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);
        string[] tokens = [.. Enumerable.Range(0, 3).Select(_ => emulator.CreateToken())];
        var source = new ReloadableSource();
        source.Data["Wildberries:EmulatorAddress"] = emulator.Address.AbsoluteUri;
        source.Data["Wildberries:Token"] = tokens[0];
        source.Data["Wildberries:Sellers:toys:Token"] = tokens[1];
        var services = new ServiceCollection();
        services.AddWildberries(new ConfigurationBuilder().Add(source).Build().GetSection("Wildberries"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IWildberriesClient standard = provider.GetRequiredService<IWildberriesClient>();
        IWildberriesClient toys = provider.GetRequiredKeyedService<IWildberriesClient>("toys");

        await standard.BuyerChat.GetChatsAsync(Cancel);
        await toys.BuyerChat.GetChatsAsync(Cancel);
        source.Change("Wildberries:Token", tokens[2]);
        await standard.BuyerChat.GetChatsAsync(Cancel);
        source.Change("Wildberries:Sellers:toys:Token", tokens[0]);
        source.Change("Wildberries:Sellers:toys:ClientSecret", "secret");
        await toys.BuyerChat.GetChatsAsync(Cancel);

        Assert.Equal(
            new[] { tokens[0], tokens[1], tokens[2], tokens[0] }.Select(token => WildberriesToken.Parse(token).TokenId),
            emulator.Requests.All.Select(request => request.TokenId));
        Assert.Equal([false, false, false, true], emulator.Requests.All.Select(request => request.HasSecret));
    }

    [Fact]
    public async Task A_reload_with_a_broken_token_names_the_setting_and_a_good_one_mends_it()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);
        var source = new ReloadableSource();
        source.Data["Wildberries:EmulatorAddress"] = emulator.Address.AbsoluteUri;
        source.Data["Wildberries:Token"] = emulator.CreateToken();
        var services = new ServiceCollection();
        services.AddWildberries(new ConfigurationBuilder().Add(source).Build().GetSection("Wildberries"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IWildberriesClient client = provider.GetRequiredService<IWildberriesClient>();
        await client.BuyerChat.GetChatsAsync(Cancel);

        Exception? atReload = Record.Exception(() => source.Change("Wildberries:Token", "no-token-at-all"));
        Exception? atCall = await Record.ExceptionAsync(() => client.BuyerChat.GetChatsAsync(Cancel));
        Exception told = Assert.IsType<Exception>(atReload ?? atCall, exactMatch: false);
        Assert.Contains("Wildberries:Token", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no-token-at-all", told.ToString(), StringComparison.Ordinal);

        source.Change("Wildberries:Token", emulator.CreateToken());
        await client.BuyerChat.GetChatsAsync(Cancel);
        Assert.All(emulator.Requests.All, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_provider_is_asked_before_each_call_and_may_take_its_time()
    {
        await using Shop shop = await Shop.OpenAsync();
        var vault = new Vault(shop.Emulator.CreateToken());
        IWildberriesClient client = shop.Factory.Create(vault);

        await client.BuyerChat.GetChatsAsync(Cancel);
        vault.Store(shop.Emulator.CreateToken());
        await client.BuyerChat.GetChatsAsync(Cancel);

        Assert.Equal(2, shop.Emulator.Requests.All.Select(request => request.TokenId).Distinct().Count());
        Assert.Equal(2, vault.Asked);
    }

    [Fact]
    public async Task A_withdrawn_token_is_refused_and_the_next_one_works()
    {
        await using Shop shop = await Shop.OpenAsync();
        string old = shop.Emulator.CreateToken();
        var vault = new Vault(old);
        IWildberriesClient client = shop.Factory.Create(vault);
        await client.BuyerChat.GetChatsAsync(Cancel);

        shop.Emulator.RevokeToken(old);
        var refused = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Contains("withdrawn", refused.Detail, StringComparison.Ordinal);

        vault.Store(shop.Emulator.CreateToken());
        await client.BuyerChat.GetChatsAsync(Cancel);
        Assert.Equal([200, 401, 200], shop.Emulator.Requests.All.Select(request => request.Status));
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_the_vault()
    {
        await using Shop shop = await Shop.OpenAsync();
        IWildberriesClient client = shop.Factory.Create(new ClosedVault());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task call = client.BuyerChat.GetChatsAsync(cancel.Token);
        Assert.False(call.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(shop.Emulator.Requests.All);
    }

    private sealed class ReloadableSource : ConfigurationProvider, IConfigurationSource
    {
        public new IDictionary<string, string?> Data => base.Data;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Change(string key, string value)
        {
            Set(key, value);
            OnReload();
        }
    }

    private sealed class Vault(string token) : IWildberriesCredentialsProvider
    {
        private WildberriesCredentials _credentials = new(token);
        private int _asked;

        public int Asked => _asked;

        public void Store(string newToken) => _credentials = new WildberriesCredentials(newToken);

        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            await Task.Yield();
            return _credentials;
        }
    }

    private sealed class ClosedVault : IWildberriesCredentialsProvider
    {
        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
