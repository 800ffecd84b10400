using System.Globalization;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>Sends changes of any number of orders in parts, and accounts for each of them.</summary>
/// <param name="orders">The orders; what is known to be refused is marked so and not sent.</param>
/// <param name="progress">Told what is known after each part.</param>
internal sealed class OrderChangeRun(IReadOnlyList<OrderChange> orders, IProgress<OrderChangeResult>? progress)
{
    private const string Lost = "The answer was lost: WB may have changed the order or not.";
    private const string NotNamed = "WB's answer does not name the order.";
    private const string NotClear = "WB's answer does not say clearly whether the order was changed.";
    private const string NoReason = "WB gives no reason.";

    private readonly OrderChange[] _orders = [.. orders];

    private OrderChangeResult Result => new() { Orders = [.. _orders] };

    /// <summary>Sends the parts one after the other, until one fails.</summary>
    public async Task<OrderChangeResult> RunAsync(IEnumerable<OrderChangePart> parts, CancellationToken cancellationToken)
    {
        try
        {
            foreach (OrderChangePart part in parts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Open(part) is { Length: > 0 } found && part.CheckAsync is { } check)
                    await CheckAsync(found, check, cancellationToken).ConfigureAwait(false);
                foreach (int[] places in Open(part).Chunk(part.Size))
                {
                    await SendAsync(places, part.SendAsync, cancellationToken).ConfigureAwait(false);
                    progress?.Report(Result);
                }
            }
        }
        catch (Exception exception)
        {
            exception.SetOrderChangeResult(Result);
            progress?.Report(Result);
            throw;
        }

        OrderChangeResult result = Result;
        progress?.Report(result);
        return result;
    }

    private int[] Open(OrderChangePart part) => [.. part.Places.Where(place => _orders[place].Outcome == OrderChangeOutcome.NotSent)];

    private async Task CheckAsync(int[] places, OrderCheck check, CancellationToken cancellationToken)
    {
        Func<OrderChange, OrderChange> judge = await check([.. places.Select(place => _orders[place].OrderId).Distinct()], cancellationToken).ConfigureAwait(false);
        Set(places, judge);
    }

    private async Task SendAsync(int[] places, OrderSend send, CancellationToken cancellationToken)
    {
        ILookup<long, OrderAnswer> answers;
        try
        {
            answers = (await send(places, cancellationToken).ConfigureAwait(false)).ToLookup(answer => answer.OrderId);
        }
        catch (WildberriesApiException exception) when (IsRefusal(exception))
        {
            // The request as a whole: the other parts may be right.
            Set(places, order => order with
            {
                Outcome = OrderChangeOutcome.Refused,
                ErrorCode = (int?)exception.StatusCode,
                Reason = OrderErrorReason.From(exception.Code ?? exception.Title ?? ""),
                ErrorText = exception.Detail ?? exception.Message,
            });
            return;
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
        {
            throw;
        }
        catch
        {
            // A cancellation too: the request may have arrived.
            Set(places, order => order with { Outcome = OrderChangeOutcome.Unknown, ErrorText = Lost });
            throw;
        }

        Set(places, order => Judge(order, [.. answers[order.OrderId]]));
    }

    /// <summary>Whether WB refused what was asked for, so that another request may well be taken: not a token, not a limit.</summary>
    private static bool IsRefusal(WildberriesApiException exception) =>
        exception.Delivery == Delivery.Refused
        && exception is WildberriesBadRequestException or WildberriesNotFoundException or WildberriesConflictException or WildberriesRequestTooLargeException;

    private static OrderChange Judge(OrderChange order, OrderAnswer[] answers)
    {
        if (answers.Length == 0)
            return order with { Outcome = OrderChangeOutcome.Unknown, ErrorText = NotNamed };
        if (Array.Find(answers, answer => answer.IsError == true) is { } refusal)
        {
            return order with
            {
                Outcome = OrderChangeOutcome.Refused,
                ErrorCode = refusal.Code,
                Reason = refusal.Reason,
                ErrorText = refusal.Reason == default ? NoReason : refusal.Reason.Value,
                Markings = refusal.Markings,
            };
        }

        // That there is an error and none at once settles nothing.
        return Array.Find(answers, answer => answer.Reason != default || answer.Code is not null) is { } odd
            ? order with
            {
                Outcome = OrderChangeOutcome.Unknown,
                ErrorCode = odd.Code,
                Reason = odd.Reason,
                ErrorText = string.Create(CultureInfo.InvariantCulture, $"WB calls it done, with the error {odd.Code} {odd.Reason}."),
            }
            : Array.Exists(answers, answer => answer.IsError is null)
                ? order with { Outcome = OrderChangeOutcome.Unknown, ErrorText = NotClear }
                : order with { Outcome = OrderChangeOutcome.Done };
    }

    private void Set(int[] places, Func<OrderChange, OrderChange> change)
    {
        foreach (int place in places)
            _orders[place] = change(_orders[place]);
    }
}
