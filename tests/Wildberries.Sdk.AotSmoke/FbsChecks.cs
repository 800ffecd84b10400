using Wildberries.Sdk;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

/// <summary>Every operation on FBS orders and their supplies, and what is built upon them.</summary>
internal static class FbsChecks
{
    private static readonly MarkingCodeKind[] Kinds =
    [
        MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin, MarkingCodeKind.Expiration, MarkingCodeKind.CustomsDeclaration,
    ];

    public static async Task CallAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        emulator.Orders.MarkingCheckTime = TimeSpan.Zero;
        emulator.FbsSupplies.SpotCheckTime = TimeSpan.Zero;
        emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = 90507, City = "Подольск", Kind = ShippingPointKind.PickupPoint });
        await MorningAsync(wb, emulator, check);
        await OrdersAsync(wb.FbsOrders, wb.FbsSupplies, emulator, check);
        await SuppliesAsync(wb.FbsSupplies, emulator, check);
        await AutoReturnsAsync(wb.FbsOrders, check);
        await PassesAsync(wb.FbsSupplies, check);
    }

    private static async Task MorningAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        var store = new InMemoryStateStore();
        long[] ids = [.. emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, WarehouseId = 93, RequiredMarking = [MarkingCodeKind.Sgtin] }, 2).Select(order => order.Id)];
        var orders = new List<HandOverOrder>();
        await check("FBS: new orders", async () =>
        {
            await foreach (NewFbsOrder order in wb.FbsOrders.StreamNewOrdersAsync(store, "smoke"))
            {
                if (ids.Contains(order.Id))
                    orders.Add(HandOverOrder.From(order, [OrderMarkingCodes.Sgtins(order.Id, $"0104600439931256215abCD{orders.Count}\u001d93Zx9Q")]));
                if (orders.Count == ids.Length)
                    break;
            }

            return true;
        });
        var handOver = new FbsHandOver(wb.FbsSupplies, wb.FbsOrders, store, "smoke", new HandOverOptions
        {
            Shipping = _ => new SupplyShipping { City = "Подольск", ShippingPointId = 90507, Date = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(3)) },
            BoxCount = _ => 1,
            Labels = new StickerOptions { Format = StickerFormat.ZplVertical },
        });
        await check("hand-over: plan", async () => (await handOver.PlanAsync(orders)).Supplies.Count == 1);
        await check("hand-over: all of it", async () =>
        {
            HandOverResult result = await handOver.HandOverAsync("morning", orders);
            return result.HandedOver.Count == 2 && result.Supplies[0].BoxIds.Count == 1 && result.Labels!.Orders.Stickers.Count == 2;
        });
        await check("hand-over: found again", async () => (await handOver.FindAsync("morning"))!.HandedOver.Count == 2 && await handOver.ForgetAsync("morning"));
    }

    private static async Task OrdersAsync(IFbsOrdersApi api, IFbsSuppliesApi supplies, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        var purchase = new EmulatedPurchase { NmId = 1, WarehouseId = 94, OptionalMarking = Kinds };
        long id = emulator.Orders.BuyerOrders(purchase).Id, abroad = emulator.Orders.BuyerOrders(purchase with { IsCrossBorder = true, OptionalMarking = [] }).Id;
        await check("FBS: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("FBS: orders", async () =>
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            return await api.StreamOrdersAsync(now.AddDays(-120), now.AddHours(1)).AnyAsync(order => order.Id == id);
        });
        await check("FBS: statuses", async () => (await api.GetStatusesAsync([id])).Found.Count == 1);
        await check("FBS: tracking", async () => (await api.GetTrackingsAsync(new FbsOrderIdsRequest { OrderIds = [abroad] })).Orders.Count == 1);
        await check("FBS: buyers", async () => (await api.GetBuyersAsync(new FbsOrderIdsRequest { OrderIds = [abroad] })).Orders.Count == 1);
        await check("FBS: cancel", async () =>
        {
            long unwanted = emulator.Orders.BuyerOrders(purchase).Id;
            await api.CancelOrderAsync(unwanted);
            return emulator.Orders.Find(unwanted)!.SupplierStatus == SupplierStatus.Cancel;
        });
        string supply = (await supplies.CreateSupplyAsync(new CreateSupplyRequest { Name = "smoke" })).Id;
        await supplies.AddOrdersAsync(supply, new AddOrdersRequest { OrderIds = [id] });
        string parcels = (await supplies.CreateSupplyAsync(new CreateSupplyRequest { Name = "smoke abroad" })).Id;
        await supplies.AddOrdersAsync(parcels, new AddOrdersRequest { OrderIds = [abroad] });
        OrderMarkingCodes[] codes =
        [
            OrderMarkingCodes.Sgtins(id, "0104600439931256215abCD9\u001d93Zx9Q"),
            OrderMarkingCodes.Uin(id, "1234568909091232"),
            OrderMarkingCodes.Imei(id, "490154203237518"),
            OrderMarkingCodes.Gtin(id, "4810143000012"),
            OrderMarkingCodes.Expiration(id, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90)),
            OrderMarkingCodes.CustomsDeclaration(id, "10704010/010624/0000302"),
        ];
        await check("FBS: label identifiers", async () => (await api.SetMarkingCodesAsync(codes)).IsDone
            && (await api.WaitForMarkingsAsync([id])).SelectMany(order => order.Details).All(detail => detail.State == MarkingState.Passed)
            && (await api.DeleteMarkingsAsync(MarkingCodeKind.Uin, [id])).IsDone);
        await check("FBS: stickers", async () => (await api.GetStickersAsync([id])).Stickers.Count == 1);
        await check("FBS: cross-border stickers", async () => (await api.GetCrossBorderStickersAsync(new FbsOrderIdsRequest { OrderIds = [abroad] })).Stickers.Count == 1);
        await check("FBS: reshipment", async () => (await api.GetReshipmentOrdersAsync()).Orders is not null);
    }

    private static async Task SuppliesAsync(IFbsSuppliesApi api, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        string id = (await api.CreateSupplyAsync(new CreateSupplyRequest { Name = "smoke 2" })).Id;
        await api.AddOrdersAsync(id, new AddOrdersRequest { OrderIds = [.. emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, WarehouseId = 95 }, 4).Select(order => order.Id)] });
        await check("supplies: list", async () => await api.StreamSuppliesAsync().AnyAsync(supply => supply.Id == id));
        IReadOnlyList<string> boxes = (await api.AddBoxesAsync(id, new AddBoxesRequest { Count = 2 })).BoxIds;
        await check("supplies: boxes", async () =>
        {
            await api.DeleteBoxesAsync(id, new BoxesRequest { BoxIds = [boxes[0]] });
            return (await api.GetBoxesAsync(id)).Boxes.Count == 1 && (await api.GetBoxStickersAsync(id, null, StickerFormat.Png)).Stickers.Count == 1;
        });
        await check("supplies: countries", async () => (await api.GetCountriesAsync()).Countries.Count > 0);
        await check("supplies: SPOT", async () =>
        {
            emulator.FbsSupplies.IsSpotAvailable = true;
            var spot = new SpotData { CarrierName = "Ала-Тоо", CarrierTaxNumber = "1", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" };
            bool isDone = (await api.SetSpotAndWaitAsync(id, spot)).Status == SpotStatus.Completed && (await api.GetSpotQrCodeAsync(id)).QrCode?.Length > 0;
            emulator.FbsSupplies.IsSpotAvailable = false;
            return isDone;
        });
        await check("supplies: delete", async () =>
        {
            string empty = (await api.CreateSupplyAsync(new CreateSupplyRequest())).Id;
            await api.DeleteSupplyAsync(empty);
            return emulator.FbsSupplies.Find(empty) is null;
        });
        await check("supplies: QR code", async () => (await api.GetQrCodeAsync(emulator.FbsSupplies.All.First(supply => supply.ClosedAt is not null).Id, StickerFormat.Svg)) is not null);
    }

    private static async Task AutoReturnsAsync(IFbsOrdersApi api, Func<string, Func<Task<bool>>, Task> check)
    {
        await check("auto-returns", async () =>
        {
            await api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual });
            return (await api.GetAutoReturnSettingsAsync()).Mode == AutoReturnMode.Manual
                && (await api.SetAutoReturnsAsync([15], AutoReturnDestination.PickupPoint)).Rows is [{ Outcome: AutoReturnOutcome.Changed }]
                && (await api.GetAutoReturnsAsync([15]))[0].Destination == AutoReturnDestination.PickupPoint;
        });
        await check("auto-returns: subjects", async () => await api.StreamRestrictedSubjectsAsync().AnyAsync());
    }

    private static async Task PassesAsync(IFbsSuppliesApi api, Func<string, Func<Task<bool>>, Task> check)
    {
        PassOffice office = (await api.GetPassOfficesAsync())[0];
        await check("passes", async () =>
        {
            long id = (await api.CreatePassAsync("Александр", "Петров", "Lada", "А456ВС77", office.Id)).Id;
            await api.UpdatePassAsync(id, "Александр", "Петров", "Lada", "А456ВС78", office.Id);
            bool isThere = (await api.GetPassesAsync()).Any(pass => pass.Id == id && pass.CarNumber == "А456ВС78");
            await api.DeletePassAsync(id);
            return isThere && (await api.GetPassesAsync()).All(pass => pass.Id != id);
        });
    }
}
