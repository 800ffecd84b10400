using System.Text;
using CsCheck;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class GivenOrdersTests
{
    [Fact]
    public void What_is_written_is_read() => Gen.Long[1, long.MaxValue].HashSet[0, 50].Sample(ids =>
    {
        var given = new GivenOrders();
        foreach (long id in ids)
            given.Add(id);
        GivenOrders back = GivenOrders.Parse(given.ToBytes())!;
        return back.Count == ids.Count && ids.All(back.Contains);
    });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("""{"next":5,"recentEventIds":[]}""")]
    [InlineData("""{"format":"wildberries-sdk-new-orders-2","gaps":[1]}""")]
    [InlineData("""{"format":"wildberries-sdk-new-orders-1","gaps":[9223372036854775807,1]}""")]
    public void Something_else_is_not_taken_for_it(string stored) => Assert.Null(GivenOrders.Parse(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void An_order_is_forgotten_when_three_lists_in_a_row_lack_it()
    {
        var given = new GivenOrders();
        given.Add(1);
        given.Add(2);
        HashSet<long> both = [1, 2], one = [1];
        Assert.False(given.Meet(one));
        Assert.False(given.Meet(one));
        Assert.False(given.Meet(both));
        Assert.False(given.Meet(one));
        Assert.False(given.Meet(one));
        Assert.True(given.Contains(2));
        Assert.True(given.Meet(one));
        Assert.False(given.Contains(2));
        Assert.True(given.Contains(1));
    }

    [Fact]
    public void A_morning_of_ten_thousand_orders_is_small()
    {
        GivenOrders given = Many(10_000);
        Assert.InRange(given.ToBytes().Length, 1, 80_000);
    }

    [Fact]
    public void Of_too_many_orders_the_latest_ones_are_kept()
    {
        byte[] bytes = Many(200_000).ToBytes();
        Assert.InRange(bytes.Length, StateStoreLimits.MaxValueLength / 2, StateStoreLimits.MaxValueLength);
        GivenOrders back = GivenOrders.Parse(bytes)!;
        Assert.True(back.Contains(4_000_000_000 + (199_999 * 997L)));
        Assert.False(back.Contains(4_000_000_000));
    }

    private static GivenOrders Many(int count)
    {
        var given = new GivenOrders();
        for (int i = 0; i < count; i++)
            given.Add(4_000_000_000 + (i * 997L));
        return given;
    }
}
