using System.Text.Json;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

public sealed class StockComparisonTests
{
    private const int Batch = 1000;

    [Fact]
    public void What_WB_does_not_know_has_nothing()
    {
        StockSyncRow[] rows = [Row(1, 5), Row(2, 0), Row(3, 0), Row(4, 1)];
        var different = new List<int> { 7 };
        Compare(new StockComparison(), rows, Of(new Stock { ChrtId = 1, Quantity = 5 }, null!, new Stock { ChrtId = 3, Quantity = 2 }, new Stock { ChrtId = 99, Quantity = 1 }), 10, different);
        Assert.Equal([7, 12, 13], different);
        Assert.Equal(
            [(5, StockSyncOutcome.Unchanged), (null, StockSyncOutcome.Unchanged), (2, StockSyncOutcome.Pending), (null, StockSyncOutcome.Pending)],
            rows.Select(row => (row.Before, row.Outcome)));
    }

    [Fact]
    public void A_batch_leaves_nothing_behind_for_the_next()
    {
        var comparison = new StockComparison();
        Compare(comparison, [Row(1, 5)], Of(new Stock { ChrtId = 1, Quantity = 5 }, new Stock { ChrtId = 2, Quantity = 9 }, Unreadable("amount") with { ChrtId = 3 }, Unreadable("chrtId")), 0, []);
        var different = new List<int>();
        Compare(comparison, [Row(2, 9), Row(3, 9)], Of(), 1, different);
        Assert.Equal([1, 2], different);
    }

    [Fact]
    public void An_amount_that_cannot_be_read_is_not_0()
    {
        StockSyncRow[] rows = [Row(1, 0), Row(2, 5), Row(3, 0)];
        var different = new List<int>();
        Compare(new StockComparison(), rows, Of(Unreadable("amount") with { ChrtId = 1 }, Unreadable("amount") with { ChrtId = 2 }), 0, different);
        Assert.Empty(different);
        Assert.Equal(
            [(StockSyncOutcome.Unknown, null, "odd"), (StockSyncOutcome.Unknown, null, "odd"), (StockSyncOutcome.Unchanged, null, null)],
            rows.Select(row => (row.Outcome, row.Before, row.Reason)));
    }

    [Theory]
    [InlineData("chrtId")]
    [InlineData("")]
    public void A_size_that_cannot_be_read_may_be_any_that_is_missing(string member)
    {
        StockSyncRow[] rows = [Row(1, 5), Row(2, 0), Row(3, 1)];
        var different = new List<int>();
        Compare(new StockComparison(), rows, Of(new Stock { ChrtId = 1, Quantity = 4 }, Unreadable(member)), 0, different);
        Assert.Equal([0], different);
        Assert.Equal([StockSyncOutcome.Pending, StockSyncOutcome.Unknown, StockSyncOutcome.Unknown], rows.Select(row => row.Outcome));
    }

    [Fact]
    public void A_list_that_cannot_be_read_tells_of_no_size()
    {
        StockSyncRow[] rows = [Row(1, 0)];
        Compare(new StockComparison(), rows, new StocksResponse { UnreadableProperties = Of("stocks") }, 0, []);
        Assert.Equal(StockSyncOutcome.Unknown, rows[0].Outcome);
    }

    [Fact]
    public void A_hundred_thousand_sizes_take_no_more_memory_than_a_thousand()
    {
        Measure(Batch);

        // The least of some: a collection in between counts as memory.
        long few = Enumerable.Range(0, 5).Min(_ => Measure(Batch)), many = Enumerable.Range(0, 5).Min(_ => Measure(100 * Batch));
        Assert.InRange(few, 1, 64 * 1024);
        Assert.InRange(many, 1, few + 1024);
    }

    private static long Measure(int sizes)
    {
        StockSyncRow[] rows = [.. Enumerable.Range(1, sizes).Select(i => Row(i, i % 50))];
        StocksResponse[] answers = [.. rows.Chunk(Batch).Select(part => Of([.. part.Select(row => new Stock { ChrtId = row.ChrtId, Quantity = (int)(row.ChrtId % 40) })]))];
        int count = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        var comparison = new StockComparison();
        var different = new List<int>(2 * Batch);
        for (int i = 0; i < answers.Length; i++)
        {
            Compare(comparison, rows.AsSpan(i * Batch, Batch), answers[i], i * Batch, different);
            count += different.Count;
            different.Clear();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(count > 0);
        return allocated;
    }

    private static void Compare(StockComparison comparison, Span<StockSyncRow> rows, StocksResponse stocks, int start, List<int> different) =>
        comparison.Compare(rows, stocks, start, different, "odd");

    private static StocksResponse Of(params Stock[] stocks) => new() { Stocks = stocks };

    private static Stock Unreadable(string member) => new() { UnreadableProperties = Of(member) };

    private static Dictionary<string, JsonElement> Of(string member) => new() { [member] = JsonElement.Parse("\"?\"") };

    private static StockSyncRow Row(long chrtId, int desired) => new() { ChrtId = chrtId, Desired = desired, Outcome = StockSyncOutcome.Pending };
}
