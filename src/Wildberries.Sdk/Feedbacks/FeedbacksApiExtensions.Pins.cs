using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <content>Pinned reviews.</content>
public static partial class FeedbacksApiExtensions
{
    private const string NotNamed = "WB's answer does not name it.";

    /// <summary>Reads the pinned reviews over all pages, and those that WB has unpinned by itself. What the seller has unpinned is not there.</summary>
    /// <remarks>
    /// WB pages by the number of the pin: what is pinned or unpinned meanwhile moves nothing. Source:
    /// <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="filter">Which pins; <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The pins.</returns>
    /// <exception cref="ArgumentException">The period of the filter ends before it begins.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<Pin> StreamPinsAsync(this IFeedbacksApi api, PinFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        PinFilter wanted = filter ?? new PinFilter();
        if (wanted is { From: { } from, To: { } to })
            Argument.Period(from, to, nameof(filter));
        return Pager.ByCursor(
            "Feedbacks.GetPins",
            FeedbackLimits.MaxPins,
            async (cursor, token) =>
            {
                PinsResponse page = await api.GetPinsAsync(
                    wanted.State, wanted.Place, wanted.ImtId, wanted.NmId, wanted.FeedbackId, wanted.From, wanted.To, cursor == 0 ? null : cursor, FeedbackLimits.MaxPins, token)
                    .ConfigureAwait(false);
                return (page.Pins, page.Next);
            },
            pin => pin.Id,
            cancellationToken);
    }

    /// <summary>Pins any number of reviews, 500 in a call, and tells of each what became of it. The Jam subscription or an option of the tariff constructor pays for it.</summary>
    /// <remarks>
    /// What can be told before is not sent: a review that is pinned there already, one for which nothing pays or no pin is left, and, if it has a <see cref="PinRequest.Product"/>,
    /// one whose card or group is full. The check costs two calls and one more for each further 500 pins. Where some still fit, all are sent, and WB decides which. Where an answer
    /// is lost or does not name a review, the list of pins is looked at; nothing is sent twice. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="requests">What is to be pinned; each review once for a place.</param>
    /// <param name="check">Whether limits and pins are read first. Without it WB refuses row by row, which costs nothing either.</param>
    /// <param name="cancellationToken">
    /// Ends the call with an <see cref="OperationCanceledException"/>. What was sent may be pinned all the same: see
    /// <see cref="PinChangeExceptionExtensions.GetPinChangeResult"/>.
    /// </param>
    /// <returns>Each review with what became of it.</returns>
    /// <exception cref="ArgumentException">A review is there twice for the same place.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed; for example, the seller pays for no pins at all (403). <see cref="PinChangeExceptionExtensions.GetPinChangeResult"/> tells what is known of each review.
    /// </exception>
    public static Task<PinChangeResult> PinAsync(
        this IFeedbacksApi api, IEnumerable<PinRequest> requests, bool check = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        List<PinRequest> rows = Argument.Rows(
            requests, row => row.FeedbackId, _ => null, row => (row.FeedbackId, row.Place), "review and place", nameof(requests));
        var run = new PinChangeRun(rows.Select((row, index) =>
            new PinChange { Index = index, FeedbackId = row.FeedbackId, Place = row.Place, Outcome = PinOutcome.NotSent }));
        return run.RunAsync(check ? CheckAsync : null, SendAsync, LookAsync, cancellationToken);

        async Task<IEnumerable<PinChange>> CheckAsync(PinChange[] open, CancellationToken token)
        {
            PinLimitsResponse limits = await api.GetPinLimitsAsync(token).ConfigureAwait(false);
            List<Pin> pinned = await PinnedAsync(api, token).ConfigureAwait(false);
            return new PinCheck(rows, limits.Limits ?? throw Envelope.Failure("Feedbacks.GetPinLimits", null, Redaction.None), pinned).Judge(open);
        }

        async Task<Func<PinChange, PinChange>> SendAsync(PinChange[] part, CancellationToken token)
        {
            CreatedPinsResponse answer = await api.CreatePinsAsync([.. part.Select(row => rows[row.Index])], token).ConfigureAwait(false);
            ILookup<string, PinResult> results = answer.Results.Where(result => result is not null).ToLookup(result => result.FeedbackId, StringComparer.Ordinal);
            return row => Judge(row, results[row.FeedbackId].FirstOrDefault(result => result.Place == row.Place || result.Place == default));
        }

        async Task<Func<PinChange, PinChange>> LookAsync(bool isAnswered, CancellationToken token)
        {
            List<Pin> pinned = await PinnedAsync(api, token).ConfigureAwait(false);
            return row => PinCheck.PinnedAs(rows[row.Index], pinned) is { } pin
                ? row with { Outcome = PinOutcome.Done, PinId = pin.Id, ErrorText = null }
                : row;
        }
    }

    /// <summary>Unpins any number of reviews, 500 in a call, and tells of each pin what became of it.</summary>
    /// <remarks>
    /// WB names the pins that are gone. Where it does not name one, or its answer is lost, the list of pins is looked at. Source:
    /// <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="pinIds">The pins: <see cref="Pin.Id"/>, not the ids of the reviews. One that is there twice is sent once.</param>
    /// <param name="cancellationToken">
    /// Ends the call with an <see cref="OperationCanceledException"/>. What was sent may be unpinned all the same: see
    /// <see cref="PinChangeExceptionExtensions.GetPinChangeResult"/>.
    /// </param>
    /// <returns>Each pin with what became of it.</returns>
    /// <exception cref="ArgumentException">A number is not above zero.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="PinChangeExceptionExtensions.GetPinChangeResult"/> tells what is known of each pin.
    /// </exception>
    public static Task<PinChangeResult> UnpinAsync(this IFeedbacksApi api, IEnumerable<long> pinIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var run = new PinChangeRun(Argument.AllIds(pinIds)
            .Select((id, index) => new PinChange { Index = index, PinId = id, Outcome = PinOutcome.NotSent })
            .DistinctBy(row => row.PinId));
        return run.RunAsync(null, SendAsync, LookAsync, cancellationToken);

        async Task<Func<PinChange, PinChange>> SendAsync(PinChange[] part, CancellationToken token)
        {
            DeletedPinsResponse answer = await api.DeletePinsAsync([.. part.Select(row => row.PinId!.Value)], token).ConfigureAwait(false);
            HashSet<long> gone = [.. answer.PinIds];
            return row => gone.Contains(row.PinId!.Value)
                ? row with { Outcome = PinOutcome.Done }
                : row with { Outcome = PinOutcome.Unknown, ErrorText = NotNamed };
        }

        async Task<Func<PinChange, PinChange>> LookAsync(bool isAnswered, CancellationToken token)
        {
            Dictionary<long, Pin> pinned = (await PinnedAsync(api, token).ConfigureAwait(false)).DistinctBy(pin => pin.Id).ToDictionary(pin => pin.Id);
            return row => !pinned.TryGetValue(row.PinId!.Value, out Pin? pin)
                ? row with { Outcome = isAnswered ? PinOutcome.Unchanged : PinOutcome.Done, ErrorText = null }
                : isAnswered
                    ? row with { Outcome = PinOutcome.Refused, FeedbackId = pin.FeedbackId, Place = pin.Place, ErrorText = "WB has left it pinned." }
                    : row with { FeedbackId = pin.FeedbackId, Place = pin.Place };
        }
    }

    private static PinChange Judge(PinChange row, PinResult? result)
    {
        if (result is null)
            return row with { Outcome = PinOutcome.Unknown, ErrorText = NotNamed };
        PinError? error = result.Errors.FirstOrDefault(error => error is not null);
        if (error is not null || result.HasErrors)
        {
            return row with
            {
                Outcome = error?.Status == PinErrorStatus.AlreadyPinned ? PinOutcome.Unchanged : PinOutcome.Refused,
                PinId = result.PinId,
                Reason = error?.Status ?? default,
                ErrorText = error?.Detail ?? error?.Title ?? error?.Status.Value ?? "WB gives no reason.",
                Errors = result.Errors,
            };
        }

        return result.PinId is > 0 and var pinId
            ? row with { Outcome = PinOutcome.Done, PinId = pinId }
            : row with { Outcome = PinOutcome.Unknown, ErrorText = "WB's answer has neither a pin nor an error for it." };
    }

    private static async Task<List<Pin>> PinnedAsync(IFeedbacksApi api, CancellationToken cancellationToken)
    {
        List<Pin> pinned = [];
        await foreach (Pin pin in api.StreamPinsAsync(new PinFilter { State = PinState.Pinned }, cancellationToken).ConfigureAwait(false))
            pinned.Add(pin);
        return pinned;
    }
}
