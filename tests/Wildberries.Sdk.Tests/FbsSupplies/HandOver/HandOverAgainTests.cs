using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>A hand-over that is called again under its name, with something mended; and orders that WB wants once more.</summary>
public sealed class HandOverAgainTests
{
    private const string Good = "0104600000000011215A";
    private const string Bad = "0104600000000011215X";

    private static readonly HandOverOptions Packing = new() { Deliver = false };

    private readonly Morning _morning = new();

    public HandOverAgainTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private string[] Writes => [.. Market.Calls.Where(call => call[0] == '!')];

    [Fact]
    public async Task An_order_that_lacked_a_code_goes_with_it_in_the_supply_that_is_still_open()
    {
        AddMarked(2);
        HandOverResult packed = await RunAsync(Packing, Described(1, Good), Described(2));
        Assert.Equal(
            [(HandOverOutcome.InSupply, null), (HandOverOutcome.InSupply, "sgtin: WB requires one, and there is none")], packed.Rows.Select(row => (row.Outcome, row.Reason)));
        Assert.Equal(2, (await _morning.Process(Packing).GetLabelsAsync(packed, cancellationToken: Cancel)).Orders.Stickers.Count);
        HandOverResult gone = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2, "0104600000000011215B"));
        Assert.Equal([(HandOverOutcome.HandedOver, null), (HandOverOutcome.HandedOver, null)], gone.Rows.Select(row => (row.Outcome, row.Reason)));
        Assert.Single(gone.Supplies);
        Assert.Equal(["!create", "!add 1,2 to WB-GI-2", "!set sgtin of 1", "!set sgtin of 2", "!deliver WB-GI-2"], Writes);
    }

    [Fact]
    public async Task What_still_lacks_a_code_when_everything_is_packed_is_set_aside()
    {
        AddMarked(3);
        await RunAsync(Packing, Described(1, Good), Described(2), Described(3));
        Market.Orders[3].Codes[MarkingCodeKind.Sgtin] = (["0104600000000011215C"], _morning.Clock.GetUtcNow());
        HandOverResult? gone = await ResumeAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.SetAside, HandOverOutcome.HandedOver], gone!.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB requires one, and there is none", gone.Rows[1].Reason);
    }

    [Fact]
    public async Task Where_its_supply_is_gone_it_goes_in_another_one()
    {
        AddMarked(2);
        Assert.Single((await RunAsync(new HandOverOptions(), Described(1, Good), Described(2))).HandedOver);
        HandOverResult gone = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2, "0104600000000011215B"));
        Assert.Equal(2, gone.HandedOver.Count);
        Assert.Equal(["WB-GI-2", "WB-GI-3"], gone.Supplies.Select(supply => supply.SupplyId));
    }

    [Fact]
    public async Task What_somebody_took_out_and_gave_back_goes_with_the_code_of_before()
    {
        AddMarked(3);
        const string Second = "0104600000000011215B";
        await RunAsync(Packing, Described(1, Good), Described(2, Second), Described(3, "0104600000000011215C"));
        Market.Orders[2].SupplyId = Market.AddSupply("another").Id;
        Assert.Equal((HandOverOutcome.Unknown, null), (await ResumeAsync(Packing))!.Rows[1] is var taken ? (taken.Outcome, taken.SupplyId) : default);
        Assert.Equal(HandOverOutcome.Unknown, (await RunAsync(Packing, Described(1), Described(2), Described(3))).Rows[1].Outcome);

        (Market.Orders[2].SupplyId, Market.Orders[2].SupplierStatus) = (null, SupplierStatus.New);
        Market.Orders[2].Codes.Clear();
        HandOverResult gone = await RunAsync(new HandOverOptions(), Described(1), Described(2), Described(3));
        Assert.Equal(3, gone.HandedOver.Count);
        Assert.Equal([Second], Market.Orders[2].Codes[MarkingCodeKind.Sgtin].Codes);
    }

    [Fact]
    public async Task What_was_set_aside_goes_with_another_code_and_what_is_still_wrong_stays()
    {
        AddMarked(4);
        Market.Verdicts[Bad] = MarkingDecision.SgtinNotFound;
        HandOverResult first = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2, Bad), Described(3, Bad), Described(4, Bad));
        Assert.Equal((1, 3), (first.HandedOver.Count, first.SetAside.Count));
        HandOverResult second = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2, "0104600000000011215B"), Described(3, Bad), Described(4, "0104600000000011215C"));
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.HandedOver, HandOverOutcome.SetAside, HandOverOutcome.HandedOver], second.Rows.Select(row => row.Outcome));
        Assert.Equal(("sgtin: WB found sgtinNotFound", null), (second.Rows[2].Reason, second.Rows[1].Reason));
        Assert.Equal([false, false, true], second.Supplies.Select(supply => supply.IsSetAside));
        foreach (HandOverRow row in second.Rows)
            Assert.Equal(Market.Orders[row.OrderId].SupplyId, row.SupplyId);
        Assert.Equal(3, (await RunAsync(new HandOverOptions(), Described(1), Described(2), Described(3, "0104600000000011215D"), Described(4))).Supplies.Count(supply => supply.Status == HandOverSupplyStatus.HandedOver));
    }

    [Fact]
    public async Task Where_nothing_was_set_aside_the_whole_supply_goes_with_the_right_code()
    {
        AddMarked(2);
        Market.Verdicts[Bad] = MarkingDecision.SgtinNotFound;
        var options = new HandOverOptions { SetsAside = false };
        Assert.Equal(2, (await RunAsync(options, Described(1, Good), Described(2, Bad))).InSupply.Count);
        HandOverResult gone = await RunAsync(options, Described(1, Good), Described(2, "0104600000000011215B"));
        Assert.Equal(2, gone.HandedOver.Count);
        Assert.Equal("!deliver WB-GI-2", Writes[^1]);
    }

    [Fact]
    public async Task Called_again_with_the_same_it_sends_nothing_and_writes_no_orders()
    {
        AddMarked(3);
        Market.Orders[3].IsStubborn = true;
        HandOverOrder[] orders = [Described(1, Good), Described(2), Described(3, "0104600000000011215C")];
        Assert.Equal(2, (await RunAsync(new HandOverOptions(), orders)).Refused.Count);
        int calls = Writes.Length, states = _morning.Store.Writes;
        Assert.Equal(2, (await RunAsync(new HandOverOptions(), orders)).Refused.Count);
        Assert.Equal((calls, states + 1), (Writes.Length, _morning.Store.Writes));
    }

    [Fact]
    public async Task Where_no_codes_are_given_those_that_are_stored_stay()
    {
        AddMarked(1);
        Market.Fault = (call, _) => call == "create" ? FakeFault.KilledBefore : FakeFault.None;
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(new HandOverOptions(), Described(1, Good)));
        Market.Fault = (_, _) => FakeFault.None;
        Assert.Single((await RunAsync(new HandOverOptions(), Described(1))).HandedOver);
        Assert.Equal([Good], Market.Orders[1].Codes[MarkingCodeKind.Sgtin].Codes);
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_told_with_the_order_and_changes_nothing()
    {
        AddMarked(2);
        await RunAsync(Packing, Described(1, Good), Described(2, "12345"));
        int states = _morning.Store.Writes;
        ArgumentException code = await Assert.ThrowsAsync<ArgumentException>("orders", () => RunAsync(Packing, Described(1, "123"), Described(2)));
        Assert.StartsWith("Order 1: sgtin: ", code.Message, StringComparison.Ordinal);
        ArgumentException group = await Assert.ThrowsAsync<ArgumentException>("orders", () => RunAsync(Packing, Described(1, Good) with { CargoType = CargoType.Large }, Described(2)));
        Assert.StartsWith("Order 1: it was given with another warehouse", group.Message, StringComparison.Ordinal);
        Assert.Equal(states, _morning.Store.Writes);

        // Nobody has put it anywhere yet.
        HandOverResult moved = await RunAsync(Packing, Described(1, Good), Described(2, "12345") with { CargoType = CargoType.Large });
        Assert.StartsWith("sgtin: ", moved.Rows[1].Reason, StringComparison.Ordinal);
        moved = await RunAsync(Packing, Described(1, Good), Described(2, "0104600000000011215B") with { CargoType = CargoType.Large });
        Assert.Equal([CargoType.Small, CargoType.Large], moved.Supplies.Select(supply => supply.CargoType));
    }

    [Fact]
    public async Task Shipping_parameters_and_boxes_that_are_mended_let_what_waits_go()
    {
        Market.Add(4);
        HandOverOrder[] orders = [.. Market.Orders.Values.Select(order => order.Described())];
        HandOverOptions wrong = new() { Shipping = _ => Morning.Shipping with { ShippingPointId = 9 } };
        foreach (HandOverResult? waits in (HandOverResult?[])[await RunAsync(wrong, orders), await RunAsync(wrong, orders), await ResumeAsync(wrong)])
        {
            Assert.Equal((4, false, HandOverSupplyStatus.Failed), (waits!.Pending.Count, waits.IsComplete, waits.Supplies[0].Status));
            Assert.All(waits.Rows, row => Assert.Equal("WB has no shipping point 9 in Подольск for the cargo type 1", row.Reason));
        }

        Assert.Empty(Writes);
        Assert.Equal(4, (await ResumeAsync(new HandOverOptions { Shipping = _ => Morning.PickupPoint, BoxCount = _ => 2 }))!.HandedOver.Count);
        Assert.Equal(2, Market.Supplies["WB-GI-2"].Boxes.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_that_somebody_has_set_since_stays_and_that_is_said(bool wasPacked)
    {
        AddMarked(2);
        Market.Verdicts[Bad] = MarkingDecision.SgtinNotFound;
        await RunAsync(wasPacked ? Packing : new HandOverOptions { SetsAside = false }, Described(1, Good), Described(2, wasPacked ? "0104600000000011215B" : Bad));
        Market.Orders[2].Codes[MarkingCodeKind.Sgtin] = (["0104600000000011215Z"], _morning.Clock.GetUtcNow());
        int writes = Writes.Length;
        HandOverResult? gone = await ResumeAsync(new HandOverOptions());
        Assert.Equal(
            [(HandOverOutcome.HandedOver, null), (HandOverOutcome.HandedOver, "sgtin: somebody has set another code, which was left")],
            gone!.Rows.Select(row => (row.Outcome, row.Reason)));
        Assert.Equal(["0104600000000011215Z"], Market.Orders[2].Codes[MarkingCodeKind.Sgtin].Codes);
        Assert.Equal(["!deliver WB-GI-2"], Writes[writes..]);
    }

    [Fact]
    public async Task A_code_that_is_given_now_is_sent_over_what_somebody_has_set()
    {
        AddMarked(1);
        await RunAsync(Packing, Described(1, Good));
        Market.Orders[1].Codes[MarkingCodeKind.Sgtin] = (["0104600000000011215Z"], _morning.Clock.GetUtcNow());
        HandOverResult gone = await RunAsync(new HandOverOptions(), Described(1, "0104600000000011215B"));
        Assert.Equal((1, null), (gone.HandedOver.Count, gone.Rows[0].Reason));
        Assert.Equal(["0104600000000011215B"], Market.Orders[1].Codes[MarkingCodeKind.Sgtin].Codes);
    }

    [Fact]
    public async Task A_code_that_somebody_has_taken_away_is_sent_again()
    {
        AddMarked(1);
        await RunAsync(Packing, Described(1, Good));
        Market.Orders[1].Codes.Clear();
        Assert.Single((await ResumeAsync(new HandOverOptions()))!.HandedOver);
        Assert.Equal([Good], Market.Orders[1].Codes[MarkingCodeKind.Sgtin].Codes);
    }

    [Fact]
    public async Task What_is_doubtful_about_codes_is_told_before_and_after()
    {
        AddMarked(3);
        HandOverOrder[] orders = [Described(1, Good), Described(2, Good), Described(3, "0104600000000015215abCD1\u001d93Zx9Q")];
        HandOverPlan plan = await _morning.Process(new HandOverOptions()).PlanAsync(orders, Cancel);
        Assert.Equal([1L, 2L], plan.Doubtful.Select(row => row.OrderId));
        HandOverResult result = await RunAsync(new HandOverOptions(), orders);
        foreach (IReadOnlyList<MarkingProblem> problems in (IReadOnlyList<MarkingProblem>[])[plan.Doubtful[0].Problems, result.Rows[0].Problems, result.Rows[1].Problems])
        {
            Assert.Contains(problems, problem => problem.Fault == MarkingFault.Duplicate);
            Assert.Contains(problems, problem => problem.Fault == MarkingFault.NoGroupSeparator);
        }

        Assert.Empty(result.Rows[2].Problems);
        Assert.Equal(3, result.HandedOver.Count);
        Assert.NotEmpty((await _morning.Process(new HandOverOptions()).FindAsync(Morning.Name, Cancel))!.Rows[0].Problems);
    }

    [Fact]
    public async Task A_code_that_WB_has_already_is_not_missed()
    {
        AddMarked(2);
        FakeSupply old = Market.AddSupply("old");
        foreach (FakeOrder order in Market.Orders.Values)
            (order.SupplierStatus, order.SupplyId) = (SupplierStatus.Confirm, old.Id);
        Market.Orders[1].Codes[MarkingCodeKind.Sgtin] = ([Good], _morning.Clock.GetUtcNow());
        HandOverResult result = await RunAsync(new HandOverOptions { MovesOrders = true }, Described(1), Described(2));
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal("sgtin: WB requires one, and none is given", result.Rows[1].Reason);
    }

    [Fact]
    public async Task A_morning_without_orders_leaves_its_name_free()
    {
        HandOverResult none = await RunAsync(new HandOverOptions());
        Assert.Equal((0, true, "0 orders in 0 supplies"), (none.Rows.Count, none.IsComplete, none.ToString().Split(':')[0]));
        Assert.Null(await ResumeAsync(new HandOverOptions()));
        Market.Add(1);
        Assert.Single((await RunAsync(new HandOverOptions(), Market.Orders[1].Described())).HandedOver);
        ArgumentException used = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new HandOverOptions()));
        Assert.Contains("go on with ResumeAsync, or use another name", used.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_aside_and_went_elsewhere_is_told_and_its_empty_supply_is_deleted()
    {
        AddMarked(3);
        Market.Verdicts[Bad] = MarkingDecision.SgtinNotFound;
        HandOverResult first = await RunAsync(new HandOverOptions(), Described(1, Good), Described(2, Bad), Described(3, Bad));
        string aside = first.SetAside[0].SupplyId!;
        await _morning.Process(new HandOverOptions { MovesOrders = true }).HandOverAsync("evening", [Described(2, "0104600000000011215B")], cancellationToken: Cancel);
        HandOverResult? half = await ResumeAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.HandedOver, HandOverOutcome.SetAside], half!.Rows.Select(row => row.Outcome));
        Assert.Equal((null, "It went in a supply that is not of this hand-over."), (half.Rows[1].SupplyId, half.Rows[1].Reason));
        (Market.Orders[3].WbStatus, Market.Orders[3].SupplyId) = (WbStatus.DeclinedByClient, null);
        HandOverResult? all = await ResumeAsync(new HandOverOptions());
        Assert.Equal(HandOverOutcome.Cancelled, all!.Rows[2].Outcome);
        Assert.DoesNotContain(aside, Market.Supplies.Keys);
        Assert.Equal(HandOverSupplyStatus.NotNeeded, all.Supplies[^1].Status);
    }

    [Fact]
    public async Task A_box_for_the_one_that_comes_later_is_counted_with_the_others()
    {
        AddMarked(4);
        HandOverOptions options = new() { Deliver = false, BoxCount = _ => 1 };
        await RunAsync(options, Described(1, Good), Described(2, "0104600000000011215B"), Described(3, "0104600000000011215C"), Described(4));
        HandOverResult result = await RunAsync(options, Described(1, Good), Described(2, "0104600000000011215B"), Described(3, "0104600000000011215C"), Described(4, "0104600000000011215D"));
        Assert.Equal(4, result.InSupply.Count);
    }

    [Fact]
    public async Task Orders_that_WB_wants_once_more_go_again_alone_or_with_others()
    {
        await ShipWithoutAsync(2, 4);
        Market.Add(new FakeOrder { Id = 5 });
        FbsHandOver handOver = _morning.Process(new HandOverOptions());
        IReadOnlyList<HandOverOrder> again = await handOver.GetReshipmentOrdersAsync(Cancel);
        Assert.Equal([(2, 1, CargoType.Small), (4, 2, CargoType.Large)], again.Select(order => (order.OrderId, order.WarehouseId, order.CargoType)));
        HandOverResult result = await handOver.HandOverAsync("again", [.. again, Market.Orders[5].Described()], cancellationToken: Cancel);
        Assert.Equal(3, result.HandedOver.Count);
        Assert.Equal(["2,5", "4"], result.Supplies.Select(supply => string.Join(',', supply.OrderIds)));
        Assert.All(result.Rows, row => Assert.Equal(row.SupplyId, Market.Orders[row.OrderId].SupplyId));
        Assert.Empty(await handOver.GetReshipmentOrdersAsync(Cancel));
    }

    [Theory]
    [InlineData(nameof(FakeFault.Lost))]
    [InlineData(nameof(FakeFault.LostAndNotDone))]
    [InlineData(nameof(FakeFault.LostAndLate))]
    [InlineData(nameof(FakeFault.SaidAndNotDone))]
    [InlineData(nameof(FakeFault.KilledAfter))]
    [InlineData(nameof(FakeFault.KilledBefore))]
    public async Task Whatever_becomes_of_the_answer_they_go_once(string fault)
    {
        await ShipWithoutAsync(2);
        IReadOnlyList<HandOverOrder> again = await _morning.Process().GetReshipmentOrdersAsync(Cancel);
        bool isOver = false;
        Market.Fault = (call, _) =>
        {
            if (isOver || !call.StartsWith("add", StringComparison.Ordinal))
                return FakeFault.None;
            isOver = true;
            return Enum.Parse<FakeFault>(fault);
        };
        HandOverResult? result = null;
        while (result is null)
        {
            try
            {
                result = await _morning.Process(new HandOverOptions()).HandOverAsync("again", again, cancellationToken: Cancel);
            }
            catch (ProcessKilledException)
            {
                // The next one goes on.
            }
        }

        Assert.Equal((HandOverOutcome.HandedOver, Market.Orders[2].SupplyId), (result.Rows[0].Outcome, result.Rows[0].SupplyId));
        Assert.Equal(SupplierStatus.Complete, Market.Orders[2].SupplierStatus);
        Assert.False(Market.Orders[2].NeedsReshipment);
    }

    [Fact]
    public async Task One_that_WB_has_found_meanwhile_or_lists_nowhere_is_told_and_not_sent()
    {
        await ShipWithoutAsync(2);
        Market.Add(new FakeOrder { Id = 9, NeedsReshipment = true, SupplierStatus = SupplierStatus.Complete, CreatedAt = _morning.Clock.GetUtcNow().AddDays(-200) });
        FbsHandOver handOver = _morning.Process(new HandOverOptions());
        IReadOnlyList<HandOverOrder> again = await handOver.GetReshipmentOrdersAsync(Cancel);
        Market.Orders[2].NeedsReshipment = false;
        int writes = Writes.Length;
        HandOverResult result = await handOver.HandOverAsync("again", again, cancellationToken: Cancel);
        Assert.Equal(
            ["it is already handed over (WB has it as complete, waiting)", "WB wants it once more, and its list of orders does not have it: its warehouse is not known"],
            result.Refused.Select(row => row.Reason));
        Assert.Equal(writes, Writes.Length);
    }

    [Fact]
    public async Task A_cancellation_carries_what_is_known()
    {
        Market.Add(2);
        using var cancellation = new CancellationTokenSource();
        Market.AfterCall = call =>
        {
            if (call.StartsWith("add", StringComparison.Ordinal))
                cancellation.Cancel();
        };
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _morning.Process().HandOverAsync(Morning.Name, Market.Orders.Values.Select(order => order.Described()), cancellationToken: cancellation.Token));
        Assert.Equal("WB-GI-2", error.GetHandOverResult()!.Supplies[0].SupplyId);
        Assert.Null(new InvalidOperationException().GetHandOverResult());
    }

    private async Task ShipWithoutAsync(params long[] missing)
    {
        DateTimeOffset start = _morning.Clock.GetUtcNow();
        for (long id = 1; id <= 4; id++)
        {
            Market.Add(new FakeOrder
            {
                Id = id,
                WarehouseId = id == 4 ? 2 : 1,
                CargoType = id == 4 ? CargoType.Large : CargoType.Small,
                CreatedAt = start.AddDays(-20 * id),
            });
        }

        Assert.Equal(4, (await RunAsync(new HandOverOptions(), [.. Market.Orders.Values.Select(order => order.Described())])).HandedOver.Count);
        foreach (long id in missing)
            Market.Orders[id].NeedsReshipment = true;
    }

    private void AddMarked(int count) => Market.Add(count, id => new FakeOrder { Id = id, Required = [MarkingCodeKind.Sgtin] });

    private HandOverOrder Described(long id, string? code = null) => Market.Orders[id].Described(code is null ? [] : [OrderMarkingCodes.Sgtins(id, code)]);

    private Task<HandOverResult?> ResumeAsync(HandOverOptions options) => _morning.Process(options).ResumeAsync(Morning.Name, cancellationToken: Cancel);

    private Task<HandOverResult> RunAsync(HandOverOptions options, params HandOverOrder[] orders) =>
        _morning.Process(options).HandOverAsync(Morning.Name, orders, cancellationToken: Cancel);
}
