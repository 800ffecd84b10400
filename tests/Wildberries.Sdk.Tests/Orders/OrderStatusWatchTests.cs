using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class OrderStatusWatchTests
{
    private readonly JumpingTimeProvider _time = new();
    private int _asked;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_changes_is_reported()
    {
        List<(long, string?, string)> changes = await TakeAsync(
            3,
            null,
            call => call switch
            {
                1 => [(1, "new"), (2, "new")],
                2 => [(1, "new"), (2, "new")],
                3 => [(1, "confirm"), (2, "new")],
                4 => [(1, "confirm"), (2, "cancel")],
                _ => [(1, "complete"), (2, "cancel")],
            });
        Assert.Equal([(1, "new", "confirm"), (2, "new", "cancel"), (1, "confirm", "complete")], changes);
        Assert.Equal(5, _asked);
        Assert.All(_time.Waits, wait => Assert.Equal(TimeSpan.FromMinutes(1), wait));
    }

    [Fact]
    public async Task The_first_status_is_reported_where_that_is_wanted() => Assert.Equal(
        [(1, null, "new"), (1, "new", "confirm")],
        await TakeAsync(2, new OrderStatusWatchOptions { ReportFirst = true }, call => [(1, call < 3 ? "new" : "confirm")]));

    [Fact]
    public async Task An_order_that_WB_did_not_know_at_first_is_reported_and_one_that_vanishes_is_remembered()
    {
        List<(long, string?, string)> changes = await TakeAsync(
            2,
            null,
            call => call switch
            {
                1 => [(1, "new")],
                2 => [(1, "new"), (2, "new")],
                3 => [(2, "new")],
                _ => [(1, "cancel"), (2, "new")],
            });
        Assert.Equal([(2, null, "new"), (1, "new", "cancel")], changes);
    }

    [Fact]
    public async Task Rate_limits_and_outages_are_survived()
    {
        var options = new OrderStatusWatchOptions { Interval = TimeSpan.FromSeconds(5), MaxOutage = TimeSpan.FromMinutes(1) };
        List<(long, string?, string)> changes = await TakeAsync(
            1,
            options,
            call => call switch
            {
                1 => throw new WildberriesRateLimitException("later") { RetryAfter = TimeSpan.FromMinutes(2) },
                3 => throw new WildberriesServerException("down") { IsTransient = true },
                < 5 => [(1, "new")],
                _ => [(1, "confirm")],
            });
        Assert.Equal([(1, "new", "confirm")], changes);
        Assert.Equal([TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task A_limit_in_the_middle_of_many_orders_does_not_ask_again_for_those_before()
    {
        // Ten requests an hour, one at once: of two batches the second one is always too early.
        var permits = new List<long>();
        bool isLimited = true;
        var watch = new OrderStatusWatch<Status>(
            [.. Enumerable.Range(1, 1_500).Select(id => (long)id)],
            (ids, _) =>
            {
                permits.Add(ids[0]);
                isLimited = !isLimited;
                return isLimited
                    ? throw new WildberriesRateLimitException("later") { RetryAfter = TimeSpan.FromMinutes(6) }
                    : Task.FromResult(new OrderStatuses<Status> { Found = [.. ids.Select(id => new Status(id, "new"))] });
            },
            status => status.Id,
            (a, b) => a == b,
            new OrderStatusWatchOptions { ReportFirst = true },
            _time);
        List<long> told = [];
        await foreach (OrderStatusChange<Status> change in watch.ReadAsync(Cancel))
        {
            told.Add(change.OrderId);
            if (told.Count == 1_500)
                break;
        }

        Assert.Equal(Enumerable.Range(1, 1_500).Select(id => (long)id), told);
        Assert.Equal([1, 1_001, 1_001], permits);
        Assert.Equal([TimeSpan.FromMinutes(6)], _time.Waits);
    }

    [Fact]
    public async Task An_outage_in_the_middle_does_not_ask_again_for_those_before()
    {
        var asked = new List<long>();
        var watch = new OrderStatusWatch<Status>(
            [.. Enumerable.Range(1, 1_001).Select(id => (long)id)],
            (ids, _) =>
            {
                asked.Add(ids[0]);
                return asked.Count == 2
                    ? throw new WildberriesServerException("down") { IsTransient = true }
                    : Task.FromResult(new OrderStatuses<Status> { Found = [.. ids.Select(id => new Status(id, "new"))] });
            },
            status => status.Id,
            (a, b) => a == b,
            new OrderStatusWatchOptions { ReportFirst = true, MaxOutage = TimeSpan.FromMinutes(1) },
            _time);
        await foreach (OrderStatusChange<Status> change in watch.ReadAsync(Cancel))
        {
            if (change.OrderId == 1_001)
                break;
        }

        Assert.Equal([1, 1_001, 1_001], asked);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_when_it_is_made()
    {
        Assert.Throws<ArgumentException>("orderIds", () => Watch([], null, _ => []));
        Assert.Throws<ArgumentOutOfRangeException>("orderIds", () => Watch([0], null, _ => []));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Watch([1], new OrderStatusWatchOptions { Interval = TimeSpan.Zero }, _ => []));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Watch([1], new OrderStatusWatchOptions { MaxOutage = TimeSpan.FromDays(40) }, _ => []));
    }

    private OrderStatusWatch<Status> Watch(long[] ids, OrderStatusWatchOptions? options, Func<int, IEnumerable<(long Id, string Word)>> answer) => new(
        ids,
        (_, _) =>
        {
            _asked++;
            return Task.FromResult(new OrderStatuses<Status> { Found = [.. answer(_asked).Select(row => new Status(row.Id, row.Word))] });
        },
        status => status.Id,
        (a, b) => a == b,
        options,
        _time);

    private async Task<List<(long Id, string? Previous, string Current)>> TakeAsync(
        int count, OrderStatusWatchOptions? options, Func<int, IEnumerable<(long Id, string Word)>> answer)
    {
        var changes = new List<(long, string?, string)>();
        await foreach (OrderStatusChange<Status> change in Watch([1, 2], options, answer).ReadAsync(Cancel))
        {
            Assert.Equal(change.OrderId, change.Current.Id);
            changes.Add((change.OrderId, change.Previous?.Word, change.Current.Word));
            if (changes.Count == count)
                break;
        }

        return changes;
    }

    private sealed record Status(long Id, string Word);
}
