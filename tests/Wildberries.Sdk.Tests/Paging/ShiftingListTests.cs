using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

public sealed class ShiftingListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(39, 2)]
    [InlineData(58, 3)]
    public async Task A_list_that_stays_as_it_is_costs_no_request_too_many(int count, int requests)
    {
        var server = new Server(count);
        Assert.Equal(server.Rows, await server.ReadAsync(20));
        Assert.Equal(requests, server.Offsets.Count);
    }

    [Fact]
    public async Task No_rows_of_fifty_are_no_empty_list()
    {
        var server = new Server(0) { Total = () => 50 };
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ReadAsync(20));
        Assert.Contains("has 50 rows as WB says, and WB sent none of them", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Without_a_count_a_short_page_is_the_end()
    {
        var server = new Server(39) { Total = () => 0 };
        Assert.Equal(39, (await server.ReadAsync(20)).Count);
        Assert.Equal([0, 19, 38], server.Offsets);
    }

    [Fact]
    public async Task No_row_is_lost_or_comes_twice_whatever_leaves_and_comes_meanwhile() =>
        await Gen.Select(Gen.Int[0, 150], Gen.Int[2, 30], Gen.Select(Gen.Int[0, 60], Gen.Int[0, 8], Gen.Int[0, 8]).Array[0, 12], Gen.Bool).SampleAsync(
            async (count, limit, script, total) =>
            {
                var server = new Server(count);
                if (!total)
                    server.Total = () => 0;
                HashSet<string> there = [.. server.Rows];
                int step = 0;
                server.BeforePage = () =>
                {
                    if (server.Offsets.Count == 0 || step >= script.Length)
                        return;
                    (int leave, int above, int below) = script[step++];
                    for (int i = 0; i < leave && server.Rows.Count > 0; i++)
                    {
                        string left = server.Rows[i * 7 % server.Rows.Count];
                        server.Rows.Remove(left);
                        there.Remove(left);
                    }

                    server.Rows.InsertRange(0, server.Next(above));
                    server.Rows.AddRange(server.Next(below));
                };
                List<string> read = await server.ReadAsync(limit);
                Assert.Equal(read.Distinct(), read);
                Assert.Empty(there.Except(read));
            });

    [Fact]
    public async Task What_moves_from_below_to_above_is_found_by_the_count()
    {
        var server = new Server(100);
        server.BeforePage = () =>
        {
            if (server.Offsets.Count != 2)
                return;
            string moved = server.Rows[^1];
            server.Rows.RemoveAt(99);
            server.Rows.Insert(0, moved);
        };
        List<string> read = await server.ReadAsync(20);
        Assert.Equal(100, read.Count);
        Assert.Equal("100", read[^1]);
    }

    [Fact]
    public async Task All_that_was_read_may_be_gone()
    {
        var server = new Server(60);
        server.BeforePage = () =>
        {
            if (server.Offsets.Count == 2)
                server.Rows.RemoveRange(0, 45);
        };
        List<string> read = await server.ReadAsync(20);
        Assert.Equal(Enumerable.Range(46, 15).Select(Text), read.TakeLast(15));
    }

    [Fact]
    public async Task A_count_that_is_too_great_ends_all_the_same()
    {
        var server = new Server(45) { Total = () => 50 };
        Assert.Equal(45, (await server.ReadAsync(20)).Count);
        Assert.InRange(server.Offsets.Count, 3, 8);
    }

    [Fact]
    public async Task Rows_without_an_id_come_and_are_no_progress()
    {
        var server = new Server(3);
        server.Rows[1] = "";
        Assert.Equal(["1", "", "3"], await server.ReadAsync(20));
        server = new Server(30);
        for (int i = 0; i < 30; i++)
            server.Rows[i] = "";
        await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ReadAsync(20));
    }

    [Fact]
    public async Task A_server_that_always_sends_its_first_page_is_no_end_and_no_loop()
    {
        var server = new Server(100) { IgnoresOffset = true };
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ReadAsync(20));
        Assert.Equal(("Test.GetRows", Delivery.Answered), (error.Operation, error.Delivery));
        Assert.InRange(server.Offsets.Count, 2, 12);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Server
    {
        private int _last;

        public Server(int count)
        {
            Rows = [.. Next(count)];
            Total = () => Rows.Count;
        }

        public List<string> Rows { get; }

        public Func<int> Total { get; set; }

        public bool IgnoresOffset { get; init; }

        public Action? BeforePage { get; set; }

        public List<int> Offsets { get; } = [];

        public IEnumerable<string> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Text(++_last))];

        public async Task<List<string>> ReadAsync(int limit) => await ShiftingList.ReadAsync(
            "Test.GetRows",
            limit,
            async (offset, _) =>
            {
                await Task.Yield();
                BeforePage?.Invoke();
                Offsets.Add(offset);
                return new Page<string>([.. Rows.Skip(IgnoresOffset ? 0 : offset).Take(limit)], Total());
            },
            row => row,
            Cancel).ToListAsync(Cancel);
    }
}
