using System.Globalization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>
/// What can be told about reviews before they are pinned: which ones are pinned there, and for which ones there is certainly no pin. Where some still fit, WB decides which: it may
/// refuse one for another reason, and take the next.
/// </summary>
internal sealed class PinCheck(IReadOnlyList<PinRequest> requests, PinLimits limits, IReadOnlyList<Pin> pinned)
{
    /// <summary>Judges the rows.</summary>
    public IEnumerable<PinChange> Judge(IEnumerable<PinChange> rows) => [.. rows.Select(row => Judge(row, requests[row.Index]))];

    private PinChange Judge(PinChange row, PinRequest request)
    {
        if (PinnedAs(request, pinned) is { } pin)
            return row with { Outcome = PinOutcome.Unchanged, PinId = pin.Id };
        bool isSubscription = request.Method == PinMethod.Subscription;
        if (!isSubscription && request.Method != PinMethod.Tariff)
            return row;
        if ((isSubscription ? limits.Subscription : limits.Tariff) is not { } limit)
        {
            return isSubscription
                ? Refuse(row, PinErrorStatus.SubscriptionRestriction, "The seller has no subscription that pays for pins.")
                : Refuse(row, PinErrorStatus.TariffRestriction, "The seller has no option of the tariff constructor that pays for pins.");
        }

        if (limit.IsUnlimited)
            return row;

        // A limit of nothing is one that WB did not send.
        if (limit.Total > 0 && limit.Remaining <= 0)
            return Refuse(row, PinErrorStatus.GlobalLimitReached, Say($"All {limit.Total} pins are used."));
        return limit.PerUnit > 0 && UnitOf(request) is { } unit && pinned.Count(pin => IsIn(pin, request, unit)) >= limit.PerUnit
            ? Refuse(row, PinErrorStatus.UnitLimitReached, Say($"{request.Place} {unit} has all {limit.PerUnit} pins that it can have."))
            : row;
    }

    /// <summary>The pin of a review at the place where it is wanted, whatever pays for it.</summary>
    public static Pin? PinnedAs(PinRequest request, IEnumerable<Pin> pinned) => pinned.FirstOrDefault(pin =>
        string.Equals(pin.FeedbackId, request.FeedbackId, StringComparison.Ordinal) && pin.Place == request.Place);

    private static long? UnitOf(PinRequest request) => (request.Place == PinPlace.Card ? request.Product?.NmId : request.Product?.ImtId) is > 0 and var id ? id : null;

    private static bool IsIn(Pin pin, PinRequest request, long unit) =>
        pin.Method == request.Method && pin.Place == request.Place && (pin.Place == PinPlace.Card ? pin.NmId : pin.ImtId) == unit;

    private static PinChange Refuse(PinChange row, PinErrorStatus reason, string text) =>
        row with { Outcome = PinOutcome.Refused, Reason = reason, ErrorText = text };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
