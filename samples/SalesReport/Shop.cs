using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Testing;

namespace SalesToFile;

/// <summary>The shop whose reports are read: yours with WB_TOKEN, or one that an emulator plays inside this program.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WildberriesClient _client;
    private readonly WildberriesEmulator? _emulator;

    private Shop(WildberriesClient client, WildberriesEmulator? emulator)
    {
        _client = client;
        _emulator = emulator;
    }

    public IFinanceApi Finance => _client.Finance;

    public static async Task<Shop> OpenAsync(CancellationToken cancellationToken)
    {
        string? token = Environment.GetEnvironmentVariable("WB_TOKEN");
        if (string.IsNullOrWhiteSpace(token))
        {
            Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop.");
            WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(
                new WildberriesEmulatorOptions { Seed = true, RateLimits = false }, cancellationToken);
            return new Shop(
                WildberriesClient.Create(emulator.CreateToken(), options =>
                {
                    options.UseEmulator(emulator);
                    WithoutWait(options);
                }),
                emulator);
        }

        if (!WildberriesToken.TryParse(token, out _))
            throw new UsageException("WB_TOKEN is not a WB token.");
        var client = WildberriesClient.Create(token, options =>
        {
            // WB gives a page of 100,000 rows a minute. Others of yours may read reports, too.
            options.MaxRateLimitWait = TimeSpan.FromMinutes(10);

            // For tests: an emulator that runs elsewhere on this machine.
            if (Environment.GetEnvironmentVariable("WB_EMULATOR") is { Length: > 0 } address)
            {
                options.EmulatorAddress = new Uri(address);
                WithoutWait(options);
            }
        });
        Console.Error.WriteLine("Asking WB for the rows. It gives a page a minute and says only after the last page that there are no more, so this takes a minute or longer.");
        return new Shop(client, null);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }

    // The emulator need not be waited for as WB must: a minute between two pages.
    private static void WithoutWait(WildberriesOptions options) => options.OverrideOperation<IFinanceApi>(
        nameof(IFinanceApi.GetSalesReportRowsByPeriodAsync), operation => operation with { RateLimits = [] });
}
