using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DependencyInjection;

public sealed class AddWildberriesTests
{
    private const string OtherSellerId = "22222222-2222-4222-8222-222222222222";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_seller_from_code()
    {
        string token = TestTokens.Create();
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(collection => collection.AddWildberries(options =>
        {
            options.Token = "Bearer " + token;
            options.UsePrimaryHandler(() => handler);
        }));
        IWildberriesClient client = services.GetRequiredService<IWildberriesClient>();
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal([token], handler.Tokens);
        Assert.Same(client, services.GetRequiredService<IWildberriesClient>());
        Assert.Same(client.Common, client.Common);
    }

    [Fact]
    public async Task One_seller_from_configuration_with_all_settings()
    {
        string token = TestTokens.Create();
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries(Section(
                ("Token", token),
                ("MaxRateLimitWait", "00:02:03"),
                ("AttemptTimeout", "00:00:04"),
                ("BodyIdleTimeout", "00:00:05"),
                ("TotalTimeout", "00:10:00"),
                ("RateLimitPadding", "00:00:00.050"),
                ("IncludeSellerIdInTelemetry", "true"),
                ("Proxy", "http://proxy.local:3128"),
                ("EmulatorAddress", "http://127.0.0.1:5000"),
                ("ClientSecret", "my-secret"),
                ("Retry:MaxRetries", "7"),
                ("Retry:BaseDelay", "00:00:02"),
                ("Retry:MaxDelay", "00:00:30"),
                ("Retry:MaxTotalTime", "00:05:00"))),
            handler);
        WildberriesOptions options = services.GetRequiredService<IOptions<WildberriesOptions>>().Value;
        Assert.Equal(token, Hidden.Reveal(options.Token));
        Assert.Equal("my-secret", Hidden.Reveal(options.ClientSecret));
        Assert.Equal(new TimeSpan(0, 2, 3), options.MaxRateLimitWait);
        Assert.Equal(TimeSpan.FromSeconds(4), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), options.BodyIdleTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), options.TotalTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.RateLimitPadding);
        Assert.True(options.IncludeSellerIdInTelemetry);
        Assert.Equal(new Uri("http://proxy.local:3128"), options.Proxy);
        Assert.Equal(7, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Retry.MaxDelay);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Retry.MaxTotalTime);

        await services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal([token], handler.Tokens);
        Assert.Equal("http://127.0.0.1:5000/common-api/api/v1/seller-info", Assert.Single(handler.Uris).AbsoluteUri);
    }

    [Fact]
    public async Task Several_sellers_from_configuration()
    {
        string toys = TestTokens.Create();
        string books = TestTokens.Create(TokenType.Test, sellerId: OtherSellerId);
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries(Section(
                ("Sellers:toys:Token", toys), ("Sellers:books:Token", books), ("Sellers:books:Environment", "Sandbox"))),
            handler);
        Assert.Equal(WildberriesEnvironment.Sandbox, services.GetRequiredService<IOptions<WildberriesOptions>>().Value.Sellers["books"].Environment);
        await services.GetRequiredKeyedService<IWildberriesClient>("toys").Common.GetSellerInfoAsync(Cancellation);
        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => services.GetRequiredKeyedService<IWildberriesClient>("books").Common.GetSellerInfoAsync(Cancellation));
        Assert.Equal([toys], handler.Tokens);
    }

    [Fact]
    public async Task A_named_seller_has_one_client_for_its_name_and_other_names_have_others()
    {
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries()
                .AddSeller("toys", seller => seller.Token = TestTokens.Create())
                .AddSeller("books", seller => seller.Token = TestTokens.Create(sellerId: OtherSellerId)));
        IWildberriesClient toys = services.GetRequiredKeyedService<IWildberriesClient>("toys");
        Assert.Same(toys, services.GetRequiredKeyedService<IWildberriesClient>("toys"));
        Assert.NotSame(toys, services.GetRequiredKeyedService<IWildberriesClient>("books"));
        Assert.NotSame(toys, services.GetRequiredService<IWildberriesClient>());
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_known_ones()
    {
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries()
                .AddSeller("toys", seller => seller.Token = TestTokens.Create())
                .AddSeller("books", seller => seller.Token = TestTokens.Create()));
        foreach (Action find in new Action[]
        {
            () => services.GetRequiredKeyedService<IWildberriesClient>("games"),
            () => services.GetRequiredService<IWildberriesClientFactory>().CreateForSeller("games"),
        })
        {
            string message = Assert.Throws<InvalidOperationException>(find).Message;
            Assert.Contains("\"games\"", message, StringComparison.Ordinal);
            Assert.Contains("toys, books", message, StringComparison.Ordinal);
        }

        // As in configuration, the case of a name does not matter.
        Assert.NotNull(services.GetRequiredKeyedService<IWildberriesClient>("TOYS"));

        // A key that is no name at all.
        string text = Assert.Throws<InvalidOperationException>(() => services.GetRequiredKeyedService<IWildberriesClient>(DayOfWeek.Monday)).Message;
        Assert.Contains("\"Monday\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_token_says_what_to_set()
    {
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(collection => collection.AddWildberries().AddSeller("toys", _ => { }), handler);
        IWildberriesClient client = services.GetRequiredService<IWildberriesClient>();
        var byDefault = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Common.GetSellerInfoAsync(Cancellation));
        Assert.Contains("Wildberries:Token", byDefault.Message, StringComparison.Ordinal);
        var named = await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.GetRequiredKeyedService<IWildberriesClient>("toys").Common.GetSellerInfoAsync(Cancellation));
        Assert.Contains("Wildberries:Sellers:toys:Token", named.Message, StringComparison.Ordinal);
        Assert.Equal(0, handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sellers_from_code_and_from_configuration_go_together(bool configurationFirst)
    {
        string toys = TestTokens.Create();
        string books = TestTokens.Create(sellerId: OtherSellerId);
        var handler = new CountingHandler();
        IConfigurationSection section = Section(("Sellers:toys:Token", toys), ("MaxRateLimitWait", "00:00:09"));
        await using ServiceProvider services = Build(
            collection =>
            {
                if (configurationFirst)
                    collection.AddWildberries(section).AddSeller("books", seller => seller.Token = books).AddSeller("toys", seller => seller.ClientSecret = "toys-secret");
                else
                    collection.AddWildberries().AddSeller("books", seller => seller.Token = books).AddSeller("toys", seller => seller.ClientSecret = "toys-secret").Services.AddWildberries(section);
            },
            handler);
        WildberriesOptions options = services.GetRequiredService<IOptions<WildberriesOptions>>().Value;
        Assert.Equal(["books", "toys"], options.Sellers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("toys-secret", Hidden.Reveal(options.Sellers["toys"].ClientSecret));
        Assert.Equal(TimeSpan.FromSeconds(9), options.MaxRateLimitWait);
        await services.GetRequiredKeyedService<IWildberriesClient>("toys").Common.GetSellerInfoAsync(Cancellation);
        await services.GetRequiredKeyedService<IWildberriesClient>("books").Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal([toys, books], handler.Tokens);
    }

    [Fact]
    public async Task Adding_twice_adds_up()
    {
        await using ServiceProvider services = Build(collection =>
        {
            collection.AddWildberries(options => options.AttemptTimeout = TimeSpan.FromSeconds(3));
            collection.AddWildberries(options => options.MaxRateLimitWait = TimeSpan.FromSeconds(4)).AddSeller("toys", seller => seller.Token = TestTokens.Create());
            collection.AddWildberries();
        });
        WildberriesOptions options = services.GetRequiredService<IOptions<WildberriesOptions>>().Value;
        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)), (options.AttemptTimeout, options.MaxRateLimitWait));
        Assert.Single(options.Sellers);
        Assert.Single(services.GetServices<IWildberriesClient>());
        Assert.Single(services.GetServices<IWildberriesClientFactory>());
        Assert.Single(services.GetServices<IRateLimitStore>());
        Assert.Single(services.GetServices<IValidateOptions<WildberriesOptions>>());
    }

    [Fact]
    public async Task A_changed_configuration_rotates_the_token()
    {
        string first = TestTokens.Create();
        string second = TestTokens.Create(categories: TokenCategory.Content);
        var handler = new CountingHandler();
        IConfigurationRoot configuration = Configuration(("Wildberries:Sellers:toys:Token", first));
        await using ServiceProvider services = Build(collection => collection.AddWildberries(configuration.GetSection("Wildberries")), handler);
        IWildberriesClient client = services.GetRequiredKeyedService<IWildberriesClient>("toys");
        await client.Common.GetSellerInfoAsync(Cancellation);
        configuration["Wildberries:Sellers:toys:Token"] = second;
        configuration.Reload();
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal([first, second], handler.Tokens);
    }

    [Fact]
    public async Task A_bad_token_in_a_changed_configuration_stops_only_its_own_seller()
    {
        string good = TestTokens.Create();
        var handler = new CountingHandler();
        IConfigurationRoot configuration = Configuration(("Wildberries:Sellers:toys:Token", good), ("Wildberries:Sellers:books:Token", good));
        await using ServiceProvider services = Build(collection => collection.AddWildberries(configuration.GetSection("Wildberries")), handler);
        IWildberriesClient toys = services.GetRequiredKeyedService<IWildberriesClient>("toys");
        IWildberriesClient books = services.GetRequiredKeyedService<IWildberriesClient>("books");
        await toys.Common.GetSellerInfoAsync(Cancellation);
        configuration["Wildberries:Sellers:toys:Token"] = "rubbish";
        configuration.Reload();

        await books.Common.GetSellerInfoAsync(Cancellation);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => toys.Common.GetSellerInfoAsync(Cancellation));
        Assert.StartsWith("Wildberries:Sellers:toys:Token: Not a Wildberries token", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_leaves_the_last_good_settings()
    {
        string good = TestTokens.Create();
        var handler = new CountingHandler();
        IConfigurationRoot configuration = Configuration(("Wildberries:Token", good));
        await using ServiceProvider services = Build(collection => collection.AddWildberries(configuration.GetSection("Wildberries")), handler);
        IWildberriesClient client = services.GetRequiredService<IWildberriesClient>();
        configuration["Wildberries:MaxRateLimitWait"] = "soon";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await client.Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal([good], handler.Tokens);
    }

    [Fact]
    public async Task Clients_of_the_factory_share_the_limits_of_a_seller_and_of_no_other()
    {
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(collection => collection.AddWildberries(options => options.MaxRateLimitWait = TimeSpan.Zero), handler);
        IWildberriesClientFactory factory = services.GetRequiredService<IWildberriesClientFactory>();
        string token = TestTokens.Create(TokenType.Base);
        string renewed = TestTokens.Create(TokenType.Base, expiresAt: new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await factory.Create(token).BuyerChat.GetChatsAsync(Cancellation);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => factory.Create(token).BuyerChat.GetChatsAsync(Cancellation));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => factory.Create(renewed).BuyerChat.GetChatsAsync(Cancellation));
        await factory.Create(TestTokens.Create(TokenType.Base, sellerId: OtherSellerId)).BuyerChat.GetChatsAsync(Cancellation);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task A_provider_of_credentials_is_asked_at_each_call()
    {
        var handler = new CountingHandler();
        var provider = new RotatingProvider();
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries(options => options.CredentialsProvider = provider), handler);
        await services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancellation);
        await services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancellation);
        await services.GetRequiredService<IWildberriesClientFactory>().Create(provider).Common.GetSellerInfoAsync(Cancellation);
        Assert.Equal(provider.Given, handler.Tokens);
        Assert.Equal(3, handler.Tokens.Distinct().Count());
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("")]
    [InlineData("  ")]
    public async Task The_factory_refuses_what_is_no_token(string token)
    {
        await using ServiceProvider services = Build(collection => collection.AddWildberries());
        var exception = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IWildberriesClientFactory>().Create(token));
        Assert.True(exception is FormatException or ArgumentException, exception.ToString());
    }

    [Fact]
    public async Task A_users_own_interface_is_injected()
    {
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(
            collection => collection.AddWildberries(options => options.Token = TestTokens.Create()).AddWildberriesApi<PipelineTests.IDocumentsApi>(DocumentsJsonContext.Default),
            handler);
        PipelineTests.IDocumentsApi api = services.GetRequiredService<PipelineTests.IDocumentsApi>();
        await api.DeleteAsync(Cancellation);
        Assert.Same(api, services.GetRequiredService<IWildberriesClient>().Api<PipelineTests.IDocumentsApi>());
        Assert.Equal("documents-api.wildberries.ru", Assert.Single(handler.Uris).Host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_users_own_store_is_used(bool before)
    {
        var store = new RecordingStore();
        await using ServiceProvider services = Build(
            collection =>
            {
                if (before)
                    collection.AddSingleton<IRateLimitStore>(store);
                collection.AddWildberries(options => options.Token = TestTokens.Create());
                if (!before)
                    collection.AddSingleton<IRateLimitStore>(store);
            },
            new CountingHandler());
        await services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancellation);
        Assert.Contains(TestTokens.SellerId, Assert.Single(store.Keys), StringComparison.Ordinal);
        Assert.DoesNotContain(TestTokens.Create(), store.Keys[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_containers_clock_is_used(bool before)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2095, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var handler = new CountingHandler();
        await using ServiceProvider services = Build(
            collection =>
            {
                if (before)
                    collection.AddSingleton<TimeProvider>(clock);
                collection.AddWildberries(options =>
                {
                    options.Token = TestTokens.Create(TokenType.Base, expiresAt: new DateTimeOffset(2096, 1, 1, 0, 0, 0, TimeSpan.Zero));
                    options.MaxRateLimitWait = TimeSpan.Zero;
                });
                if (!before)
                    collection.AddSingleton<TimeProvider>(clock);
            },
            handler);
        IBuyerChatApi chat = services.GetRequiredService<IWildberriesClient>().BuyerChat;
        await chat.GetChatsAsync(Cancellation);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => chat.GetChatsAsync(Cancellation));
        clock.Advance(TimeSpan.FromMinutes(61));
        await chat.GetChatsAsync(Cancellation);
        clock.Advance(TimeSpan.FromDays(400));
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => chat.GetChatsAsync(Cancellation));
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task The_container_disposes_the_primary_handler_once()
    {
        var handler = new CountingHandler();
        int made = 0;
        ServiceProvider services = Build(collection => collection
            .AddWildberries(options =>
            {
                options.Token = TestTokens.Create();
                options.UsePrimaryHandler(() =>
                {
                    made++;
                    return handler;
                });
            })
            .AddSeller("toys", seller => seller.Token = TestTokens.Create())
            .AddWildberriesApi<PipelineTests.IDocumentsApi>(DocumentsJsonContext.Default));
        await services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancellation);
        IWildberriesClient toys = services.GetRequiredKeyedService<IWildberriesClient>("toys");
        await toys.Common.GetSellerInfoAsync(Cancellation);
        _ = services.GetRequiredService<PipelineTests.IDocumentsApi>();
        IWildberriesClient made2 = services.GetRequiredService<IWildberriesClientFactory>().Create(TestTokens.Create());

        // A client that is disposed by mistake takes nothing from the others.
        ((IDisposable)made2).Dispose();
        ((IDisposable)toys).Dispose();
        Assert.Equal(0, handler.Disposals);
        await toys.Common.GetSellerInfoAsync(Cancellation);

        await services.DisposeAsync();
        Assert.Equal((1, 1), (made, handler.Disposals));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddWildberries());
        Assert.Throws<ArgumentNullException>("section", () => services.AddWildberries((IConfiguration)null!));
        Assert.Throws<ArgumentException>("name", () => services.AddWildberries().AddSeller("", _ => { }));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddWildberries().AddSeller("toys", null!));
        Assert.Throws<ArgumentNullException>("jsonContext", () => services.AddWildberries().AddWildberriesApi<IBuyerChatApi>(null!));
    }

    private static ServiceProvider Build(Action<IServiceCollection> add, HttpMessageHandler? handler = null)
    {
        var collection = new ServiceCollection();
        add(collection);
        if (handler is not null)
            collection.Configure<WildberriesOptions>(options => options.UsePrimaryHandler(() => handler));
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings) =>
        Configuration([.. settings.Select(setting => ("Wildberries:" + setting.Key, setting.Value))]).GetSection("Wildberries");

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();

    private sealed class RotatingProvider : IWildberriesCredentialsProvider
    {
        public List<string?> Given { get; } = [];

        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            string token = TestTokens.Create(expiresAt: new DateTimeOffset(9000, 1, 1 + Given.Count, 0, 0, 0, TimeSpan.Zero));
            Given.Add(token);
            return new WildberriesCredentials(token);
        }
    }
}
