using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

namespace TestProject;

/// <summary>A shop at WB for one test: the emulator, and a client as your program gets it, on one clock.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Shop(WildberriesEmulator emulator, ServiceProvider services)
    {
        Wb = emulator;
        _services = services;
    }

    /// <summary>The other side: what is there, what goes wrong, what has arrived.</summary>
    public WildberriesEmulator Wb { get; }

    /// <summary>The client that the tested code gets.</summary>
    public IWildberriesClient Client => _services.GetRequiredService<IWildberriesClient>();

    public static async Task<Shop> OpenAsync(TimeProvider clock, TokenCategory? categories = null)
    {
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(
            new WildberriesEmulatorOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddWildberries(options =>
        {
            options.Token = emulator.CreateToken(categories: categories);
            options.UseEmulator(emulator);

            // On a clock that runs fast, a busy machine would look like a WB that does not answer.
            options.AttemptTimeout = options.BodyIdleTimeout = TimeSpan.FromHours(2);
            options.Retry.MaxTotalTime = TimeSpan.FromHours(6);
        });
        return new Shop(emulator, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Wb.DisposeAsync();
    }
}
