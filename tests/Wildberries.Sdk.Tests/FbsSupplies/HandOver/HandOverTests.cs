using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>Orders on their way from new to handed over, and what may come between. Cuts and processes that die: <see cref="HandOverCutTests"/>.</summary>
public sealed class HandOverTests
{
    private const string Sgtin = "0104600000000011215A";

    private readonly Morning _morning = new();

    public HandOverTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private IEnumerable<string> Writes => Market.Calls.Where(call => call[0] == '!');

    [Fact]
    public async Task Orders_go_in_batches_of_a_hundred_and_each_call_of_the_house_is_needed()
    {
        Market.Add(250);
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(250, result.HandedOver.Count);
        Assert.Equal(["!create", "!add", "!add", "!add", "!deliver"], Writes.Select(call => call.Split(' ')[0]));
        Assert.Equal([100, 100, 50], Writes.Where(call => call.StartsWith("!add", StringComparison.Ordinal)).Select(call => call.Split(' ')[1].Split(',').Length));
        Assert.Equal(["statuses", "statuses", "statuses", "statuses", "order-ids", "meta", "meta", "meta", "order-ids", "statuses", "supply", "order-ids", "statuses"], Market.Calls.Where(call => call[0] != '!').Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task An_order_of_another_supply_stays_there_unless_it_is_to_be_moved()
    {
        Market.Add(2);
        FakeSupply other = Market.AddSupply("another");
        (Market.Orders[2].SupplierStatus, Market.Orders[2].SupplyId) = (SupplierStatus.Confirm, other.Id);
        HandOverResult result = await RunAsync(new HandOverOptions(), "first");
        Assert.Equal((HandOverOutcome.Refused, other.Id), (result.Rows[1].Outcome, Market.Orders[2].SupplyId));
        Assert.Contains("another supply", result.Rows[1].Reason, StringComparison.Ordinal);

        HandOverResult moved = await _morning.Process(new HandOverOptions { MovesOrders = true }).HandOverAsync("second", [Market.Orders[2].Described()], cancellationToken: Cancel);
        Assert.Equal((HandOverOutcome.HandedOver, moved.Supplies[0].SupplyId), (moved.Rows[0].Outcome, Market.Orders[2].SupplyId));
    }

    [Fact]
    public async Task What_is_known_to_be_in_a_supply_is_refused_before_anything_is_asked()
    {
        Market.Add(1);
        HandOverPlan plan = await _morning.Process().PlanAsync([Market.Orders[1].Described() with { SupplyId = "WB-GI-77" }], Cancel);
        Assert.Equal("it is in the supply WB-GI-77 already", Assert.Single(plan.Refused).Reason);
        Assert.Empty(Market.Calls);
    }

    [Fact]
    public async Task An_order_that_somebody_takes_just_before_is_left_to_them()
    {
        Market.Add(3);
        FakeSupply other = Market.AddSupply("another");
        Market.AfterCall = call =>
        {
            if (call == "create")
                (Market.Orders[2].SupplierStatus, Market.Orders[2].SupplyId) = (SupplierStatus.Confirm, other.Id);
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Refused, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal(other.Id, Market.Orders[2].SupplyId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_spoils_its_batch_is_found_and_all_others_go(bool keepsHalf)
    {
        Market.KeepsHalfOfRefusedBatch = keepsHalf;
        Market.Add(100);
        Market.Orders[42].IsStubborn = true;
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(99, result.HandedOver.Count);
        HandOverRow refused = Assert.Single(result.Refused);
        Assert.Equal((42, "WB refuses it: FailedToAddSupplyOrder"), (refused.OrderId, refused.Reason));

        // By halves: each refusal costs ten requests.
        Assert.InRange(Writes.Count(call => call.StartsWith("!add", StringComparison.Ordinal)), 2, 15);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_buyer_who_cancels_on_the_way_stops_nobody_else(bool staysInSupply)
    {
        Market.Add(3, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        Market.AfterCall = call =>
        {
            if (call.StartsWith("set", StringComparison.Ordinal))
                (Market.Orders[2].WbStatus, Market.Orders[2].SupplyId) = (WbStatus.CanceledByClient, staysInSupply ? Market.Orders[2].SupplyId : null);
        };
        HandOverResult result = await RunAsync(new HandOverOptions(), orders: [Market.Orders[1].Described(Code(1)), Market.Orders[2].Described(), Market.Orders[3].Described()]);
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Cancelled, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Contains("canceled_by_client", result.Rows[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supply_that_no_order_is_left_for_is_deleted_again()
    {
        Market.Add(2);
        Market.AfterCall = call =>
        {
            if (call.StartsWith("add", StringComparison.Ordinal))
            {
                foreach (FakeOrder order in Market.Orders.Values)
                    (order.WbStatus, order.SupplyId) = (WbStatus.CanceledByClient, null);
            }
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(2, result.Cancelled.Count);
        Assert.Equal(HandOverSupplyStatus.NotNeeded, Assert.Single(result.Supplies).Status);
        Assert.DoesNotContain(Market.Supplies.Values, supply => supply.Name.Contains("утро", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_WB_still_checks_when_the_time_is_over_is_set_aside()
    {
        Market.MarkingCheckTime = TimeSpan.FromHours(1);
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverResult result = await RunAsync(
            new HandOverOptions { MaxMarkingWait = TimeSpan.FromMinutes(10) }, orders: [Market.Orders[1].Described(Code(1)), Market.Orders[2].Described()]);
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB still checks it after 00:10:00", result.Rows[0].Reason);
    }

    [Fact]
    public async Task Where_nothing_is_set_aside_the_supply_waits_and_goes_when_the_code_is_right()
    {
        Market.Verdicts[Sgtin] = MarkingDecision.SgtinNotFound;
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        var options = new HandOverOptions { SetsAside = false };
        HandOverResult result = await RunAsync(options, orders: [Market.Orders[1].Described(Code(1)), Market.Orders[2].Described()]);
        Assert.Equal((2, HandOverSupplyStatus.Failed, false), (result.InSupply.Count, result.Supplies[0].Status, result.IsComplete));
        Assert.Equal(["sgtin: WB found sgtinNotFound", "1 of its orders cannot go; each says why."], result.Rows.Select(row => row.Reason));

        Market.Verdicts.Clear();
        HandOverResult gone = (await _morning.Process(options).ResumeAsync(Morning.Name, cancellationToken: Cancel))!;
        Assert.Equal((2, HandOverSupplyStatus.HandedOver, true), (gone.HandedOver.Count, gone.Supplies[0].Status, gone.IsComplete));
        Assert.All(gone.Rows, row => Assert.Null(row.Reason));
    }

    [Fact]
    public async Task A_code_that_WB_does_not_take_sets_its_order_aside_with_WBs_words()
    {
        Market.Add(2);
        HandOverResult result = await RunAsync(
            new HandOverOptions(), orders: [Market.Orders[1].Described(Code(1)) with { OptionalMarkings = null }, Market.Orders[2].Described()]);
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB refuses it: MetaKeyNotRequired", result.Rows[0].Reason);
    }

    [Fact]
    public async Task That_WB_said_so_is_not_enough()
    {
        Market.Add(4, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HashSet<string> seen = [];
        Market.Fault = (call, _) => call != "create" && !call.StartsWith("shipping", StringComparison.Ordinal) && seen.Add(call.Split(' ')[0] + call.Contains("boxes", StringComparison.Ordinal))
            ? FakeFault.SaidAndNotDone : FakeFault.None;
        HandOverResult result = await RunAsync(
            new HandOverOptions(), orders: [Market.Orders[1].Described(Code(1)), .. Market.Orders.Values.Skip(1).Select(order => order.Described())]);
        Assert.Equal(4, result.HandedOver.Count);
        Assert.Equal(["!create", "!add", "!add", "!set", "!set", "!deliver", "!deliver"], Writes.Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task What_WB_says_again_and_again_and_never_does_is_told()
    {
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        Market.Fault = (call, _) => call.StartsWith("set", StringComparison.Ordinal) ? FakeFault.SaidAndNotDone : FakeFault.None;
        HandOverResult marked = await RunAsync(new HandOverOptions(), "first", [Market.Orders[1].Described(Code(1)), Market.Orders[2].Described()]);
        Assert.Equal(
            [(HandOverOutcome.SetAside, "sgtin: WB says that it took the code, and does not have it"), (HandOverOutcome.HandedOver, null)], marked.Rows.Select(row => (row.Outcome, row.Reason)));

        Market.Add(new FakeOrder { Id = 3 });
        Market.Fault = (call, _) => call.StartsWith("add", StringComparison.Ordinal) ? FakeFault.SaidAndNotDone : FakeFault.None;
        HandOverResult lost = await RunAsync(new HandOverOptions(), "second", [Market.Orders[3].Described()]);
        Assert.Equal((HandOverOutcome.Unknown, "WB says that it took it into the supply, and does not have it there."), (lost.Rows[0].Outcome, lost.Rows[0].Reason));

        Market.Add(new FakeOrder { Id = 4 });
        Market.Fault = (call, _) => call.StartsWith("deliver", StringComparison.Ordinal) ? FakeFault.SaidAndNotDone : FakeFault.None;
        HandOverResult open = await RunAsync(new HandOverOptions(), "third", [Market.Orders[4].Described()]);
        Assert.Equal((HandOverOutcome.InSupply, "WB answered that it is handed over, and has it open."), (open.Rows[0].Outcome, open.Supplies[0].Reason));
    }

    [Fact]
    public async Task A_decision_that_is_newer_than_this_goes_unless_WB_refuses_the_supply_for_it()
    {
        Market.Verdicts[Sgtin] = MarkingDecision.From("sgtinPraised");
        Market.Verdicts["0104600000000011215B"] = MarkingDecision.From("sgtinCursed");
        Market.NewRefusals.Add(MarkingDecision.From("sgtinCursed"));
        Market.Add(3, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverResult good = await RunAsync(new HandOverOptions(), "good", [Market.Orders[1].Described(Code(1))]);
        Assert.Single(good.HandedOver);
        HandOverResult bad = await RunAsync(new HandOverOptions(), "bad", [Market.Orders[2].Described(Code(2, "0104600000000011215B")), Market.Orders[3].Described()]);
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver], bad.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB found sgtinCursed", bad.Rows[0].Reason);
    }

    [Fact]
    public async Task Orders_that_all_cannot_go_wait_where_they_are()
    {
        Market.Verdicts[Sgtin] = MarkingDecision.SgtinEmitted;
        Market.Add(2, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverResult result = await RunAsync(new HandOverOptions(), orders: [Market.Orders[1].Described(Code(1)), Market.Orders[2].Described(Code(2))]);
        Assert.Equal(2, result.SetAside.Count);
        HandOverSupply supply = Assert.Single(result.Supplies);
        Assert.Equal((HandOverSupplyStatus.Failed, "No order in it can be handed over."), (supply.Status, supply.Reason));
        Assert.True(result.IsComplete);

        // Going on tries again, here after WB has passed the codes.
        Market.Verdicts.Clear();
        HandOverResult gone = (await _morning.Process(new HandOverOptions()).ResumeAsync(Morning.Name, cancellationToken: Cancel))!;
        Assert.Equal((2, HandOverSupplyStatus.HandedOver), (gone.HandedOver.Count, gone.Supplies[0].Status));
        Assert.All(gone.Rows, row => Assert.Null(row.Reason));
    }

    [Fact]
    public async Task Where_WB_refuses_everything_it_is_not_asked_about_each_order_alone()
    {
        Market.Add(1_000, id => new FakeOrder { Id = id, IsStubborn = true });
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(1_000, result.Refused.Count);
        Assert.InRange(Writes.Count(call => call.StartsWith("!add", StringComparison.Ordinal)), 100, 130);
        Assert.Equal("WB refuses it: FailedToAddSupplyOrder", result.Rows[0].Reason);
        Assert.Equal("WB refuses it: FailedToAddSupplyOrder. It was not tried without the 99 others: WB has refused 110 calls already", result.Rows[999].Reason);
    }

    [Fact]
    public async Task All_supplies_wait_for_WBs_check_at_the_same_time()
    {
        Market.MarkingCheckTime = TimeSpan.FromMinutes(30);
        Market.Add(6, id => new FakeOrder { Id = id, WarehouseId = id, Optional = [MarkingCodeKind.Sgtin] });
        DateTimeOffset start = _morning.Clock.GetUtcNow();
        HandOverResult result = await RunAsync(new HandOverOptions(), orders: [.. Market.Orders.Values.Select(order => order.Described(Code(order.Id)))]);
        Assert.Equal(6, result.HandedOver.Count);
        Assert.InRange(_morning.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(32));
    }

    [Fact]
    public async Task One_wait_for_WBs_check_is_all_that_any_supply_gets()
    {
        Market.MarkingCheckTime = TimeSpan.FromHours(5);
        Market.Add(8, id => new FakeOrder { Id = id, WarehouseId = 1 + (id % 4), Optional = [MarkingCodeKind.Sgtin] });
        HandOverResult result = await RunAsync(
            new HandOverOptions(), orders: [.. Market.Orders.Values.Select(order => order.Id <= 4 ? order.Described(Code(order.Id)) : order.Described())]);
        Assert.Equal((4, 4), (result.SetAside.Count, result.HandedOver.Count));
    }

    [Fact]
    public async Task Codes_that_WB_would_refuse_are_told_before_anything_is_sent()
    {
        Market.Add(new FakeOrder { Id = 1, Optional = [MarkingCodeKind.Uin] });
        Market.Add(new FakeOrder { Id = 2, Required = [MarkingCodeKind.Imei] });
        Market.Add(new FakeOrder { Id = 3, Optional = [MarkingCodeKind.Expiration] });
        Market.Add(new FakeOrder { Id = 4, Optional = [MarkingCodeKind.Expiration] });
        Market.Add(new FakeOrder { Id = 5, Optional = [MarkingCodeKind.Uin] });
        Market.Add(new FakeOrder { Id = 6, Optional = [MarkingCodeKind.OriginCountryCode] });
        HandOverPlan plan = await _morning.Process().PlanAsync(
            [
                Market.Orders[1].Described(Code(1)),
                Market.Orders[2].Described(OrderMarkingCodes.Imei(2, "123")),
                Market.Orders[3].Described(OrderMarkingCodes.Expiration(3, new DateOnly(2026, 12, 27))),
                Market.Orders[4].Described(new OrderMarkingCodes { OrderId = 4, Kind = MarkingCodeKind.Expiration, Codes = ["2027-01-01"] }),
                Market.Orders[5].Described(new OrderMarkingCodes { OrderId = 5, Kind = MarkingCodeKind.Uin, Codes = ["1234567890123456", "1234567890123457"] }),
                Market.Orders[6].Described(new OrderMarkingCodes { OrderId = 6, Kind = MarkingCodeKind.OriginCountryCode, Codes = ["643"] }),
            ],
            Cancel);
        string[] reasons = [.. plan.Refused.Select(row => row.Reason!)];
        Assert.Equal("this order takes no sgtin code", reasons[0]);
        Assert.StartsWith("imei: ", reasons[1], StringComparison.Ordinal);
        Assert.Contains("15", reasons[1], StringComparison.Ordinal);
        Assert.DoesNotContain("123", reasons[1], StringComparison.Ordinal);
        Assert.Equal("expiration: The day of expiry is 2026-12-27; WB takes 2026-12-28 and later, 30 days ahead.", reasons[2]);
        Assert.Equal("expiration: The day of expiry is not written as dd.MM.yyyy.", reasons[3]);
        Assert.Equal("uin: There are 2 codes of the kind uin; WB takes one for an order.", reasons[4]);
        Assert.Equal("originCountryCode: No operation sets it.", reasons[5]);
        Assert.Empty(Market.Calls);
        Assert.Empty(plan.Supplies);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_at_WB_or_in_the_store()
    {
        Market.Add(4, id => new FakeOrder { Id = id, WarehouseId = 1 + (id % 2) });
        Market.Orders[4].WbStatus = WbStatus.DeclinedByClient;
        HandOverPlan plan = await _morning.Process(new HandOverOptions()).PlanAsync([.. Market.Orders.Values.Select(order => order.Described())], Cancel);
        Assert.Equal([(2L, "1,3"), (1L, "2")], plan.Supplies.Select(supply => (supply.WarehouseId, string.Join(',', supply.OrderIds))));
        Assert.Equal((4, HandOverOutcome.Cancelled), (plan.Refused[0].OrderId, plan.Refused[0].Outcome));
        Assert.Equal("3 orders in 2 supplies, 1 refused", plan.ToString());
        Assert.Empty(Writes);
        Assert.Equal(0, _morning.Store.Writes);
    }

    [Fact]
    public void Rows_that_are_no_orders_are_refused_at_once()
    {
        FakeOrder order = Market.Add(1)[0];
        foreach ((HandOverOrder[] rows, string words) in new (HandOverOrder[], string)[]
        {
            ([order.Described(), order.Described()], "Row 1 (order 1): row 0 has the same order already"),
            ([order.Described() with { OrderId = 0 }], "the order's number is not positive"),
            ([order.Described() with { WarehouseId = -4 }], "the warehouse is -4"),
            ([order.Described() with { CargoType = CargoType.None }], "no cargo type"),
            ([order.Described(Code(7))], "of another order"),
            ([order.Described(Code(1), Code(1))], "of one kind twice"),
        })
        {
            ArgumentException error = Assert.Throws<ArgumentException>("orders", () => { _ = _morning.Process().PlanAsync(rows, Cancel); });
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Market.Calls);
    }

    [Fact]
    public async Task An_order_of_WBs_own_models_is_taken_over_with_what_they_tell()
    {
        OrderMarkingCodes code = Code(5);
        HandOverOrder order = HandOverOrder.From(
            new NewFbsOrder
            {
                Id = 5,
                WarehouseId = 7,
                CargoType = CargoType.Large,
                CrossBorderType = CrossBorderType.CrossBorder,
                IsPickupPointShipmentAllowed = false,
                RequiredMarkings = [MarkingCodeKind.Sgtin],
                OptionalMarkings = [MarkingCodeKind.Uin],
            },
            [code, Code(6)]);
        Assert.Equal((5, 7, CargoType.Large, CrossBorderType.CrossBorder, false, null), (order.OrderId, order.WarehouseId, order.CargoType, order.CrossBorderType, order.IsPickupPointShipmentAllowed, order.SupplyId));
        Assert.Equal([code], order.MarkingCodes);
        Assert.Equal([MarkingCodeKind.Uin], order.OptionalMarkings);
        Assert.DoesNotContain(Sgtin, order.ToString(), StringComparison.Ordinal);

        HandOverOrder known = HandOverOrder.From(new FbsOrder { Id = 6, WarehouseId = 7, CargoType = CargoType.Small, SupplyId = "WB-GI-9" });
        Assert.Equal((6, "WB-GI-9", null), (known.OrderId, known.SupplyId, known.OptionalMarkings));
        Assert.Equal("it is in the supply WB-GI-9 already", (await _morning.Process().PlanAsync([known], Cancel)).Refused[0].Reason);
    }

    private static OrderMarkingCodes Code(long orderId, string code = Sgtin) => OrderMarkingCodes.Sgtins(orderId, code);

    private Task<HandOverResult> RunAsync(HandOverOptions options, string name = Morning.Name, IReadOnlyList<HandOverOrder>? orders = null) =>
        _morning.Process(options).HandOverAsync(name, orders ?? [.. Market.Orders.Values.Select(order => order.Described())], cancellationToken: Cancel);
}
