using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>Answers of WB's that are wrong, short or late: nothing is given up, made twice or handed over because of one.</summary>
public sealed class HandOverAnswerTests
{
    private const string Good = "0104600000000011215A";
    private const string Bad = "0104600000000011215X";

    private static readonly HandOverOptions Packing = new() { Deliver = false };

    private readonly Morning _morning = new();

    public HandOverAnswerTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private IEnumerable<string> Writes => Market.Calls.Where(call => call[0] == '!');

    [Fact]
    public async Task A_supply_that_is_not_the_one_that_was_asked_for_is_asked_for_again()
    {
        Market.Add(2);
        int deliveries = 0, supplies = 0;
        Market.Fault = (call, _) => call.StartsWith("deliver", StringComparison.Ordinal) && ++deliveries == 1 ? FakeFault.LostAndNotDone : FakeFault.None;
        Market.Answer = (_, answer) => answer is FbsSupply supply && deliveries == 1 && ++supplies <= 2 ? supply with { Id = "WB-GI-9", IsDone = true } : answer;
        Assert.Equal(2, (await RunAsync(new HandOverOptions())).HandedOver.Count);
        Assert.Equal((2, true), (deliveries, Market.Supplies["WB-GI-2"].IsDone));
    }

    [Theory]
    [InlineData("order-ids WB-GI-2", "WB has the supply WB-GI-2, and does not find what is in it.")]
    [InlineData("supply WB-GI-2", "WB was asked for the supply WB-GI-2, and answered with another one.")]
    public async Task A_supply_of_which_WB_says_two_things_stops_no_other(string what, string reason)
    {
        Market.Add(2, id => new FakeOrder { Id = id, WarehouseId = id });
        Market.Answer = (call, answer) => call != what ? answer : answer is FbsSupply supply ? supply with { Id = "WB-GI-9" } : throw FakeMarketplace.NotFound(what);
        for (int i = 0; i < 2; i++)
        {
            HandOverResult result = i == 0 ? await RunAsync(new HandOverOptions()) : await ResumeAsync(new HandOverOptions());
            Assert.Equal([(HandOverSupplyStatus.Failed, reason), (HandOverSupplyStatus.HandedOver, null)], result.Supplies.Select(supply => (supply.Status, supply.Reason)));
        }

        Market.Answer = null;
        Assert.Equal(2, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public async Task A_supply_that_is_set_aside_and_of_which_WB_says_two_things_stops_no_other()
    {
        AddWithBadCode(3);
        Market.NeedsShipping = true;
        await RunAsync(new HandOverOptions());
        Market.NeedsShipping = false;
        Market.Answer = (call, answer) => call == "order-ids WB-GI-3" ? throw FakeMarketplace.NotFound(call) : answer;
        HandOverResult result = await ResumeAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal((HandOverSupplyStatus.Failed, "WB has the supply WB-GI-3, and does not find what is in it."), (result.Supplies[1].Status, result.Supplies[1].Reason));

        Market.Answer = null;
        result = await ResumeAsync(new HandOverOptions());
        Assert.Equal((HandOverSupplyStatus.Open, null), (result.Supplies[1].Status, result.Supplies[1].Reason));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("empty")]
    [InlineData("not found")]
    public async Task A_list_of_orders_that_is_wrong_once_loses_none(string what)
    {
        var counting = new Morning();
        await counting.WorkAsync(Cancel);
        int lists = counting.Market.Calls.Count(call => call.StartsWith("order-ids", StringComparison.Ordinal));
        for (int at = 0; at < lists; at++)
        {
            var morning = new Morning();
            int list = 0;
            morning.Market.Answer = (_, answer) => answer is SupplyOrderIds ids && list++ == at ? Wrong(ids, what) : answer;
            morning.AssertDone(await morning.WorkAsync(Cancel));
            Assert.Equal(3, morning.Market.Calls.Count(call => call == "!create"));
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("empty")]
    [InlineData("not found")]
    public async Task A_list_that_is_wrong_when_it_goes_on_loses_no_order_and_no_supply(string what)
    {
        // The first call sets order 1 aside, and WB wants shipping parameters for the others.
        AddWithBadCode(4);
        Market.NeedsShipping = true;
        await RunAsync(new HandOverOptions());
        for (int at = 0; at < 6; at++)
        {
            int list = 0;
            Market.Answer = (_, answer) => answer is SupplyOrderIds ids && list++ == at ? Wrong(ids, what) : answer;
            HandOverResult result = await ResumeAsync(new HandOverOptions());
            Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.InSupply, HandOverOutcome.InSupply, HandOverOutcome.InSupply], result.Rows.Select(row => row.Outcome));
            Assert.Equal(["WB-GI-2", "WB-GI-3"], result.Supplies.Select(supply => supply.SupplyId));
        }

        Assert.Equal(2, Writes.Count(call => call == "!create"));
        Assert.DoesNotContain(Writes, call => call.StartsWith("!delete", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(30, true)]
    [InlineData(150, false)]
    [InlineData(150, true)]
    public async Task Boxes_that_WB_has_named_and_does_not_show_yet_are_not_added_again(int seconds, bool isKilled)
    {
        Market.Add(4);
        DateTimeOffset showsAt = DateTimeOffset.MaxValue;
        Market.Answer = (call, answer) =>
        {
            if (call.StartsWith("!add 2 boxes", StringComparison.Ordinal))
                showsAt = _morning.Clock.GetUtcNow().AddSeconds(seconds);
            return answer switch
            {
                BoxesResponse when _morning.Clock.GetUtcNow() < showsAt => new BoxesResponse(),
                BoxesResponse boxes => boxes with { Boxes = [.. boxes.Boxes, .. boxes.Boxes] },
                _ => answer,
            };
        };
        if (isKilled)
            Market.Fault = (call, _) => call.StartsWith("boxes", StringComparison.Ordinal) && showsAt < DateTimeOffset.MaxValue ? FakeFault.KilledBefore : FakeFault.None;
        var options = new HandOverOptions { BoxCount = _ => 2 };
        HandOverResult result = await (isKilled ? KilledAsync() : RunAsync(options));
        if (seconds > 120 && !isKilled)
        {
            Assert.Equal("WB says that it added boxes, and has 0 of 2.", result.Supplies[0].Reason);
            result = await ResumeAsync(options);
        }

        Assert.Equal((4, 2), (result.HandedOver.Count, result.Supplies[0].BoxIds.Count));
        Assert.Equal(Market.Supplies["WB-GI-2"].Boxes, result.Supplies[0].BoxIds);
        Assert.Equal(1, Writes.Count(call => call.Contains("boxes", StringComparison.Ordinal)));

        async Task<HandOverResult> KilledAsync()
        {
            await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(options));
            Market.Fault = (_, _) => FakeFault.None;
            HandOverResult next = await ResumeAsync(options);
            return next.IsComplete ? next : await ResumeAsync(options);
        }
    }

    [Fact]
    public async Task A_box_that_comes_twice_in_the_list_counts_once()
    {
        Market.Add(4);
        await RunAsync(Packing);
        Market.Supplies["WB-GI-2"].Boxes.Add("WB-TRBX-77");
        Market.Answer = (_, answer) => answer is BoxesResponse boxes ? boxes with { Boxes = [.. boxes.Boxes, .. boxes.Boxes] } : answer;
        HandOverResult result = await ResumeAsync(new HandOverOptions { BoxCount = _ => 2 });
        Assert.Equal((4, 2), (result.HandedOver.Count, result.Supplies[0].BoxIds.Count));
        Assert.Contains("!add 1 boxes to WB-GI-2", Writes);
    }

    [Fact]
    public async Task A_box_that_somebody_has_taken_away_is_added_at_last()
    {
        Market.Add(4);
        Market.Fault = (call, _) => call.StartsWith("deliver", StringComparison.Ordinal) ? FakeFault.Refused : FakeFault.None;
        await RunAsync(new HandOverOptions { BoxCount = _ => 1 });
        Market.Supplies["WB-GI-2"].Boxes.Clear();
        Market.Fault = (_, _) => FakeFault.None;
        HandOverOptions more = new() { BoxCount = _ => 2 };
        Assert.Equal("WB says that it added boxes, and has 1 of 2.", (await ResumeAsync(more)).Supplies[0].Reason);
        Assert.Equal(2, (await ResumeAsync(more)).Supplies[0].BoxIds.Count);
        Assert.Equal(2, Market.Supplies["WB-GI-2"].Boxes.Count);
    }

    [Fact]
    public async Task An_order_that_WB_leaves_out_once_is_asked_about_again()
    {
        Market.Add(3);
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderStatusesResponse statuses && asked++ % 2 == 0 ? statuses with { Orders = [.. statuses.Orders.Skip(1), new FbsOrderStatus()] } : answer;
        Assert.Equal(3, (await RunAsync(new HandOverOptions())).HandedOver.Count);
        Assert.Empty((await _morning.Process(new HandOverOptions { MovesOrders = true }).PlanAsync([Described(1)], Cancel)).Supplies);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_order_that_WB_does_not_tell_of_is_unknown_and_tried_once_more(int first)
    {
        Market.Add(3);
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderStatusesResponse statuses && asked++ >= first ? statuses with { Orders = [.. statuses.Orders.Where(status => status.Id != 2)] } : answer;
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Unknown, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("WB does not tell of it: it may be another seller's, or WB tells of it later", result.Rows[1].Reason);
        Assert.Null(Market.Orders[2].SupplyId);

        Market.Answer = null;
        Assert.Equal(3, (await RunAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public void A_clock_that_is_set_makes_no_wait_longer_or_shorter()
    {
        var start = new DateTimeOffset(2026, 11, 28, 6, 0, 0, TimeSpan.Zero);
        var clock = new SetClock { UtcNow = start };
        var calls = new HandOverCalls(null, clock);
        clock.Elapsed = TimeSpan.FromMinutes(1);
        clock.UtcNow = start.AddDays(3);
        Assert.Equal(start.AddMinutes(1), calls.Now);
        Assert.Equal(new DateOnly(2026, 12, 1), calls.Today);
    }

    [Theory]
    [InlineData(HandOverOutcome.SetAside, Bad)]
    [InlineData(HandOverOutcome.HandedOver, Good)]
    public async Task A_code_that_WB_is_slow_to_tell_of_has_not_passed(HandOverOutcome outcome, string code)
    {
        AddWithBadCode(3);
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse markings && ++asked is > 2 and < 6 ? markings with { Orders = [.. markings.Orders.Where(order => order.OrderId != 1)] } : answer;
        HandOverResult result = await RunAsync(new HandOverOptions(), Described(1, code), Described(2), Described(3));
        Assert.Equal([outcome, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal(1, Writes.Count(call => call.StartsWith("!deliver", StringComparison.Ordinal)));
        Assert.True(asked > 5);
    }

    [Fact]
    public async Task A_code_that_WB_never_tells_of_keeps_its_order_and_one_without_a_code_goes()
    {
        AddWithBadCode(3);
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse markings ? markings with { Orders = [.. markings.Orders.Where(order => order.OrderId == 3)] } : answer;
        HandOverResult result = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2), Described(3));
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB does not tell whether it has the code", result.Rows[0].Reason);
    }

    [Fact]
    public async Task A_code_that_somebody_has_set_is_not_replaced_because_WB_does_not_tell_of_it()
    {
        AddWithBadCode(2);
        await RunAsync(Packing, Described(1, Good), Described(2));
        Market.Orders[1].Codes[MarkingCodeKind.Sgtin] = (["0104600000000011215Z"], _morning.Clock.GetUtcNow());
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse && asked++ < 4 ? new FbsOrderMarkingsResponse() : answer;
        Assert.Equal(2, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
        Assert.Equal(["0104600000000011215Z"], Market.Orders[1].Codes[MarkingCodeKind.Sgtin].Codes);
        Assert.Equal(1, Writes.Count(call => call.StartsWith("!set", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_WB_refuses_a_supply_for_a_code_the_order_that_it_does_not_tell_of_is_the_one()
    {
        Market.Add(3);
        Market.Orders[1].Required.Add(MarkingCodeKind.Imei);
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse markings ? markings with { Orders = [.. markings.Orders.Where(order => order.OrderId != 1)] } : answer;
        HandOverOrder lacking = Described(1) with { RequiredMarkings = [] };
        HandOverResult result = await RunAsync(new HandOverOptions(), lacking, Described(2), Described(3));
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("WB does not tell of its label identifiers", result.Rows[0].Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Where_WB_refuses_a_supply_for_a_code_what_one_short_answer_leaves_out_is_asked_about_again(int named)
    {
        AddWithBadCode(3);
        Market.Verdicts[Bad] = MarkingDecision.From("sgtinCursed");
        Market.NewRefusals.Add(MarkingDecision.From("sgtinCursed"));
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse markings && Writes.Any(call => call.StartsWith("!deliver", StringComparison.Ordinal)) && ++asked == 2
            ? markings with { Orders = [.. markings.Orders.Take(named)] }
            : answer;
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB found sgtinCursed", result.Rows[0].Reason);
        Assert.True(asked > 2);
    }

    [Fact]
    public async Task Shipping_parameters_that_were_seen_set_after_a_lost_answer_are_set()
    {
        Market.Add(2);
        Market.NeedsShipping = true;
        Market.Fault = (call, _) => call.StartsWith("shipping", StringComparison.Ordinal) ? FakeFault.Lost : FakeFault.None;
        int reads = 0;
        Market.Answer = (_, answer) => answer is FbsSupply supply && Writes.Contains("!shipping WB-GI-2") && ++reads == 2 ? supply with { ShippingPointId = null, ShippingDate = null } : answer;
        HandOverResult result = await RunAsync(new HandOverOptions { Shipping = _ => Morning.Shipping });
        Assert.Equal((2, null), (result.HandedOver.Count, result.Supplies[0].Reason));
        Assert.True(reads > 1);
    }

    [Fact]
    public async Task While_orders_are_waited_for_to_show_nothing_is_reported_that_is_not_new()
    {
        Market.Add(3);
        int reports = 0, lists = 0;
        List<int> known = [];
        Market.Answer = (_, answer) =>
        {
            if (answer is not SupplyOrderIds ids || ++lists > 5)
                return answer;
            known.Add(reports);
            return Wrong(ids, "short");
        };
        await _morning.Process(new HandOverOptions()).HandOverAsync(
            Morning.Name, Market.Orders.Values.Select(order => order.Described()), new Told(() => reports++), Cancel);
        Assert.Equal(5, known.Count);
        Assert.Equal(known[0], known[^1]);
        Assert.True(reports > known[^1]);
    }

    [Fact]
    public async Task An_order_that_may_have_its_code_already_is_not_refused_because_WB_does_not_tell_of_it()
    {
        Market.Add(new FakeOrder { Id = 1, Required = [MarkingCodeKind.Sgtin], SupplierStatus = SupplierStatus.Confirm, SupplyId = Market.AddSupply("old").Id });
        Market.Orders[1].Codes[MarkingCodeKind.Sgtin] = ([Good], _morning.Clock.GetUtcNow());
        int asked = 0;
        Market.Answer = (_, answer) => answer is FbsOrderMarkingsResponse && asked++ == 0 ? new FbsOrderMarkingsResponse() : answer;
        Assert.Single((await RunAsync(new HandOverOptions { MovesOrders = true })).HandedOver);
    }

    [Fact]
    public async Task What_is_set_aside_and_still_shows_in_its_first_supply_is_waited_for()
    {
        AddWithBadCode(3);
        DateTimeOffset leavesAt = DateTimeOffset.MaxValue;
        bool wasThere = false;
        Market.Answer = (call, answer) =>
        {
            if (call == "!add 1 to WB-GI-3")
                leavesAt = _morning.Clock.GetUtcNow().AddMinutes(1);
            return call == "order-ids WB-GI-2" && leavesAt < DateTimeOffset.MaxValue && _morning.Clock.GetUtcNow() < leavesAt ? new SupplyOrderIds { OrderIds = [1, 2, 3] } : answer;
        };
        Market.Fault = (call, _) =>
        {
            wasThere |= call.StartsWith("deliver", StringComparison.Ordinal) && _morning.Clock.GetUtcNow() < leavesAt;
            return FakeFault.None;
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("WB-GI-3", result.Rows[0].SupplyId);
        Assert.False(wasThere);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shipping_parameters_of_which_WB_says_two_things_are_looked_up(bool isSet)
    {
        Market.Add(2);
        Market.NeedsShipping = true;
        Market.Answer = (call, answer) =>
        {
            if (answer is not ShippingMethodsResponse methods)
                return answer;
            if (!isSet)
                Market.Supplies["WB-GI-2"].Shipping = null;
            return methods with { Results = [methods.Results[0] with { Error = new ShippingMethodError { Detail = "the point is closed" } }] };
        };
        HandOverResult result = await RunAsync(new HandOverOptions { Shipping = _ => Morning.Shipping });
        Assert.Equal(isSet ? 2 : 0, result.HandedOver.Count);
        Assert.Equal(isSet ? null : "The shipping parameters could not be set. WB: the point is closed", result.Supplies[0].Reason);
    }

    private static SupplyOrderIds Wrong(SupplyOrderIds ids, string what) => what switch
    {
        "short" => ids with { OrderIds = [.. ids.OrderIds.Skip(1)] },
        "empty" => new SupplyOrderIds(),
        _ => throw FakeMarketplace.NotFound(what),
    };

    private void AddWithBadCode(int count)
    {
        Market.Verdicts[Bad] = MarkingDecision.SgtinNotFound;
        Market.Add(count);
        Market.Orders[1].Optional.Add(MarkingCodeKind.Sgtin);
    }

    private HandOverOrder Described(long id, string? code = null) => Market.Orders[id].Described(code is null ? [] : [OrderMarkingCodes.Sgtins(id, code)]);

    private Task<HandOverResult> RunAsync(HandOverOptions options, params HandOverOrder[] orders) => _morning.Process(options).HandOverAsync(
        Morning.Name, orders is [] ? [.. Market.Orders.Values.Select(order => Described(order.Id, order.Optional.Count > 0 ? Bad : null))] : orders, cancellationToken: Cancel);

    private async Task<HandOverResult> ResumeAsync(HandOverOptions options) => (await _morning.Process(options).ResumeAsync(Morning.Name, cancellationToken: Cancel))!;

    private sealed class Told(Action told) : IProgress<HandOverResult>
    {
        public void Report(HandOverResult value) => told();
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset UtcNow { get; set; }

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => UtcNow;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
