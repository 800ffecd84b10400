using CsCheck;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class OrderPagesTests
{
    private const long Day = 24 * 60 * 60;

    private static readonly Gen<List<(long Id, long At)>> Orders = Gen.Select(Gen.Long[1, 500], Gen.Long[0, 120 * Day]).List[0, 80];

    [Fact]
    public void Parts_touch_each_other_and_no_more_than_thirty_calendar_days() =>
        Gen.Select(Gen.Long[0, 3_000_000_000], Gen.Long[0, 400 * Day]).Sample((from, length) =>
        {
            (long From, long To)[] parts = [.. OrderPages.Split(from, from + length)];
            Assert.Equal((from, from + length), (parts[0].From, parts[^1].To));
            for (int i = 1; i < parts.Length; i++)
                Assert.Equal(parts[i - 1].To, parts[i].From);
            Assert.All(parts, part =>
            {
                DateTimeOffset first = DateTimeOffset.FromUnixTimeSeconds(part.From), last = DateTimeOffset.FromUnixTimeSeconds(part.To);
                Assert.InRange((last.Date - first.Date).Days + 1, 1, 30);
            });
        });

    // Whether the end of a period belongs to it, WB does not say.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_order_of_the_period_comes_once(bool isEndIncluded) =>
        await Gen.Select(Orders, Gen.Int[1, 7], Gen.Bool).SampleAsync(async (rows, pageSize, endsWithZero) =>
        {
            // Some on the very border of two parts.
            long border = 29 * Day;
            (long Id, long At)[] all = [.. rows.DistinctBy(row => row.Id), (1_000, border), (1_001, 2 * border)];
            Array.Sort(all, (a, b) => a.Id.CompareTo(b.Id));
            IAsyncEnumerable<TestOrder> orders = OrderPages.ReadAsync<TestOrder>(
                "Test.GetOrders",
                DateTimeOffset.FromUnixTimeSeconds(0),
                DateTimeOffset.FromUnixTimeSeconds(121 * Day),
                (next, from, to, _) =>
                {
                    (long Id, long At)[] found = [.. all.Where(row => row.At >= from && (row.At < to || (isEndIncluded && row.At == to)) && row.Id > next).Take(pageSize)];
                    long? after = found.Length > 0 ? found[^1].Id : endsWithZero ? 0 : next;
                    IReadOnlyList<TestOrder>? page = [.. found.Select(row => new TestOrder { Id = row.Id })];
                    return Task.FromResult<(IReadOnlyList<TestOrder>? Rows, long? Next)>((page, after));
                },
                order => order.Id,
                TestContext.Current.CancellationToken);
            List<long> ids = [];
            await foreach (TestOrder order in orders)
                ids.Add(order.Id);
            Assert.Equal(ids.Distinct(), ids);
            Assert.Equal(all.Select(row => row.Id), ids.Order());
        }, iter: 200);
}
