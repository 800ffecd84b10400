using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

namespace PricesFromCsv;

/// <summary>The shop whose prices change: yours with WB_TOKEN, or one that an emulator plays inside this program.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WildberriesEmulator? _emulator;

    private Shop(WildberriesClient client, WildberriesEmulator? emulator)
    {
        Client = client;
        _emulator = emulator;
    }

    public WildberriesClient Client { get; }

    /// <summary>Whether the shop is simulated, and gone when the program ends.</summary>
    public bool IsDemo => _emulator is not null;

    public static async Task<Shop> OpenAsync(CancellationToken cancellationToken)
    {
        string? text = Environment.GetEnvironmentVariable("WB_TOKEN");
        if (string.IsNullOrWhiteSpace(text))
        {
            Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop. Its prices begin anew with each start.");
            WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true }, cancellationToken);
            return new Shop(WildberriesClient.Create(emulator.CreateToken(), options => options.UseEmulator(emulator)), emulator);
        }

        if (!WildberriesToken.TryParse(text, out WildberriesToken? token))
            throw new UsageException("WB_TOKEN is not a WB token.");
        var client = WildberriesClient.Create(text, options =>
        {
            if (token.IsTest)
                options.Environment = WildberriesEnvironment.Sandbox;

            // For tests: an emulator that runs elsewhere on this machine.
            if (Environment.GetEnvironmentVariable("WB_EMULATOR") is { Length: > 0 } address)
                options.EmulatorAddress = new Uri(address);
        });
        return new Shop(client, null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
