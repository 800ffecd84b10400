using System.Text;
using System.Text.Json;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>How a hand-over stands in the store, and what becomes of it there.</summary>
public sealed class HandOverLedgerTests
{
    private const string Key = "fbs-hand-over/" + Morning.Name;

    // Users have such texts in their stores: what is read here is read for ever.
    private const string Record = """
        {"format":"wildberries-sdk-fbs-hand-over-1","run":"abcdef012345","parts":{"id":"0123456789ab","count":1},"unusedParts":{"id":"ba9876543210","count":2},"supplies":[{"name":"morning [abcdef012345-1]","warehouse":1,"cargoType":1,"crossBorderType":1,"withinRussia":true,"id":"WB-GI-1","status":3,"reason":"why","setAside":true,"setAsideIn":1,"unanswered":7,"boxes":["WB-TRBX-1"],"otherOrders":[99],"shipping":{"city":"Kazan","point":507,"date":"2026-11-29"}},{"name":"morning [abcdef012345-2]","warehouse":1,"cargoType":1,"boxes":[],"otherOrders":[]}]}
        """;

    private const string Part = """
        {"format":"wildberries-sdk-fbs-hand-over-orders-1","orders":[{"id":5,"index":1,"supply":-1,"reshipment":true,"outcome":3,"reason":"why not","codes":{"sgtin":["0104600000000011215A"]}},{"id":6}]}
        """;

    private readonly Morning _morning = new();

    public HandOverLedgerTests() => _morning.Market.Orders.Clear();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeMarketplace Market => _morning.Market;

    private KillingStore Store => _morning.Store;

    [Fact]
    public void The_stored_form_has_names_of_its_own_and_loses_nothing()
    {
        HandOverState state = JsonSerializer.Deserialize(Record, HandOverStateJsonContext.Default.HandOverState)!;
        Assert.Equal(Record, JsonSerializer.Serialize(state, HandOverStateJsonContext.Default.HandOverState));
        Assert.Equal((UnansweredCalls.Create | UnansweredCalls.AddOrders | UnansweredCalls.AddBoxes, HandOverSupplyStatus.Failed), (state.Supplies[0].Unanswered, state.Supplies[0].Status));
        OrdersState part = JsonSerializer.Deserialize(Part, HandOverStateJsonContext.Default.OrdersState)!;
        Assert.Equal(Part, JsonSerializer.Serialize(part, HandOverStateJsonContext.Default.OrdersState));
        Assert.Equal((HandOverOutcome.Refused, HandOverOutcome.Pending), (part.Orders[0].Outcome, part.Orders[1].Outcome));
    }

    [Fact]
    public async Task What_is_stored_is_read()
    {
        await WriteAsync(Key, Record);
        await WriteAsync(Key + "/0123456789ab/0", Part);
        HandOverResult result = (await _morning.Process().FindAsync(Morning.Name, Cancel))!;
        Assert.Equal([(6, HandOverOutcome.Pending, "why"), (5, HandOverOutcome.Refused, "why not")], result.Rows.Select(row => (row.OrderId, row.Outcome, row.Reason)));
        Assert.Equal(("WB-GI-1", CrossBorderType.CrossBorder, 507), (result.Supplies[0].SupplyId, result.Supplies[0].CrossBorderType, result.Supplies[0].Shipping!.ShippingPointId));
    }

    [Theory]
    [InlineData("{}", Part)]
    [InlineData("[]", Part)]
    [InlineData("null", Part)]
    [InlineData("""{"format":"wildberries-sdk-fbs-hand-over-2","run":"a","parts":{"id":"0123456789ab","count":1}}""", Part)]
    [InlineData("""{"format":"wildberries-sdk-fbs-hand-over-1","run":"a","parts":null}""", Part)]
    [InlineData(Record, "{}")]
    [InlineData(Record, """{"format":"wildberries-sdk-fbs-hand-over-orders-1","orders":null}""")]
    [InlineData(Record, null)]
    public async Task What_is_no_hand_over_is_refused(string record, string? part)
    {
        await WriteAsync(Key, record);
        if (part is not null)
            await WriteAsync(Key + "/0123456789ab/0", part);
        await Assert.ThrowsAsync<InvalidDataException>(() => _morning.Process().FindAsync(Morning.Name, Cancel));
        await Assert.ThrowsAsync<InvalidDataException>(() => _morning.Process().ResumeAsync(Morning.Name, cancellationToken: Cancel));
        Assert.Empty(Market.Calls);
    }

