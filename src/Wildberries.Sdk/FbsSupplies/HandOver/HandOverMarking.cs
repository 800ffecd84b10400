using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The label identifiers of orders: what WB would refuse, how they are set, and what its decisions mean for the supply.</summary>
internal sealed class HandOverMarking(IFbsOrdersApi api, TimeProvider timeProvider)
{
    private readonly MarkingOperation[] _operations = FbsOrdersApiExtensions.Operations(api);

    /// <summary>Why an order cannot go; <see langword="null"/>: it can, or has to wait, or WB decides it in a word that is newer than this.</summary>
    public static string? FaultOf(MarkingDetail detail) => detail.State switch
    {
        MarkingState.Missing => $"{detail.Kind}: WB requires one, and there is none",
        MarkingState.Failed => $"{detail.Kind}: WB found {detail.Decision}",
        _ => null,
    };

    /// <summary>Why an order may be the one because of which WB refuses its supply.</summary>
    public static string? DoubtOf(MarkingDetail detail) =>
        detail is { State: MarkingState.Unknown, Decision.Value.Length: > 0 } ? $"{detail.Kind}: WB found {detail.Decision}" : FaultOf(detail);

    /// <summary>What is doubtful about label identifiers, by order.</summary>
    public static ILookup<long, MarkingProblem> DoubtsOf(IEnumerable<OrderMarkingCodes> rows)
    {
        OrderMarkingCodes[] all = [.. rows];
        HashSet<string> twice = MarkingWriter.GivenTwice(all);
        return all.SelectMany(row => MarkingWriter.ProblemsOfCodes(row, twice, TimeProvider.System).Where(problem => !problem.IsCertain).Select(problem => (row.OrderId, Problem: problem)))
            .ToLookup(row => row.OrderId, row => row.Problem);
    }

    /// <summary>Which label identifier WB requires that is neither given nor there; <see langword="null"/>: none.</summary>
    public static string? LackOf(HandOverOrder order, IReadOnlyList<MarkingDetail> there)
    {
        MarkingCodeKind missing = order.RequiredMarkings.FirstOrDefault(kind =>
            !order.MarkingCodes.Any(codes => codes.Kind == kind) && !there.Any(detail => detail.Kind == kind && detail.Value is not null));
        return missing == default ? null : $"{missing}: WB requires one, and none is given";
    }

    /// <summary>Why WB would not take the label identifiers that are given; <see langword="null"/>: nothing is certain.</summary>
    public string? FaultOfCodes(HandOverOrder order)
    {
        var writer = new MarkingWriter(_operations, null, timeProvider);
        foreach (OrderMarkingCodes codes in order.MarkingCodes)
        {
            if (order.OptionalMarkings is { } optional && !optional.Contains(codes.Kind) && !order.RequiredMarkings.Contains(codes.Kind))
                return $"this order takes no {codes.Kind} code";
            if (writer.FaultOf(codes) is { } fault)
                return $"{codes.Kind}: {fault}";
        }

        return null;
    }

    /// <summary>Sets the label identifiers of one kind.</summary>
    public Task SetAsync(long orderId, MarkingCodeKind kind, IReadOnlyList<string> codes, CancellationToken cancellationToken) =>
        _operations.First(operation => operation.Kind == kind)
            .SendAsync([new OrderMarkingCodes { OrderId = orderId, Kind = kind, Codes = codes }], cancellationToken);
}
