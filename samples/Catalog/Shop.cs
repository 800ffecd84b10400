using Catalog.Demo;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Catalog;

/// <summary>The shop that gets the cards: yours with WB_TOKEN, or one that an emulator plays inside this program.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly RateLimit Fast = new(requests: 1000, period: TimeSpan.FromSeconds(1), burst: 1000);

    private readonly WildberriesEmulator? _emulator;

    private Shop(WildberriesClient client, string sellerId, WildberriesEmulator? emulator)
    {
        Client = client;
        SellerId = sellerId;
        _emulator = emulator;
    }

    public WildberriesClient Client { get; }

    public string SellerId { get; }

    /// <summary>Whether the shop is simulated, and gone when the program ends.</summary>
    public bool IsDemo => _emulator is not null;

    public static async Task<Shop> OpenAsync(CancellationToken cancellationToken)
    {
        string? text = Environment.GetEnvironmentVariable("WB_TOKEN");
        if (string.IsNullOrWhiteSpace(text))
        {
            Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop. It begins empty with each start, and is faster than WB, which takes 100 pictures a minute.");
            WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { RateLimits = false }, cancellationToken);
            emulator.Cards.Refuse(DemoCatalog.RefusedByWb);
            emulator.Cards.Lose(DemoCatalog.LostByWb);
            var demo = WildberriesClient.Create(emulator.CreateToken(), options =>
            {
                options.UseEmulator(emulator);
                foreach (string method in (string[])[nameof(ICardsApi.GetCardsAsync), nameof(ICardsApi.UploadMediaFileAsync)])
                    options.OverrideOperation<ICardsApi>(method, operation => operation with { LimitGroup = null, RateLimits = [Fast] });
            });
            return new Shop(demo, "demo", emulator);
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
        return new Shop(client, token.SellerId?.ToString() ?? "seller", null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
