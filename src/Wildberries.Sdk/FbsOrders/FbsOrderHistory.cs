using System.Runtime.CompilerServices;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>All orders of a period, from the archive and from the list of the last three months.</summary>
internal sealed class FbsOrderHistory
{
    private const int MonthsInList = 3;
    private const int PageSize = 1_000;

    // Whether three months are calendar months or 90 days, and in which zone a day begins, WB does not say: around the border both sources are asked.
    private static readonly TimeSpan Border = TimeSpan.FromDays(3);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    // WB had no FBS orders before.
    private static readonly DateTimeOffset Beginning = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IFbsOrdersApi _api;
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly TimeProvider _timeProvider;

    public FbsOrderHistory(IFbsOrdersApi api, DateTimeOffset from, DateTimeOffset to, TimeProvider timeProvider)
    {
        Argument.Period(from, to);
        _api = api;
        _from = from < Beginning ? Beginning : from;
        _to = to;
        _timeProvider = timeProvider;
    }

    public async IAsyncEnumerable<FbsOrderRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();

        // No order is there yet that is made later; clocks differ.
        DateTimeOffset to = _to < now + Ahead ? _to : now + Ahead;
        DateTimeOffset border = now.AddMonths(-MonthsInList);
        var atBorder = new HashSet<long>();
        await foreach (ArchivedFbsOrder order in ReadArchiveAsync(to < border + Border ? to : border + Border, cancellationToken).ConfigureAwait(false))
        {
            if (order.CreatedOn is null || order.CreatedOn >= DayOf(border - Border - Border))
                atBorder.Add(order.Id);
            yield return FbsOrderRecord.Of(order);
        }

        DateTimeOffset from = _from > border ? _from : border;
        if (to < from)
            yield break;
        IAsyncEnumerable<FbsOrder> orders = OrderPages.ReadAsync(
            "FbsOrders.GetOrders",
            from,
            to,
            async (next, start, end, token) =>
            {
                FbsOrdersResponse page = await _api.GetOrdersAsync(OrderPages.PageSize, next, start, end, token).ConfigureAwait(false);
                return (page.Orders, page.Next);
            },
            order => order.Id,
            cancellationToken);
        await foreach (FbsOrder order in orders.ConfigureAwait(false))
        {
            if (!atBorder.Contains(order.Id))
                yield return FbsOrderRecord.Of(order);
        }
    }

    private async IAsyncEnumerable<ArchivedFbsOrder> ReadArchiveAsync(DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (to < _from)
            yield break;

        // A day of the archive may be one of UTC or one of Moscow: what belongs to the period by either comes.
        DateOnly first = DayOf(_from), last = MoscowTime.DayOf(to);
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            DateOnly asked = month;
            IAsyncEnumerable<ArchivedFbsOrder> orders = Pager.ByCursor(
                "FbsOrders.GetArchivedOrders",
                PageSize,
                async (next, token) =>
                {
                    ArchivedFbsOrdersResponse page = await _api.GetArchivedOrdersAsync(asked.Year, asked.Month, next, PageSize, token).ConfigureAwait(false);
                    return (page.Orders, page.Next);
                },
                order => order.Id,
                cancellationToken);
            await foreach (ArchivedFbsOrder order in orders.ConfigureAwait(false))
            {
                // An order whose day cannot be read is of this month: better one too many.
                if (order.CreatedOn is null || (order.CreatedOn >= first && order.CreatedOn <= last))
                    yield return order;
            }
        }
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
