using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>Decides about a claim once: looks at it just before, sends, and looks at it again where nobody can say what became of it.</summary>
internal sealed class ClaimDecider(IBuyerReturnsApi api, TimeProvider clock)
{
    private static readonly TimeSpan TimeToDecide = TimeSpan.FromDays(14);

    // Less than this is what a store of the caller's may have cut off a time.
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    // How long before each look at a claim whose decision may be on its way.
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];

    private static readonly ClaimAction[] Rejections =
        [ClaimAction.RejectAsNoDefect, ClaimAction.RejectAskingForPhotos, ClaimAction.RejectToServiceCenter, ClaimAction.RejectWithComment];

    private static readonly ClaimAction[] Approvals =
    [
        ClaimAction.ApproveAfterInspection, ClaimAction.ApproveAndTakeBack, ClaimAction.RefundWithoutReturn, ClaimAction.ApproveShopReturn,
        ClaimAction.ConfirmShopReturn,
    ];

    /// <summary>Decides.</summary>
    /// <param name="claim">The claim as the caller has seen it.</param>
    /// <param name="request">The decision.</param>
    /// <param name="revisesRejection">Whether a rejection that the caller has seen may be replaced.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What came of it.</returns>
    public async Task<ClaimDecision> DecideAsync(Claim claim, UpdateClaimRequest request, bool revisesRejection, CancellationToken cancellationToken)
    {
        if (claim.Status == ClaimStatus.Rejected && !revisesRejection)
            return AlreadyDecided(claim, "The claim was rejected before; what was decided is replaced only on demand.", null);
        if (WhyNot(claim, request.Action) is { } reason)
            return NotAllowed(claim, reason);

        // Two clicks on one button: the second one finds what the first has done.
        object owner = ClientOrigin.Of(api)?.Address ?? (object)api;
        using IDisposable turn = await ProcessLocks.TakeAsync(owner, claim.Id, cancellationToken).ConfigureAwait(false);
        if (await ReadAsync(claim, cancellationToken).ConfigureAwait(false) is not { } now)
            return NotAllowed(claim, "WB does not show the claim any more.");
        if (IsDecidedSince(claim, now))
            return DecidedSince(now, null);
        if (RecentDecisions.Find(owner, claim.Id, clock) is { } decided && !IsDecidedSince(decided, now))
            return AlreadyDecided(now, "The claim was decided by this program a moment ago; WB does not show it yet.", null);
        if (WhyNot(now, request.Action) is { } against)
            return NotAllowed(now, against);

        try
        {
            await api.UpdateClaimAsync(request, cancellationToken).ConfigureAwait(false);
            RecentDecisions.Add(owner, now, clock);
            return new ClaimDecision { Outcome = ClaimDecisionOutcome.Decided, Claim = now };
        }
        catch (WildberriesApiException exception) when (IsAboutTheClaim(exception))
        {
            return await LookAfterRefusalAsync(now, exception, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            return await LookForDecisionAsync(now, request, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ClaimDecision NotAllowed(Claim claim, string reason) => new() { Outcome = ClaimDecisionOutcome.NotAllowed, Claim = claim, Reason = reason };

    private static ClaimDecision DecidedSince(Claim now, WildberriesApiException? exception) =>
        AlreadyDecided(now, $"The claim was decided since it was read: it is {ClaimStatus.Describe(now.Status)}.", exception);

    private static ClaimDecision AlreadyDecided(Claim claim, string reason, WildberriesApiException? exception) => new()
    {
        Outcome = ClaimDecisionOutcome.AlreadyDecided,
        Claim = claim,
        Reason = reason,
        Error = exception,
    };

    private string? WhyNot(Claim claim, ClaimAction action)
    {
        if (claim.Actions.Count == 0)
            return "The claim is closed: it allows no action.";
        if (!claim.Actions.Contains(action))
            return $"The claim does not allow {SafeText.Given(action.Value)}; it allows {SafeText.Given(string.Join(", ", claim.Actions))}.";
        return claim.Status == ClaimStatus.UnderReview && claim.CreatedAt + TimeToDecide < clock.GetUtcNow()
            ? FormattableString.Invariant($"The {TimeToDecide.Days} days in which the claim could be decided are over since {claim.CreatedAt + TimeToDecide:u}.")
            : null;
    }

    // Whatever else is wrong (the token, the limit, the network) has nothing to do with the decision, and is thrown.
    private static bool IsAboutTheClaim(WildberriesApiException exception) =>
        exception.Delivery == Delivery.Refused
        && exception is WildberriesBadRequestException or WildberriesNotFoundException or WildberriesConflictException;

    private static bool IsDecidedSince(Claim before, Claim now) =>
        before.Status != now.Status || before.ProductStatus != now.ProductStatus || now.UpdatedAt - before.UpdatedAt >= Precision;

    // An action that this version does not know may lead to any status.
    private static bool IsDecidedBy(UpdateClaimRequest request, Claim now)
    {
        ClaimStatus? status = Approvals.Contains(request.Action) ? ClaimStatus.Approved : Rejections.Contains(request.Action) ? ClaimStatus.Rejected : null;
        return (status is null || now.Status == status)
            && (request.Comment is null || AnswerTexts.IsSame(now.Answer, request.Comment) || now.Answer?.Contains(request.Comment.Trim(), StringComparison.Ordinal) == true);
    }

    // The list is named in the request, and a claim does not say in which it is.
    private async Task<Claim?> ReadAsync(Claim claim, CancellationToken cancellationToken)
    {
        bool isProbablyArchived = claim.Status != ClaimStatus.UnderReview;
        foreach (bool isArchive in (bool[])[isProbablyArchived, !isProbablyArchived])
        {
            ClaimsResponse answer = await api.GetClaimsAsync(isArchive, claim.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (answer.Claims.FirstOrDefault(one => string.Equals(one?.Id, claim.Id, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return null;
    }

    private async Task<ClaimDecision> LookAfterRefusalAsync(Claim before, WildberriesApiException refusal, CancellationToken cancellationToken)
    {
        Claim? now = await TryReadAsync(before, cancellationToken).ConfigureAwait(false);
        if (now is not null && IsDecidedSince(before, now))
            return DecidedSince(now, refusal);
        return new ClaimDecision
        {
            Outcome = ClaimDecisionOutcome.Refused,
            Claim = now ?? before,
            Reason = refusal.Detail ?? refusal.Title ?? refusal.Message,
            Error = refusal,
        };
    }

    private async Task<ClaimDecision> LookForDecisionAsync(
        Claim before, UpdateClaimRequest request, WildberriesApiException failure, CancellationToken cancellationToken)
    {
        Claim? now = null;
        foreach (TimeSpan pause in Looks)
        {
            try
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            now = await TryReadAsync(before, cancellationToken).ConfigureAwait(false) ?? now;
            if (now is null || !IsDecidedSince(before, now))
                continue;
            return IsDecidedBy(request, now)
                ? new ClaimDecision { Outcome = ClaimDecisionOutcome.Decided, Claim = now, Error = failure }
                : DecidedSince(now, failure);
        }

        return new ClaimDecision
        {
            Outcome = ClaimDecisionOutcome.Unknown,
            Claim = now ?? before,
            Reason = $"Nobody can say whether WB has taken the decision: {failure.Message}",
            Error = failure,
        };
    }

    // What the decision threw is to be told, not this.
    private async Task<Claim?> TryReadAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WildberriesApiException or OperationCanceledException)
        {
            return null;
        }
    }
}
