using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <content>Cancelling orders, for example because their stock is gone.</content>
public static partial class FbsOrdersApiExtensions
{
    /// <summary>Cancels any number of orders that cannot be delivered. WB fines it, unless <see cref="NewFbsOrder.IsZeroOrder"/>.</summary>
    /// <remarks>
    /// WB takes them one by one, 100 a minute, and counts a refusal as ten requests: so it is asked first, a thousand at a time, which of them it lets the seller cancel
    /// (<see cref="FbsOrderStatus.IsCancellable"/>). When an answer is lost, nothing more is sent: the exception has what is known
    /// (<see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/>), and the same call goes on.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="orderIds">The numbers of the assembly orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="checkFirst">Whether to ask for the statuses before, so that no order is sent that WB would refuse or that is cancelled already.</param>
    /// <param name="progress">Told what is known after each order that was sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls. What was sent stays at WB; the last report of the progress has what is known.</param>
    /// <returns>What became of each order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="OrderChangeExceptionExtensions.GetOrderChangeResult"/> has what is known.</exception>
    public static Task<OrderChangeResult> CancelOrdersAsync(
        this IFbsOrdersApi api,
        IEnumerable<long> orderIds,
        bool checkFirst = true,
        IProgress<OrderChangeResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new OrderTransition((ids, token) => CheckCancellableAsync(api, ids, token))
            .RunAsync(Argument.AllIds(orderIds), id => id, OrderTransition.One(api.CancelOrderAsync), checkFirst, progress, cancellationToken, size: 1);
    }

    internal static bool IsCancelled(FbsOrderStatus status) =>
        status.SupplierStatus.Value.StartsWith(SupplierStatus.Cancel.Value, StringComparison.Ordinal)
        || status.WbStatus.Value.StartsWith(WbStatus.Canceled.Value, StringComparison.Ordinal)
        || status.WbStatus == WbStatus.DeclinedByClient
        || status.WbStatus == WbStatus.Defect;

    private static async Task<Func<OrderChange, OrderChange>> CheckCancellableAsync(IFbsOrdersApi api, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        OrderStatuses<FbsOrderStatus> known = await api.GetStatusesAsync(orderIds, cancellationToken).ConfigureAwait(false);
        Dictionary<long, FbsOrderStatus> statuses = known.Found.ToDictionary(status => status.Id);
        return order => statuses.GetValueOrDefault(order.OrderId) switch
        {
            { } status when IsCancelled(status) => order with { Outcome = OrderChangeOutcome.Unchanged },
            { IsCancellable: false } status => order with
            {
                Outcome = OrderChangeOutcome.Refused,
                Reason = OrderErrorReason.StatusMismatch,
                ErrorText = $"WB does not let the seller cancel it any more: it is in \"{status.SupplierStatus}\", and WB has it as \"{status.WbStatus}\".",
            },

            // What WB does not name, and what it does not say, is for WB to judge.
            _ => order,
        };
    }
}
