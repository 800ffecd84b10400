using CsCheck;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class OrderStatusReaderTests
{
    [Fact]
    public async Task Every_order_is_found_or_named_as_missing() =>
        await Gen.Select(Gen.Long[1, 3_000].List[0, 3_000], Gen.Int[1, 5]).SampleAsync(async (ids, known) =>
        {
            List<long[]> batches = [];
            OrderStatuses<TestOrder> statuses = await OrderStatusReader.ReadAsync(
                ids,
                (batch, _) =>
                {
                    batches.Add(batch);
                    return Task.FromResult(batch.Where(id => id % known == 0).Reverse().Select(id => new TestOrder { Id = id }));
                },
                status => status.Id,
                TestContext.Current.CancellationToken);
            long[] distinct = [.. ids.Distinct()];
            Assert.Equal(distinct.Where(id => id % known == 0), statuses.Found.Select(status => status.Id));
            Assert.Equal(distinct.Where(id => id % known != 0), statuses.Missing);
            Assert.Equal((distinct.Length + 999) / 1_000, batches.Count);
            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, 1_000));
        }, iter: 100);

    [Fact]
    public async Task What_WB_tells_of_other_orders_is_no_answer()
    {
        OrderStatuses<TestOrder> statuses = await OrderStatusReader.ReadAsync(
            [5],
            (_, _) => Task.FromResult<IEnumerable<TestOrder>>([null!, new TestOrder { Id = 6 }]),
            status => status.Id,
            TestContext.Current.CancellationToken);
        Assert.Empty(statuses.Found);
        Assert.Equal([5], statuses.Missing);
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_before_anything_is_asked() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => OrderStatusReader.ReadAsync<TestOrder>(
            [5, 0],
            (_, _) => throw new InvalidOperationException("asked"),
            status => status.Id,
            TestContext.Current.CancellationToken));
}
