using Wildberries.Sdk;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Snippets;

public static class FbsOrders
{
    public static async Task NewOrders(IWildberriesClient wb, Func<NewFbsOrder, Task> handle, CancellationToken stop)
    {
        // <new>
        var store = new FileStateStore("state");
        var options = new NewOrderStreamOptions { Interval = TimeSpan.FromMinutes(1), MaxOutage = TimeSpan.FromMinutes(30) };
        await foreach (NewFbsOrder order in wb.FbsOrders.StreamNewOrdersAsync(store, "my-shop", options, stop))
            await handle(order);
        // </new>
    }

    public static async Task<int> Outages(IWildberriesClient wb, IStateStore store, Func<NewFbsOrder, Task> handle, CancellationToken stop)
    {
        // <outages>
        var options = new NewOrderStreamOptions { MaxOutage = TimeSpan.FromMinutes(30), Outages = new OutageLog() };
        try
        {
            await foreach (NewFbsOrder order in wb.FbsOrders.StreamNewOrdersAsync(store, "my-shop", options, stop))
                await handle(order);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
        // </outages>

        return 0;
    }

    public static async Task Statuses(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <statuses>
        OrderStatuses<FbsOrderStatus> statuses = await wb.FbsOrders.GetStatusesAsync(orderIds, stop);
        foreach (FbsOrderStatus status in statuses.Found)
            Console.WriteLine($"{status.Id}: {status.SupplierStatus}, {status.WbStatus}");
        foreach (long unknown in statuses.Missing)
            Console.WriteLine($"{unknown}: WB does not tell of it");
        // </statuses>
    }

    public static async Task Watch(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <watch>
        var options = new OrderStatusWatchOptions { Interval = TimeSpan.FromMinutes(5), MaxOutage = TimeSpan.FromHours(1) };
        await foreach (OrderStatusChange<FbsOrderStatus> change in wb.FbsOrders.WatchStatusesAsync(orderIds, options, stop))
        {
            if (change.Current.WbStatus == WbStatus.DeclinedByClient)
                Console.WriteLine($"{change.OrderId}: do not pack it");
        }
        // </watch>
    }

    public static async Task Cancel(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <cancel>
        OrderChangeResult cancelled = await wb.FbsOrders.CancelOrdersAsync(orderIds, cancellationToken: stop);
        foreach (OrderChange order in cancelled.Refused)
            Console.WriteLine($"{order.OrderId}: {order.ErrorText}");
        // </cancel>
    }

    public static async Task History(IWildberriesClient wb, CancellationToken stop)
    {
        // <history>
        DateTimeOffset now = DateTimeOffset.UtcNow;
        decimal roubles = 0;
        await foreach (FbsOrderRecord order in wb.FbsOrders.StreamOrdersAsync(now.AddYears(-1), now, stop))
        {
            if (order.ConvertedCurrencyCode == 643)
                roubles += (order.ConvertedPriceHundredths ?? 0) / 100;
        }

        Console.WriteLine($"{roubles} roubles ordered in a year, what was cancelled included");
        // </history>
    }

    public static async Task Stickers(IWildberriesClient wb, IReadOnlyList<long> orderIds, Stream printer, CancellationToken stop)
    {
        // <stickers>
        StickerResult<long> stickers = await wb.FbsOrders.GetStickersAsync(
            orderIds, new StickerOptions { Format = StickerFormat.ZplVertical, Size = StickerSize.Width58Height40 }, stop);
        await stickers.WriteZplAsync(printer, stop);
        foreach (StickerRefusal<long> refusal in stickers.Refused)
            Console.WriteLine($"{refusal.Id}: {refusal.Exception.Code}");
        foreach (long none in stickers.Missing)
            Console.WriteLine($"{none}: no sticker; is it in a supply?");
        // </stickers>
    }

    public static async Task StickerFiles(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <files>
        StickerResult<long> pictures = await wb.FbsOrders.GetStickersAsync(orderIds, new StickerOptions { Format = StickerFormat.Png }, stop);
        IReadOnlyList<string> paths = await pictures.SaveAsync("stickers", stop);
        // </files>
        Console.WriteLine(paths.Count);
    }

    public static async Task SupplyStickers(IWildberriesClient wb, string supplyId, CancellationToken stop)
    {
        // <supply-stickers>
        StickerResult<string> boxes = await wb.FbsSupplies.GetBoxStickersAsync(supplyId, boxIds: null, StickerFormat.Png, stop);
        await boxes.SaveAsync("boxes", stop);
        if (await wb.FbsSupplies.GetQrCodeAsync(supplyId, StickerFormat.Png, stop) is { } code)
            await File.WriteAllBytesAsync($"{supplyId}.png", code.Content, stop);
        // </supply-stickers>
    }

    public static async Task CrossBorder(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <cross-border>
        StickerResult<long> parcels = await wb.FbsOrders.GetCrossBorderStickersAsync(orderIds, maxWait: TimeSpan.FromMinutes(2), stop);
        await parcels.SaveAsync("parcels", stop);
        foreach (long later in parcels.NotReady)
            Console.WriteLine($"{later}: no track number yet");

        FbsOrderTrackingsResponse ways = await wb.FbsOrders.GetTrackingsAsync(new FbsOrderIdsRequest { OrderIds = orderIds }, stop);
        foreach (FbsOrderTracking way in ways.Orders)
            Console.WriteLine($"{way.OrderId}: {way.Steps.Count} steps, to be there on {way.DeliveryDate:d}");
        // </cross-border>
    }

    public static async Task Reshipments(IWildberriesClient wb, CancellationToken stop)
    {
        // <reshipments>
        ReshipmentOrdersResponse again = await wb.FbsOrders.GetReshipmentOrdersAsync(stop);
        foreach (ReshipmentOrder order in again.Orders)
            Console.WriteLine($"{order.OrderId} was not in {order.SupplyId}");
        // </reshipments>
    }

    public static async Task AutoReturns(IWildberriesClient wb, IReadOnlyList<long> chrtIds, CancellationToken stop)
    {
        // <auto-returns>
        await wb.FbsOrders.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual }, stop);
        AutoReturnResult result = await wb.FbsOrders.SetAutoReturnsAsync(chrtIds, AutoReturnDestination.PickupPoint, stop);
        foreach (AutoReturnRow row in result.Rows.Where(row => row.Outcome is AutoReturnOutcome.Refused or AutoReturnOutcome.Unknown))
            Console.WriteLine($"{row.ChrtId}: {row.Outcome}");
        // </auto-returns>
    }
}
