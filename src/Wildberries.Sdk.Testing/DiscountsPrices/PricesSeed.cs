namespace Wildberries.Sdk.Testing;

/// <summary>The products of a shop that sells things for the home.</summary>
internal static class PricesSeed
{
    public static void Fill(EmulatedPrices prices)
    {
        prices.Add(new EmulatedProduct { NmId = 182340115, VendorCode = "pled-beige", Price = 3650, Discount = 40, ClubDiscount = 3 });
        prices.Add(new EmulatedProduct { NmId = 182340117, VendorCode = "pled-grey", Price = 3650, Discount = 40 });
        prices.Add(new EmulatedProduct
        {
            NmId = 204518733,
            VendorCode = "sweater",
            Price = 5750,
            Discount = 40,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 330114601, Name = "46" }, new EmulatedProductSize { SizeId = 330114602, Name = "48", Price = 5900 }],
        });
        prices.Add(new EmulatedProduct { NmId = 168902447, VendorCode = "mug", Price = 990, Discount = 30 });
        prices.Add(new EmulatedProduct { NmId = 155270981, VendorCode = "pillow", Price = 2540, Discount = 30 });
        prices.Add(new EmulatedProduct { NmId = 219006534, VendorCode = "mittens", Price = 1980, Discount = 35 });
    }
}
