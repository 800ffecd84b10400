using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsOrders;

/// <summary>The helpers of FBS orders on the emulator.</summary>
public sealed class FbsHelperFlowTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wildberries-sdk-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task New_orders_come_once_over_restarts_while_buyers_go_on_ordering_and_cancelling()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        long[] first = Buy(shop, 3);
        Assert.Equal(first[..2], await TakeAsync(shop, 2));

        // Another process, the same folder: the order that was in hand comes again, one that was cancelled does not come.
        shop.Emulator.Orders.BuyerCancels(first[2]);
        long[] second = Buy(shop, 2);
        Assert.Equal([first[1], .. second], await TakeAsync(shop, 3));
        Assert.Equal([second[1]], await TakeAsync(shop, 1));
    }

    [Fact]
    public async Task An_order_that_was_confirmed_leaves_the_store_too()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        long[] ids = Buy(shop, 2);
        var store = new InMemoryStateStore();
        List<long> seen = [];
        await foreach (NewFbsOrder order in shop.Client.FbsOrders.StreamNewOrdersAsync(store, "shop", Cancel))
        {
            seen.Add(order.Id);
            Move(shop, order.Id, SupplierStatus.Confirm);
            if (seen.Count == 2)
                Buy(shop, 1);
            if (seen.Count == 3)
                break;
        }

        Assert.Equal(ids, seen[..2]);

        // Three answers of WB without them, and they are forgotten.
        int before = shop.Emulator.Requests.Count("GET /api/v3/orders/new");
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (NewFbsOrder order in shop.Client.FbsOrders.StreamNewOrdersAsync(store, "shop", stop.Token))
                Assert.Equal(seen[2], order.Id);
        }, Cancel);
        while (shop.Emulator.Requests.Count("GET /api/v3/orders/new") < before + 5)
            await Task.Delay(5, Cancel);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        string state = Encoding.UTF8.GetString((await store.ReadAsync("shop", "new-fbs-orders", Cancel))!.Value.Span);
        Assert.DoesNotContain(ids[0].ToString(System.Globalization.CultureInfo.InvariantCulture), state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_of_orders_is_one_stream()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using Shop shop = await Shop.OpenAsync(clock: clock, emulator: options => options.RateLimits = false);
        List<long> bought = [];
        for (int i = 0; i < 24; i++)
        {
            bought.AddRange(Buy(shop, 2));
            clock.Advance(TimeSpan.FromDays(15));
        }

        List<FbsOrderRecord> orders = [];
        await foreach (FbsOrderRecord order in shop.Client.FbsOrders.StreamOrdersAsync(clock.GetUtcNow().AddDays(-365), clock.GetUtcNow(), Cancel))
            orders.Add(order);
        Assert.Equal(bought, orders.Select(order => order.Id));
        Assert.Contains(orders, order => order.Archived is not null);
        Assert.Contains(orders, order => order.Order is not null);
        Assert.All(orders, order => Assert.Equal((100_000m, CargoType.Small), (order.PriceHundredths, order.CargoType)));
    }

    [Fact]
    public async Task Statuses_are_read_and_watched()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        long[] ids = Buy(shop, 2);
        OrderStatuses<FbsOrderStatus> statuses = await shop.Client.FbsOrders.GetStatusesAsync([ids[1], 7, ids[0]], Cancel);
        Assert.Equal([ids[1], ids[0]], statuses.Found.Select(status => status.Id));
        Assert.Equal([7], statuses.Missing);

        await foreach (OrderStatusChange<FbsOrderStatus> change in shop.Client.FbsOrders.WatchStatusesAsync(ids, new OrderStatusWatchOptions { ReportFirst = true }, Cancel))
        {
            if (change.Previous is null)
            {
                if (change.OrderId == ids[1])
                    shop.Emulator.Orders.BuyerCancels(ids[0]);
                continue;
            }

            Assert.Equal((ids[0], WbStatus.Waiting, WbStatus.DeclinedByClient), (change.OrderId, change.Previous.WbStatus, change.Current.WbStatus));
            break;
        }
    }

    [Fact]
    public async Task Orders_without_stock_are_cancelled_and_nothing_is_sent_of_which_WB_tells_that_it_would_refuse_it()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        long[] ids = Buy(shop, 4);
        Move(shop, ids[1], SupplierStatus.Confirm);
        Move(shop, ids[2], SupplierStatus.Confirm);
        Move(shop, ids[2], SupplierStatus.Complete);
        shop.Emulator.Orders.BuyerCancels(ids[3]);
        OrderChangeResult result = await shop.Client.FbsOrders.CancelOrdersAsync([.. ids, 7], cancellationToken: Cancel);
        Assert.Equal(
            [OrderChangeOutcome.Done, OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Unchanged, OrderChangeOutcome.Refused],
            result.Orders.Select(order => order.Outcome));
        Assert.All(ids[..2], id => Assert.Equal(SupplierStatus.Cancel, shop.Emulator.Orders.Find(id)!.SupplierStatus));
        Assert.Equal(404, Assert.Single(shop.Emulator.Requests.All, request => request.Status >= 400).Status);
    }

    [Fact]
    public async Task One_order_without_its_declaration_does_not_cost_the_others_their_stickers()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(600));
        long[] good = Buy(shop, 150);
        long bad = Buy(shop, 1, MarkingCodeKind.CustomsDeclaration)[0];
        long notConfirmed = Buy(shop, 1)[0];
        foreach (long id in good.Append(bad))
            Move(shop, id, SupplierStatus.Confirm);

        long[] asked = [.. good[..40], bad, notConfirmed, .. good[40..]];
        StickerResult<long> stickers = await shop.Client.FbsOrders.GetStickersAsync(asked, new StickerOptions { Format = StickerFormat.ZplHorizontal }, Cancel);
        Assert.Equal(good, stickers.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([(bad, "CustomsDeclarationIsRequired")], stickers.Refused.Select(refusal => (refusal.Id, refusal.Exception.Code)));
        Assert.Equal([notConfirmed], stickers.Missing);
        Assert.Single(shop.Emulator.Requests.All, request => request.Status == 409);

        using var printer = new MemoryStream();
        await stickers.WriteZplAsync(printer, Cancel);
        Assert.Equal(150, Encoding.ASCII.GetString(printer.ToArray()).Split("^XA").Length - 1);
        Assert.Equal(150, (await stickers.SaveAsync(_folder.FullName, Cancel)).Count);
    }

    [Fact]
    public async Task Sizes_go_back_where_the_seller_wants_once_the_setting_is_manual()
    {
        await using Shop shop = await Shop.OpenAsync();
        IFbsOrdersApi api = shop.Client.FbsOrders;
        shop.Emulator.AutoReturns.Fix(11);
        await api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.AllToWarehouse }, Cancel);
        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => api.SetAutoReturnsAsync([10], AutoReturnDestination.PickupPoint, Cancel));
        await api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual }, Cancel);
        AutoReturnResult result = await api.SetAutoReturnsAsync([10, 11], AutoReturnDestination.PickupPoint, Cancel);
        Assert.Equal([AutoReturnOutcome.Changed, AutoReturnOutcome.Refused], result.Rows.Select(row => row.Outcome));
        result = await api.SetAutoReturnsAsync([10], AutoReturnDestination.PickupPoint, Cancel);
        Assert.Equal([AutoReturnOutcome.Unchanged], result.Rows.Select(row => row.Outcome));
        Assert.DoesNotContain(shop.Emulator.Requests.All, request => request.Status is >= 400);
    }

    private static long[] Buy(Shop shop, int count, params MarkingCodeKind[] required) =>
        [.. shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, RequiredMarking = required }, count).Select(order => order.Id)];

    private static void Move(Shop shop, long id, SupplierStatus to) =>
        Assert.True(shop.Emulator.Orders.Locked(() => shop.Emulator.Orders.TryMove(shop.Emulator.Orders.Get(id, EmulatedOrderKind.Fbs)!, to)));

    private async Task<List<long>> TakeAsync(Shop shop, int count)
    {
        List<long> ids = [];
        await foreach (NewFbsOrder order in shop.Client.FbsOrders.StreamNewOrdersAsync(new FileStateStore(_folder.FullName), "shop", Cancel))
        {
            ids.Add(order.Id);
            if (ids.Count == count)
                break;
        }

        return ids;
    }
}
