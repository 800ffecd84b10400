using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests.Warehouses;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class WarehousesOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IWarehousesApi api, EmulatedWarehouses warehouses)
    {
        warehouses.ChangeTime = TimeSpan.Zero;
        warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        warehouses.AddOffice(new EmulatedOffice { Id = 31, Name = "Курьеры", CargoType = 3, DeliveryType = 3, FederalDistrict = null });

        long id = (await api.CreateWarehouseAsync(new WarehouseRequest { Name = "Основной", OfficeId = 15 }, Cancel)).Id;
        IReadOnlyList<Office> offices = await api.GetOfficesAsync(Cancel);
        Assert.Equal([(15, true), (31, false)], offices.Select(office => (office.Id, office.IsSelected)));
        Assert.Equal(("Курьеры", CargoType.Large, WarehouseDeliveryType.WbCourier), (offices[1].Name, offices[1].CargoType, offices[1].DeliveryType));

        await api.UpdateStocksAsync(id, new StocksRequest { Stocks = [new Stock { ChrtId = 1, Quantity = 10 }, new Stock { ChrtId = 2 }] }, Cancel);
        Assert.Equal(
            [new Stock { ChrtId = 1, Quantity = 10 }, new Stock { ChrtId = 2 }],
            (await api.GetStocksAsync(id, new SizesRequest { ChrtIds = [1, 2, 3] }, Cancel)).Stocks);
        await api.DeleteStocksAsync(id, new SizesRequest { ChrtIds = [1] }, Cancel);
        Assert.Equal([2], warehouses.StocksOf(id).Keys);

        warehouses.Add(new EmulatedWarehouse { Id = id, Name = "Основной", OfficeId = 15, DeliveryType = 3 });
        await api.SetContactsAsync(id, new WarehouseContactsRequest { Contacts = [new WarehouseContact { Comment = "Алёна", Phone = "+79998887766" }] }, Cancel);
        Assert.Equal("Алёна", Assert.Single((await api.GetContactsAsync(id, Cancel)).Contacts).Comment);

        await api.UpdateWarehouseAsync(id, new WarehouseRequest { Name = "Второй", OfficeId = 31 }, Cancel);
        Warehouse warehouse = Assert.Single(await api.GetWarehousesAsync(Cancel));
        Assert.Equal((id, "Второй", 31, false, false), (warehouse.Id, warehouse.Name, warehouse.OfficeId, warehouse.IsProcessing, warehouse.IsDeleting));
        await api.DeleteWarehouseAsync(id, Cancel);
        Assert.Empty(await api.GetWarehousesAsync(Cancel));
    }
}
