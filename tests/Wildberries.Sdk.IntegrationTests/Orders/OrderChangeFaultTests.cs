using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Orders;

/// <summary>Changes of many orders while WB fails in the middle: what is told of each order is true, and the same call with a check ends what is left.</summary>
public sealed class OrderChangeFaultTests
{
    private const int Count = 1200;

    private static readonly Fault Nothing = Fault.Delay(TimeSpan.Zero);

    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["reset"] = Fault.Reset,
        ["reset after it was done"] = Fault.Reset.AfterOperation(),
        ["500"] = Fault.Status(500),
        ["500 after it was done"] = Fault.Status(500).AfterOperation(),
        ["truncated body"] = Fault.TruncatedBody,
        ["malformed JSON"] = Fault.MalformedJson,
        ["empty 200"] = Fault.Empty200(),
        ["403"] = Fault.Status(403),
        ["429"] = Fault.TooManyRequests(TimeSpan.FromSeconds(2)),
    };

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["DBS: confirm"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/confirm",
            EmulatedOrderKind.Dbs,
            [],
            (wb, orders, check) => wb.DbsOrders.ConfirmOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Confirm),
        ["DBS: deliver"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/deliver",
            EmulatedOrderKind.Dbs,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.DbsOrders.DeliverOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Deliver),
        ["DBS: receive"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/receive",
            EmulatedOrderKind.Dbs,
            [SupplierStatus.Confirm, SupplierStatus.Deliver],
            (wb, orders, check) => wb.DbsOrders.ReceiveOrdersAsync(
                orders.Select(order => new OrderCode { OrderId = order.Id, Code = order.ReceiptCode }), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Receive),
        ["DBS: reject"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/reject",
            EmulatedOrderKind.Dbs,
            [SupplierStatus.Confirm, SupplierStatus.Deliver],
            (wb, orders, check) => wb.DbsOrders.RejectOrdersAsync(
                orders.Select(order => new OrderCode { OrderId = order.Id, Code = order.ReceiptCode }), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Reject),
        ["DBS: cancel"] = new(
            "POST /api/marketplace/v3/dbs/orders/status/cancel",
            EmulatedOrderKind.Dbs,
            [],
            (wb, orders, check) => wb.DbsOrders.CancelOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Cancel),
        ["FBS: cancel"] = new(
            "PATCH /api/v3/orders/{orderId}/cancel",
            EmulatedOrderKind.Fbs,
            [],
            (wb, orders, check) => wb.FbsOrders.CancelOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Cancel)
        {
            Count = 3,
            HasNoAnswer = true,
        },
        ["DBW: confirm"] = new(
            "PATCH /api/v3/dbw/orders/{orderId}/confirm",
            EmulatedOrderKind.Dbw,
            [],
            (wb, orders, check) => wb.DbwOrders.ConfirmOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Confirm)
        {
            Count = 3,
            HasNoAnswer = true,
        },
        ["DBW: cancel"] = new(
            "PATCH /api/v3/dbw/orders/{orderId}/cancel",
            EmulatedOrderKind.Dbw,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.DbwOrders.CancelOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Cancel)
        {
            Count = 3,
            HasNoAnswer = true,
        },
        ["DBW: deliver"] = new(
            "POST /api/marketplace/v3/dbw/orders/status/deliver",
            EmulatedOrderKind.Dbw,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.DbwOrders.DeliverOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Complete),
        ["pickup: confirm"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/confirm",
            EmulatedOrderKind.Pickup,
            [],
            (wb, orders, check) => wb.PickupOrders.ConfirmOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Confirm),
        ["pickup: receive"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/receive",
            EmulatedOrderKind.Pickup,
            [SupplierStatus.Confirm, SupplierStatus.Prepare],
            (wb, orders, check) => wb.PickupOrders.ReceiveOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Receive),
        ["pickup: reject"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/reject",
            EmulatedOrderKind.Pickup,
            [SupplierStatus.Confirm, SupplierStatus.Prepare],
            (wb, orders, check) => wb.PickupOrders.RejectOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Reject),
        ["pickup: prepare"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/prepare",
            EmulatedOrderKind.Pickup,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.PickupOrders.PrepareOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Prepare),
        ["pickup: cancel"] = new(
            "POST /api/marketplace/v3/click-collect/orders/status/cancel",
            EmulatedOrderKind.Pickup,
            [],
            (wb, orders, check) => wb.PickupOrders.CancelOrdersAsync(orders.Select(order => order.Id), check, cancellationToken: Cancel),
            order => order.SupplierStatus == SupplierStatus.Cancel),
        ["DBS: label identifiers"] = new(
            "POST /api/marketplace/v3/dbs/orders/meta/imei",
            EmulatedOrderKind.Dbs,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.DbsOrders.SetMarkingCodesAsync(
                orders.Select(order => OrderMarkingCodes.Imei(order.Id, "490154203237518")), check, cancellationToken: Cancel),
            order => order.MarkingCodes.ContainsKey(MarkingCodeKind.Imei)),
        ["pickup: label identifiers"] = new(
            "POST /api/marketplace/v3/click-collect/orders/meta/imei",
            EmulatedOrderKind.Pickup,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.PickupOrders.SetMarkingCodesAsync(
                orders.Select(order => OrderMarkingCodes.Imei(order.Id, "490154203237518")), check, cancellationToken: Cancel),
            order => order.MarkingCodes.ContainsKey(MarkingCodeKind.Imei)),
        ["FBS: label identifiers deleted"] = Deleted(
            "DELETE /api/v3/orders/{orderId}/meta",
            EmulatedOrderKind.Fbs,
            (wb, ids) => wb.FbsOrders.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids, cancellationToken: Cancel),
            count: 3),
        ["DBW: label identifiers deleted"] = Deleted(
            "POST /api/marketplace/v3/dbw/orders/meta/delete",
            EmulatedOrderKind.Dbw,
            (wb, ids) => wb.DbwOrders.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids, cancellationToken: Cancel)),
        ["DBS: label identifiers deleted"] = Deleted(
            "POST /api/marketplace/v3/dbs/orders/meta/delete",
            EmulatedOrderKind.Dbs,
            (wb, ids) => wb.DbsOrders.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids, cancellationToken: Cancel)),
        ["pickup: label identifiers deleted"] = Deleted(
            "POST /api/marketplace/v3/click-collect/orders/meta/delete",
            EmulatedOrderKind.Pickup,
            (wb, ids) => wb.PickupOrders.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids, cancellationToken: Cancel)),
        ["DBW: label identifiers"] = new(
            "POST /api/marketplace/v3/dbw/orders/meta/sgtin",
            EmulatedOrderKind.Dbw,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.DbwOrders.SetMarkingCodesAsync(
                orders.Select(order => OrderMarkingCodes.Sgtins(order.Id, $"010460043993125621{order.Id}\u001d93Zx9Q")), check, cancellationToken: Cancel),
            order => order.MarkingCodes.ContainsKey(MarkingCodeKind.Sgtin)),
        ["FBS: label identifiers"] = new(
            "PUT /api/v3/orders/{orderId}/meta/imei",
            EmulatedOrderKind.Fbs,
            [SupplierStatus.Confirm],
            (wb, orders, check) => wb.FbsOrders.SetMarkingCodesAsync(
                orders.Select(order => OrderMarkingCodes.Imei(order.Id, "490154203237518")), check, cancellationToken: Cancel),
            order => order.MarkingCodes.ContainsKey(MarkingCodeKind.Imei))
        {
            Count = 3,
            HasNoAnswer = true,
        },
    };

    private static Change Deleted(
        string operation, EmulatedOrderKind kind, Func<IWildberriesClient, IEnumerable<long>, Task<OrderChangeResult>> delete, int count = Count)
    {
        return new Change(
            operation,
            kind,
            [SupplierStatus.Confirm],
            (wb, orders, _) => delete(wb, orders.Select(order => order.Id)),
            order => !order.MarkingCodes.ContainsKey(MarkingCodeKind.Imei))
        {
            Count = count,
            HasNoAnswer = kind == EmulatedOrderKind.Fbs,
            IsMarked = true,
        };
    }

    public static MatrixTheoryData<string, string> Cases { get; } = new(Changes.Keys, Faults.Keys);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_told_of_each_order_is_true_and_the_same_call_with_a_check_ends_what_is_left(string name, string fault)
    {
        Change change = Changes[name];
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200), emulator: options => options.RateLimits = false, sdk: (options, _) => options.Retry.MaxRetries = 1);
        EmulatedOrders all = shop.Emulator.Orders;
        EmulatedOrder[] orders = [.. all.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = change.Kind, OptionalMarking = [MarkingCodeKind.Imei, MarkingCodeKind.Sgtin] }, change.Count)];
        foreach (EmulatedOrder order in orders)
        {
            foreach (SupplierStatus status in change.Before)
                Assert.True(all.Locked(() => all.TryMove(all.Get(order.Id, change.Kind)!, status)));
            if (change.IsMarked)
                Assert.Null(all.Locked(() => all.SetMarking(all.Get(order.Id, change.Kind)!, MarkingCodeKind.Imei, ["490154203237518"])));
        }

        // The first request goes well, the second does not.
        shop.Emulator.Faults.Next(change.Operation, Nothing);
        shop.Emulator.Faults.Next(change.Operation, Faults[fault]);
        bool isRepeated = fault == "429";
        if (isRepeated)
            shop.Emulator.Faults.Next(change.Operation, Faults[fault]);
        OrderChangeResult? done = null;
        Exception? exception = await Record.ExceptionAsync(async () => done = await change.RunAsync(shop.Client, orders, false));
        if (change.HasNoAnswer && exception is null)
        {
            // What is in an answer that nobody expects is nobody's business, if it is seen at all.
            Assert.Contains(fault, (string[])["truncated body", "malformed JSON", "empty 200"]);
            Assert.True(done!.IsDone);
            return;
        }

        var failure = Assert.IsAssignableFrom<WildberriesApiException>(exception);
        OrderChangeResult known = failure.GetOrderChangeResult()!;
        Assert.Equal(orders.Select(order => order.Id), known.Orders.Select(order => order.OrderId));
        Assert.All(known.Done, order => Assert.True(change.IsDone(all.Find(order.OrderId)!)));
        Assert.All(known.NotSent, order => Assert.False(change.IsDone(all.Find(order.OrderId)!)));
        Assert.NotEmpty(known.Done);
        Assert.Empty(known.Refused);
        Assert.Equal(fault is "403" or "429", known.Unknown.Count == 0);
        int sent = shop.Emulator.Requests.Count(change.Operation);
        Assert.Equal(isRepeated ? 3 : 2, sent);

        OrderChangeResult rest = await change.RunAsync(shop.Client, orders, true);
        Assert.True(rest.IsDone);
        Assert.All(orders, order => Assert.True(change.IsDone(all.Find(order.Id)!)));
    }

    private sealed record Change(
        string Operation,
        EmulatedOrderKind Kind,
        IReadOnlyList<SupplierStatus> Before,
        Func<IWildberriesClient, IReadOnlyList<EmulatedOrder>, bool, Task<OrderChangeResult>> RunAsync,
        Func<EmulatedOrder, bool> IsDone)
    {
        public int Count { get; init; } = OrderChangeFaultTests.Count;

        public bool HasNoAnswer { get; init; }

        /// <summary>Whether the orders have their label identifiers before.</summary>
        public bool IsMarked { get; init; }
    }
}
