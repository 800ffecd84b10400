using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace FbsPacker;

/// <summary>The shop whose orders are packed: yours with WB_TOKEN, or one that an emulator plays inside this program.</summary>
internal sealed class Shop : IAsyncDisposable
{
    /// <summary>Where the emulated shop brings its supplies.</summary>
    public const string ShippingCity = "Подольск";

    public const long ShippingPointId = 507;

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
            Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop on a simulated morning.");
            WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: cancellationToken);
            Fill(emulator);
            return new Shop(WildberriesClient.Create(emulator.CreateToken(), options => options.UseEmulator(emulator)), "demo", emulator);
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

    // A morning: two warehouses, something large, something for abroad, shoes that need Chestny ZNAK codes (one of them without), an order that its buyer cancels.
    private static void Fill(WildberriesEmulator emulator)
    {
        emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = ShippingPointId, City = ShippingCity });
        emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        emulator.Warehouses.Add(new EmulatedWarehouse { Id = 658434, Name = "Основной", OfficeId = 15 });
        emulator.Warehouses.Add(new EmulatedWarehouse { Id = 701020, Name = "Второй", OfficeId = 15 });
        var plaid = new EmulatedPurchase { NmId = 182340115, Article = "pled-beige" };
        var boots = new EmulatedPurchase { NmId = 219006534, Article = "boots-38", RequiredMarking = [MarkingCodeKind.Sgtin] };
        emulator.Orders.BuyerOrders(plaid, 3);
        emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 168902447, Article = "mug" }, 2);
        emulator.Orders.BuyerOrders(boots, 3);
        emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 155270981, Article = "armchair", CargoType = CargoType.Large });
        emulator.Orders.BuyerOrders(plaid with { WarehouseId = 701020 });
        emulator.Orders.BuyerOrders(plaid with { IsCrossBorder = true });
        emulator.Orders.BuyerCancels(emulator.Orders.BuyerOrders(plaid).Id);
    }
}
