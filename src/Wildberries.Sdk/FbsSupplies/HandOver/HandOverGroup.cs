using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What the orders of one supply must have in common.</summary>
internal readonly record struct HandOverGroup(long WarehouseId, CargoType CargoType, CrossBorderType CrossBorderType)
{
    public static HandOverGroup Of(HandOverOrder order) => new(order.WarehouseId, order.CargoType, order.CrossBorderType);

    /// <summary>Groups orders into as few supplies as WB's rules allow, in the order in which they were given.</summary>
    public static List<(HandOverGroup Group, List<HandOverOrder> Orders)> Split(IEnumerable<HandOverOrder> orders)
    {
        var groups = new List<(HandOverGroup Group, List<HandOverOrder> Orders)>();
        var places = new Dictionary<HandOverGroup, int>();
        foreach (HandOverOrder order in orders)
        {
            HandOverGroup group = Of(order);
            if (!places.TryGetValue(group, out int place))
            {
                places.Add(group, place = groups.Count);
                groups.Add((group, []));
            }

            groups[place].Orders.Add(order);
        }

        return groups;
    }
}
