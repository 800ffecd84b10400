using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Gets the budgets of any number of campaigns, 50 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns: ready, active or paused. One that is named twice is asked for once; without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The budgets in WB's order, in whole units of the currency: roubles.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<CampaignBudget> StreamBudgetsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByIds(
            advertIds,
            async (ids, token) => (await api.GetBudgetsAsync(new BudgetsRequest { AdvertIds = ids }, token).ConfigureAwait(false))?.Budgets,
            cancellationToken);
    }

    /// <summary>Tops up the budget of a campaign. It spends money: a deposit that may have arrived is not sent again.</summary>
    /// <remarks>
    /// If the call fails after it was sent, look at the budget before you call again, and leave <see cref="WildberriesCallOptions.RetryWrites"/> alone
    /// here. <see cref="AdvertConfig.MinTopUpMinorUnits"/> tells how much WB wants at least; it refuses less.
    /// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="sum">How much in all, in whole units of the currency of the seller's advertising account: roubles.</param>
    /// <param name="source">What it is taken from.</param>
    /// <param name="cashback">The promo bonuses that pay for a part of it; <see langword="null"/>: none.</param>
    /// <param name="cashbackSum">How much of the sum they pay; needed with <paramref name="cashback"/>, and only then.</param>
    /// <param name="cancellationToken">Cancels the call; the deposit may have been made nevertheless.</param>
    /// <returns>The new budget in whole units of the currency, or <see langword="null"/> if WB does not tell.</returns>
    /// <exception cref="ArgumentException">Promo bonuses are named by half, or for a source that does not take them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An id or a sum is not positive, a sum is not whole, or the promo bonuses are to pay more than they may.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<decimal?> DepositBudgetAsync(
        this IAdvertApi api,
        long advertId,
        decimal sum,
        DepositSource source,
        AdvertCashback? cashback = null,
        decimal? cashbackSum = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(advertId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        Argument.Whole(sum, nameof(sum));
        if (cashback is null != cashbackSum is null)
            throw new ArgumentException("Promo bonuses need both: what they are, and how much they pay.", nameof(cashbackSum));
        if (cashbackSum is { } part)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part, nameof(cashbackSum));
            Argument.Whole(part, nameof(cashbackSum));
            if (source != DepositSource.Account && source != DepositSource.Net)
                throw new ArgumentException("Promo bonuses go only with the account or the balance.", nameof(source));
            if (part * 100 > sum * (cashback!.Percent ?? 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(cashbackSum), part, FormattableString.Invariant($"These promo bonuses pay for at most {cashback.Percent ?? 0} percent of {sum}."));
            }
        }

        return DepositAsync(api, advertId, new DepositRequest
        {
            Sum = sum,
            Source = source,
            CashbackSum = cashbackSum,
            CashbackPercent = cashback?.Percent,
            ReturnTotal = true,
        }, cancellationToken);
    }

    /// <summary>Reads what campaigns have cost in a period of any length, at most 31 days with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The expenses, earlier parts of the period first.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<CampaignExpense> StreamExpensesAsync(
        this IAdvertApi api, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByDays<CampaignExpense>(
            from, to, async (first, last, token) => await api.GetExpensesAsync(first, last, token).ConfigureAwait(false), cancellationToken);
    }

    /// <summary>Reads the seller's payments into the advertising account in a period of any length, at most 31 days with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The payments, earlier parts of the period first.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<AccountPayment> StreamPaymentsAsync(
        this IAdvertApi api, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByDays<AccountPayment>(
            from, to, async (first, last, token) => await api.GetPaymentsAsync(first, last, token).ConfigureAwait(false), cancellationToken);
    }

    private static async Task<decimal?> DepositAsync(IAdvertApi api, long advertId, DepositRequest request, CancellationToken cancellationToken) =>
        (await api.DepositBudgetAsync(advertId, request, cancellationToken).ConfigureAwait(false))?.Total;
}
