using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>What others do while a hand-over is under way: buyers, other programs of the seller, and calls that are carried out when nobody waits for them any more.</summary>
public sealed class HandOverMeanwhileTests
{
    private const string Sgtin = "0104600000000011215A";
    private const string OtherSgtin = "0104600000000011215B";

    private readonly Morning _morning = new();

    public HandOverMeanwhileTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private IEnumerable<string> Writes => Market.Calls.Where(call => call[0] == '!');

    [Fact]
    public async Task Orders_that_arrive_by_a_call_of_a_dead_process_are_handed_over()
    {
        Market.Add(3);
        Once("add", FakeFault.KilledAndLate);
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(new HandOverOptions()));

        // The second process has looked into the supply when they come.
        Market.AfterCall = call =>
        {
            if (call == "supply WB-GI-2")
                _morning.Clock.Advance(TimeSpan.FromMinutes(1));
        };
        HandOverResult result = await ResumeAsync(new HandOverOptions());
        Assert.Equal(3, result.HandedOver.Count);
        Assert.All(result.Rows, row => Assert.Null(row.Reason));
        Assert.Equal([1, 2, 3], result.Supplies[0].OrderIds);
        Assert.Equal(1, Writes.Count(call => call.StartsWith("!add", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Orders_that_arrive_after_a_refusal_are_handed_over()
    {
        Market.Add(2);
        Market.Orders[2].IsStubborn = true;
        bool hasCome = false;
        Market.AfterCall = call =>
        {
            if (call.StartsWith("order-ids", StringComparison.Ordinal) && !hasCome)
                (hasCome, Market.Orders[1].SupplierStatus, Market.Orders[1].SupplyId) = (true, SupplierStatus.Confirm, "WB-GI-2");
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Refused], result.Rows.Select(row => row.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_arrives_when_it_was_given_up_is_handed_over(bool closesItself)
    {
        Market.Add(2);
        Market.Orders[2].Optional.Add(MarkingCodeKind.Sgtin);
        FakeSupply other = Market.AddSupply("another");
        Market.AfterCall = call =>
        {
            // Somebody takes it, and puts it back later, or hands the supply over with it.
            if (call.StartsWith("create", StringComparison.Ordinal))
                Take(2, other);
            if (!call.StartsWith("meta", StringComparison.Ordinal))
                return;
            Market.Orders[2].SupplyId = "WB-GI-3";
            if (closesItself)
                Close("WB-GI-3");
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal(2, result.HandedOver.Count);
        Assert.Equal([1, 2], result.Supplies[0].OrderIds);
        Assert.Equal(!closesItself, Market.Orders[2].Codes.ContainsKey(MarkingCodeKind.Sgtin));
    }

    [Theory]
    [InlineData(nameof(FakeFault.Throttled))]
    [InlineData(nameof(FakeFault.NotSent))]
    [InlineData(nameof(FakeFault.LostAndNotDone))]
    public async Task What_somebody_takes_before_a_call_is_repeated_stays_with_them(string fault)
    {
        Market.Add(3);
        FakeSupply other = Market.AddSupply("another");
        Once("add", Enum.Parse<FakeFault>(fault), () => Take(2, other));
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.HandedOver, HandOverOutcome.Refused, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal("it is in another supply already (WB has it as confirm, waiting)", result.Rows[1].Reason);
        Assert.Equal(other.Id, Market.Orders[2].SupplyId);
    }

    [Fact]
    public async Task What_somebody_takes_while_the_first_batch_is_sent_stays_with_them()
    {
        Market.Add(200);
        FakeSupply other = Market.AddSupply("another");
        bool isTaken = false;
        Market.AfterCall = call =>
        {
            if (!isTaken && call.StartsWith("add", StringComparison.Ordinal))
                isTaken = Take(150, other);
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal((199, HandOverOutcome.Refused, other.Id), (result.HandedOver.Count, result.Rows[149].Outcome, Market.Orders[150].SupplyId));
    }

    [Theory]
    [InlineData(nameof(FakeFault.Throttled))]
    [InlineData(nameof(FakeFault.NotSent))]
    [InlineData(nameof(FakeFault.LostAndNotDone))]
    public async Task What_somebody_takes_before_it_is_set_aside_stays_with_them(string fault)
    {
        AddWithBadCode(3);
        FakeSupply other = Market.AddSupply("another");
        Once("add 1 to", Enum.Parse<FakeFault>(fault), () => Take(1, other));
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.Unknown, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal(other.Id, Market.Orders[1].SupplyId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bad_code_of_an_order_that_the_buyer_has_cancelled_keeps_nobody(bool setsAside)
    {
        AddWithBadCode(3);
        Market.AfterCall = call =>
        {
            if (call.StartsWith("set", StringComparison.Ordinal))
                Market.Orders[1].WbStatus = WbStatus.CanceledByClient;
        };
        HandOverResult result = await RunAsync(new HandOverOptions { SetsAside = setsAside });
        Assert.Equal([HandOverOutcome.Cancelled, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Single(result.Supplies);
    }

    [Fact]
    public async Task An_order_that_the_buyer_cancels_just_before_it_is_set_aside_keeps_nobody()
    {
        AddWithBadCode(4);
        Market.Orders[2].Optional.Add(MarkingCodeKind.Sgtin);
        Once("add 1,2 to", FakeFault.Refused, () => Market.Orders[1].WbStatus = WbStatus.CanceledByClient);
        HandOverResult result = await RunAsync(new HandOverOptions(), [Described(1, Sgtin), Described(2, Sgtin), Described(3), Described(4)]);
        Assert.Equal([HandOverOutcome.Cancelled, HandOverOutcome.SetAside, HandOverOutcome.HandedOver, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_set_aside_before_and_is_gone_from_there_keeps_nobody(bool isDeleted)
    {
        // The first call sets order 1 aside, and WB wants shipping parameters for the others.
        AddWithBadCode(3);
        Market.Orders[2].Optional.Add(MarkingCodeKind.Sgtin);
        Market.NeedsShipping = true;
        HandOverOrder[] orders = [Described(1, Sgtin), Described(2, OtherSgtin), Described(3)];
        Assert.Equal([HandOverOutcome.SetAside, HandOverOutcome.InSupply, HandOverOutcome.InSupply], (await RunAsync(new HandOverOptions(), orders)).Rows.Select(row => row.Outcome));
        if (isDeleted)
        {
            Take(1, Market.AddSupply("another"));
            Market.Supplies.Remove("WB-GI-3");
        }
        else
        {
            Close("WB-GI-3");
        }

        // The second finds that order 2 cannot go, either.
        Market.Verdicts[OtherSgtin] = MarkingDecision.SgtinNotFound;
        Market.NeedsShipping = false;
        HandOverResult result = await ResumeAsync(new HandOverOptions());
        Assert.Equal([isDeleted ? HandOverOutcome.Unknown : HandOverOutcome.HandedOver, HandOverOutcome.SetAside, HandOverOutcome.HandedOver], result.Rows.Select(row => row.Outcome));
        Assert.Equal(
            [HandOverSupplyStatus.HandedOver, isDeleted ? HandOverSupplyStatus.NotNeeded : HandOverSupplyStatus.HandedOver, HandOverSupplyStatus.Open],
            result.Supplies.Select(supply => supply.Status));
        Assert.Equal(Market.Orders[2].SupplyId, result.Supplies[2].SupplyId);
    }

    [Fact]
    public async Task A_supply_that_was_set_aside_and_deleted_does_not_stop_the_look_at_the_others()
    {
        AddWithBadCode(3);
        Market.NeedsShipping = true;
        await RunAsync(new HandOverOptions());
        FakeSupply other = Market.AddSupply("another");
        Take(1, other);
        Take(3, other);
        Market.Supplies.Remove("WB-GI-3");
        Market.NeedsShipping = false;
        HandOverResult result = await ResumeAsync(new HandOverOptions());
        Assert.Equal([HandOverOutcome.Unknown, HandOverOutcome.HandedOver, HandOverOutcome.Unknown], result.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task A_supply_that_somebody_deletes_in_the_middle_stops_no_other()
    {
        Market.Add(4, id => new FakeOrder { Id = id, WarehouseId = 1 + (id % 2) });
        bool isDeleted = false;
        Market.AfterCall = call =>
        {
            if (isDeleted || !call.StartsWith("add", StringComparison.Ordinal))
                return;
            isDeleted = true;
            Free(1);
            Free(3);
            Market.Supplies.Remove("WB-GI-2");
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal((HandOverSupplyStatus.Failed, "WB does not find the supply WB-GI-2 any more."), (result.Supplies[0].Status, result.Supplies[0].Reason));
        Assert.Equal([2, 4], result.HandedOver.Select(row => row.OrderId));
        Assert.Equal(4, (await ResumeAsync(new HandOverOptions())).HandedOver.Count);
    }

    [Fact]
    public async Task An_order_that_is_new_again_when_its_supply_is_empty_goes_in_another_one()
    {
        Market.Add(1);
        bool isFree = false;
        Market.AfterCall = call =>
        {
            if (!isFree && call.StartsWith("meta", StringComparison.Ordinal))
                isFree = Free(1);
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal((HandOverOutcome.HandedOver, "WB-GI-3"), (result.Rows[0].Outcome, result.Rows[0].SupplyId));
        Assert.Equal([HandOverSupplyStatus.NotNeeded, HandOverSupplyStatus.HandedOver], result.Supplies.Select(supply => supply.Status));
    }

    [Fact]
    public async Task An_order_that_is_new_again_and_again_is_left_for_the_next_call()
    {
        Market.Add(1);
        Market.AfterCall = call =>
        {
            if (call.StartsWith("meta", StringComparison.Ordinal))
                Free(1);
        };
        HandOverResult result = await RunAsync(new HandOverOptions());
        Assert.Equal((HandOverOutcome.Pending, false), (result.Rows[0].Outcome, result.IsComplete));
        Assert.All(result.Supplies, supply => Assert.Equal(HandOverSupplyStatus.NotNeeded, supply.Status));
        Market.AfterCall = null;
        Assert.Single((await ResumeAsync(new HandOverOptions())).HandedOver);
    }

    [Fact]
    public async Task A_supply_that_is_made_anew_gets_shipping_parameters_and_boxes_of_its_own()
    {
        Market.Add(2);
        Market.NeedsShipping = true;
        Once("deliver", FakeFault.KilledBefore);
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(Morning.Options));
        Free(1);
        Free(2);
        Market.Supplies.Remove("WB-GI-2");
        HandOverResult result = await ResumeAsync(Morning.Options);
        Assert.Equal((2, "WB-GI-3"), (result.HandedOver.Count, result.Supplies[0].SupplyId));
        Assert.Equal(Market.Supplies["WB-GI-3"].Boxes, result.Supplies[0].BoxIds);
        Assert.Single(result.Supplies[0].BoxIds);
    }

    [Theory]
    [InlineData("create", nameof(FakeFault.LostAndLate))]
    [InlineData("create", nameof(FakeFault.KilledAndLate))]
    [InlineData("add 1 boxes", nameof(FakeFault.LostAndLate))]
    [InlineData("add 1 boxes", nameof(FakeFault.KilledAndLate))]
    public async Task However_long_a_call_waits_before_it_is_sent_nothing_is_made_twice(string call, string fault)
    {
        Market.Add(4);
        var options = new HandOverOptions { BoxCount = _ => 1 };
        Once(call, Enum.Parse<FakeFault>(fault), () => _morning.Clock.Advance(TimeSpan.FromMinutes(3)));
        HandOverResult result;
        try
        {
            result = await RunAsync(options);
        }
        catch (ProcessKilledException)
        {
            result = await ResumeAsync(options);
        }

        Assert.Equal(4, result.HandedOver.Count);
        Assert.Equal(1, Writes.Count(write => write.StartsWith("!" + call, StringComparison.Ordinal)));
        Assert.Single(Market.Supplies["WB-GI-2"].Boxes);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("add 1 boxes")]
    public async Task What_a_dead_process_may_have_made_is_looked_for_by_the_one_after_the_next(string call)
    {
        Market.Add(2, id => new FakeOrder { Id = id, WarehouseId = id });
        Market.Add(new FakeOrder { Id = 3, WarehouseId = 2 });
        var options = new HandOverOptions { BoxCount = supply => supply.OrderIds.Count / 2 };
        int creations = 0;
        Market.Fault = (sent, _) => sent.StartsWith(call, StringComparison.Ordinal) && (call != "create" || ++creations == 2) ? FakeFault.KilledAndLate : FakeFault.None;
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(options));

        // The second process has something else to do first, and dies of it.
        if (Market.Supplies["WB-GI-2"].IsDone)
            Free(3);
        else
            Free(1);
        Market.Fault = (sent, _) => sent.StartsWith("add", StringComparison.Ordinal) ? FakeFault.KilledBefore : FakeFault.None;
        await Assert.ThrowsAsync<ProcessKilledException>(() => ResumeAsync(options));
        Market.Fault = (_, _) => FakeFault.None;
        HandOverResult result = await ResumeAsync(options);
        Assert.Equal(3, result.HandedOver.Count);
        Assert.Equal(2, Writes.Count(write => write == "!create"));
        Assert.Equal(1, Writes.Count(write => write.Contains("boxes", StringComparison.Ordinal)));
        Assert.Single(result.Supplies[1].BoxIds);
    }

    [Fact]
    public async Task A_process_that_another_one_has_replaced_sets_no_more_codes()
    {
        Market.Add(3, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        FbsHandOver second = _morning.Process(new HandOverOptions());
        HandOverResult? taken = null;
        bool isTaken = false;
        Market.AfterCall = call =>
        {
            if (isTaken || !call.StartsWith("set", StringComparison.Ordinal))
                return;
            isTaken = true;
            taken = second.ResumeAsync(Morning.Name, cancellationToken: Cancel).GetAwaiter().GetResult();
        };
        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => RunAsync(new HandOverOptions(), [Described(1, Sgtin), Described(2, Sgtin), Described(3, Sgtin)]));
        Assert.Equal(3, taken!.HandedOver.Count);
        Assert.Equal(3, Writes.Count(call => call.StartsWith("!set", StringComparison.Ordinal)));
    }

    /// <summary>Lets the first such call end in this way, and something happen before.</summary>
    private void Once(string start, FakeFault fault, Action? before = null)
    {
        bool isOver = false;
        Market.Fault = (call, _) =>
        {
            if (isOver || !call.StartsWith(start, StringComparison.Ordinal))
                return FakeFault.None;
            isOver = true;
            before?.Invoke();
            return fault;
        };
    }

    private void AddWithBadCode(int count)
    {
        Market.Verdicts[Sgtin] = MarkingDecision.SgtinNotFound;
        Market.Add(count);
        Market.Orders[1].Optional.Add(MarkingCodeKind.Sgtin);
    }

    private bool Take(long id, FakeSupply supply)
    {
        (Market.Orders[id].SupplierStatus, Market.Orders[id].SupplyId) = (SupplierStatus.Confirm, supply.Id);
        return true;
    }

    private bool Free(long id)
    {
        (Market.Orders[id].SupplierStatus, Market.Orders[id].SupplyId) = (SupplierStatus.New, null);
        return true;
    }

    private void Close(string supplyId)
    {
        Market.Supplies[supplyId].IsDone = true;
        foreach (long id in Market.OrdersOf(supplyId))
            Market.Orders[id].SupplierStatus = SupplierStatus.Complete;
    }

    private HandOverOrder Described(long id, string? code = null) => Market.Orders[id].Described(code is null ? [] : [OrderMarkingCodes.Sgtins(id, code)]);

    private Task<HandOverResult> RunAsync(HandOverOptions options, IReadOnlyList<HandOverOrder>? orders = null) => _morning.Process(options).HandOverAsync(
        Morning.Name, orders ?? [.. Market.Orders.Values.Select(order => Described(order.Id, order.Optional.Count > 0 ? Sgtin : null))], cancellationToken: Cancel);

    private async Task<HandOverResult> ResumeAsync(HandOverOptions options) => (await _morning.Process(options).ResumeAsync(Morning.Name, cancellationToken: Cancel))!;
}
