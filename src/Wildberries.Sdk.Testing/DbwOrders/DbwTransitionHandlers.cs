using System.Text.Json.Nodes;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>How the seller brings DBW orders on: one by one, and several at once where they are handed over.</summary>
internal sealed class DbwTransitionHandlers(EmulatedOrders orders)
{
    private const int MaxOrders = 1000;

    public IEnumerable<Handler> All =>
    [
        Handler.For("PATCH marketplace-api/api/v3/dbw/orders/{orderId}/confirm", request => Move(request, SupplierStatus.Confirm)),
        Handler.For("PATCH marketplace-api/api/v3/dbw/orders/{orderId}/cancel", request => Move(request, SupplierStatus.Cancel)),
        Handler.For("POST marketplace-api/api/marketplace/v3/dbw/orders/status/deliver", Deliver),
    ];

    private Answer Move(HandlerRequest request, SupplierStatus to)
    {
        if (PathId(request, 1) is not (> 0 and var id))
            return IncorrectParameter();
        return orders.Locked(() => orders.Get(id, EmulatedOrderKind.Dbw) switch
        {
            null => NotFound(),
            { } order when orders.TryMove(order, to) => NoContent,
            _ => StatusMismatch(),
        });
    }

    private Answer Deliver(HandlerRequest request) => Ids(request, "ordersIds", MaxOrders) is { } ids
        ? orders.Locked(() => Batch(ids.Select(Deliver)))
        : IncorrectRequest();

    private JsonObject Deliver(long id)
    {
        if (orders.Get(id, EmulatedOrderKind.Dbw) is not { } order)
            return BatchResult(id, 404, "NotFound");
        if (order.IsFinished || order.SupplierStatus != SupplierStatus.Confirm)
            return BatchResult(id, 409, "StatusMismatch");
        IReadOnlyList<(MarkingCodeKind Kind, string? Value, MarkingDecision Decision)> faults = orders.MarkingFaultsOf(order);
        if (faults.Any(fault => fault.Kind == MarkingCodeKind.Imei && fault.Decision == MarkingDecision.Required))
            return BatchResult(id, 409, "ImeiIsNotFilled");
        if (faults.Count > 0)
            return BatchResult(id, 409, "MetaValidationFail", Marking(faults));
        return orders.TryMove(order, SupplierStatus.Complete) ? BatchResult(id) : BatchResult(id, 409, "StatusMismatch");
    }
}
