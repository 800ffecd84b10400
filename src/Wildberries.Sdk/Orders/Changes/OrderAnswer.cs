using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Orders;

/// <summary>What WB says about one order of a request, whatever the shape.</summary>
internal sealed record OrderAnswer
{
    public required long OrderId { get; init; }

    /// <summary>Whether WB refused it; <see langword="null"/>: what WB says is not clear.</summary>
    public required bool? IsError { get; init; }

    public int? Code { get; init; }

    public OrderErrorReason Reason { get; init; }

    public IReadOnlyList<MarkingDetail> Markings { get; init; } = [];

    public static OrderAnswer Done(long orderId) => new() { OrderId = orderId, IsError = false };

    public static IEnumerable<OrderAnswer> Of(OrderResultsResponse? answer) =>
        from result in answer?.Results ?? []
        where result is not null
        let error = result.Errors.FirstOrDefault(one => one is not null)
        select new OrderAnswer { OrderId = result.OrderId, IsError = Verdict(result, result.IsError, result.Errors), Code = error?.Code, Reason = error?.Reason ?? default };

    public static IEnumerable<OrderAnswer> Of(CheckedOrderResultsResponse? answer) =>
        from result in answer?.Results ?? []
        where result is not null
        let errors = result.Errors.Where(one => one is not null).ToArray()
        let error = errors.FirstOrDefault()
        select new OrderAnswer
        {
            OrderId = result.OrderId,
            IsError = Verdict(result, result.IsError, result.Errors),
            Code = error?.Code,
            Reason = error?.Reason ?? default,
            Markings = [.. errors.SelectMany(one => one.Markings).Where(marking => marking is not null)],
        };

    // An error settles it where WB does not say. Done is what is called so, with nothing beside it that may be an error.
    private static bool? Verdict(WildberriesModel result, bool? isError, IReadOnlyList<WildberriesModel?> errors) => isError switch
    {
        null when errors.Any(error => error is not null) => true,
        false when result.UnreadableProperties.Count > 0 || Envelope.SpeaksOfError(result) || errors.Contains(null) => null,
        _ => isError,
    };
}
