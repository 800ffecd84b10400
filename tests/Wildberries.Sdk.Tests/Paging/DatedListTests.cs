using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

public sealed class DatedListTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_empty_page_where_rows_must_be_is_asked_for_once_more()
    {
        List<Row> rows = [.. Enumerable.Range(0, 100).Select(i => new Row(i.ToString(CultureInfo.InvariantCulture), Start.AddMinutes(i)))];
        int asked = 0;
        var list = new DatedList<Row>
        {
            Operation = "Test.GetRows",
            IdOf = row => row.Id,
            TimeOf = row => row.Time,
            Take = 30,
            MaxSkip = 1_000,
            GetPage = (request, _) => Task.FromResult<IReadOnlyList<Row>>(
                ++asked == 2 ? [] : [.. rows.Where(row => row.Time!.Value.ToUnixTimeSeconds() >= (request.From ?? 0)).Skip(request.Skip).Take(request.Take)]),
        };
        Assert.Equal(rows, await list.ReadAsync([], Cancel).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_row_comes_twice_and_none_is_lost_that_was_there_all_the_time(bool hasPeriod)
    {
        int moved = 0, steps = 0;
        await Gen.Select(
            Gen.Select(Gen.Int[0, 40], Gen.Bool).Array[0, 120],
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 1000], Gen.Int[0, 3]).Array[0, 4].Array[0, 60],
            Gen.Int[12, 40],
            Gen.Bool,
            Gen.Bool,
            Gen.Int[11, 60]).SampleAsync(
            async (rows, changes, take, isNewestFirst, isExclusive, cap) =>
            {
                var server = new Server { IsNewestFirst = isNewestFirst, IsExclusive = isExclusive, Cap = cap };
                foreach ((int second, _) in rows)
                    server.Add(second);
                var stayed = server.Rows.Select(row => row.Id).ToHashSet();
                server.BeforePage = call =>
                {
                    if (call == 1 || call - 2 >= changes.Length)
                        return;

                    // One of three leaves, the others come.
                    foreach ((int second, int which, int kind) in changes[call - 2])
                    {
                        if (kind > 1)
                        {
                            server.Add(second);
                        }
                        else if (server.Rows.Count > 0)
                        {
                            Row gone = server.Rows[which % server.Rows.Count];
                            server.Rows.Remove(gone);
                            stayed.Remove(gone.Id);
                        }

                        moved++;
                    }
                };
                List<Row> read = await ReadAsync(ListOf(server, take) with { HasPeriod = hasPeriod, IsNewestFirst = isNewestFirst });
                steps += server.Requests.Zip(server.Requests.Skip(1)).Count(pair => pair.Second.Skip < pair.First.Skip && pair.Second.From == pair.First.From);
                Assert.Equal(read.Count, read.Select(row => row.Id).Distinct().Count());
                Assert.Subset(read.Select(row => row.Id).ToHashSet(), stayed);
            },
            iter: 2000);
        Assert.True(moved > 1000);
        Assert.True(hasPeriod || steps > 0);
    }

    [Fact]
    public async Task Where_WB_filters_by_time_the_next_page_begins_a_second_before_the_last_row()
    {
        var server = new Server();
        for (int second = 0; second < 50; second++)
            server.Add(second);
        Assert.Equal(50, (await ReadAsync(ListOf(server, 20))).Count);
        Assert.All(server.Requests, request => Assert.Equal(0, request.Skip));
        Assert.Equal([null, 18L, 36L, 48L], server.Requests.Select(request => request.From - Start.ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task An_empty_list_costs_one_request()
    {
        var server = new Server();
        Assert.Empty(await ReadAsync(ListOf(server, 20)));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_period_is_exact_whether_WB_counts_its_bounds_or_not()
    {
        foreach (bool isExclusive in (bool[])[false, true])
        {
            var server = new Server { IsExclusive = isExclusive };
            for (int second = 0; second < 10; second++)
                server.Add(second);
            List<Row> read = await ReadAsync(ListOf(server, 20) with { From = Start.AddSeconds(3), To = Start.AddSeconds(6) });
            Assert.Equal([3, 4, 5, 6], read.Select(row => (int)(row.Time!.Value - Start).TotalSeconds));
        }
    }

    [Fact]
    public async Task What_WB_lets_nobody_reach_is_told_and_not_left_out()
    {
        var server = new Server();
        for (int i = 0; i < 100; i++)
            server.Add(7);
        List<Row> read = [];
        WildberriesResponseException exception = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (Row row in (ListOf(server, 20) with { MaxSkip = 60, MaxReach = 61 }).ReadAsync([], Cancel))
                read.Add(row);
        });
        Assert.Equal(61, read.Count);
        Assert.Contains("61 rows", exception.Message, StringComparison.Ordinal);
        Assert.Contains("2026-10-01 12:00:06Z", exception.Message, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.True(request.Skip + request.Take <= 61));
    }

    [Fact]
    public async Task More_rows_than_WB_reaches_come_if_they_are_of_different_times()
    {
        var server = new Server();
        for (int i = 0; i < 500; i++)
            server.Add(i / 3);
        Assert.Equal(500, (await ReadAsync(ListOf(server, 20) with { MaxSkip = 40, MaxReach = 40 })).Count);
    }

    [Fact]
    public async Task Rows_that_are_not_in_the_order_of_their_times_are_read_by_position()
    {
        var server = new Server { IsUnsorted = true };
        for (int i = 0; i < 100; i++)
            server.Add(i * 37 % 100);
        Assert.Equal(100, (await ReadAsync(ListOf(server, 30))).Count);
        Assert.All(server.Requests, request => Assert.Null(request.From));
    }

    [Fact]
    public async Task The_same_page_over_and_over_is_an_error()
    {
        var server = new Server { IgnoresEverything = true };
        for (int i = 0; i < 100; i++)
            server.Add(7);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => ReadAsync(ListOf(server, 20)));
        Assert.InRange(server.Requests.Count, 2, 20);
    }

    [Fact]
    public async Task A_row_without_an_id_is_not_lost()
    {
        var server = new Server();
        server.Add(1);
        server.Rows.Add(new Row("", Start.AddSeconds(2)));
        Assert.Contains(await ReadAsync(ListOf(server, 20)), row => row.Id.Length == 0);
    }

    private static DatedList<Row> ListOf(Server server, int take) => new()
    {
        Operation = "Test.GetRows",
        GetPage = (request, _) => Task.FromResult(server.GetPage(request)),
        IdOf = row => row.Id,
        TimeOf = row => row.Time,
        Take = take,
        MaxSkip = int.MaxValue,
    };

    private static async Task<List<Row>> ReadAsync(DatedList<Row> list)
    {
        List<Row> read = [];
        await foreach (Row row in list.ReadAsync([], Cancel))
            read.Add(row);
        return read;
    }

    private sealed record Row(string Id, DateTimeOffset? Time);

    /// <summary>A list as a server keeps it: by time, those of one time in the order in which they came.</summary>
    private sealed class Server
    {
        private int _last;

        public List<Row> Rows { get; } = [];

        public List<DatedRequest> Requests { get; } = [];

        public bool IsNewestFirst { get; init; }

        public bool IsExclusive { get; init; }

        public bool IsUnsorted { get; init; }

        public bool IgnoresEverything { get; init; }

        public int Cap { get; init; } = int.MaxValue;

        public Action<int>? BeforePage { get; set; }

        public void Add(int second)
        {
            _last++;
            Rows.Add(new Row(_last.ToString(CultureInfo.InvariantCulture), Start.AddSeconds(second).AddMilliseconds(_last % 3 * 300)));
        }

        public IReadOnlyList<Row> GetPage(DatedRequest request)
        {
            Requests.Add(request);
            BeforePage?.Invoke(Requests.Count);
            if (IgnoresEverything)
                return [.. Rows.Take(request.Take)];
            IEnumerable<Row> found = Rows.Where(row => IsIn(row.Time!.Value, request));
            if (!IsUnsorted)
                found = IsNewestFirst ? found.OrderByDescending(row => row.Time) : found.OrderBy(row => row.Time);
            return [.. found.Skip(request.Skip).Take(Math.Min(request.Take, Cap))];
        }

        private bool IsIn(DateTimeOffset time, DatedRequest request)
        {
            DateTimeOffset? from = request.From is { } first ? DateTimeOffset.FromUnixTimeSeconds(first) : null;
            DateTimeOffset? to = request.To is { } last ? DateTimeOffset.FromUnixTimeSeconds(last) : null;
            return IsExclusive ? !(time <= from) && !(time >= to) : !(time < from) && !(time > to);
        }
    }
}
