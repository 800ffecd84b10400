using Wildberries.Sdk;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

/// <summary>Every operation on warehouses, their stocks, and orders that WB's couriers fetch, and what is built upon them.</summary>
internal static class WarehouseChecks
{
    private static readonly MarkingCodeKind[] Kinds = [MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin];

    public static async Task CallAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        await WarehousesAsync(wb.Warehouses, emulator.Warehouses, check);
        emulator.Orders.MarkingCheckTime = TimeSpan.Zero;
        await DbwAsync(wb.DbwOrders, emulator.Orders, check);
    }

    private static async Task WarehousesAsync(IWarehousesApi api, EmulatedWarehouses warehouses, Func<string, Func<Task<bool>>, Task> check)
    {
        warehouses.ChangeTime = TimeSpan.Zero;
        warehouses.AddOffice(new EmulatedOffice { Id = 901 });
        warehouses.AddOffice(new EmulatedOffice { Id = 902 });
        long id = 0;
        await check("warehouses: offices", async () => (await api.GetOfficesAsync()).Any(office => office is { Id: 901, IsSelected: false }));
        await check("warehouses: create", async () => (id = await api.CreateWarehouseAsync("Smoke", 901)) > 0);
        await check("warehouses: list", async () => (await api.GetWarehousesAsync()).Any(warehouse => warehouse.Id == id));
        Stock[] stocks = [new Stock { ChrtId = 1, Quantity = 10 }, new Stock { ChrtId = 2, Quantity = 20 }];
        var options = new StockSyncOptions { LeaseStore = new InMemoryStateStore(), AllSizes = [1, 2, 3] };
        await check("stocks: in step", async () => (await api.SyncStocksAsync(id, stocks, options)).Changed.Count == 2 && (await api.SyncStocksAsync(id, stocks)).Unchanged.Count == 2);
        await check("stocks: delete", async () =>
        {
            await api.DeleteStocksAsync(id, new SizesRequest { ChrtIds = [1] });
            return (await api.GetStocksAsync(id, new SizesRequest { ChrtIds = [1, 2] })).Stocks.Count == 1;
        });
        long couriers = warehouses.All.First(warehouse => warehouse.DeliveryType == 3).Id;
        await check("warehouses: contacts", () => api.ChangeContactsAsync(couriers, contacts => [.. contacts, new WarehouseContact { Phone = "+79998887755" }]));
        await check("warehouses: rename", async () =>
        {
            await api.RenameWarehouseAsync(id, "Smoke 2");
            return await api.ChangeOfficeAsync(id, 902) && (await api.WaitUntilReadyAsync(id)).Name == "Smoke 2";
        });
        await check("warehouses: delete", async () =>
        {
            await api.DeleteWarehouseAsync(id);
            return (await api.GetWarehousesAsync()).All(warehouse => warehouse.Id != id);
        });
    }

    private static async Task DbwAsync(IDbwOrdersApi api, EmulatedOrders orders, Func<string, Func<Task<bool>>, Task> check)
    {
        long[] ids = [.. orders.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = EmulatedOrderKind.Dbw, OptionalMarking = Kinds }, 2).Select(order => order.Id)];
        await check("DBW: new orders", async () => (await api.GetNewOrdersAsync()).Orders.Count(order => ids.Contains(order.Id)) == 2);
        await check("DBW: delivery dates", async () => (await api.GetDeliveryDatesAsync(ids)).Count == 2);
        await check("DBW: buyers", async () => (await api.GetBuyersAsync(ids)).Count == 2);
        await check("DBW: confirm", async () => (await api.ConfirmOrdersAsync(ids[..1])).IsDone);
        await check("DBW: cancel", async () => (await api.CancelOrdersAsync(ids[1..])).IsDone);
        OrderMarkingCodes[] codes =
        [
            OrderMarkingCodes.Sgtins(ids[0], "0104600439931256215abCD1\u001d93Zx9Q"),
            OrderMarkingCodes.Uin(ids[0], "1234568909091232"),
            OrderMarkingCodes.Imei(ids[0], "490154203237518"),
            OrderMarkingCodes.Gtin(ids[0], "4810143000012"),
        ];
        await check("DBW: label identifiers", async () => (await api.SetMarkingCodesAsync(codes)).IsDone
            && (await api.WaitForMarkingsAsync(ids[..1])).SelectMany(order => order.Details).All(detail => detail.State == MarkingState.Passed)
            && (await api.DeleteMarkingsAsync(MarkingCodeKind.Uin, ids[..1])).IsDone);
        await check("DBW: stickers", async () => (await api.GetStickersAsync(ids[..1], new StickerOptions { Format = StickerFormat.Png })).Stickers.Count == 1);
        orders.AssignCourier(ids[0], new EmulatedCourier());
        await check("DBW: couriers", async () => (await api.GetCouriersAsync(ids[..1]))[0].Courier?.Contacts is not null);
        await check("DBW: deliver", async () => (await api.DeliverOrdersAsync(ids[..1])).IsDone);
        await check("DBW: statuses", async () => (await api.GetStatusesAsync(ids)).Found.Count == 2);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await check("DBW: finished orders", async () => await api.StreamOrdersAsync(now.AddHours(-1), now.AddHours(1)).CountAsync() >= 1);
    }
}
