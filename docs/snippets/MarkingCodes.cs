using Wildberries.Sdk;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Snippets;

public static class MarkingCodes
{
    public static async Task SetAsync(IWildberriesClient wb, long first, long second, string scanned, CancellationToken stop)
    {
        // <set>
        OrderMarkingCodes[] codes =
        [
            OrderMarkingCodes.Sgtins(first, Sgtin.Repair(scanned)),
            OrderMarkingCodes.Expiration(first, new DateOnly(2027, 9, 12)),
            OrderMarkingCodes.Imei(second, "490154203237518"),
        ];
        OrderChangeResult result = await wb.FbsOrders.SetMarkingCodesAsync(codes, cancellationToken: stop);
        foreach (OrderChange order in result.Orders)
        {
            Console.WriteLine($"{order.OrderId} {order.Kind}: {order.Outcome} {order.ErrorText}");
            foreach (MarkingProblem problem in order.Problems)
                Console.WriteLine($"  {(problem.IsCertain ? "wrong" : "doubtful")}: {problem.Explanation}");
        }
        // </set>
    }

    public static async Task WaitAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <wait>
        IReadOnlyList<FbsOrderMarking> orders = await wb.FbsOrders.WaitForMarkingsAsync(orderIds, TimeSpan.FromMinutes(10), stop);
        foreach (FbsOrderMarking order in orders)
        {
            foreach (MarkingDetail detail in order.Details.Where(detail => detail.State != MarkingState.Passed))
                Console.WriteLine($"{order.OrderId} {detail.Kind}: {detail.State} ({detail.Decision})");
        }
        // </wait>
    }

    public static async Task MissingAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <missing>
        IReadOnlyList<OrderMarking> orders = await wb.DbsOrders.GetMarkingsAsync(orderIds, stop);
        foreach (OrderMarking order in orders.Where(order => order.Details.Any(detail => detail.State == MarkingState.Missing)))
            Console.WriteLine($"{order.OrderId} needs {string.Join(", ", order.Details.Where(detail => detail.State == MarkingState.Missing).Select(detail => detail.Kind))}");
        // </missing>
    }

    public static void Read(string scanned)
    {
        // <read>
        Sgtin code = Sgtin.Read(scanned);
        Console.WriteLine($"GTIN {code.Gtin}, with separators: {code.HasGroupSeparators}");
        foreach (MarkingProblem problem in code.Problems)
            Console.WriteLine(problem.Explanation);
        // </read>
    }

    public static async Task DeleteAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <delete>
        OrderChangeResult deleted = await wb.FbsOrders.DeleteMarkingsAsync(MarkingCodeKind.Sgtin, orderIds, cancellationToken: stop);
        // </delete>
        Console.WriteLine(deleted);
    }
}
