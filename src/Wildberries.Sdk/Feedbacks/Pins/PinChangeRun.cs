using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Sends what is to be pinned or unpinned in parts, accounts for each row, and looks at the list of pins where an answer leaves something open.</summary>
/// <param name="rows">The rows; what is known to be refused or done is marked so and not sent.</param>
internal sealed class PinChangeRun(IEnumerable<PinChange> rows)
{
    private const string Lost = "The answer was lost: WB may have done it or not.";

    private readonly PinChange[] _rows = [.. rows];

    private PinChangeResult Result => new() { Rows = [.. _rows] };

    /// <summary>Sends the rows that are not settled, one part after the other.</summary>
    /// <param name="checkAsync">Marks what need not be sent, before the first part.</param>
    /// <param name="sendAsync">Sends a part; gives what WB says of each row of it.</param>
    /// <param name="lookAsync">Reads the list of pins; gives what it says of a row that is open, whether WB has answered or the answer was lost.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What became of each row.</returns>
    public async Task<PinChangeResult> RunAsync(
        Func<PinChange[], CancellationToken, Task<IEnumerable<PinChange>>>? checkAsync,
        Func<PinChange[], CancellationToken, Task<Func<PinChange, PinChange>>> sendAsync,
        Func<bool, CancellationToken, Task<Func<PinChange, PinChange>>> lookAsync,
        CancellationToken cancellationToken)
    {
        try
        {
            if (checkAsync is not null && _rows.Length > 0)
                Set(await checkAsync([.. _rows], cancellationToken).ConfigureAwait(false));
            foreach (PinChange[] part in _rows.Where(row => row.Outcome == PinOutcome.NotSent).Chunk(FeedbackLimits.MaxPins).ToList())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await SendAsync(part, sendAsync, lookAsync, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            exception.SetPinChangeResult(Result);
            throw;
        }

        return Result;
    }

    private async Task SendAsync(
        PinChange[] part,
        Func<PinChange[], CancellationToken, Task<Func<PinChange, PinChange>>> sendAsync,
        Func<bool, CancellationToken, Task<Func<PinChange, PinChange>>> lookAsync,
        CancellationToken cancellationToken)
    {
        try
        {
            Set(part.Select(await sendAsync(part, cancellationToken).ConfigureAwait(false)));
        }
        catch (WildberriesApiException exception) when (IsRefusal(exception))
        {
            // The request as a whole: the other parts may be right.
            Set(part.Select(row => row with { Outcome = PinOutcome.Refused, ErrorText = exception.Detail ?? exception.Message }));
            return;
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused)
        {
            throw;
        }
        catch (WildberriesApiException) when (!cancellationToken.IsCancellationRequested)
        {
            Set(part.Select(row => row with { Outcome = PinOutcome.Unknown, ErrorText = Lost }));
            if (await TryLookAsync(part, lookAsync, cancellationToken).ConfigureAwait(false))
                return;
            throw;
        }
        catch
        {
            // A cancellation too: the request may have arrived.
            Set(part.Select(row => row with { Outcome = PinOutcome.Unknown, ErrorText = Lost }));
            throw;
        }

        if (Open(part).Length > 0)
            await LookAsync(part, true, lookAsync, cancellationToken).ConfigureAwait(false);
    }

    // The failure that left the rows open says more than the one of the look.
    private async Task<bool> TryLookAsync(
        PinChange[] part, Func<bool, CancellationToken, Task<Func<PinChange, PinChange>>> lookAsync, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(part, false, lookAsync, cancellationToken).ConfigureAwait(false);
            return Open(part).Length == 0;
        }
        catch (WildberriesApiException)
        {
            return false;
        }
    }

    private async Task LookAsync(
        PinChange[] part, bool isAnswered, Func<bool, CancellationToken, Task<Func<PinChange, PinChange>>> lookAsync, CancellationToken cancellationToken)
    {
        Func<PinChange, PinChange> judge = await lookAsync(isAnswered, cancellationToken).ConfigureAwait(false);
        Set(Open(part).Select(judge));
    }

    private PinChange[] Open(PinChange[] part) => [.. part.Select(row => Now(row)).Where(row => row.Outcome == PinOutcome.Unknown)];

    private PinChange Now(PinChange row) => Array.Find(_rows, other => other.Index == row.Index)!;

    private void Set(IEnumerable<PinChange> changed)
    {
        Dictionary<int, PinChange> byIndex = changed.ToDictionary(row => row.Index);
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = byIndex.GetValueOrDefault(_rows[i].Index, _rows[i]);
    }

    /// <summary>Whether WB refused what was asked for, so that another request may well be taken: not a token, not a limit.</summary>
    private static bool IsRefusal(WildberriesApiException exception) =>
        exception is { Delivery: Delivery.Refused }
            and (WildberriesBadRequestException or WildberriesNotFoundException or WildberriesConflictException or WildberriesRequestTooLargeException);
}
