using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class FinalPriceReaderTests
{
    private readonly JumpingTimeProvider _clock = new();
    private readonly List<int> _asked = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prices_that_are_being_made_are_asked_for_again_and_no_others()
    {
        IReadOnlyList<FinalPriceResult> results = await ReadAsync(250, TimeSpan.FromMinutes(5), (id, round) => id % 3 == 0 && round < 4 ? Pending(id) : Ready(id));

        // Three requests for all, then one for every third, three times.
        Assert.Equal([100, 100, 50, 83, 83, 83], _asked);
        Assert.Equal([5, 10, 20], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(Enumerable.Range(1, 250).Select(i => ((long)i, false)), results.Select(result => (result.OrderId, result.IsPending)));
    }

    [Fact]
    public async Task What_is_not_ready_in_time_is_pending_and_what_WB_leaves_out_is_not_there()
    {
        IReadOnlyList<FinalPriceResult> results = await ReadAsync(3, TimeSpan.FromSeconds(60), (id, _) => id == 1 ? Pending(id) : id == 2 ? null : new FinalPriceResult { OrderId = id });
        Assert.Equal([(1, true), (3, false)], results.Select(result => (result.OrderId, result.IsPending)));
        Assert.Equal([5, 10, 20, 25], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal([3, 1, 1, 1, 1], _asked);
    }

    [Fact]
    public async Task Without_patience_each_price_is_asked_for_once()
    {
        await ReadAsync(3, TimeSpan.Zero, (id, _) => Pending(id));
        Assert.Equal([3], _asked);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task No_orders_are_no_request()
    {
        Assert.Empty(await ReadAsync(0, TimeSpan.FromMinutes(5), (id, _) => Ready(id)));
        Assert.Empty(_asked);
    }

    private Task<IReadOnlyList<FinalPriceResult>> ReadAsync(int count, TimeSpan maxWait, Func<long, int, FinalPriceResult?> answer)
    {
        var rounds = new Dictionary<long, int>();
        return OrderDetails.ReadFinalPricesAsync(
            Enumerable.Range(1, count).Select(i => (long)i),
            maxWait,
            _clock,
            async (request, _) =>
            {
                _asked.Add(request.OrderIds.Count);
                await Task.Yield();
                return new FinalPricesResponse
                {
                    Results = [.. request.OrderIds.Select(id => answer(id, rounds[id] = rounds.GetValueOrDefault(id) + 1)).Where(result => result is not null).Select(result => result!)],
                };
            },
            Cancel);
    }

    private static FinalPriceResult Pending(long id) => new() { OrderId = id, Price = new FinalPrice() };

    private static FinalPriceResult Ready(long id) => new() { OrderId = id, Price = new FinalPrice { FinalPriceHundredths = 100 } };
}
