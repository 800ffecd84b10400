namespace Wildberries.Sdk.Testing;

/// <summary>The warehouses of a shop that sells things for the home.</summary>
internal static class WarehousesSeed
{
    public static void Fill(EmulatedWarehouses warehouses)
    {
        warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        warehouses.AddOffice(new EmulatedOffice { Id = 16, Name = "Электросталь", Address = "ул. Складская, 1, Электросталь", City = "Электросталь" });
        warehouses.AddOffice(new EmulatedOffice { Id = 31, Name = "Курьеры Москвы", Address = "ул. Новая, 5, Москва", City = "Москва", DeliveryType = 3 });
        warehouses.Add(new EmulatedWarehouse { Id = 658_434, Name = "Основной", OfficeId = 15 });
        warehouses.Add(new EmulatedWarehouse { Id = 658_435, Name = "Для курьеров", OfficeId = 31, DeliveryType = 3 });
        foreach ((long chrtId, int quantity) in new[] { (330_114_601L, 12), (330_114_602L, 3), (1_823_401_150L, 40), (1_689_024_470L, 0) })
            warehouses.SetStock(658_434, chrtId, quantity);
    }
}
