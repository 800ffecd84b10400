using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsSupplies;

/// <summary>Mornings on the emulator, from the buyers' orders to the supplies at WB, in peace and while WB fails.</summary>
public sealed class HandOverFlowTests
{
    private const long PickupPoint = 90_508;
    private const string GoodCode = "0104600000000011215abcdefghijk\u001d93abcd";
    private const string BadCode = "0104600000000011215ABCDEFGHIJK\u001d93abcd";

    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["reset"] = Fault.Reset,
        ["500"] = Fault.Status(500),
        ["429"] = Fault.TooManyRequests(TimeSpan.FromSeconds(2)),
        ["truncated body"] = Fault.TruncatedBody,
        ["malformed JSON"] = Fault.MalformedJson,
        ["empty 200"] = Fault.Empty200(),
        ["reset after it was done"] = Fault.Reset.AfterOperation(),
        ["500 after it was done"] = Fault.Status(500).AfterOperation(),
    };

    private const string Find = "GET /api/v3/supplies";
    private const string Delete = "DELETE /api/v3/supplies/{supplyId}";

    private static readonly string[] Operations =
    [
        Find,
        "POST /api/v3/orders/status",
        "GET /api/marketplace/v3/fbs/shipping-points",
        "POST /api/v3/supplies",
        "PATCH /api/marketplace/v3/supplies/{supplyId}/orders",
        "GET /api/marketplace/v3/supplies/{supplyId}/order-ids",
        "POST /api/marketplace/v3/orders/meta",
        "PUT /api/v3/orders/{orderId}/meta/sgtin",
        "PATCH /api/marketplace/v3/fbs/supplies/shipping-method",
        "GET /api/v3/supplies/{supplyId}",
        "GET /api/v3/supplies/{supplyId}/trbx",
        "POST /api/v3/supplies/{supplyId}/trbx",
        "PATCH /api/v3/supplies/{supplyId}/deliver",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string operation in Operations)
            {
                foreach (string fault in Faults.Keys)
                    data.Add(operation, fault);
            }

            return data;
        }
    }

    public static TheoryData<string> AllFaults => [.. Faults.Keys];

    [Fact]
    public async Task A_morning_of_two_thousand_orders_goes_without_a_refusal_and_without_a_429()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        AddPickupPoint(shop);
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, OptionalMarking = [MarkingCodeKind.Sgtin] }, 1_500);
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 2, CargoType = CargoType.Large, WarehouseId = 7 }, 500);
        IReadOnlyList<NewFbsOrder> orders = (await shop.Client.FbsOrders.GetNewOrdersAsync(Cancel)).Orders;
        var handOver = new FbsHandOver(
            shop.Client.FbsSupplies, shop.Client.FbsOrders, new InMemoryStateStore(), "seller", Options(supply => supply.WarehouseId == 7 ? 250 : 0));
        HandOverResult result = await handOver.HandOverAsync("утро", orders.Select(order => HandOverOrder.From(order)), cancellationToken: Cancel);
        Assert.Equal(2_000, result.HandedOver.Count);
        Assert.Equal(2, shop.Emulator.FbsSupplies.All.Count);
        Assert.All(shop.Emulator.FbsSupplies.All, supply => Assert.NotNull(supply.ClosedAt));
        Assert.Equal([0, 250], result.Supplies.Select(supply => supply.BoxIds.Count));
        Assert.All(shop.Emulator.Orders.All, order => Assert.Equal(SupplierStatus.Complete, order.SupplierStatus));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 201 or 204, request.ToString()));
        Assert.InRange(shop.Emulator.Requests.All.Count, 60, 100);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_WB_does_at_a_call_every_order_ends_where_it_belongs(string operation, string fault)
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        HandOverOrder[] orders = await FillAsync(shop);
        var store = new InMemoryStateStore();
        shop.Emulator.Faults.Next(operation, Faults[fault]);

        // A supply is looked for by its name if nobody has said that it was created.
        if (operation == Find)
            shop.Emulator.Faults.Next("POST /api/v3/supplies", Fault.Reset.AfterOperation());
        HandOverResult result = await WorkAsync(shop, store, orders, Options(_ => 1));
        Assert.NotEqual(0, shop.Emulator.Requests.Count(operation));
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.HandedOver, HandOverOutcome.SetAside, HandOverOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal(2, shop.Emulator.FbsSupplies.All.Count);
        EmulatedSupply gone = shop.Emulator.FbsSupplies.Find(result.Supplies[0].SupplyId!)!, aside = shop.Emulator.FbsSupplies.Find(result.Supplies[1].SupplyId!)!;
        Assert.Equal([orders[0].OrderId, orders[1].OrderId], gone.OrderIds);
        Assert.Equal([orders[2].OrderId], aside.OrderIds);
        Assert.NotNull(gone.ClosedAt);
        Assert.Null(aside.ClosedAt);
        Assert.Single(gone.BoxIds);
        Assert.Equal(PickupPoint, gone.ShippingPointId);
        Assert.Null(shop.Emulator.Orders.Find(orders[3].OrderId)!.SupplyId);
    }

    [Theory]
    [MemberData(nameof(AllFaults))]
    public async Task Whatever_WB_does_at_its_deletion_a_supply_that_nothing_is_left_for_goes(string fault)
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 2, WarehouseId = 7 });
        HandOverOrder[] orders = [.. (await shop.Client.FbsOrders.GetNewOrdersAsync(Cancel)).Orders.Select(order => HandOverOrder.From(order))];
        var store = new InMemoryStateStore();
        await WorkAsync(shop, store, orders, Options(_ => 0) with { Deliver = false });
        await shop.Client.FbsOrders.CancelOrderAsync(orders[1].OrderId, Cancel);
        shop.Emulator.Faults.Next(Delete, Faults[fault]);
        HandOverResult result = await WorkAsync(shop, store, orders, Options(_ => 0));
        Assert.NotEqual(0, shop.Emulator.Requests.Count(Delete));
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Cancelled], result.Rows.Select(row => row.Outcome));
        Assert.Equal([HandOverSupplyStatus.HandedOver, HandOverSupplyStatus.NotNeeded], result.Supplies.Select(supply => supply.Status));

        // What WB says that it deleted is not looked up: an empty supply that stays does no harm.
        Assert.Equal(fault == "empty 200" ? 2 : 1, shop.Emulator.FbsSupplies.All.Count);
        Assert.NotNull(shop.Emulator.FbsSupplies.Find(result.Supplies[0].SupplyId!)!.ClosedAt);
    }

    [Fact]
    public async Task What_was_set_aside_goes_when_its_code_is_right()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        HandOverOrder[] orders = await FillAsync(shop);
        var handOver = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, new InMemoryStateStore(), "seller", Options(_ => 0));
        await handOver.HandOverAsync("утро", orders, cancellationToken: Cancel);
        orders[2] = orders[2] with { MarkingCodes = [OrderMarkingCodes.Sgtins(orders[2].OrderId, GoodCode)] };
        HandOverResult result = await handOver.HandOverAsync("утро", orders, cancellationToken: Cancel);
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver, HandOverOutcome.Refused], result.Rows.Select(row => row.Outcome));
        HandOverLabels labels = await handOver.GetLabelsAsync(result, new StickerOptions { Format = StickerFormat.Png }, Cancel);
        Assert.Equal([0x89, .. "PNG"u8], labels.Orders.Stickers[0].Content[..4].ToArray());
        Assert.Equal([0x89, .. "PNG"u8], labels.Supplies.Stickers[0].Content[..4].ToArray());
    }

    /// <summary>Works until it is done. A failure that WB's next answer would settle is no end: another process goes on.</summary>
    private static async Task<HandOverResult> WorkAsync(Shop shop, InMemoryStateStore store, HandOverOrder[] orders, HandOverOptions options)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, store, "seller", options).HandOverAsync("утро", orders, cancellationToken: Cancel);
            }
            catch (WildberriesApiException) when (tries < 3)
            {
            }
        }
    }

    [Fact]
    public async Task What_WB_did_not_find_in_a_supply_goes_once_more()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, 3);
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 2, CargoType = CargoType.Large, WarehouseId = 7 });
        NewFbsOrder[] orders = [.. (await shop.Client.FbsOrders.GetNewOrdersAsync(Cancel)).Orders];
        var handOver = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, new InMemoryStateStore(), "seller", Options(_ => 0));
        HandOverResult first = await handOver.HandOverAsync("утро", orders.Select(order => HandOverOrder.From(order)), cancellationToken: Cancel);
        foreach (HandOverSupply supply in first.Supplies)
            shop.Emulator.FbsSupplies.Scan(supply.SupplyId!, supply.OrderIds[^1]);
        IReadOnlyList<HandOverOrder> again = await handOver.GetReshipmentOrdersAsync(Cancel);
        Assert.Equal(first.Supplies.Select(supply => (supply.WarehouseId, supply.OrderIds[^1])), again.Select(order => (order.WarehouseId, order.OrderId)));
        HandOverResult second = await handOver.HandOverAsync("утро, ещё раз", again, cancellationToken: Cancel);
        Assert.Equal((2, 2), (second.HandedOver.Count, second.Supplies.Count));
        Assert.All(second.Rows, row => Assert.Equal(row.SupplyId, shop.Emulator.Orders.Find(row.OrderId)!.SupplyId));
        Assert.Empty(await handOver.GetReshipmentOrdersAsync(Cancel));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 201 or 204, request.ToString()));
    }

    [Fact]
    public async Task A_supply_without_shipping_parameters_costs_no_refusal()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(50));
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, 2);
        NewFbsOrder[] orders = [.. (await shop.Client.FbsOrders.GetNewOrdersAsync(Cancel)).Orders];
        var store = new InMemoryStateStore();
        var bare = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, store, "seller");
        Assert.True(Assert.Single((await bare.PlanAsync(orders.Select(order => HandOverOrder.From(order)), Cancel)).Supplies).LacksShipping);
        Assert.Equal(2, (await bare.HandOverAsync("утро", orders.Select(order => HandOverOrder.From(order)), cancellationToken: Cancel)).InSupply.Count);
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 201 or 204, request.ToString()));
        var mended = new FbsHandOver(shop.Client.FbsSupplies, shop.Client.FbsOrders, store, "seller", Options(_ => 0));
        Assert.Equal(2, (await mended.ResumeAsync("утро", cancellationToken: Cancel))!.HandedOver.Count);
    }

    private static void AddPickupPoint(Shop shop) =>
        shop.Emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = PickupPoint, City = "Подольск", Kind = ShippingPointKind.PickupPoint });

    private static async Task<HandOverOrder[]> FillAsync(Shop shop)
    {
        AddPickupPoint(shop);
        shop.Emulator.Orders.RefuseMarking(BadCode, MarkingDecision.SgtinWrittenOff);
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, OptionalMarking = [MarkingCodeKind.Sgtin] });
        shop.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 2, RequiredMarking = [MarkingCodeKind.Sgtin] }, 3);
        NewFbsOrder[] orders = [.. (await shop.Client.FbsOrders.GetNewOrdersAsync(Cancel)).Orders];
        OrderMarkingCodes[] codes = [OrderMarkingCodes.Sgtins(orders[1].Id, GoodCode), OrderMarkingCodes.Sgtins(orders[2].Id, BadCode)];
        return [.. orders.Select(order => HandOverOrder.From(order, codes))];
    }

    private static HandOverOptions Options(Func<PlannedSupply, int> boxes) => new()
    {
        // To a pickup point in boxes, else to a warehouse.
        Shipping = supply => new SupplyShipping { City = "Подольск", ShippingPointId = boxes(supply) > 0 ? PickupPoint : 507, Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(300) },
        BoxCount = boxes,
        MaxSendTime = TimeSpan.FromSeconds(10),
    };
}
