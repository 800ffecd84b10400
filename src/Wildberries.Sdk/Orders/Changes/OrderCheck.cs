namespace Wildberries.Sdk.Orders;

/// <summary>Asks what WB knows of orders.</summary>
/// <returns>What that means for an order that is to be changed.</returns>
internal delegate Task<Func<OrderChange, OrderChange>> OrderCheck(IReadOnlyList<long> orderIds, CancellationToken cancellationToken);
