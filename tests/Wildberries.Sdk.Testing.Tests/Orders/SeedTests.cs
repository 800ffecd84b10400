using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Orders;

public sealed class SeedTests
{
    private const string Api = "marketplace-api/api/v3";

    [Theory]
    [InlineData($"GET {Api}/orders/new", "fbs", "fbs", "fbs")]
    [InlineData($"GET {Api}/dbs/orders/new", "dbs", "edbs", "dbsPickupPoint")]
    [InlineData($"GET {Api}/dbw/orders/new", null, null)]
    [InlineData($"GET {Api}/click-collect/orders/new", null, null)]
    public async Task A_seeded_emulator_has_new_orders_of_each_kind(string operation, params string?[] types)
    {
        await using Harness harness = await Harness.StartAsync(options => options.Seed = true);
        using var list = JsonDocument.Parse(await harness.AskAsync(operation));
        Assert.Equal(types, list.RootElement.GetProperty("orders").EnumerateArray().Select(order => order.TryGetProperty("deliveryType", out JsonElement type) ? type.GetString() : null));
    }

    [Fact]
    public async Task Without_a_seed_there_is_no_order()
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Empty(harness.Emulator.Orders.All);
    }

    [Fact]
    public async Task Its_orders_come_from_warehouses_that_it_has()
    {
        await using Harness harness = await Harness.StartAsync(options => options.Seed = true);
        HashSet<long> warehouses = [.. harness.Emulator.Warehouses.All.Select(warehouse => warehouse.Id)];
        Assert.All(harness.Emulator.Orders.All, order => Assert.Contains(order.Purchase.WarehouseId, warehouses));
        Assert.Equal(Enum.GetValues<EmulatedOrderKind>().Length, harness.Emulator.Orders.All.Select(order => order.Purchase.Kind).Distinct().Count());
    }
}
