using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Warehouses;
using static Wildberries.Sdk.Tests.Warehouses.FakeStocksApi;

namespace Wildberries.Sdk.Tests.Warehouses;

public sealed class StockSynchronizerTests
{
    private readonly FakeStocksApi _api = new();
    private readonly JumpingTimeProvider _clock = new() { LongestJump = TimeSpan.FromMinutes(1) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_differs_is_sent_and_each_size_is_accounted_for()
    {
        Have((1, 5), (2, 0), (3, 7), (4, 9));
        StockSyncResult result = await SyncAsync([(1, 5), (2, 4), (3, 2), (5, 0), (6, 1)]);
        Assert.Equal(
            [(1, StockSyncOutcome.Unchanged, 5, 5), (2, StockSyncOutcome.Changed, 0, 4), (3, StockSyncOutcome.Changed, 7, 2), (5, StockSyncOutcome.Unchanged, null, null), (6, StockSyncOutcome.Changed, null, 1)],
            result.Rows.Select(row => (row.ChrtId, row.Outcome, row.Before, row.Now)));
        Assert.All(result.Rows, row => Assert.Null(row.Reason));
        Assert.Equal(["read 5", "write 3", "read 3"], _api.Calls);
        Assert.Equal([5, 4, 2, 9, 1], _api.Stocks.Values);
        Assert.True(result.IsInStep);
        Assert.Equal("5 sizes in warehouse 7: 3 changed, 2 unchanged, 0 refused, 0 unknown, 0 pending", result.ToString());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1000, 0, 1)]
    [InlineData(1001, 0, 2)]
    [InlineData(2500, 1, 5)]
    [InlineData(2500, 1000, 5)]
    [InlineData(2500, 1001, 7)]
    [InlineData(2500, 2500, 9)]
    public async Task There_are_no_more_calls_than_the_batches_need(int sizes, int different, int calls)
    {
        // The different ones lie scattered: they are put together to whole requests.
        Have([.. Enumerable.Range(1, sizes).Select(i => ((long)i, 10))]);
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, sizes).Select(i => ((long)i, (long)(i - 1) * different / sizes != (long)i * different / sizes ? 11 : 10))]);
        Assert.Equal((different, sizes - different), (result.Changed.Count, result.Unchanged.Count));
        Assert.Equal(calls, _api.Calls.Count);
        Assert.Equal((different + 999) / 1000, _api.Count("write"));
    }

    [Fact]
    public async Task A_dry_run_reads_and_sends_nothing()
    {
        Have((1, 5), (2, 0));
        StockSyncResult result = await SyncAsync([(1, 5), (2, 4)], new StockSyncOptions { DryRun = true });
        Assert.Equal(["read 2"], _api.Calls);
        Assert.Equal((true, 2L, 4, 0), (result.IsDryRun, Assert.Single(result.Pending).ChrtId, result.Pending[0].Desired, result.Pending[0].Before));
        Assert.False(result.IsInStep);
        Assert.Equal(0, _api.Stocks[2]);
    }

    [Theory]
    [InlineData(0, 1, "not positive")]
    [InlineData(2, -1, "the stock is -1")]
    [InlineData(2, 100_001, "the stock is 100001")]
    [InlineData(1, 1, "row 0 has the same size")]
    public async Task A_row_that_WB_would_refuse_is_named_before_anything_is_asked(long chrtId, int quantity, string words)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => SyncAsync([(1, 1), (chrtId, quantity)]));
        Assert.Contains("Row 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Rows_come_as_a_stream_too_and_a_null_one_is_named()
    {
        StockSyncResult result = await Sync().SyncAsync(WarehouseId, Stream<Stock>(new Stock { ChrtId = 1, Quantity = 2 }), cancellationToken: Cancel);
        Assert.Equal(2, Assert.Single(result.Changed).Now);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Sync().SyncAsync(WarehouseId, [null!], cancellationToken: Cancel));
        Assert.Contains("Row 0: it is null", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sync().SyncAsync(0, [], cancellationToken: Cancel));
    }

    [Fact]
    public async Task All_sizes_that_are_not_wanted_are_set_to_0_and_only_these()
    {
        Have((1, 5), (2, 6), (3, 7), (4, 0));
        StockSyncResult result = await SyncAsync([(1, 4)], new StockSyncOptions { AllSizes = [1, 2, 4, 2] });
        Assert.Equal([(1, 4), (2, 0), (4, 0)], result.Rows.Select(row => (row.ChrtId, row.Desired)));
        Assert.Equal([4, 0, 7, 0], _api.Stocks.Values);

        result = await SyncAsync([(9, 0)], new StockSyncOptions { AllSizesStream = _ => Stream(3L) });
        Assert.Equal(3, Assert.Single(result.Changed).ChrtId);
        Assert.Equal(0, _api.Stocks[3]);
    }

    [Fact]
    public async Task An_empty_list_does_not_empty_the_warehouse()
    {
        Have((1, 5));
        await Assert.ThrowsAsync<ArgumentException>(() => SyncAsync([], new StockSyncOptions { AllSizes = [1] }));
        Assert.Empty((await SyncAsync([])).Rows);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Rows_that_WB_names_are_set_apart_and_the_others_sent_once_more()
    {
        _api.Refused[2] = Naming.ChrtId;
        _api.Refused[4] = Naming.ChrtId;
        StockSyncResult result = await SyncAsync([(1, 1), (2, 2), (3, 3), (4, 4)]);
        Assert.Equal(["read 4", "write 4", "read 2", "read 2", "write 2", "read 2"], _api.Calls);
        Assert.Equal([1L, 3L], result.Changed.Select(row => row.ChrtId));
        Assert.Equal([(2, "Restricted: Not for this warehouse"), (4, "Restricted: Not for this warehouse")], result.Refused.Select(row => (row.ChrtId, row.Reason!)));
        Assert.Equal([1L, 3L], _api.Stocks.Keys);
    }

    [Fact]
    public async Task A_row_that_WB_names_by_its_barcode_is_found_by_the_index()
    {
        _api.Refused[2] = Naming.Barcode;
        _api.Barcodes[2] = "4600000000017";
        var sizes = SizeIndex.Create([new SizeKeys { ChrtId = 2, Barcodes = ["4600000000017"] }]);
        StockSyncResult result = await SyncAsync([(1, 1), (2, 2), (3, 3)], new StockSyncOptions { Sizes = sizes });
        Assert.Equal(2, Assert.Single(result.Refused).ChrtId);
        Assert.Equal(["read 3", "write 3", "read 2", "read 2", "write 2", "read 2"], _api.Calls);
    }

    [Theory]
    [InlineData(nameof(Naming.None))]
    [InlineData(nameof(Naming.Barcode))]
    public async Task Where_WB_names_none_halves_tell_which_it_is(string naming)
    {
        _api.Refused[777] = Enum.Parse<Naming>(naming);
        _api.Barcodes[777] = "x";
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, 1000).Select(i => ((long)i, 1))]);
        Assert.Equal((777L, "Refused: words"), (Assert.Single(result.Refused).ChrtId, result.Refused[0].Reason));
        Assert.Equal(999, result.Changed.Count);
        Assert.InRange(_api.Count("write"), 10, 22);
        Assert.InRange(_api.Count("read"), 21, 24);
    }

    [Fact]
    public async Task What_a_refusal_has_set_and_buyers_have_bought_is_not_set_once_more()
    {
        Have((1, 2), (2, 0), (3, 9), (4, 9), (5, 0), (6, 0));
        _api.AppliesRest = true;
        _api.Refused[5] = Naming.ChrtId;
        bool isFirst = true;
        _api.AfterWrite = () =>
        {
            if (!isFirst)
                return;
            isFirst = false;
            _api.Stocks[1] = 1;
            _api.Stocks[2] = 3;
            _api.Stocks[4] = 1;
        };
        StockSyncResult result = await SyncAsync([(1, 7), (2, 4), (3, 5), (4, 2), (5, 1), (6, 2)]);
        Assert.Equal([(2, 3), (3, 5), (6, 2)], result.Changed.Select(row => (row.ChrtId, row.Now!.Value)));
        Assert.Equal([(1, 1), (4, 1)], result.Unknown.Select(row => (row.ChrtId, row.Now!.Value)));
        Assert.All(result.Unknown, row => Assert.Equal("WB refused other rows of the same request, and may have set this one.", row.Reason));
        Assert.Equal(5, Assert.Single(result.Refused).ChrtId);
        Assert.Equal(["read 6", "write 6", "read 5"], _api.Calls);
    }

    [Fact]
    public async Task What_a_refusal_has_not_set_is_sent_once_more_as_it_was_read()
    {
        Have((1, 9), (2, 3));
        _api.Refused[3] = Naming.ChrtId;
        bool isFirst = true;
        _api.AfterWrite = () =>
        {
            if (isFirst)
                _api.Stocks[1] = 8;
            isFirst = false;
        };
        StockSyncResult result = await SyncAsync([(1, 4), (2, 5), (3, 1)]);
        Assert.Equal([(1, 4), (2, 5)], result.Changed.Select(row => (row.ChrtId, row.Now!.Value)));
        Assert.Equal(["read 3", "write 3", "read 2", "read 2", "write 2", "read 2"], _api.Calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_stock_that_cannot_be_read_is_unknown_and_not_sent(int desired)
    {
        Have((1, 7), (2, 1));
        _api.Unreadable.Add(1);
        StockSyncResult result = await SyncAsync([(1, desired), (2, 2)]);
        Assert.Equal((1L, null), (Assert.Single(result.Unknown).ChrtId, result.Unknown[0].Now));
        Assert.Contains("cannot be read", result.Unknown[0].Reason, StringComparison.Ordinal);
        Assert.False(result.IsInStep);
        Assert.Equal([7, 2], _api.Stocks.Values);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.Taken))]
    [InlineData(nameof(WriteAnswer.LostBefore))]
    public async Task A_stock_that_cannot_be_read_any_more_after_it_was_sent_is_unknown(string answer)
    {
        Have((1, 7), (2, 9), (3, 1));
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        _api.AfterRead = () => _api.Unreadable.UnionWith([1, 3]);
        StockSyncResult result = await SyncAsync([(1, 0), (2, 4), (3, 6)]);
        Assert.Equal([1L, 3L], result.Unknown.Select(row => row.ChrtId));
        Assert.All(result.Unknown, row => Assert.Contains("cannot be read", row.Reason, StringComparison.Ordinal));
        Assert.Equal(2, Assert.Single(result.Changed).ChrtId);
        Assert.True(_api.Applied.Count(write => write.ContainsKey(1)) <= 1);
    }

    [Fact]
    public async Task Where_WB_refuses_all_and_names_none_it_is_not_asked_without_end()
    {
        for (int i = 1; i <= 1000; i++)
            _api.Refused[i] = Naming.None;
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, 1000).Select(i => ((long)i, 1))]);
        Assert.Equal(1000, result.Refused.Count);
        Assert.InRange(_api.Count("write"), 30, 70);
        Assert.Contains(result.Refused, row => row.Reason!.Contains("was not looked for any more: Refused: words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_many_thousands_WB_refuses_the_looking_costs_no_more_than_for_one()
    {
        for (int i = 1; i <= 20_000; i++)
            _api.Refused[i] = Naming.None;
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, 20_000).Select(i => ((long)i, 1))]);
        Assert.Equal(20_000, result.Refused.Count);

        // One for each thousand, and those of the looking.
        Assert.InRange(_api.Count("write"), 50, 70);
    }

    [Fact]
    public async Task Rows_that_WB_names_are_set_apart_in_each_of_many_thousands()
    {
        long[] bad = [.. Enumerable.Range(0, 50).Select(i => (1000L * i) + 7)];
        foreach (long chrtId in bad)
            _api.Refused[chrtId] = Naming.ChrtId;
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, 50_000).Select(i => ((long)i, 1))]);
        Assert.Equal(bad, result.Refused.Select(row => row.ChrtId));
        Assert.Equal(50_000 - bad.Length, result.Changed.Count);
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_more_is_asked_or_sent()
    {
        _api.BeforeRead = () => _clock.Advance(TimeSpan.FromMinutes(6));
        var exception = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => SyncAsync([.. Enumerable.Range(1, 5000).Select(i => ((long)i, i > 2000 ? 1 : 0))]));
        Assert.Equal(["read 1000", "read 1000", "read 1000"], _api.Calls);
        StockSyncResult result = exception.GetStockSyncResult()!;
        Assert.Equal((2000, 3000), (result.Unchanged.Count, result.Pending.Count));
        Assert.Equal(Delivery.NotSent, exception.Delivery);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.Blocked))]
    [InlineData(nameof(WriteAnswer.Processing))]
    public async Task A_warehouse_that_is_worked_on_is_waited_for(string answer)
    {
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        _api.ProcessingLooks = 3;
        var told = new List<StockSyncProgress>();
        StockSyncResult result = await Sync().SyncAsync(WarehouseId, [new Stock { ChrtId = 1, Quantity = 2 }], new Told(told), Cancel);
        Assert.Single(result.Changed);
        Assert.Equal(["read 1", "write 1", "look", "look", "look", "look", "write 1", "read 1"], _api.Calls);
        Assert.Equal([5, 10, 20, 40], _clock.Waits.Select(delay => delay.TotalSeconds));
        Assert.Equal([false, true, false, false], told.Select(one => one.IsWaitingForWarehouse));
        Assert.Equal(new StockSyncProgress { Total = 1, Compared = 1, Different = 1, Settled = 1 }, told[^1]);
    }

    [Fact]
    public async Task A_warehouse_that_is_blocked_and_not_shown_so_is_tried_again_more_and_more_rarely()
    {
        for (int i = 0; i < 6; i++)
            _api.Answers.Enqueue(WriteAnswer.Blocked);
        Assert.Single((await SyncAsync([(1, 2)])).Changed);
        Assert.Equal([5, 10, 20, 40, 60, 60], _clock.Waits.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task The_wait_for_a_warehouse_ends_and_tells_what_is_known()
    {
        Have((1, 1));
        _api.Answers.Enqueue(WriteAnswer.Blocked);
        _api.ProcessingLooks = int.MaxValue;
        var exception = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => SyncAsync([(1, 1), (2, 2)], new StockSyncOptions { MaxWait = TimeSpan.FromMinutes(2) }));
        StockSyncResult result = exception.GetStockSyncResult()!;
        Assert.Equal((1L, 2L), (Assert.Single(result.Unchanged).ChrtId, Assert.Single(result.Pending).ChrtId));
        Assert.Equal((Delivery.NotSent, TimeSpan.FromMinutes(2)), (exception.Delivery, exception.Timeout));
        Assert.True(_clock.Waits.Sum(delay => delay.TotalSeconds) <= 120);
    }

    [Fact]
    public async Task A_banned_seller_and_a_warehouse_that_is_deleted_are_not_waited_for()
    {
        _api.Answers.Enqueue(WriteAnswer.Banned);
        var banned = await Assert.ThrowsAsync<WildberriesApiException>(() => SyncAsync([(1, 2)]));
        Assert.Equal("StatusNotAcceptable", banned.Code);
        Assert.Single(banned.GetStockSyncResult()!.Pending);
        Assert.Empty(_clock.Waits);

        _api.Answers.Enqueue(WriteAnswer.Processing);
        _api.IsDeleting = true;
        Assert.Equal("StoreIsProcessing", (await Assert.ThrowsAsync<WildberriesConflictException>(() => SyncAsync([(1, 2)]))).Code);

        _api.Answers.Enqueue(WriteAnswer.NoWarehouse);
        Assert.Single((await Assert.ThrowsAsync<WildberriesNotFoundException>(() => SyncAsync([(1, 2)]))).GetStockSyncResult()!.Pending);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.LostBefore), 2)]
    [InlineData(nameof(WriteAnswer.LostAfter), 1)]
    public async Task What_can_be_seen_not_to_have_come_about_is_sent_again_and_what_has_is_not(string answer, int writes)
    {
        Have((1, 9), (2, 1));
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        StockSyncResult result = await SyncAsync([(1, 3), (2, 5), (3, 2)]);
        Assert.Equal(3, result.Changed.Count);
        Assert.Equal(writes, _api.Count("write"));
        Assert.Single(_api.Applied);
        Assert.Equal([3, 5, 2], _api.Stocks.Values);
    }

    [Fact]
    public async Task What_never_comes_about_is_unknown_and_not_changed()
    {
        for (int i = 0; i < 10; i++)
            _api.Answers.Enqueue(WriteAnswer.Ignored);
        StockSyncResult result = await SyncAsync([(1, 3)]);
        Assert.Equal(("WB took it, and what was read afterwards is not as it was set.", 1), (Assert.Single(result.Unknown).Reason, _api.Count("write")));
        _api.Answers.Clear();
        for (int i = 0; i < 10; i++)
            _api.Answers.Enqueue(WriteAnswer.LostBefore);
        result = await SyncAsync([(2, 3)]);
        Assert.Contains("lost", Assert.Single(result.Unknown).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.Taken), 1)]
    [InlineData(nameof(WriteAnswer.Taken), 3)]
    [InlineData(nameof(WriteAnswer.LostAfter), 1)]
    [InlineData(nameof(WriteAnswer.LostAfter), 3)]
    public async Task Pieces_that_are_sold_before_they_are_seen_are_not_sold_again(string answer, int sizes)
    {
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        int sold = 0;
        _api.BeforeRead = () =>
        {
            sold += _api.Stocks.Values.Sum();
            _api.Stocks.Clear();
        };
        StockSyncResult result = await SyncAsync([.. Enumerable.Range(1, sizes).Select(i => ((long)i, i))]);
        Assert.Equal((sizes, 1), (result.Unknown.Count, _api.Count("write")));
        Assert.Equal(sizes * (sizes + 1) / 2, sold);
        Assert.All(result.Unknown, row => Assert.NotNull(row.Reason));
    }

    [Fact]
    public async Task What_WB_says_yes_to_and_does_not_do_is_told_as_unknown()
    {
        // A body that it does not understand, for example.
        Have((1, 9), (2, 1));
        _api.Answers.Enqueue(WriteAnswer.Ignored);
        StockSyncResult result = await SyncAsync([(1, 3), (2, 5), (3, 2)]);
        Assert.Equal([1L, 2L, 3L], result.Unknown.Select(row => row.ChrtId));
        Assert.All(result.Unknown, row => Assert.Equal("WB took it, and what was read afterwards is not as it was set.", row.Reason));
        Assert.Equal(["read 3", "write 3", "read 3", "read 3", "read 3", "read 3"], _api.Calls);
    }

    [Fact]
    public async Task What_WB_took_and_shows_late_is_not_set_again_when_pieces_of_it_are_sold()
    {
        // It was lowered to 3, one of these is sold, and what is read is from before.
        Have((1, 9));
        int reads = 0;
        _api.AfterWrite = () => _api.Stocks[1] = 2;
        _api.Shown = (_, stock) => ++reads is 2 or 3 ? 9 : stock;
        StockSyncRow row = Assert.Single((await SyncAsync([(1, 3)])).Changed);
        Assert.Equal((2, 1), (row.Now, _api.Count("write")));
        Assert.Equal(2, _api.Stocks[1]);
    }

    [Fact]
    public async Task What_is_sold_meanwhile_is_not_set_again()
    {
        Have((1, 0), (2, 9), (3, 4));

        // After the write: four of five are sold, then all of the second, and one more of the third than was added.
        _api.AfterWrite = () =>
        {
            _api.Stocks[1] = 1;
            _api.Stocks[2] = 0;
            _api.Stocks[3] = 3;
        };
        StockSyncResult result = await SyncAsync([(1, 5), (2, 3), (3, 5)]);
        Assert.Equal([(1, 1), (2, 0)], result.Changed.Select(row => (row.ChrtId, row.Now!.Value)));

        // Whether the third was set at all, nobody can say; to set it once more could sell what is not there.
        Assert.Equal((3L, 3), (Assert.Single(result.Unknown).ChrtId, result.Unknown[0].Now!.Value));
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task Too_much_is_set_again_where_the_answer_was_lost_whatever_became_of_the_others()
    {
        Have((1, 0), (2, 9));
        int writes = 0;
        _api.Answers.Enqueue(WriteAnswer.LostAfter);
        _api.AfterWrite = () => _api.Stocks[2] = ++writes == 1 ? 8 : _api.Stocks[2];
        StockSyncResult result = await SyncAsync([(1, 5), (2, 3)]);
        Assert.Equal(2, result.Changed.Count);
        Assert.Equal(["read 2", "write 2", "read 2", "read 1", "write 1", "read 1"], _api.Calls);
        Assert.Equal(3, _api.Stocks[2]);
    }

    [Fact]
    public async Task What_WB_shows_a_little_later_is_changed_and_not_sent_again()
    {
        int reads = 0;
        _api.BeforeRead = () =>
        {
            // The second read is too early.
            if (++reads == 2)
                _api.Stocks.Remove(1);
            else if (reads == 3)
                _api.Stocks[1] = 5;
        };
        Assert.Single((await SyncAsync([(1, 5)])).Changed);
        Assert.Equal(["read 1", "write 1", "read 1", "read 1"], _api.Calls);
        Assert.Equal([5], _clock.Waits.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task Calls_that_did_not_reach_WB_are_repeated_as_long_as_there_is_time()
    {
        _api.Answers.Enqueue(WriteAnswer.NotSent);
        _api.Answers.Enqueue(WriteAnswer.NotSent);
        _api.Answers.Enqueue(WriteAnswer.Limited);
        _api.ReadFailures.Enqueue(new WildberriesServerException("503"));
        _api.ReadFailures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromSeconds(30) });
        Assert.Single((await SyncAsync([(1, 5)])).Changed);
        Assert.Equal([1, 30, 1, 2, 7], _clock.Waits.Select(delay => delay.TotalSeconds));

        for (int i = 0; i < 20; i++)
            _api.Answers.Enqueue(WriteAnswer.NotSent);
        var exception = await Assert.ThrowsAsync<WildberriesConnectionException>(() => SyncAsync([(2, 5)], new StockSyncOptions { MaxWait = TimeSpan.FromSeconds(90) }));
        Assert.Single(exception.GetStockSyncResult()!.Pending);
    }

    [Fact]
    public async Task A_failure_after_a_write_leaves_unknown_what_could_not_be_read()
    {
        Have((1, 1));
        _api.ReadFailures.Enqueue(null);
        _api.ReadFailures.Enqueue(new WildberriesAccessException("403"));
        var exception = await Assert.ThrowsAsync<WildberriesAccessException>(() => SyncAsync([(1, 1), (2, 5)]));
        StockSyncResult result = exception.GetStockSyncResult()!;
        Assert.Equal((2L, "It was sent, and not read afterwards."), (Assert.Single(result.Unknown).ChrtId, result.Unknown[0].Reason));
        Assert.Single(result.Unchanged);
    }

    [Fact]
    public async Task A_cancellation_in_a_write_leaves_its_rows_unknown()
    {
        using var cancellation = new CancellationTokenSource();
        _api.BeforeWrite = () =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        };
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Sync().SyncAsync(WarehouseId, [new Stock { ChrtId = 1, Quantity = 1 }], cancellationToken: cancellation.Token));
        Assert.Single(exception.GetStockSyncResult()!.Unknown);
    }

    [Fact]
    public void Options_are_checked()
    {
        var api = new FakeStocksApi();
        Assert.Throws<ArgumentException>(() => new StockSynchronizer(api, new StockSyncOptions { AllSizes = [], AllSizesStream = _ => Stream(1L) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockSynchronizer(api, new StockSyncOptions { MaxWait = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockSynchronizer(api, new StockSyncOptions { PollInterval = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockSynchronizer(api, new StockSyncOptions { LeaseDuration = TimeSpan.FromSeconds(9) }));
        Assert.Throws<ArgumentException>(() => new StockSynchronizer(api, new StockSyncOptions { SellerId = " " }));
        Assert.Throws<ArgumentNullException>(() => new StockSynchronizer(null!));
    }

    [Fact]
    public async Task What_a_partial_refusal_has_set_and_shows_late_is_not_set_again()
    {
        Have((1, 0), (2, 0));
        _api.Refused[1] = Naming.ChrtId;
        (_api.AppliesRest, _api.ShowsRestLate) = (true, true);

        // Two pieces are sold before it shows.
        int reads = 0;
        _api.BeforeRead = () => _api.Stocks[2] -= ++reads == 3 ? 2 : 0;
        StockSyncResult result = await SyncAsync([(1, 3), (2, 5)]);
        Assert.Equal([(StockSyncOutcome.Refused, 0), (StockSyncOutcome.Changed, 3)], result.Rows.Select(row => (row.Outcome, row.Now ?? 0)));
        Assert.Equal(3, _api.Stocks[2]);
        Assert.Equal(["read 2", "write 2", "read 1", "read 1"], _api.Calls);
    }

    [Fact]
    public async Task What_a_partial_refusal_may_have_set_is_not_set_again_where_there_is_no_time_to_look_twice()
    {
        Have((1, 0), (2, 0));
        _api.Refused[1] = Naming.ChrtId;
        (_api.AppliesRest, _api.ShowsRestLate) = (true, true);
        StockSyncResult result = await SyncAsync([(1, 3), (2, 5)], new StockSyncOptions { MaxWait = TimeSpan.FromMinutes(2), PollInterval = TimeSpan.FromMinutes(3) });
        Assert.Equal((StockSyncOutcome.Unknown, "WB refused other rows of the same request, and may have set this one."), (result.Rows[1].Outcome, result.Rows[1].Reason));
        Assert.Equal(1, _api.Count("write"));
    }

    private void Have(params (long ChrtId, int Quantity)[] stocks)
    {
        foreach ((long chrtId, int quantity) in stocks)
            _api.Stocks[chrtId] = quantity;
    }

    private StockSynchronizer Sync(StockSyncOptions? options = null) => new(_api, options, _clock);

    private Task<StockSyncResult> SyncAsync((long ChrtId, int Quantity)[] desired, StockSyncOptions? options = null) =>
        Sync(options).SyncAsync(WarehouseId, desired.Select(row => new Stock { ChrtId = row.ChrtId, Quantity = row.Quantity }), cancellationToken: Cancel);

    private static async IAsyncEnumerable<T> Stream<T>(params T[] items)
    {
        foreach (T item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private sealed class Told(List<StockSyncProgress> reports) : IProgress<StockSyncProgress>
    {
        public void Report(StockSyncProgress value) => reports.Add(value);
    }
}
