using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>An emulator, and a container with clients that talk to it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private Shop(WildberriesEmulator emulator, ServiceProvider services)
    {
        Emulator = emulator;
        Services = services;
    }

    public WildberriesEmulator Emulator { get; }

    public ServiceProvider Services { get; }

    public IWildberriesClient Client => Services.GetRequiredService<IWildberriesClient>();

    public IWildberriesClientFactory Factory => Services.GetRequiredService<IWildberriesClientFactory>();

    /// <param name="changes">What both sides believe of operations, by <see cref="WildberriesOperation.Name"/>.</param>
    /// <param name="emulator">Changes the emulator's options.</param>
    /// <param name="sdk">Changes the SDK's options; the emulator is running by then.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="clock">The clock of both sides.</param>
    public static async Task<Shop> OpenAsync(
        IReadOnlyDictionary<string, Func<WildberriesOperation, WildberriesOperation>>? changes = null,
        Action<WildberriesEmulatorOptions>? emulator = null,
        Action<WildberriesOptions, WildberriesEmulator>? sdk = null,
        Action<IServiceCollection>? services = null,
        TimeProvider? clock = null)
    {
        (WildberriesOperation Operation, Func<WildberriesOperation, WildberriesOperation> Change)[] changed =
            [.. (changes ?? new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>>()).Select(change =>
                (WildberriesOperations.All.Single(operation => operation.Name == change.Key), change.Value))];
        var emulatorOptions = new WildberriesEmulatorOptions { TimeProvider = clock ?? TimeProvider.System };
        foreach ((WildberriesOperation operation, Func<WildberriesOperation, WildberriesOperation> change) in changed)
            emulatorOptions.Operations.Add(change(operation));
        emulator?.Invoke(emulatorOptions);
        WildberriesEmulator running = await WildberriesEmulator.StartAsync(emulatorOptions, TestContext.Current.CancellationToken);

        var collection = new ServiceCollection();
        if (clock is not null)
            collection.AddSingleton(clock);
        services?.Invoke(collection);
        collection.AddWildberries(options =>
        {
            options.UseEmulator(running);
            if (clock is FastClock fast)
            {
                options.AttemptTimeout *= fast.Speed;
                options.BodyIdleTimeout *= fast.Speed;
            }

            foreach ((WildberriesOperation operation, Func<WildberriesOperation, WildberriesOperation> change) in changed)
            {
                if (operation.ApiType == typeof(IBuyerChatApi))
                    options.OverrideOperation<IBuyerChatApi>(operation.MethodName, change);
                else if (operation.ApiType == typeof(IFinanceApi))
                    options.OverrideOperation<IFinanceApi>(operation.MethodName, change);
                else
                    options.OverrideOperation<ICommonApi>(operation.MethodName, change);
            }

            sdk?.Invoke(options, running);
        });
        return new Shop(running, collection.BuildServiceProvider());
    }

    /// <summary>A change that gives an operation one limit for all kinds of token.</summary>
    public static Func<WildberriesOperation, WildberriesOperation> Limit(
        int requests, double seconds, int burst, int clientErrorCost = 1) =>
        operation => operation with
        {
            RateLimits = [new RateLimit(requests, TimeSpan.FromSeconds(seconds), burst)],
            ClientErrorCost = clientErrorCost,
        };

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
