using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsOrders;

/// <summary>FBS orders on the emulator, from the buyer's order to what WB refuses.</summary>
public sealed class FbsOrderFlowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_order_is_new_until_it_is_confirmed_or_cancelled()
    {
        await using Shop shop = await Shop.OpenAsync();
        IReadOnlyList<EmulatedOrder> bought = shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, RequiredMarking = [MarkingCodeKind.Sgtin], Comment = "Скорее" }, 3);
        IFbsOrdersApi api = shop.Client.FbsOrders;
        IReadOnlyList<NewFbsOrder> orders = (await api.GetNewOrdersAsync(Cancel)).Orders;
        Assert.Equal(bought.Select(order => order.Id), orders.Select(order => order.Id));
        Assert.Equal([MarkingCodeKind.Sgtin], orders[0].RequiredMarkings);
        Assert.DoesNotContain("Скорее", orders[0].ToString(), StringComparison.Ordinal);

        shop.Emulator.Orders.BuyerCancels(bought[0].Id);
        Confirm(shop, bought[1].Id);
        await api.CancelOrderAsync(bought[2].Id, Cancel);
        Assert.Empty((await api.GetNewOrdersAsync(Cancel)).Orders);
        IReadOnlyList<FbsOrderStatus> statuses = (await api.GetOrderStatusesAsync(new FbsOrderIdsRequest { OrderIds = [.. bought.Select(order => order.Id), 5] }, Cancel)).Orders;
        Assert.Equal(
            [
                (SupplierStatus.New, WbStatus.DeclinedByClient, false),
                (SupplierStatus.Confirm, WbStatus.Waiting, true),
                (SupplierStatus.Cancel, WbStatus.Canceled, (bool?)false),
            ],
            statuses.Select(status => (status.SupplierStatus, status.WbStatus, status.IsCancellable)));
    }

    [Fact]
    public async Task What_is_cancelled_or_unknown_cannot_be_cancelled()
    {
        await using Shop shop = await Shop.OpenAsync();
        EmulatedOrder order = shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        await shop.Client.FbsOrders.CancelOrderAsync(order.Id, Cancel);
        WildberriesConflictException conflict = await Assert.ThrowsAsync<WildberriesConflictException>(() => shop.Client.FbsOrders.CancelOrderAsync(order.Id, Cancel));
        Assert.Equal("StatusMismatch", conflict.Code);
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => shop.Client.FbsOrders.CancelOrderAsync(7, Cancel));
    }

    [Fact]
    public async Task Label_identifiers_are_checked_for_a_while_and_taken_in_confirm_only()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        const string code = "0104601234567893215abcdefghijkl\u001d93abcd";
        EmulatedOrder order = shop.Emulator.Orders.BuyerOrders(
            new EmulatedPurchase { NmId = 1, RequiredMarking = [MarkingCodeKind.Sgtin], OptionalMarking = [MarkingCodeKind.Gtin] });
        IFbsOrdersApi api = shop.Client.FbsOrders;
        var sgtins = new SetSgtinsRequest { Sgtins = [code] };
        WildberriesConflictException conflict = await Assert.ThrowsAsync<WildberriesConflictException>(() => api.SetSgtinsAsync(order.Id, sgtins, Cancel));
        Assert.Equal("FailedToUpdateMeta", conflict.Code);

        Confirm(shop, order.Id);
        Assert.Equal([(MarkingCodeKind.Sgtin, MarkingDecision.Required), (MarkingCodeKind.Gtin, MarkingDecision.Optional)], await DecisionsAsync());
        await api.SetSgtinsAsync(order.Id, sgtins, Cancel);
        Assert.Equal(MarkingDecision.Pending, (await DecisionsAsync())[0].Decision);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(MarkingDecision.SgtinIntroduced, (await DecisionsAsync())[0].Decision);
        shop.Emulator.Orders.RefuseMarking(code, MarkingDecision.SgtinRetired);
        Assert.Equal(MarkingDecision.SgtinRetired, (await DecisionsAsync())[0].Decision);
        await api.SetSgtinsAsync(order.Id, new SetSgtinsRequest { Sgtins = [code.Replace("\u001d", "", StringComparison.Ordinal)] }, Cancel);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(MarkingDecision.SgtinNoGS, (await DecisionsAsync())[0].Decision);
        await api.SetSgtinsAsync(order.Id, sgtins, Cancel);
        Assert.Equal([code], shop.Emulator.Orders.Find(order.Id)!.MarkingCodes[MarkingCodeKind.Sgtin]);
        conflict = await Assert.ThrowsAsync<WildberriesConflictException>(() => api.SetImeiAsync(order.Id, new SetImeiRequest { Imei = "490154203237518" }, Cancel));
        Assert.Equal("MetaKeyNotRequired", conflict.Code);

        async Task<(MarkingCodeKind Kind, MarkingDecision Decision)[]> DecisionsAsync() =>
        [
            .. (await api.GetMarkingsAsync(new FbsOrderIdsRequest { OrderIds = [order.Id] }, Cancel)).Orders.Single().Details.Select(detail => (detail.Kind, detail.Decision)),
        ];
    }

    [Fact]
    public async Task Stickers_are_what_they_say()
    {
        await using Shop shop = await Shop.OpenAsync();
        EmulatedOrder order = shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }), waiting = shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        Confirm(shop, order.Id);
        byte[] png = await FileAsync(StickerFormat.Png, 58, 40);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png.Take(8));
        Assert.Equal((580, 400), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var pixels = new MemoryStream();
        using (var inflate = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress))
            inflate.CopyTo(pixels);
        Assert.Equal(400 * 74, pixels.Length);

        XDocument svg = XDocument.Load(new MemoryStream(await FileAsync(StickerFormat.Svg, 40, 30)));
        Assert.Equal("400", svg.Root!.Attribute("width")!.Value);
        string zpl = Encoding.ASCII.GetString(await FileAsync(StickerFormat.ZplVertical, 58, 40));
        Assert.StartsWith("^XA", zpl, StringComparison.Ordinal);
        Assert.EndsWith("^XZ\n", zpl, StringComparison.Ordinal);

        async Task<byte[]> FileAsync(StickerFormat format, int width, int height)
        {
            IReadOnlyList<OrderSticker> stickers =
                (await shop.Client.FbsOrders.GetStickersAsync(format, width, height, new FbsOrderIdsRequest { OrderIds = [order.Id, waiting.Id] }, Cancel)).Stickers;
            Assert.Equal(order.Id, stickers.Single().OrderId);
            return Convert.FromBase64String(stickers[0].File!);
        }
    }

    [Fact]
    public async Task Orders_come_by_pages_and_go_to_the_archive()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, 3).Select(order => order.Id)];
        IFbsOrdersApi api = shop.Client.FbsOrders;
        FbsOrdersResponse page = await api.GetOrdersAsync(2, 0, cancellationToken: Cancel);
        Assert.Equal(ids[..2], page.Orders.Select(order => order.Id));
        Assert.Equal(ids[1], page.Next);
        page = await api.GetOrdersAsync(2, page.Next, cancellationToken: Cancel);
        Assert.Equal(ids[2..], page.Orders.Select(order => order.Id));
        Assert.Empty((await api.GetArchivedOrdersAsync(2026, 3, 0, 100, Cancel)).Orders);

        clock.Advance(TimeSpan.FromDays(91));
        DateTimeOffset start = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);
        Assert.Empty((await api.GetOrdersAsync(10, 0, start.ToUnixTimeSeconds(), start.AddDays(30).ToUnixTimeSeconds(), Cancel)).Orders);
        Assert.Equal(ids, (await api.GetArchivedOrdersAsync(2026, 3, 0, 100, Cancel)).Orders.Select(order => order.Id));
    }

    [Fact]
    public async Task Handed_over_orders_go_their_way_by_the_clock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        shop.Emulator.Orders.DeliveryTime = TimeSpan.FromDays(3);
        EmulatedOrder order = shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        Confirm(shop, order.Id);
        Move(shop, order.Id, SupplierStatus.Complete);
        var seen = new List<WbStatus>();
        for (int day = 0; day < 4; day++)
        {
            seen.Add(shop.Emulator.Orders.Find(order.Id)!.WbStatus);
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([WbStatus.Waiting, WbStatus.Sorted, WbStatus.ReadyForPickup, WbStatus.Sold], seen);
    }

    private static void Confirm(Shop shop, long id) => Move(shop, id, SupplierStatus.Confirm);

    private static void Move(Shop shop, long id, SupplierStatus to) =>
        Assert.True(shop.Emulator.Orders.Locked(() => shop.Emulator.Orders.TryMove(shop.Emulator.Orders.Get(id, EmulatedOrderKind.Fbs)!, to)));
}