    [Fact]
    public async Task What_is_stored_and_cannot_be_read_is_in_no_exception()
    {
        await WriteAsync(Key, Record);
        await WriteAsync(Key + "/0123456789ab/0", """{"format":"wildberries-sdk-fbs-hand-over-orders-1","orders":[{"id":5,"codes":{"sgtin":["secret" secret]}}]}""");
        var unread = await Assert.ThrowsAsync<InvalidDataException>(() => _morning.Process().FindAsync(Morning.Name, Cancel));
        Assert.IsType<JsonException>(unread.InnerException);
        Assert.Contains("malformed", unread.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'s'", unread.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_and_heeds_no_cancellation_is_left()
    {
        using var cancellation = new CancellationTokenSource();
        Market.Add(1);
        Store.Before = (_, _, _) =>
        {
            cancellation.Cancel();
            return new TaskCompletionSource().Task;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _morning.Process().HandOverAsync(Morning.Name, [Market.Orders[1].Described()], cancellationToken: cancellation.Token).WaitAsync(TimeSpan.FromMinutes(1), Cancel));
    }

    [Fact]
    public async Task Refusals_of_the_greatest_length_fit_beside_the_longest_codes()
    {
        Market.RefusesMarkings = new string('Я', 2_000);
        Market.Add(100, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        HandOverResult result = await RunAsync(LongCodes());
        Assert.Equal(100, result.SetAside.Count);
        Assert.All(result.SetAside, row => Assert.StartsWith("sgtin: WB refuses it: FailedToUpdateMeta, ЯЯЯ", row.Reason, StringComparison.Ordinal));
        Assert.All(result.SetAside, row => Assert.Equal((200, '…'), (row.Reason!.Length, row.Reason[^1])));
        Assert.Equal(100, (await _morning.Process().FindAsync(Morning.Name, Cancel))!.SetAside.Count);
    }

    [Fact]
    public async Task However_many_orders_others_put_into_a_supply_the_state_fits()
    {
        Market.Add(2);
        bool isFull = false;
        Market.AfterCall = call =>
        {
            if (isFull || call != "create")
                return;
            isFull = true;
            for (long id = 1_000_000_000; id < 1_000_030_000; id++)
                Market.Add(new FakeOrder { Id = id, SupplyId = "WB-GI-2", SupplierStatus = SupplierStatus.Confirm });
        };
        HandOverResult result = await RunAsync([.. Market.Orders.Values.Select(order => order.Described())]);
        Assert.Equal((2, 500), (result.HandedOver.Count, result.Supplies[0].OtherOrderIds.Count));
    }

    [Fact]
    public void Words_are_not_cut_within_a_character()
    {
        Assert.Equal(200, HandOverLedger.Cut(new string('x', 200))!.Length);
        Assert.Equal(new string('x', 198) + "…", HandOverLedger.Cut(new string('x', 198) + "😀" + new string('x', 10)));
        Assert.Null(HandOverLedger.Cut(null));
    }

    [Fact]
    public async Task Codes_that_come_later_find_room()
    {
        Market.Add(100, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        Store.KillAt = 4;
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync([.. Market.Orders.Values.Select(order => order.Described())]));
        string[] before = [.. Store.Keys];
        Assert.Equal(2, before.Length);
        Assert.Equal(100, (await RunAsync(LongCodes())).HandedOver.Count);
        Assert.Equal(24, Market.Orders[77].Codes[MarkingCodeKind.Sgtin].Codes.Count);

        // The old part is not left behind.
        Assert.Equal([Key], Store.Keys.Intersect(before));
        Assert.True(await _morning.Process().ForgetAsync(Morning.Name, Cancel));
        Assert.Empty(Store.Keys);
    }

    [Fact]
    public async Task However_far_the_change_of_codes_came_nothing_is_lost_or_left_behind()
    {
        int first, last;
        {
            var counting = new HandOverLedgerTests();
            await counting.PackAsync();
            first = counting.Store.Writes + 1;
            await counting.RunAsync(LongCodes(counting.Market));
            last = counting.Store.Writes;
        }

        for (int at = first; at <= last; at++)
        {
            foreach (bool after in (bool[])[false, true])
            {
                var test = new HandOverLedgerTests();
                await test.PackAsync();
                (test.Store.KillAt, test.Store.KillsAfter) = (at, after);
                await Assert.ThrowsAsync<ProcessKilledException>(() => test.RunAsync(LongCodes(test.Market)));
                Assert.Equal(20, (await test.RunAsync(LongCodes(test.Market))).HandedOver.Count);
                Assert.True(await test._morning.Process().ForgetAsync(Morning.Name, Cancel));
                Assert.Empty(test.Store.Keys);
            }
        }
    }

    [Fact]
    public async Task What_the_one_before_still_writes_stops_only_itself()
    {
        Market.Add(2);
        HandOverResult? taken = null;
        Store.Before = async (key, value, version) =>
        {
            if (version == 0 || !key.Contains('/', StringComparison.Ordinal) || key == Key)
                return;

            // The first one's write is under way: it arrives when the second one has read.
            int writes = 0;
            Store.Before = async (_, _, _) =>
            {
                if (++writes == 2)
                    Assert.True((await _morning.Inner.TryWriteAsync("seller", key, value, version, Cancel)).Succeeded);
            };
            taken = await _morning.Process(new HandOverOptions()).ResumeAsync(Morning.Name, cancellationToken: Cancel);
            Store.Before = null;
        };
        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => RunAsync([.. Market.Orders.Values.Select(order => order.Described())]));
        Assert.Equal(2, taken!.HandedOver.Count);
        Assert.Equal(["!create", "!add 1,2 to WB-GI-2", "!deliver WB-GI-2"], Market.Calls.Where(call => call[0] == '!'));
    }

    [Fact]
    public async Task A_hand_over_that_is_cancelled_before_it_began_leaves_nothing()
    {
        Market.Add(250);
        for (int at = 1; at <= 4; at++)
        {
            using var cancellation = new CancellationTokenSource();
            int writes = 0;
            Store.Before = (_, _, _) => ++writes == at ? cancellation.CancelAsync() : Task.CompletedTask;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => _morning.Process().HandOverAsync(Morning.Name, Market.Orders.Values.Select(order => order.Described()), cancellationToken: cancellation.Token));
            Assert.Empty(Store.Keys);
        }
    }

    [Fact]
    public async Task A_record_that_arrives_after_it_was_given_up_finds_its_parts()
    {
        Market.Add(2);
        using var cancellation = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        (byte[] Value, long Version) late = default;
        Store.Before = async (key, value, version) =>
        {
            if (key != Key)
                return;
            late = (value.ToArray(), version);
            await cancellation.CancelAsync();
            await never.Task;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _morning.Process().HandOverAsync(Morning.Name, Market.Orders.Values.Select(order => order.Described()), cancellationToken: cancellation.Token));
        Store.Before = null;
        Assert.True((await Store.TryWriteAsync("seller", Key, late.Value, late.Version, Cancel)).Succeeded);
        Assert.Equal(2, (await _morning.Process(new HandOverOptions()).ResumeAsync(Morning.Name, cancellationToken: Cancel))!.HandedOver.Count);
        never.SetResult();
    }

    [Fact]
    public void A_store_of_files_gives_up_before_the_hand_over_does() => Assert.True(FbsHandOver.StorePatience > FileStateStore.LockTimeout);

    [Fact]
    public async Task Of_two_that_begin_under_one_name_one_leaves_nothing()
    {
        Market.Add(2);
        HandOverResult? other = null;
        Store.Before = async (key, _, _) =>
        {
            if (key != Key)
                return;
            Store.Before = null;
            other = await RunAsync([Market.Orders[1].Described()]);
        };
        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => RunAsync([Market.Orders[2].Described()]));
        Assert.Single(other!.HandedOver);
        Assert.Equal(2, Store.Keys.Count);
    }

