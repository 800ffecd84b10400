using CsCheck;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

public sealed class RecentKeysTests
{
    [Fact]
    public void No_key_is_new_twice_whatever_the_order_and_memory_has_a_bound() =>
        Gen.Select(Gen.Long[-20, 60].Array[0, 300], Gen.Int[1, 20], Gen.Long[-20, 60].Nullable()).Sample((keys, size, floor) =>
        {
            var recent = new RecentKeys(floor, size);
            var taken = new List<long>();
            foreach (long key in keys)
            {
                if (recent.Add(key))
                    taken.Add(key);
                Assert.InRange(recent.Count, 0, 2 * size);
            }

            Assert.Equal(taken.Distinct(), taken);
            Assert.All(taken, key => Assert.True(floor is null || key > floor));
            Assert.Equal(taken.Count == 0 ? floor : taken.Max(), recent.Largest);
        });

    [Fact]
    public void A_key_that_is_late_by_less_than_is_remembered_counts() =>
        Gen.Select(Gen.Int[2, 50], Gen.Int[1, 2_000]).Sample((size, count) =>
        {
            // Each neighbour swapped: every second key is late by one.
            var recent = new RecentKeys(0, size);
            long[] keys = [.. Enumerable.Range(0, count).Select(i => 1L + (i ^ 1))];
            Assert.All(keys, key => Assert.True(recent.Add(key)));
        });

    [Fact]
    public void What_is_forgotten_counts_as_what_has_come()
    {
        var recent = new RecentKeys(null, 2);
        Assert.All([10L, 20, 30, 40, 50, 60], key => Assert.True(recent.Add(key)));
        Assert.All([10L, 15, 20, 30, 60], key => Assert.False(recent.Add(key)));
        Assert.True(recent.Add(55));
    }
}
