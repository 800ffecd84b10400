using CsCheck;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class SeenEventsTests
{
    [Fact]
    public void An_event_is_new_once_within_the_last_ones_and_no_more_than_twice_as_many_are_remembered() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 60].Array[0, 300]).Sample((size, ids) =>
        {
            var seen = new SeenEvents(size);
            List<int> order = [];
            foreach (int id in ids)
            {
                bool isNew = seen.Add($"e{id}");
                seen.EndPage();
                if (order.TakeLast(size).Contains(id))
                    Assert.False(isNew);
                if (!order.Contains(id))
                    Assert.True(isNew);
                if (isNew)
                    order.Add(id);
                Assert.InRange(seen.Count, 1, 2 * size);
            }
        });

    [Fact]
    public void A_page_larger_than_what_is_remembered_is_known_as_a_whole_when_it_comes_again()
    {
        var seen = new SeenEvents(10);
        foreach (int time in Enumerable.Range(0, 3))
        {
            Assert.Equal(time == 0 ? 50 : 0, Enumerable.Range(0, 50).Count(id => seen.Add($"e{id}")));
            seen.EndPage();
        }
    }

    [Fact]
    public void Ids_are_told_apart_by_case()
    {
        var seen = new SeenEvents();

        Assert.True(seen.Add("a"));
        Assert.True(seen.Add("A"));
        Assert.False(seen.Add("a"));
    }
}
