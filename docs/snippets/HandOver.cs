using Wildberries.Sdk;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Snippets;

public static class HandOver
{
    public static async Task MorningAsync(IWildberriesClient wb, long orderId, string scanned, CancellationToken stop)
    {
        // <morning>
        const string name = "2026-12-01 morning";
        List<OrderMarkingCodes> codes = [OrderMarkingCodes.Sgtins(orderId, Sgtin.Repair(scanned))];
        List<HandOverOrder> orders = [.. (await wb.FbsOrders.GetNewOrdersAsync(stop)).Orders.Select(order => HandOverOrder.From(order, codes))];
        var handOver = new FbsHandOver(wb.FbsSupplies, wb.FbsOrders, new FileStateStore("state"), "toys", new HandOverOptions
        {
            Shipping = supply => new SupplyShipping { City = "Подольск", ShippingPointId = 507, Date = new DateOnly(2026, 12, 1) },
            Labels = new StickerOptions { Format = StickerFormat.Png },
        });
        HandOverResult result = await handOver.ResumeAsync(name, cancellationToken: stop)
            ?? await handOver.HandOverAsync(name, orders, cancellationToken: stop);
        Console.WriteLine(result);
        foreach (HandOverRow row in result.Rows.Where(row => row.Outcome != HandOverOutcome.HandedOver))
            Console.WriteLine($"{row.OrderId}: {row.Outcome}. {row.Reason}");
        foreach (HandOverSupply supply in result.Supplies.Where(supply => supply.Status == HandOverSupplyStatus.Failed))
            Console.WriteLine($"{supply.SupplyId} stays open: {supply.Reason}");
        // </morning>
    }

    public static async Task PlanAsync(FbsHandOver handOver, List<HandOverOrder> orders, CancellationToken stop)
    {
        // <plan>
        HandOverPlan plan = await handOver.PlanAsync(orders, stop);
        foreach (PlannedSupply supply in plan.Supplies)
            Console.WriteLine($"warehouse {supply.WarehouseId}, cargo type {supply.CargoType}: {supply.OrderIds.Count} orders{(supply.LacksShipping ? ", no shipping parameters" : "")}");
        foreach (HandOverRow row in plan.Refused)
            Console.WriteLine($"{row.OrderId} would be refused: {row.Reason}");
        foreach (HandOverRow row in plan.Doubtful)
            Console.WriteLine($"{row.OrderId} is doubtful: {string.Join(' ', row.Problems)}");
        // </plan>
    }

    public static async Task ResumeAsync(FbsHandOver handOver, string name, List<HandOverOrder> orders, CancellationToken stop)
    {
        // <resume>
        try
        {
            await handOver.HandOverAsync(name, orders, cancellationToken: stop);
        }
        catch (WildberriesApiException e) when (e.GetHandOverResult() is { } soFar)
        {
            Console.WriteLine($"{soFar}; it went no further: {e.Message}");
        }

        // Later, in this process or in another one:
        HandOverResult? result = await handOver.ResumeAsync(name, cancellationToken: stop);
        // </resume>
        Console.WriteLine(result);
    }

    public static async Task PackFirstAsync(IWildberriesClient wb, IStateStore store, string name, List<HandOverOrder> orders, CancellationToken stop)
    {
        // <pack>
        var options = new HandOverOptions { Deliver = false };
        var packing = new FbsHandOver(wb.FbsSupplies, wb.FbsOrders, store, "toys", options);
        HandOverResult packed = await packing.HandOverAsync(name, orders, cancellationToken: stop);
        HandOverLabels labels = await packing.GetLabelsAsync(packed, new StickerOptions { Format = StickerFormat.ZplVertical }, stop);
        await labels.Orders.SaveAsync("stickers", stop);

        // When everything is packed:
        var leaving = new FbsHandOver(wb.FbsSupplies, wb.FbsOrders, store, "toys", options with { Deliver = true });
        HandOverResult? gone = await leaving.ResumeAsync(name, cancellationToken: stop);
        // </pack>
        Console.WriteLine(gone);
    }

    public static async Task SetAsideAsync(FbsHandOver handOver, string name, List<HandOverOrder> orders, List<OrderMarkingCodes> correctedCodes, CancellationToken stop)
    {
        // <aside>
        IEnumerable<HandOverOrder> corrected = orders.Select(order => order with { MarkingCodes = [.. correctedCodes.Where(one => one.OrderId == order.OrderId)] });
        HandOverResult result = await handOver.HandOverAsync(name, corrected, cancellationToken: stop);
        // </aside>
        Console.WriteLine(result);
    }

    public static async Task AgainAsync(FbsHandOver handOver, CancellationToken stop)
    {
        // <again>
        IReadOnlyList<HandOverOrder> again = await handOver.GetReshipmentOrdersAsync(stop);
        HandOverResult result = await handOver.HandOverAsync("2026-12-03 again", again, cancellationToken: stop);
        // </again>
        Console.WriteLine(result);
    }

    public static async Task ShippingPointsAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <points>
        ShippingPointsResponse found = await wb.FbsSupplies.GetShippingPointsAsync("Казань", CargoType.Small, stop);
        foreach (ShippingPoint point in found.ShippingPoints)
            Console.WriteLine($"{point.Id} {point.Kind} {point.Address}");
        // </points>
    }

    public static async Task PassAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <pass>
        IReadOnlyList<PassOffice> offices = await wb.FbsSupplies.GetPassOfficesAsync(stop);
        CreatedPass pass = await wb.FbsSupplies.CreatePassAsync("Александр", "Петров", "Газель", "А456ВС77", offices[0].Id, stop);
        // </pass>
        Console.WriteLine(pass);
    }

    public static async Task SpotAsync(IWildberriesClient wb, string supplyId, CancellationToken stop)
    {
        // <spot>
        var data = new SpotData { CarrierName = "Ала-Тоо", CarrierTaxNumber = "01234567890123", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" };
        SpotInfo spot = await wb.FbsSupplies.SetSpotAndWaitAsync(supplyId, data, cancellationToken: stop);
        if (spot.Status == SpotStatus.Completed)
            await File.WriteAllBytesAsync("spot.png", Convert.FromBase64String((await wb.FbsSupplies.GetSpotQrCodeAsync(supplyId, stop)).QrCode ?? ""), stop);
        // </spot>
    }

    public static async Task CancelAsync(IWildberriesClient wb, IReadOnlyList<long> withoutStock, CancellationToken stop)
    {
        // <cancel>
        OrderChangeResult cancelled = await wb.FbsOrders.CancelOrdersAsync(withoutStock, cancellationToken: stop);
        foreach (OrderChange order in cancelled.Refused)
            Console.WriteLine($"{order.OrderId}: {order.ErrorText}");
        // </cancel>
    }
}
