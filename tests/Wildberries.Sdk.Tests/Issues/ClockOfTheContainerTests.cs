using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.DependencyInjection;
using Wildberries.Sdk.Tests.House;

namespace Wildberries.Sdk.Tests.Issues;

public sealed class ClockOfTheContainerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The classes on top of an interface that look at a clock, themselves.</summary>
    public static TheoryData<Type> Helpers { get; } =
    [
        .. PublicTypes.Sdk.GetExportedTypes().Where(type => type != typeof(DirectoryCache) && Constructor(type) is { } constructor
            && constructor.GetParameters().Any(parameter =>
                parameter.ParameterType == typeof(IWildberriesClient) || PublicTypes.RefitInterfaces.Contains(parameter.ParameterType))),
    ];

    [Fact]
    public void The_helpers_are_found() => Assert.Superset(
        new HashSet<Type> { typeof(ChatEventStream), typeof(ChatFileDownloader), typeof(PriceUploader), typeof(PromoCodeSender), typeof(AnswerSender) },
        Helpers.Select(row => row.Data).ToHashSet());

    [Fact]
    public async Task A_stream_waits_by_the_clock_of_the_container()
    {
        TimeSpan idle = TimeSpan.FromMinutes(17);
        var clock = new WaitedClock(idle);
        await using ServiceProvider services = Services(clock);
        IBuyerChatApi chat = services.GetRequiredService<IWildberriesClient>().BuyerChat;
        var stream = new ChatEventStream(chat, new InMemoryStateStore(), "seller", new ChatEventStreamOptions { IdleDelay = idle });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        IAsyncEnumerator<ChatEvent> events = stream.ReadAllAsync(cancellationToken: stop.Token).GetAsyncEnumerator(stop.Token);
        ValueTask<bool> next = events.MoveNextAsync();

        // The limit only ends a test that fails.
        await clock.Waited.WaitAsync(TimeSpan.FromMinutes(5), Cancel);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await events.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Helpers))]
    public async Task Each_helper_looks_at_the_clock_of_its_client(Type helper)
    {
        var clock = new FakeTimeProvider(Now);
        await using ServiceProvider services = Services(clock);
        IWildberriesClient client = services.GetRequiredService<IWildberriesClient>();
        Assert.Same(clock, ClockOf(helper, client, null));
        Assert.Same(clock, ClockOf(helper, client.With(new WildberriesCallOptions()), null));

        var own = new FakeTimeProvider(Now);
        Assert.Same(own, ClockOf(helper, client, own));
        using var script = WildberriesClient.Create(TestTokens.Create());
        Assert.Same(TimeProvider.System, ClockOf(helper, script, null));
    }

    [Fact]
    public async Task A_cache_keeps_by_the_clock_of_the_container()
    {
        var clock = new FakeTimeProvider(Now);
        using var handler = new MockHttpMessageHandler();
        MockedRequest colors = handler.When("*").Respond("application/json", """{"data":[],"error":false,"errorText":"","additionalErrors":null}""");
        await using ServiceProvider services = Services(clock, handler);
        var options = new DirectoryCacheOptions();
        using var cache = new DirectoryCache(services.GetRequiredService<IWildberriesClient>().Directories, options);
        for (int day = 0; day < 2; day++)
        {
            for (int i = 0; i < 3; i++)
                await cache.GetColorsAsync(cancellationToken: Cancel);
            Assert.Equal(day + 1, handler.GetMatchCount(colors));
            clock.Advance(options.DirectoryLifetime + TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void An_interface_of_no_client_has_the_clock_of_the_system() => Assert.Same(TimeProvider.System, ClientClock.Of(new object()));

    private static ServiceProvider Services(TimeProvider clock, HttpMessageHandler? handler = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddWildberries(options =>
        {
            options.Token = TestTokens.Create(expiresAt: Now.AddDays(30));
            options.UsePrimaryHandler(() => handler ?? new CountingHandler());
        });
        return services.BuildServiceProvider();
    }

    private static object? ClockOf(Type helper, IWildberriesClient client, TimeProvider? own)
    {
        ConstructorInfo constructor = Constructor(helper)!;
        object made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter, client, own))]);
        return helper.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Single(field => field.FieldType == typeof(TimeProvider)).GetValue(made);
    }

    private static ConstructorInfo? Constructor(Type type) =>
        Array.Find(type.GetConstructors(), constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(TimeProvider)));

    private static object? Argument(ParameterInfo parameter, IWildberriesClient client, TimeProvider? own) =>
        parameter.ParameterType == typeof(TimeProvider) ? own
        : parameter.ParameterType == typeof(string) ? "seller"
        : parameter.ParameterType == typeof(IStateStore) ? new InMemoryStateStore()
        : parameter.ParameterType == typeof(IWildberriesClient) ? client
        : parameter.ParameterType == typeof(IAnswerStore) ? new InMemoryAnswerStore()
        : parameter.ParameterType == typeof(IPromoCodeStore) ? new InMemoryPromoCodeStore()
        : typeof(IWildberriesClient).GetProperties().FirstOrDefault(property => property.PropertyType == parameter.ParameterType)?.GetValue(client);

    /// <summary>Tells when somebody begins a wait of a certain length.</summary>
    private sealed class WaitedClock(TimeSpan wait) : FakeTimeProvider(Now)
    {
        private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waited => _waited.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == wait)
                _waited.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
