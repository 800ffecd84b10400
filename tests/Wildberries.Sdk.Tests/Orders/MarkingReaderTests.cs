using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class MarkingReaderTests
{
    private readonly JumpingTimeProvider _clock = new();
    private readonly List<long[]> _asked = [];
    private readonly Queue<Exception> _failures = [];

    [Fact]
    public async Task Only_orders_that_are_being_checked_are_asked_for_again()
    {
        IReadOnlyList<OrderMarking> orders = await WaitAsync([1, 2, 3, 2], TimeSpan.FromMinutes(30), (id, round) => (id, round) switch
        {
            (1, _) => [MarkingDecision.SgtinIntroduced, MarkingDecision.Optional],
            (2, < 3) => [MarkingDecision.Filled, MarkingDecision.Pending],
            (2, _) => [MarkingDecision.Filled, MarkingDecision.UinMaySell],
            (3, < 5) => [MarkingDecision.Pending],
            _ => [MarkingDecision.SgtinNotFound],
        });
        Assert.Equal([[1, 2, 3], [2, 3], [2, 3], [3], [3]], _asked);
        Assert.Equal([3, 6, 12, 24], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal([1, 2, 3], orders.Select(order => order.OrderId));
        Assert.Equal(
            [MarkingState.Passed, MarkingState.Passed, MarkingState.Passed, MarkingState.Passed, MarkingState.Failed],
            orders.SelectMany(order => order.Details).Select(detail => detail.State));
    }

    [Fact]
    public async Task What_is_not_checked_in_time_is_pending()
    {
        IReadOnlyList<OrderMarking> orders = await WaitAsync([1], TimeSpan.FromMinutes(3), (_, _) => [MarkingDecision.Pending]);
        Assert.Equal([3, 6, 12, 24, 48, 60, 27], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(MarkingState.Pending, Assert.Single(Assert.Single(orders).Details).State);
    }

    [Fact]
    public async Task An_order_that_WB_does_not_name_is_asked_for_again()
    {
        IReadOnlyList<OrderMarking> orders = await WaitAsync([1, 2], TimeSpan.FromMinutes(30), (id, round) => id == 2 && round < 3 ? null : [MarkingDecision.SgtinNotFound]);
        Assert.Equal([[1, 2], [2], [2]], _asked);
        Assert.Equal([1, 2], orders.Select(order => order.OrderId));

        Assert.Empty(await WaitAsync([3], TimeSpan.FromSeconds(5), (_, _) => null));
    }

    [Fact]
    public async Task An_order_that_WB_never_names_keeps_nobody_longer_than_its_list_may_lag()
    {
        IReadOnlyList<OrderMarking> orders = await WaitAsync([1, 2], TimeSpan.FromMinutes(30), (id, _) => id == 2 ? null : [MarkingDecision.Filled]);
        Assert.Equal([1], orders.Select(order => order.OrderId));
        Assert.Equal([3, 6, 12, 24, 48, 60], _clock.Waits.Select(wait => wait.TotalSeconds));

        // One that is being checked is waited for all the same, and so is one that comes late.
        orders = await WaitAsync([1, 2, 3], TimeSpan.FromMinutes(30), (id, round) => (id, round) switch
        {
            (1, < 9) => [MarkingDecision.Pending],
            (2, < 5) or (3, _) => null,
            _ => [MarkingDecision.Filled],
        });
        Assert.Equal([(1, MarkingState.Passed), (2, MarkingState.Passed)], orders.Select(order => (order.OrderId, Assert.Single(order.Details).State)));
        Assert.Equal([1], _asked[^1]);
    }

    [Fact]
    public async Task A_limit_and_an_outage_do_not_end_a_long_wait()
    {
        _failures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromMinutes(2) });
        _failures.Enqueue(new WildberriesServerException("502"));
        _failures.Enqueue(new WildberriesServerException("502"));
        IReadOnlyList<OrderMarking> orders = await WaitAsync([1], TimeSpan.FromMinutes(30), (_, _) => [MarkingDecision.Filled]);
        Assert.Equal([120, 1, 2], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Single(orders);

        _failures.Enqueue(new WildberriesServerException("502"));
        await Assert.ThrowsAsync<WildberriesServerException>(() => WaitAsync([1], TimeSpan.Zero, (_, _) => [MarkingDecision.Filled]));
    }

    private Task<IReadOnlyList<OrderMarking>> WaitAsync(long[] ids, TimeSpan maxWait, Func<long, int, MarkingDecision[]?> decide)
    {
        var rounds = new Dictionary<long, int>();
        return MarkingReader.WaitAsync(
            ids,
            (open, time, token) => time.ReadAsync(async () =>
            {
                _asked.Add([.. open]);
                await Task.Yield();
                if (_failures.TryDequeue(out Exception? failure))
                    throw failure;
                return (IReadOnlyList<OrderMarking>)
                [
                    .. from id in open
                       let decisions = decide(id, rounds[id] = rounds.GetValueOrDefault(id) + 1)
                       where decisions is not null
                       select new OrderMarking { OrderId = id, Details = [.. decisions.Select(decision => new MarkingDetail { Decision = decision })] },
                ];
            }, token),
            order => order.OrderId,
            order => order.Details,
            maxWait,
            _clock,
            TestContext.Current.CancellationToken);
    }
}
