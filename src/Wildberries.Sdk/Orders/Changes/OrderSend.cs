namespace Wildberries.Sdk.Orders;

/// <summary>Sends the orders at some places.</summary>
internal delegate Task<IEnumerable<OrderAnswer>> OrderSend(int[] places, CancellationToken cancellationToken);
