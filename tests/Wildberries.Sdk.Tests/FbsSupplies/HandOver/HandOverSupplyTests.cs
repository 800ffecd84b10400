using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>What the supplies of a hand-over need, and who else has a hand in them.</summary>
public sealed class HandOverSupplyTests
{
    private readonly Morning _morning = new();

    public HandOverSupplyTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private IEnumerable<string> Writes => Market.Calls.Where(call => call[0] == '!');

    [Fact]
    public async Task Shipping_parameters_that_WB_would_refuse_are_told_before_anything_is_sent()
    {
        Market.Add(new FakeOrder { Id = 1 });
        Market.Add(new FakeOrder { Id = 2, CargoType = CargoType.Large });
        HandOverPlan plan = await PlanAsync(Morning.Shipping with { ShippingPointId = 9 });
        Assert.Equal("WB has no shipping point 9 in Подольск for the cargo type 1", plan.Refused[0].Reason);
        plan = await PlanAsync(Morning.Shipping);
        Assert.Equal((1, "the shipping point 507 does not take the cargo type 3"), (Assert.Single(plan.Supplies).OrderIds[0], Assert.Single(plan.Refused).Reason));

        // It is nine o'clock in Moscow.
        plan = await PlanAsync(Morning.Shipping with { Date = new DateOnly(2026, 11, 27) });
        Assert.Equal("the day of the shipment, 2026-11-27, is over in Moscow", plan.Refused[0].Reason);
        Assert.Equal("the shipping point has no city", (await PlanAsync(Morning.Shipping with { City = " " })).Refused[0].Reason);
        Assert.Empty(Writes);

        Task<HandOverPlan> PlanAsync(SupplyShipping shipping) => _morning.Process(new HandOverOptions { Shipping = _ => shipping })
            .PlanAsync(Market.Orders.Values.Select(order => order.Described()), Cancel);
    }

    [Theory]
    [InlineData("the point is closed", "The shipping parameters could not be set. WB: the point is closed")]
    [InlineData("", "The shipping parameters could not be set. WB does not say that it did.")]
    public async Task Shipping_parameters_without_success_are_a_failure_and_are_tried_again(string words, string reason)
    {
        Market.RefusesShipping = words;
        Market.NeedsShipping = true;
        Market.Add(2);
        HandOverResult result = await RunAsync(Morning.Options);
        Assert.Equal((HandOverSupplyStatus.Failed, reason, 2), (result.Supplies[0].Status, result.Supplies[0].Reason, result.InSupply.Count));
        Assert.DoesNotContain(Writes, call => call.StartsWith("!deliver", StringComparison.Ordinal));

        Market.RefusesShipping = null;
        HandOverResult gone = await ResumeAsync(Morning.Options);
        Assert.Equal((2, Morning.PickupPoint, null), (gone.HandedOver.Count, gone.Supplies[0].Shipping, gone.Supplies[0].Reason));
    }

