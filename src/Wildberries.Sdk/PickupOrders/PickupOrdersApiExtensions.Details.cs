using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PickupOrders;

public static partial class PickupOrdersApiExtensions
{
    private const string WrongCode = "InvalidPasscode";

    /// <summary>Checks the code that somebody shows in the shop: whether this is the buyer of the purchase.</summary>
    /// <remarks>
    /// A wrong code is an answer and no exception. WB counts it as ten of the thirty requests a minute, so that the fourth one within a minute may have to wait.
    /// At least one order of the purchase must be ready to be picked up (<c>prepare</c>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderCode">The number of the purchase (<see cref="NewPickupOrder.OrderCode"/>), for example <c>170046918-0011</c>.</param>
    /// <param name="code">The code that is shown. It is in no exception and no log.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="true"/> if the code belongs to the purchase, <see langword="false"/> if it does not.</returns>
    /// <exception cref="ArgumentException">The number or the code is missing or blank.</exception>
    /// <exception cref="WildberriesNotFoundException">WB does not find the purchase.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static async Task<bool> IsBuyerAsync(this IPickupOrdersApi api, string orderCode, string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var request = new CheckPickupCodeRequest { OrderCode = Argument.Text(orderCode), Code = Argument.Text(code) };
        try
        {
            return (await api.CheckPickupCodeAsync(request, cancellationToken).ConfigureAwait(false)).IsRight;
        }
        catch (WildberriesConflictException exception) when (exception.Code == WrongCode)
        {
            return false;
        }
    }

    /// <summary>
    /// Gets how to reach the buyers of any number of orders in <c>confirm</c> and <c>prepare</c>. Personal data: it is not in texts for logs, and should not be
    /// stored longer than needed.
    /// </summary>
    /// <remarks>
    /// In requests of 100 orders, for WB names no number.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What WB tells; orders that it leaves out are not in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<PickupBuyer>> GetBuyersAsync(
        this IPickupOrdersApi api, IEnumerable<long> orderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return OrderDetails.ReadAsync<PickupBuyer>(
            orderIds,
            OrderDetails.UnknownLimit,
            async (part, token) => (await api.GetBuyersAsync(new OrdersRequest { OrderIds = part }, token).ConfigureAwait(false)).Orders,
            static row => row.OrderId,
            cancellationToken);
    }

    /// <summary>Gets what buyers have to pay for any number of orders, and waits for the prices that WB is still making.</summary>
    /// <remarks>
    /// In requests of 100 orders, for WB names no number. It makes a price when it is first asked for, within about three minutes; those are asked for again. Limits and
    /// outages of WB are waited for as long as there is time.
    /// Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.
    /// </remarks>
    /// <param name="api">The area.</param>
    /// <param name="orderIds">The orders, as many as you like; one that is named twice counts once.</param>
    /// <param name="maxWait">
    /// How long to wait for prices that WB is making, from zero to a day; <see langword="null"/>: five minutes. By the clock of the client.
    /// </param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>
    /// A result for each order that WB names, in the order of the ids; those that were not ready in time are <see cref="FinalPriceResult.IsPending"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive, or <paramref name="maxWait"/> is out of range.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<IReadOnlyList<FinalPriceResult>> GetFinalPricesAsync(
        this IPickupOrdersApi api, IEnumerable<long> orderIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        TimeSpan wait = Argument.Wait(maxWait, OrderDetails.UsualPriceWait);
        return OrderDetails.ReadFinalPricesAsync(orderIds, wait, ClientClock.Of(api), api.GetFinalPricesAsync, cancellationToken);
    }
}
