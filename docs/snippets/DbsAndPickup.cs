using Wildberries.Sdk;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;

namespace Snippets;

public static class DbsAndPickup
{
    public static async Task ConfirmAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <confirm>
        IReadOnlyList<NewDbsOrder> orders = (await wb.DbsOrders.GetNewOrdersAsync(stop)).Orders;
        OrderChangeResult confirmed = await wb.DbsOrders.ConfirmOrdersAsync(orders.Select(order => order.Id), cancellationToken: stop);
        foreach (OrderChange order in confirmed.Refused.Concat(confirmed.Unknown))
            Console.WriteLine($"{order.OrderId}: {order.ErrorText}");
        // </confirm>
    }

    public static async Task InterruptedAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <interrupted>
        try
        {
            await wb.DbsOrders.DeliverOrdersAsync(orderIds, cancellationToken: stop);
        }
        catch (WildberriesApiException exception) when (exception.GetOrderChangeResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
        }

        OrderChangeResult delivered = await wb.DbsOrders.DeliverOrdersAsync(orderIds, cancellationToken: stop);
        // </interrupted>
        Console.WriteLine(delivered);
    }

    public static async Task MarkingsAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <in-the-way>
        OrderChangeResult delivered = await wb.DbsOrders.DeliverOrdersAsync(orderIds, cancellationToken: stop);
        foreach (OrderChange order in delivered.Refused.Where(order => order.Reason == OrderErrorReason.MetaValidationFail))
            Console.WriteLine($"{order.OrderId}: {string.Join(", ", order.Markings.Select(marking => $"{marking.Kind} {marking.Decision}"))}");
        // </in-the-way>
    }

    public static async Task ReceiveAsync(IWildberriesClient wb, long orderId, string shownByTheBuyer, CancellationToken stop)
    {
        // <receive>
        OrderChangeResult received = await wb.DbsOrders.ReceiveOrdersAsync(
            [new OrderCode { OrderId = orderId, Code = shownByTheBuyer }], cancellationToken: stop);
        // </receive>
        Console.WriteLine(received);
    }

    public static async Task DeliveriesAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <details>
        foreach (DeliveryDate date in await wb.DbsOrders.GetDeliveryDatesAsync(orderIds, stop))
            Console.WriteLine($"{date.OrderId}: {date.Day} {date.TimeFrom} to {date.TimeTo}{(date.PreviousDay is null ? "" : ", changed by the buyer")}");
        foreach (DbsBuyer buyer in await wb.DbsOrders.GetBuyersAsync(orderIds, stop))
            Dial(buyer.ReplacementPhone is { Length: > 0 } phone ? phone : $"{buyer.Phone},{buyer.PhoneCode}");
        // </details>
    }

    public static async Task PricesAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <prices>
        foreach (FinalPriceResult result in await wb.DbsOrders.GetFinalPricesAsync(orderIds, TimeSpan.FromMinutes(5), stop))
        {
            Console.WriteLine(result switch
            {
                { IsError: true } => $"{result.OrderId}: {result.Errors[0].Reason}",
                { IsPending: true } => $"{result.OrderId}: WB has not made it yet",
                { Price: null } => $"{result.OrderId}: take the final price of the order",
                { Price: { } price } => $"{result.OrderId}: {price.FinalPriceHundredths / 100} in currency {price.CurrencyCode}",
            });
        }
        // </prices>
    }

    public static async Task PickupAsync(IWildberriesClient wb, IReadOnlyList<NewPickupOrder> purchase, string shownInTheShop, CancellationToken stop)
    {
        // <pickup>
        long[] ids = [.. purchase.Select(order => order.Id)];
        await wb.PickupOrders.ConfirmOrdersAsync(ids, cancellationToken: stop);
        await wb.PickupOrders.PrepareOrdersAsync(ids, cancellationToken: stop);

        // Somebody comes into the shop.
        if (await wb.PickupOrders.IsBuyerAsync(purchase[0].OrderCode!, shownInTheShop, stop))
            await wb.PickupOrders.ReceiveOrdersAsync(ids, cancellationToken: stop);
        // </pickup>
    }

    private static void Dial(string number) => Console.WriteLine(number.Length);
}
