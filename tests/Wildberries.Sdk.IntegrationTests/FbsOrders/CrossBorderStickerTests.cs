using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsOrders;

/// <summary>Stickers of orders across the border, which wait for the carrier.</summary>
public sealed class CrossBorderStickerTests
{
    private const string Operation = "POST /api/v3/orders/stickers/cross-border";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_waited_for_and_all_come_in_their_order()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        shop.Emulator.Orders.TrackNumberTime = TimeSpan.FromDays(365);
        long[] ids = Buy(shop, 150);
        Task<StickerResult<long>> waiting = shop.Client.FbsOrders.GetCrossBorderStickersAsync(ids, TimeSpan.FromHours(12), Cancel);

        // Two calls for 150, and it has asked again.
        while (shop.Emulator.Requests.Count(Operation) < 3)
            await Task.Delay(5, Cancel);
        shop.Emulator.Orders.TrackNumberTime = TimeSpan.Zero;
        StickerResult<long> result = await waiting;
        Assert.Equal(ids, result.Stickers.Select(sticker => sticker.Id));
        Assert.All(result.Stickers, sticker => Assert.Equal([.. "%PDF"u8], sticker.Content[..4].ToArray()));
        Assert.Equal(150, result.Stickers.Select(sticker => sticker.ParcelId).Distinct().Count());
        Assert.Empty(result.NotReady);
        Assert.All(shop.Emulator.Requests.All, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task What_is_not_ready_in_time_is_told()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        shop.Emulator.Orders.TrackNumberTime = TimeSpan.FromDays(365);
        long[] ids = Buy(shop, 2);
        StickerResult<long> once = await shop.Client.FbsOrders.GetCrossBorderStickersAsync(ids, TimeSpan.Zero, Cancel);
        Assert.Equal(ids, once.NotReady);
        Assert.Equal(1, shop.Emulator.Requests.Count(Operation));
        StickerResult<long> result = await shop.Client.FbsOrders.GetCrossBorderStickersAsync(ids, TimeSpan.FromSeconds(25), Cancel);
        Assert.Equal(ids, result.NotReady);
        Assert.Empty(result.Stickers);
    }

    private static long[] Buy(Shop shop, int count)
    {
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, IsCrossBorder = true }, count).Select(order => order.Id)];
        EmulatedOrders orders = shop.Emulator.Orders;
        foreach (long id in ids)
            Assert.True(orders.Locked(() => orders.TryMove(orders.Get(id, EmulatedOrderKind.Fbs)!, SupplierStatus.Confirm)));
        return ids;
    }
}