    [Fact]
    public async Task A_supply_that_WB_does_not_create_is_told_by_each_of_its_orders()
    {
        Market.Add(4, id => new FakeOrder { Id = id, WarehouseId = 1 + (id % 2) });
        int creations = 0;
        Market.Fault = (call, _) => call == "create" && creations++ == 0 ? FakeFault.Refused : FakeFault.None;
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.Pending, HandOverOutcome.HandedOver, HandOverOutcome.Pending, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal(["WB refuses it: NotToday", null, "WB refuses it: NotToday", null], result.Rows.Select(row => row.Reason));
        Assert.Equal(4, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public async Task A_supply_that_WB_wants_shipping_parameters_for_waits_until_there_are_some()
    {
        Market.NeedsShipping = true;
        Market.Add(2);
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal((HandOverSupplyStatus.Failed, "WB refuses it: ShippingParametersRequired"), (result.Supplies[0].Status, result.Supplies[0].Reason));
        HandOverResult gone = await ResumeAsync(new HandOverOptions { Shipping = _ => Morning.Shipping });
        Assert.Equal(2, gone.HandedOver.Count);
        Assert.Equal(1, Writes.Count(call => call.StartsWith("!create", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Boxes_that_WB_would_refuse_are_told_before_anything_is_sent()
    {
        Market.Add(5);
        Assert.Equal("its supply would have 3 boxes for 5 orders; WB takes at most 2", (await PlanAsync(3)).Refused[0].Reason);
        Assert.Empty((await PlanAsync(2)).Refused);
        Assert.Equal("its supply would have -1 boxes", (await PlanAsync(-1)).Refused[0].Reason);
        HandOverPlan plan = await _morning.Process(new HandOverOptions { BoxCount = _ => 1 }).PlanAsync(
            Market.Orders.Values.Select(order => order.Described() with { IsPickupPointShipmentAllowed = order.Id != 4 }), Cancel);
        Assert.Equal("its supply would have boxes, and order 4 may not go to a pickup point", plan.Refused[0].Reason);
        Assert.Empty(Writes);

        Task<HandOverPlan> PlanAsync(int count) => _morning.Process(new HandOverOptions { BoxCount = _ => count })
            .PlanAsync(Market.Orders.Values.Select(order => order.Described()), Cancel);
    }

    [Fact]
    public async Task A_supply_for_a_pickup_point_goes_in_boxes_only_and_with_no_order_that_may_not_go_there()
    {
        Market.Add(4);
        HandOverOrder[] orders = [.. Market.Orders.Values.Select(order => order.Described())], kept = [orders[0] with { IsPickupPointShipmentAllowed = false }, .. orders[1..]];
        HandOverOptions unboxed = new() { Shipping = _ => Morning.PickupPoint }, boxed = unboxed with { BoxCount = supply => supply.ShippingPointKind == ShippingPointKind.PickupPoint ? 1 : 9 };
        const string NoBoxes = "the shipping point 508 is a pickup point, which takes supplies in boxes, and there are none; for 4 orders WB takes at most 2";
        const string NotAllowed = "its supply would go to a pickup point, and order 1 may not go to a pickup point";
        Assert.Equal(NoBoxes, (await _morning.Process(unboxed).PlanAsync(orders, Cancel)).Refused[0].Reason);
        Assert.Equal(NotAllowed, (await _morning.Process(boxed).PlanAsync(kept, Cancel)).Refused[0].Reason);
        Assert.Equal(NotAllowed, (await RunAsync(boxed, kept)).Pending[0].Reason);
        Assert.Empty(Writes);

        // It is packed, and then sent to the pickup point.
        await RunAsync(new HandOverOptions { Deliver = false }, kept);
        Assert.Equal(NotAllowed, (await ResumeAsync(boxed)).InSupply[0].Reason);
        Assert.Equal(NotAllowed, (await ResumeAsync(unboxed)).InSupply[0].Reason);
        Assert.DoesNotContain(Writes, call => call.StartsWith("!deliver", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_place_than_a_pickup_point_gets_no_boxes()
    {
        Market.Add(4);
        var options = new HandOverOptions { Shipping = _ => Morning.Shipping, BoxCount = _ => 2 };
        Assert.Equal((0, ShippingPointKind.Warehouse), (await _morning.Process(options).PlanAsync(Market.Orders.Values.Select(order => order.Described()), Cancel)).Supplies
            .Select(supply => (supply.BoxCount, supply.ShippingPointKind)).Single());
        Assert.Equal(4, (await RunAsync(options)).HandedOver.Count);
        Assert.DoesNotContain(Writes, call => call.Contains("boxes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_boxes_than_WB_takes_are_never_fewer_without_a_word()
    {
        Market.Add(3);
        await RunAsync(new HandOverOptions { Deliver = false });
        HandOverResult result = await ResumeAsync(new HandOverOptions { BoxCount = _ => 5 });
        Assert.Equal("its supply would have 5 boxes for 3 orders; WB takes at most 1", result.Supplies[0].Reason);
        Assert.Equal(3, result.InSupply.Count);
    }

    [Fact]
    public async Task Where_orders_fall_away_there_are_as_many_boxes_as_WB_takes()
    {
        Market.Add(6);
        foreach (long id in (long[])[1, 2, 3])
            Market.Orders[id].IsStubborn = true;
        HandOverResult result = await RunAsync(new HandOverOptions { BoxCount = _ => 3 });
        Assert.Equal((3, 1), (result.HandedOver.Count, result.Supplies[0].BoxIds.Count));
        Assert.Contains("!add 1 boxes to WB-GI-2", Writes);
    }

    [Fact]
    public async Task A_supply_that_may_not_go_to_a_pickup_point_gets_no_boxes_and_waits()
    {
        Market.Add(4);
        Market.AfterCall = call =>
        {
            if (call == "create")
                Market.Supplies["WB-GI-2"].IsPickupPointShipmentAllowed = false;
        };
        HandOverResult result = await RunAsync(new HandOverOptions { BoxCount = _ => 1 });
        Assert.Equal("It was to have boxes, and may not go to a pickup point.", result.Supplies[0].Reason);
        Assert.Equal(4, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public async Task Packing_comes_first_and_the_supply_goes_when_it_is_told_to()
    {
        Market.Add(3);
        var options = new HandOverOptions { Deliver = false };
        HandOverResult packed = await RunAsync(options);
        Assert.Equal((3, HandOverSupplyStatus.Open, false), (packed.InSupply.Count, packed.Supplies[0].Status, packed.IsComplete));
        Assert.Equal(3, (await _morning.Process(options).GetLabelsAsync(packed, cancellationToken: Cancel)).Orders.Stickers.Count);

        // While it is packed, a buyer cancels.
        (Market.Orders[2].WbStatus, Market.Orders[2].SupplyId) = (WbStatus.CanceledByClient, null);
        HandOverResult gone = await ResumeAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Cancelled, HandOverOutcome.HandedOver], gone.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task A_supply_that_somebody_has_deleted_is_made_anew()
    {
        Market.Add(2);
        Market.Fault = (call, _) => call.StartsWith("add", StringComparison.Ordinal) ? FakeFault.KilledBefore : FakeFault.None;
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(new HandOverOptions()));
        Market.Fault = (_, _) => FakeFault.None;
        Market.Supplies.Remove("WB-GI-2");
        HandOverResult result = await ResumeAsync(new HandOverOptions());
        Assert.Equal((2, "WB-GI-3"), (result.HandedOver.Count, result.Supplies[0].SupplyId));
    }

    [Fact]
    public async Task What_was_left_when_somebody_closed_the_supply_goes_in_another_one()
    {
        Market.Add(150);
        int adds = 0;
        Market.AfterCall = call =>
        {
            if (call.StartsWith("add", StringComparison.Ordinal) && adds++ == 0)
            {
                Market.Supplies["WB-GI-2"].IsDone = true;
                foreach (long id in Market.OrdersOf("WB-GI-2"))
                    Market.Orders[id].SupplierStatus = SupplierStatus.Complete;
            }
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(150, result.HandedOver.Count);
        Assert.Equal([("WB-GI-2", 100), ("WB-GI-3", 50)], result.Supplies.Select(supply => (supply.SupplyId!, supply.OrderIds.Count)));
        Assert.All(result.Supplies, supply => Assert.Equal(HandOverSupplyStatus.HandedOver, supply.Status));
    }

    [Fact]
    public async Task Orders_that_somebody_takes_out_or_puts_in_are_told()
    {
        Market.Add(3);
        FakeSupply other = Market.AddSupply("another");
        Market.AfterCall = call =>
        {
            if (!call.StartsWith("add", StringComparison.Ordinal))
                return;
            Market.Orders[1].SupplyId = other.Id;
            Market.Add(new FakeOrder { Id = 99, SupplierStatus = SupplierStatus.Confirm, SupplyId = Market.Orders[2].SupplyId });
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.Unknown, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("Somebody has taken it out of the supply (WB has it as confirm, waiting).", result.Rows[0].Reason);
        Assert.Equal([99], result.Supplies[0].OtherOrderIds);
    }

    [Fact]
    public async Task Of_two_processes_the_one_that_came_first_sends_nothing_more()
    {
        Market.Add(2);
        FbsHandOver second = _morning.Process(new HandOverOptions());
        HandOverResult? taken = null;
        bool isTaken = false;
        Market.AfterCall = call =>
        {
            if (call != "create" || isTaken)
                return;
            isTaken = true;
            taken = second.ResumeAsync(Morning.Name, cancellationToken: Cancel).GetAwaiter().GetResult();
        };
        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => RunAsync(new HandOverOptions()));
        Assert.Equal(2, taken!.HandedOver.Count);

        // The second has found what the first one made.
        Assert.Equal(["!create", "!add 1,2 to WB-GI-2", "!deliver WB-GI-2"], Writes);
    }

    [Fact]
    public async Task A_name_stands_for_the_same_orders_until_it_is_forgotten()
    {
        Market.Add(3);
        await RunAsync(new HandOverOptions(), [Market.Orders[1].Described()]);
        int writes = Writes.Count();
        Assert.Equal(HandOverOutcome.HandedOver, (await RunAsync(new HandOverOptions(), [Market.Orders[1].Described()])).Rows[0].Outcome);
        await Assert.ThrowsAsync<ArgumentException>("name", () => RunAsync(new HandOverOptions(), [Market.Orders[2].Described()]));
        Assert.Equal(writes, Writes.Count());
        Assert.Single((await _morning.Process().FindAsync(Morning.Name, Cancel))!.HandedOver);
        Assert.True(await _morning.Process().ForgetAsync(Morning.Name, Cancel));
        Assert.False(await _morning.Process().ForgetAsync(Morning.Name, Cancel));
        Assert.Null(await _morning.Process().FindAsync(Morning.Name, Cancel));
        Assert.Null(await _morning.Process().ResumeAsync(Morning.Name, cancellationToken: Cancel));
        Assert.Single((await RunAsync(new HandOverOptions(), [Market.Orders[2].Described()])).HandedOver);
    }

    [Fact]
    public async Task A_refusal_of_the_token_ends_it_and_says_what_is_known()
    {
        Market.Add(2);
        Market.Fault = (call, _) => call.StartsWith("add", StringComparison.Ordinal) ? FakeFault.Forbidden : FakeFault.None;
        WildberriesAccessException error = await Assert.ThrowsAsync<WildberriesAccessException>(() => RunAsync(new HandOverOptions()));
        HandOverResult known = error.GetHandOverResult()!;
        Assert.Equal((2, "WB-GI-2", HandOverSupplyStatus.Open), (known.Pending.Count, known.Supplies[0].SupplyId, known.Supplies[0].Status));
        Assert.Null(new WildberriesApiException("another").GetHandOverResult());
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_more_is_sent_and_going_on_begins_there()
    {
        Market.MarkingCheckTime = TimeSpan.FromMinutes(30);
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverOrder[] orders = [Market.Orders[1].Described(OrderMarkingCodes.Sgtins(1, "0104600000000011215A")), Market.Orders[2].Described()];
        WildberriesTimeoutException error = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => RunAsync(new HandOverOptions { MaxWait = TimeSpan.FromMinutes(5) }, orders));
        Assert.Equal((2, TimeSpan.FromMinutes(5), Delivery.NotSent), (error.GetHandOverResult()!.InSupply.Count, error.Timeout, error.Delivery));
        Assert.Equal(2, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public async Task Labels_come_in_the_order_of_the_orders_with_the_boxes_and_the_QR_codes()
    {
        Market.Add(4, id => new FakeOrder { Id = id, CrossBorderType = id == 4 ? CrossBorderType.CrossBorder : CrossBorderType.Local });
        Market.Orders[3].WbStatus = WbStatus.DeclinedByClient;
        var options = new HandOverOptions
        {
            BoxCount = supply => supply.CrossBorderType == CrossBorderType.Local ? 1 : 0,
            Labels = new StickerOptions { Format = StickerFormat.Png, Size = StickerSize.Width40Height30 },
        };
        HandOverResult result = await RunAsync(options, [Market.Orders[2].Described(), Market.Orders[3].Described(), Market.Orders[4].Described(), Market.Orders[1].Described()]);
        HandOverLabels labels = result.Labels!;
        Assert.Equal([2, 1], labels.Orders.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([4], labels.CrossBorderOrders.Missing);
        Assert.Equal(result.Supplies[0].BoxIds, labels.Boxes.Stickers.Select(sticker => sticker.Id));
        Assert.Equal(result.Supplies.Select(supply => supply.SupplyId), labels.Supplies.Stickers.Select(sticker => sticker.Id));
        Assert.Equal("QR"u8.ToArray(), labels.Supplies.Stickers[0].Content.ToArray());
        Assert.Contains("stickers 2,1 png 40x30", Market.Calls);
        Assert.Null((await _morning.Process().FindAsync(Morning.Name, Cancel))!.Labels);
    }

    [Fact]
    public async Task A_failure_of_the_labels_takes_nothing_back()
    {
        Market.Add(1);
        Market.Fault = (call, _) => call.StartsWith("qr", StringComparison.Ordinal) ? FakeFault.ServerError : FakeFault.None;
        WildberriesServerException error = await Assert.ThrowsAsync<WildberriesServerException>(() => RunAsync(new HandOverOptions { Labels = new StickerOptions() }));
        Assert.Single(error.GetHandOverResult()!.HandedOver);
    }

    [Fact]
    public async Task A_thousand_orders_with_long_codes_fit_into_the_store_part_by_part()
    {
        Market.Add(1_000, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverOrder[] orders =
        [
            .. Market.Orders.Values.Select(order => order.Described(
                OrderMarkingCodes.Sgtins(order.Id, Enumerable.Range(0, 24).Select(unit => new string('\u001d', 130) + FormattableString.Invariant($"{unit:00}"))))),
        ];
        HandOverResult result = await RunAsync(new HandOverOptions(), orders);
        Assert.Equal(1_000, result.HandedOver.Count);
        Assert.Equal(24, Market.Orders[777].Codes[MarkingCodeKind.Sgtin].Codes.Count);
    }

    [Fact]
    public async Task It_tells_what_happens_while_it_happens()
    {
        Market.Add(2);
        var reports = new List<HandOverResult>();
        HandOverResult result = await _morning.Process(new HandOverOptions { SupplyName = "Утренняя" }).HandOverAsync(
            Morning.Name, Market.Orders.Values.Select(order => order.Described()), new Reports(reports.Add), Cancel);
        Assert.Equal(2, result.HandedOver.Count);
        Assert.StartsWith("Утренняя [", Market.Supplies["WB-GI-2"].Name, StringComparison.Ordinal);
        Assert.Equal([2, 0], new[] { reports[0], reports[^1] }.Select(report => report.Pending.Count));
        Assert.Equal("2 orders in 1 supply: 2 handed over, 0 in supply, 0 refused, 0 set aside, 0 cancelled, 0 unknown, 0 pending", reports[^1].ToString());
    }

    [Fact]
    public async Task A_supply_within_Russia_without_shipping_parameters_is_told_and_not_sent()
    {
        Market.NeedsShipping = true;
        Market.Add(2);
        Market.Add(new FakeOrder { Id = 3, CrossBorderType = CrossBorderType.CrossBorder });
        HandOverOrder[] orders = [.. Market.Orders.Values.Select(order => order.Described() with { IsWithinRussia = order.Id != 3 })];
        Assert.Equal([true, false], (await _morning.Process(new HandOverOptions()).PlanAsync(orders, Cancel)).Supplies.Select(supply => supply.LacksShipping));
        Assert.Equal([false, false], (await _morning.Process(new HandOverOptions { Shipping = _ => Morning.Shipping }).PlanAsync(orders, Cancel)).Supplies.Select(supply => supply.LacksShipping));

        Market.NeedsShipping = false;
        HandOverResult result = await RunAsync(new HandOverOptions(), orders);
        Assert.Equal("WB demands shipping parameters of supplies from Russia to Russia, and there are none.", result.Supplies[0].Reason);
        Assert.Equal((2, 1), (result.InSupply.Count, result.HandedOver.Count));
        Assert.DoesNotContain("!deliver WB-GI-2", Writes);

        // Somebody sets them in WB's portal.
        Market.Supplies["WB-GI-2"].Shipping = new ShippingMethod { SupplyId = "WB-GI-2", ShippingPointId = 507, Date = new DateOnly(2026, 12, 1), Type = ShippingType.SelfShipping };
        Assert.Equal(3, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public void Orders_sold_in_roubles_within_the_country_are_known_to_go_from_Russia_to_Russia()
    {
        foreach ((int? currency, int? own, CrossBorderType type, bool isWithin) in new (int?, int?, CrossBorderType, bool)[]
        {
            (643, 643, CrossBorderType.Local, true),
            (933, 643, CrossBorderType.Local, false),
            (643, 417, CrossBorderType.Local, false),
            (643, null, CrossBorderType.Local, false),
            (643, 643, CrossBorderType.CrossBorder, false),
        })
        {
            Assert.Equal(isWithin, HandOverOrder.From(new Sdk.FbsOrders.NewFbsOrder { CurrencyCode = currency, ConvertedCurrencyCode = own, CrossBorderType = type }).IsWithinRussia);
            Assert.Equal(isWithin, HandOverOrder.From(new Sdk.FbsOrders.FbsOrder { CurrencyCode = currency, ConvertedCurrencyCode = own, CrossBorderType = type }).IsWithinRussia);
        }
    }

    [Fact]
    public async Task The_time_for_it_ends_the_wait_for_orders_that_may_still_come()
    {
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        Market.Verdicts["0104600000000011215X"] = MarkingDecision.SgtinNotFound;
        await RunAsync(new HandOverOptions { SetsAside = false }, [Market.Orders[1].Described(), Market.Orders[2].Described(OrderMarkingCodes.Sgtins(2, "0104600000000011215X"))]);
        const string Key = "fbs-hand-over/" + Morning.Name;
        StoredState stored = (await _morning.Inner.ReadAsync("seller", Key, Cancel))!;
        HandOverState state = JsonSerializer.Deserialize(stored.Value.Span, HandOverStateJsonContext.Default.HandOverState)!;
        state.Supplies[0].Unanswered = UnansweredCalls.AddOrders;
        await _morning.Inner.TryWriteAsync("seller", Key, JsonSerializer.SerializeToUtf8Bytes(state, HandOverStateJsonContext.Default.HandOverState), stored.Version, Cancel);

        DateTimeOffset before = _morning.Clock.GetUtcNow();
        var options = new HandOverOptions { MaxSendTime = TimeSpan.FromHours(6), MaxWait = TimeSpan.FromMinutes(10) };
        await Assert.ThrowsAsync<WildberriesTimeoutException>(() => ResumeAsync(options));
        Assert.InRange(_morning.Clock.GetUtcNow() - before, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
    }

    [Theory]
    [InlineData(nameof(FakeFault.ServerError))]
    [InlineData(nameof(FakeFault.Throttled))]
    public async Task Labels_outlast_a_failure_of_each_call(string fault)
    {
        Market.Add(4);
        HashSet<string> failed = [];
        Market.Fault = (call, _) => (call.Contains("stickers", StringComparison.Ordinal) || call.StartsWith("qr", StringComparison.Ordinal)) && failed.Add(call.Split(' ')[0]) ? Enum.Parse<FakeFault>(fault) : FakeFault.None;
        HandOverResult result = await RunAsync(new HandOverOptions { Labels = new StickerOptions(), BoxCount = _ => 1 });
        Assert.Equal((4, 1, 1), (result.Labels!.Orders.Stickers.Count, result.Labels.Boxes.Stickers.Count, result.Labels.Supplies.Stickers.Count));
        Assert.Equal(["box", "qr", "stickers"], failed.Order());
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        foreach (HandOverOptions options in (HandOverOptions[])
        [
            new() { MaxMarkingWait = TimeSpan.FromSeconds(-1) },
            new() { PollInterval = TimeSpan.Zero },
            new() { MaxSendTime = TimeSpan.FromDays(2) },
            new() { MaxWait = TimeSpan.FromDays(32) },
        ])
        {
            Assert.Throws<ArgumentOutOfRangeException>("options", () => _morning.Process(options));
        }

        Assert.Throws<ArgumentException>("options", () => _morning.Process(new HandOverOptions { SupplyName = new string('x', 81) }));
        Assert.Throws<ArgumentException>("options", () => _morning.Process(new HandOverOptions { Labels = new StickerOptions { Format = StickerFormat.Pdf } }));
    }

    private Task<HandOverResult> RunAsync(HandOverOptions options, IReadOnlyList<HandOverOrder>? orders = null) =>
        _morning.Process(options).HandOverAsync(Morning.Name, orders ?? [.. Market.Orders.Values.Select(order => order.Described())], cancellationToken: Cancel);

    private async Task<HandOverResult> ResumeAsync(HandOverOptions options) => (await _morning.Process(options).ResumeAsync(Morning.Name, cancellationToken: Cancel))!;

    private sealed class Reports(Action<HandOverResult> report) : IProgress<HandOverResult>
    {
        public void Report(HandOverResult value) => report(value);
    }
}
