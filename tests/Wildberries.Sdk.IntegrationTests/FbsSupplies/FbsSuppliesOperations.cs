using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsSupplies;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class FbsSuppliesOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IFbsSuppliesApi api, WildberriesEmulator emulator)
    {
        IReadOnlyList<EmulatedOrder> orders = emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, WarehouseId = 77 }, 4);
        string id = (await api.CreateSupplyAsync(new CreateSupplyRequest { Name = "Утро" }, Cancel)).Id;
        FbsSupply empty = await api.GetSupplyAsync(id, Cancel);
        Assert.Equal(("Утро", false, CargoType.None, null), (empty.Name, empty.IsDone, empty.CargoType, empty.CrossBorderType));
        await api.AddOrdersAsync(id, new AddOrdersRequest { OrderIds = [.. orders.Select(order => order.Id)] }, Cancel);
        Assert.Equal(orders.Select(order => order.Id), (await api.GetOrderIdsAsync(id, Cancel)).OrderIds);
        Assert.Contains((await api.GetSuppliesAsync(1000, 0, Cancel)).Supplies, supply => supply.Id == id && supply.CargoType == CargoType.Small);

        IReadOnlyList<string> boxes = (await api.AddBoxesAsync(id, new AddBoxesRequest { Count = 2 }, Cancel)).BoxIds;
        Assert.Equal(boxes, (await api.GetBoxesAsync(id, Cancel)).Boxes.Select(box => box.Id));
        await api.DeleteBoxesAsync(id, new BoxesRequest { BoxIds = [boxes[0]] }, Cancel);
        SupplySticker sticker = Assert.Single((await api.GetBoxStickersAsync(id, StickerFormat.Png, new BoxesRequest { BoxIds = [boxes[1]] }, Cancel)).Stickers);
        Assert.EndsWith(boxes[1].Split('-')[^1], sticker.Barcode, StringComparison.Ordinal);

        ShippingPoint point = (await api.GetShippingPointsAsync("Подольск", CargoType.Small, Cancel)).ShippingPoints[0];
        DateOnly day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(365);
        var method = new ShippingMethod { SupplyId = id, Date = day, ShippingPointId = point.Id, Type = ShippingType.SelfShipping };
        ShippingMethodsResponse set = await api.SetShippingMethodsAsync(new ShippingMethodsRequest { Supplies = [method, method with { SupplyId = "WB-GI-1" }] }, Cancel);
        Assert.Equal([(id, true), ("WB-GI-1", false)], set.Results.Select(result => (result.SupplyId, result.IsSuccess)));
        Assert.Equal((point.Id, day, ShippingType.SelfShipping), await ShippingOfAsync());

        Assert.Contains((await api.GetCountriesAsync(Cancel)).Countries, country => country.Code == "417");
        emulator.FbsSupplies.IsSpotAvailable = true;
        emulator.FbsSupplies.SpotCheckTime = TimeSpan.Zero;
        await api.SetSpotAsync(id, new SpotData { CarrierName = "Ала-Тоо", CarrierTaxNumber = "1", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" }, Cancel);
        IReadOnlyList<SupplySpot> spots = (await api.GetSpotAsync(new SpotRequest { SupplyIds = [id, "WB-GI-1"] }, Cancel)).Supplies;
        Assert.Equal((SpotStatus.Completed, "Ала-Тоо"), (spots[0].Spot!.Status, spots[0].Spot!.CarrierName));
        Assert.Equal("NotFound", spots[1].Error!.Title);
        Assert.Equal([0x89, .. "PNG"u8], Convert.FromBase64String((await api.GetSpotQrCodeAsync(id, Cancel)).QrCode!)[..4]);
        emulator.FbsSupplies.IsSpotAvailable = false;

        await api.DeliverSupplyAsync(id, Cancel);
        Assert.Equal(id, (await api.GetSupplyQrCodeAsync(id, StickerFormat.Svg, Cancel)).Barcode);
        Assert.All(orders, order => Assert.Equal(SupplierStatus.Complete, emulator.Orders.Find(order.Id)!.SupplierStatus));
        await api.DeleteSupplyAsync((await api.CreateSupplyAsync(new CreateSupplyRequest(), Cancel)).Id, Cancel);

        PassOffice office = (await api.GetPassOfficesAsync(Cancel))[0];
        long passId = (await api.CreatePassAsync("Александр", "Петров", "Lada", "А456ВС77", office.Id, Cancel)).Id;
        await api.UpdatePassAsync(passId, "Александр", "Петров", "Lada", "А456ВС78", office.Id, Cancel);
        Pass pass = Assert.Single(await api.GetPassesAsync(Cancel));
        Assert.Equal((passId, "А456ВС78", office.Name, emulator.Passes.All[0].EndsAt.ToUnixTimeSeconds()), (pass.Id, pass.CarNumber, pass.OfficeName, pass.EndsAt!.Value.ToUnixTimeSeconds()));
        await api.DeletePassAsync(passId, Cancel);
        Assert.Empty(emulator.Passes.All);

        async Task<(long?, DateOnly?, ShippingType)> ShippingOfAsync()
        {
            FbsSupply supply = await api.GetSupplyAsync(id, Cancel);
            return (supply.ShippingPointId, supply.ShippingDate, supply.ShippingType);
        }
    }
}