    [Fact]
    public async Task Forgetting_that_was_broken_off_is_ended_the_next_time()
    {
        Market.Add(250);
        await RunAsync([.. Market.Orders.Values.Select(order => order.Described())]);
        Assert.Equal(4, Store.Keys.Count);
        int deletions = 0;
        Store.BeforeDeletion = _ =>
        {
            if (++deletions == 2)
                throw new ProcessKilledException("deletion");
        };
        await Assert.ThrowsAsync<ProcessKilledException>(() => _morning.Process().ForgetAsync(Morning.Name, Cancel));
        await Assert.ThrowsAsync<InvalidDataException>(() => _morning.Process().FindAsync(Morning.Name, Cancel));
        Assert.True(await _morning.Process().ForgetAsync(Morning.Name, Cancel));
        Assert.Empty(Store.Keys);
        Assert.Null(await _morning.Process().FindAsync(Morning.Name, Cancel));
    }

    private async Task PackAsync()
    {
        Market.Add(20, id => new FakeOrder { Id = id, Optional = [MarkingCodeKind.Sgtin] });
        await _morning.Process(new HandOverOptions { Deliver = false }).HandOverAsync(Morning.Name, Market.Orders.Values.Select(order => order.Described()), cancellationToken: Cancel);
    }

    private HandOverOrder[] LongCodes() => LongCodes(Market);

    private static HandOverOrder[] LongCodes(FakeMarketplace market) =>
    [
        .. market.Orders.Values.Select(order => order.Described(
            OrderMarkingCodes.Sgtins(order.Id, Enumerable.Range(0, 24).Select(unit => new string('\u001d', 130) + FormattableString.Invariant($"{unit:00}"))))),
    ];

    private Task<HandOverResult> RunAsync(HandOverOrder[] orders) => _morning.Process(new HandOverOptions()).HandOverAsync(Morning.Name, orders, cancellationToken: Cancel);

    private async Task WriteAsync(string key, string json) => await Store.TryWriteAsync("seller", key, Encoding.UTF8.GetBytes(json), 0, Cancel);
}
