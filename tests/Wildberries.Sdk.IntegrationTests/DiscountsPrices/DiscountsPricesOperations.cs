using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DiscountsPrices;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class DiscountsPricesOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IDiscountsPricesApi api, EmulatedPrices prices)
    {
        prices.ProcessingTime = TimeSpan.Zero;
        prices.Add(new EmulatedProduct { NmId = 1, VendorCode = "pled", Price = 1000, Discount = 30, ClubDiscount = 5 });
        prices.Add(new EmulatedProduct
        {
            NmId = 2,
            Price = 500,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 21, Name = "46" }, new EmulatedProductSize { SizeId = 22, Name = "48" }],
        });
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);

        UploadTask upload = (await api.UploadPricesAsync(
            new PriceUploadRequest { Data = [new PriceChange { NmId = 1, Price = 100 }, new PriceChange { NmId = 2, Discount = 10 }] }, Cancel)).Data!;
        Assert.False(upload.AlreadyExists);
        UploadState state = (await api.GetProcessedUploadAsync(upload.Id, Cancel)).Data!;
        Assert.Equal((upload.Id, UploadStatus.PartlyFailed, 2, 1), (state.UploadId, state.Status, state.ProductCount, state.SuccessCount));
        IReadOnlyList<UploadedProduct> details = (await api.GetProcessedUploadGoodsAsync(1000, upload.Id, 0, Cancel)).Data!.Products;
        Assert.Equal([(1, UploadedProductStatus.Failed), (2, UploadedProductStatus.Updated)], details.Select(goods => (goods.NmId, goods.Status)));
        Assert.Contains("Quarantine", details[0].ErrorText, StringComparison.Ordinal);
        QuarantinedProduct held = Assert.Single((await api.GetQuarantineAsync(10, 0, Cancel)).Data!.Products);
        Assert.Equal((1, 100m, 1000m, -630m), (held.NmId, held.NewPrice, held.OldPrice, held.PriceDiff));

        await api.UploadSizePricesAsync(new SizePriceUploadRequest { Data = [new SizePriceChange { NmId = 2, SizeId = 22, Price = 600 }] }, Cancel);
        IReadOnlyList<ProductSizePrices> sizes = (await api.GetGoodsSizesAsync(10, 2, 0, Cancel)).Data!.Sizes;
        Assert.Equal([(21, 450m), (22, 540m)], sizes.Select(size => (size.SizeId, size.DiscountedPrice!.Value)));

        await api.UploadClubDiscountsAsync(new ClubDiscountUploadRequest { Data = [new ClubDiscountChange { NmId = 1, ClubDiscount = 10 }] }, Cancel);
        var level = new WholesaleDiscount { MinQuantity = 10, Discount = 5, Level = 1 };
        WholesaleUploadResponse wholesale = await api.UploadWholesaleDiscountsAsync(
            new WholesaleUploadRequest { Data = [new WholesaleChange { NmId = 1, Levels = [level] }] }, Cancel);
        Assert.True(Assert.Single(wholesale.Results).Success);
        ProductPrices first = Assert.Single((await api.GetGoodsAsync(10, filterNmId: 1, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal(("pled", "RUB", 630m), (first.VendorCode, first.Currency, Assert.Single(first.Sizes).ClubDiscountedPrice));
        Assert.Equal(level, Assert.Single(first.WholesaleDiscounts));
        Assert.Equal([1, 2], (await api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [1, 2, 3] }, Cancel)).Data!.Products.Select(goods => goods.NmId));

        prices.ProcessingTime = TimeSpan.FromDays(1);
        long later = (await api.UploadPricesAsync(new PriceUploadRequest { Data = [new PriceChange { NmId = 1, Price = 900 }] }, Cancel)).Data!.Id;
        Assert.Equal(UploadStatus.Processing, (await api.GetUnprocessedUploadAsync(later, Cancel)).Data!.Status);
        UploadedProduct waiting = Assert.Single((await api.GetUnprocessedUploadGoodsAsync(10, later, cancellationToken: Cancel)).Data!.Products);
        Assert.Equal((1, 900m, UploadedProductStatus.Processing), (waiting.NmId, waiting.Price, waiting.Status));
    }
}
