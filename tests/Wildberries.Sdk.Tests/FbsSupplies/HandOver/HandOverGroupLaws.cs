using CsCheck;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>Grouping against a plain model: a supply has one warehouse, one cargo type and one cross-border type, and there are no more supplies than that needs.</summary>
public sealed class HandOverGroupLaws
{
    private static readonly Gen<HandOverOrder[]> Orders = Gen.Select(Gen.Long[1, 4], Gen.Int[1, 3], Gen.Int[0, 1]).Array[0, 60].Select(rows => rows.Select((row, index) => new HandOverOrder
    {
        OrderId = index + 1,
        WarehouseId = row.Item1,
        CargoType = CargoType.From(row.Item2),
        CrossBorderType = CrossBorderType.From(row.Item3),
    }).ToArray());

    [Fact]
    public void Every_order_is_in_one_group_of_its_kind_and_no_two_groups_are_of_one_kind() => Orders.Sample(orders =>
    {
        var groups = HandOverGroup.Split(orders);

        // The plain model: the kinds in the order of their first order, and for each kind its orders.
        var kinds = new List<(long, int, int)>();
        foreach (HandOverOrder order in orders)
        {
            if (!kinds.Contains(Kind(order)))
                kinds.Add(Kind(order));
        }

        Assert.Equal(kinds, groups.Select(group => (group.Group.WarehouseId, group.Group.CargoType.Value, group.Group.CrossBorderType.Value)));
        for (int i = 0; i < kinds.Count; i++)
            Assert.Equal(orders.Where(order => Kind(order) == kinds[i]), groups[i].Orders);
    });

    [Fact]
    public async Task A_plan_puts_every_order_into_one_supply_or_says_why_not() => await Gen.Select(Orders, Gen.Int[0, 6].Array[60]).SampleAsync(async (orders, fates) =>
    {
        var morning = new Morning();
        morning.Market.Orders.Clear();
        foreach (HandOverOrder order in orders)
        {
            int fate = fates[order.OrderId - 1];
            if (fate == 1)
                continue;
            morning.Market.Add(new FakeOrder
            {
                Id = order.OrderId,
                WarehouseId = order.WarehouseId,
                CargoType = order.CargoType,
                CrossBorderType = order.CrossBorderType,
                SupplierStatus = fate switch { 2 => SupplierStatus.Confirm, 3 => SupplierStatus.Complete, 4 => SupplierStatus.Cancel, _ => SupplierStatus.New },
                WbStatus = fate == 5 ? WbStatus.DeclinedByClient : WbStatus.Waiting,
            });
        }

        HandOverPlan plan = await morning.Process(new HandOverOptions()).PlanAsync(orders, TestContext.Current.CancellationToken);
        HashSet<long> good = [.. orders.Select(order => order.OrderId).Where(id => fates[id - 1] is 0 or 6)];
        Assert.Equal(good.Order(), plan.Supplies.SelectMany(supply => supply.OrderIds).Order());
        Assert.Equal(orders.Select(order => order.OrderId).Where(id => !good.Contains(id)), plan.Refused.Select(row => row.OrderId));
        Assert.All(plan.Refused, row => Assert.Equal(fates[row.OrderId - 1] switch
        {
            4 or 5 => HandOverOutcome.Cancelled,
            1 => HandOverOutcome.Unknown,
            _ => HandOverOutcome.Refused,
        }, row.Outcome));
        Assert.All(plan.Refused, row => Assert.NotEmpty(row.Reason!));
        Assert.All(plan.Supplies, supply => Assert.Single(supply.OrderIds.Select(id => Kind(orders[id - 1])).Distinct()));
        Assert.Equal(orders.Where(order => good.Contains(order.OrderId)).Select(Kind).Distinct().Count(), plan.Supplies.Count);
        Assert.All(morning.Market.Calls, call => Assert.StartsWith("statuses", call, StringComparison.Ordinal));
    });

    private static (long, int, int) Kind(HandOverOrder order) => (order.WarehouseId, order.CargoType.Value, order.CrossBorderType.Value);
}
