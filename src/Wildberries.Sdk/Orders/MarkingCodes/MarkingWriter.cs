using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Sets label identifiers of any number of orders: checks them, sends each kind in parts of WB's size, and accounts for each order.</summary>
/// <param name="operations">What the area can set.</param>
/// <param name="source">What the area can tell before; <see langword="null"/>: it is not asked.</param>
/// <param name="clock">The clock of the client.</param>
internal sealed class MarkingWriter(IReadOnlyList<MarkingOperation> operations, MarkingSource? source, TimeProvider clock)
{
    public Task<OrderChangeResult> RunAsync(IEnumerable<OrderMarkingCodes> codes, IProgress<OrderChangeResult>? progress, CancellationToken cancellationToken)
    {
        List<OrderMarkingCodes> rows = Argument.Rows(
            codes,
            row => string.Create(CultureInfo.InvariantCulture, $"order {row.OrderId}, {row.Kind}"),
            row => row.OrderId <= 0 ? "the id is not a positive number"
                : Find(row.Kind) is null ? $"such orders take {string.Join(", ", operations.Select(operation => operation.Kind))} only" : null,
            row => (row.OrderId, row.Kind),
            "order and kind",
            nameof(codes));
        HashSet<string> twice = GivenTwice(rows);
        OrderChange[] orders = [.. rows.Select((row, index) => Judge(row, index, twice))];
        IEnumerable<OrderChangePart> parts = Enumerable.Range(0, rows.Count).GroupBy(place => rows[place].Kind).Select(group => Part(Find(group.Key)!, [.. group], rows));
        return new OrderChangeRun(orders, progress).RunAsync(parts, cancellationToken);
    }

    /// <summary>Why WB would refuse codes, without the codes; <see langword="null"/>: nothing is certain.</summary>
    public string? FaultOf(OrderMarkingCodes row) =>
        Find(row.Kind) is { } operation ? Problems(row, operation, []).Find(problem => problem.IsCertain)?.Explanation : "No operation sets it.";

    /// <summary>The Chestny ZNAK codes that are given for more than one unit.</summary>
    public static HashSet<string> GivenTwice(IEnumerable<OrderMarkingCodes> rows) =>
    [
        .. rows.Where(row => row.Kind == MarkingCodeKind.Sgtin).SelectMany(row => row.Codes).Where(code => code is not null)
            .GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
    ];

    /// <summary>What is wrong with the codes of an order, whatever the area.</summary>
    public static IEnumerable<MarkingProblem> ProblemsOfCodes(OrderMarkingCodes row, HashSet<string> twice, TimeProvider clock)
    {
        for (int i = 0; i < row.Codes.Count; i++)
        {
            string where = row.Codes.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Code {i + 1}: ");
            if (row.Codes[i] is not { } code)
            {
                yield return MarkingProblem.Certain(MarkingFault.Length, $"{where}It is null.");
                continue;
            }

            foreach (MarkingProblem problem in MarkingCodeRules.Check(row.Kind, code, clock))
                yield return problem with { Explanation = where + problem.Explanation };
            if (twice.Contains(code))
                yield return MarkingProblem.Doubtful(MarkingFault.Duplicate, $"{where}It is given for more than one unit.");
        }
    }

    private MarkingOperation? Find(MarkingCodeKind kind) => operations.FirstOrDefault(operation => operation.Kind == kind);

    private OrderChangePart Part(MarkingOperation operation, int[] places, List<OrderMarkingCodes> rows) => new()
    {
        Places = places,
        Size = operation.Size,
        SendAsync = (open, token) => operation.SendAsync([.. open.Select(place => rows[place])], token),
        CheckAsync = source is null ? null : (ids, token) => CheckAsync(source, operation, ids, token),
    };

    private OrderChange Judge(OrderMarkingCodes row, int index, HashSet<string> twice)
    {
        List<MarkingProblem> problems = Problems(row, Find(row.Kind)!, twice);
        var order = new OrderChange { Index = index, OrderId = row.OrderId, Kind = row.Kind, Outcome = OrderChangeOutcome.NotSent, Problems = problems };
        return problems.Find(problem => problem.IsCertain) is { } fault ? order with { Outcome = OrderChangeOutcome.Refused, ErrorText = fault.Explanation } : order;
    }

    private List<MarkingProblem> Problems(OrderMarkingCodes row, MarkingOperation operation, HashSet<string> twice)
    {
        var problems = new List<MarkingProblem>();
        if (row.Codes.Count == 0 || row.Codes.Count > operation.MaxCodes)
        {
            string takes = operation.MaxCodes == 1 ? "one" : string.Create(CultureInfo.InvariantCulture, $"1 to {operation.MaxCodes}");
            problems.Add(MarkingProblem.Certain(
                MarkingFault.Length, string.Create(CultureInfo.InvariantCulture, $"There are {row.Codes.Count} codes of the kind {row.Kind}; WB takes {takes} for an order.")));
        }

        problems.AddRange(ProblemsOfCodes(row, twice, clock));
        if (operation.NeedsCountry)
            problems.AddRange(MarkingCodeRules.Check(MarkingCodeKind.OriginCountryCode, row.OriginCountryCode ?? "", clock));
        return problems;
    }

    private static async Task<Func<OrderChange, OrderChange>> CheckAsync(
        MarkingSource source, MarkingOperation operation, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        Dictionary<long, SupplierStatus> statuses = [];
        foreach ((long id, SupplierStatus status) in await source.GetStatusesAsync(orderIds, cancellationToken).ConfigureAwait(false))
            statuses[id] = status;
        Dictionary<long, IReadOnlyList<MarkingDetail>> details = [];
        foreach ((long id, IReadOnlyList<MarkingDetail> own) in await source.GetDetailsAsync(orderIds, cancellationToken).ConfigureAwait(false))
            details[id] = own;
        return order =>
        {
            // What WB does not name is for WB to judge.
            if (statuses.TryGetValue(order.OrderId, out SupplierStatus status) && status != default && !operation.Statuses.Contains(status))
            {
                return order with
                {
                    Outcome = OrderChangeOutcome.Refused,
                    Reason = OrderErrorReason.StatusMismatch,
                    ErrorText = $"It is in \"{status}\"; it takes this kind only in {string.Join(" or ", operation.Statuses.Select(one => $"\"{one}\""))}.",
                };
            }

            return !details.TryGetValue(order.OrderId, out IReadOnlyList<MarkingDetail>? own) || own.Any(detail => detail?.Kind == order.Kind)
                ? order
                : order with
                {
                    Outcome = OrderChangeOutcome.Refused,
                    Reason = OrderErrorReason.MetaKeyNotRequired,
                    ErrorText = $"It cannot have label identifiers of the kind {order.Kind}.",
                };
        };
    }
}
