using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerReturns;

public sealed class ClaimDeciderTests
{
    private const string Comment = "Фото не имеет отношения к товару";

    private static readonly ClaimAction Approve = ClaimAction.ApproveAfterInspection;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeClaimsApi _api = new();
    private readonly JumpingTimeProvider _time = new();

    public ClaimDeciderTests() => _time.SetUtcNow(Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_sent_once_and_the_claim_is_read_just_before()
    {
        ClaimDecision decision = await DecideAsync(_api.Make("a"), Approve);
        Assert.Equal((ClaimDecisionOutcome.Decided, null, null), (decision.Outcome, decision.Reason, decision.Error));
        Assert.Equal(["open a", "approve1 a"], _api.Calls);
    }

    [Fact]
    public async Task A_rejected_claim_is_decided_anew_from_the_archive_but_only_on_demand()
    {
        _api.Make("a");
        _api.Decide("a", ClaimStatus.Rejected, Approve);
        ClaimDecision kept = await DecideAsync(_api.Find("a"), Approve);
        Assert.Equal((ClaimDecisionOutcome.AlreadyDecided, ClaimStatus.Rejected), (kept.Outcome, kept.Claim.Status));
        Assert.Empty(_api.Calls);

        ClaimDecision decision = await DecideAsync(_api.Find("a"), Approve, revisesRejection: true);
        Assert.Equal(ClaimDecisionOutcome.Decided, decision.Outcome);
        Assert.Equal(["archive a", "approve1 a"], _api.Calls);
    }

    [Fact]
    public async Task What_the_claim_does_not_allow_as_it_was_read_costs_no_request()
    {
        Claim claim = _api.Make("a", Approve);
        foreach ((Claim Claim, ClaimAction Action, string Reason) one in ((Claim, ClaimAction, string)[])
        [
            (claim, ClaimAction.RefundWithoutReturn, "it allows approve1"),
            (claim with { Actions = [] }, Approve, "closed"),
            (claim with { CreatedAt = Now.AddDays(-14).AddSeconds(-1) }, Approve, "14 days"),
        ])
        {
            ClaimDecision decision = await DecideAsync(one.Claim, one.Action);
            Assert.Equal(ClaimDecisionOutcome.NotAllowed, decision.Outcome);
            Assert.Contains(one.Reason, decision.Reason, StringComparison.Ordinal);
        }

        Assert.Empty(_api.Calls);

        // What is decided has no such time.
        Claim rejected = claim with { Status = ClaimStatus.Rejected, CreatedAt = Now.AddDays(-15) };
        _api.Change("a", _ => rejected);
        Assert.Equal(ClaimDecisionOutcome.Decided, (await DecideAsync(rejected, Approve, revisesRejection: true)).Outcome);
    }

    [Fact]
    public async Task What_is_not_allowed_any_more_is_not_sent()
    {
        Claim claim = _api.Make("a");
        _api.Change("a", one => one with { Actions = [ClaimAction.RejectAsNoDefect] });
        ClaimDecision decision = await DecideAsync(claim, Approve);
        Assert.Equal((ClaimDecisionOutcome.NotAllowed, 1), (decision.Outcome, decision.Claim.Actions.Count));
        _api.Open.Clear();
        Assert.Equal(ClaimDecisionOutcome.NotAllowed, (await DecideAsync(claim, Approve)).Outcome);
        Assert.Equal(["open a", "open a", "archive a"], _api.Calls);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task What_somebody_else_has_decided_is_not_overruled_until_the_caller_has_seen_it()
    {
        Claim claim = _api.Make("a");
        _api.Decide("a", ClaimStatus.Rejected, Approve);
        ClaimDecision decision = await DecideAsync(claim, Approve);
        Assert.Equal((ClaimDecisionOutcome.AlreadyDecided, ClaimStatus.Rejected), (decision.Outcome, decision.Claim.Status));
        Assert.Empty(_api.Sent);
        Assert.Equal(ClaimDecisionOutcome.Decided, (await DecideAsync(decision.Claim, Approve, revisesRejection: true)).Outcome);
        Assert.Equal(ClaimDecisionOutcome.NotAllowed, (await DecideAsync(_api.Find("a"), Approve)).Outcome);
    }

    [Fact]
    public async Task A_store_that_cuts_off_fractions_of_a_second_is_no_decision()
    {
        Claim claim = _api.Make("a");
        _api.Change("a", one => one with { UpdatedAt = one.UpdatedAt!.Value.AddMilliseconds(999) });
        Assert.Equal(ClaimDecisionOutcome.Decided, (await DecideAsync(claim, Approve)).Outcome);
    }

    [Fact]
    public async Task Of_two_calls_at_once_one_decides()
    {
        Claim claim = _api.Make("a");
        ClaimDecision[] decisions = await Task.WhenAll(DecideAsync(claim, Approve), DecideAsync(claim, ClaimAction.RejectAsNoDefect));
        Assert.Equal([ClaimDecisionOutcome.Decided, ClaimDecisionOutcome.AlreadyDecided], decisions.Select(one => one.Outcome).Order());
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task Of_two_calls_at_once_one_decides_also_while_WB_does_not_show_it_yet()
    {
        Claim claim = _api.Make("lagging");
        _api.ShowsDecisions = false;
        Assert.Equal(ClaimDecisionOutcome.Decided, (await DecideAsync(claim, Approve)).Outcome);
        ClaimDecision second = await DecideAsync(claim, ClaimAction.RejectAsNoDefect);
        Assert.Equal(ClaimDecisionOutcome.AlreadyDecided, second.Outcome);
        Assert.Contains("does not show it yet", second.Reason, StringComparison.Ordinal);
        Assert.Single(_api.Sent);

        // What WB does not show after minutes it has not taken.
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(ClaimDecisionOutcome.Decided, (await DecideAsync(claim, ClaimAction.RejectAsNoDefect)).Outcome);
    }

    [Fact]
    public async Task What_WB_refuses_has_WBs_words()
    {
        Claim claim = _api.Make("a");
        var refusal = new WildberriesBadRequestException("400") { Delivery = Delivery.Refused, Detail = "The Action field is invalid." };
        _api.BeforeDecision = () => throw refusal;
        ClaimDecision decision = await DecideAsync(claim, Approve);
        Assert.Equal((ClaimDecisionOutcome.Refused, "The Action field is invalid."), (decision.Outcome, decision.Reason));
        Assert.Same(refusal, decision.Error);

        // Somebody was faster.
        _api.BeforeDecision = () =>
        {
            _api.Decide("a", ClaimStatus.Approved);
            throw refusal;
        };
        Assert.Equal(ClaimDecisionOutcome.AlreadyDecided, (await DecideAsync(claim, Approve)).Outcome);
        Assert.Equal(2, _api.Sent.Count);
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_the_claim_is_thrown()
    {
        Claim claim = _api.Make("a");
        foreach (WildberriesApiException failure in (WildberriesApiException[])
        [
            new WildberriesRateLimitException("429") { Delivery = Delivery.Refused },
            new WildberriesUnauthorizedException("401") { Delivery = Delivery.Refused },
            new WildberriesConnectionException("no connection") { Delivery = Delivery.NotSent },
        ])
        {
            _api.BeforeDecision = () => throw failure;
            Assert.Same(failure, await Record.ExceptionAsync(() => DecideAsync(claim, Approve)));
        }

        var read = new WildberriesServerException("500");
        _api.ReadFailures.Enqueue(read);
        Assert.Same(read, await Record.ExceptionAsync(() => DecideAsync(claim, Approve)));
        Assert.Equal(3, _api.Sent.Count);
    }

    [Fact]
    public async Task After_a_lost_answer_the_claim_tells_what_became_of_the_decision()
    {
        Claim claim = _api.Make("a");
        _api.AfterDecision = () => throw new WildberriesTimeoutException("no answer") { Delivery = Delivery.Unknown };
        ClaimDecision decision = await DecideAsync(claim, ClaimAction.RejectWithComment, Comment);
        Assert.Equal((ClaimDecisionOutcome.Decided, ClaimStatus.Rejected, Comment), (decision.Outcome, decision.Claim.Status, decision.Claim.Answer));
        Assert.IsType<WildberriesTimeoutException>(decision.Error);
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task After_a_lost_answer_another_decision_is_not_taken_for_ones_own()
    {
        Claim claim = _api.Make("a");
        _api.BeforeDecision = () =>
        {
            _api.Decide("a", ClaimStatus.Approved);
            throw new WildberriesTimeoutException("no answer") { Delivery = Delivery.Unknown };
        };
        Assert.Equal(ClaimDecisionOutcome.AlreadyDecided, (await DecideAsync(claim, ClaimAction.RejectWithComment, Comment)).Outcome);
    }

    [Fact]
    public async Task What_WB_does_not_show_after_a_lost_answer_stays_unknown_and_is_not_sent_again()
    {
        Claim claim = _api.Make("a");
        _api.ShowsDecisions = false;
        _api.AfterDecision = () => throw new WildberriesServerException("500") { Delivery = Delivery.Unknown };
        ClaimDecision decision = await DecideAsync(claim, Approve);
        Assert.Equal(ClaimDecisionOutcome.Unknown, decision.Outcome);
        Assert.Contains("500", decision.Reason, StringComparison.Ordinal);
        Assert.Equal(["open a", "approve1 a", "open a", "open a", "open a"], _api.Calls);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task Looks_that_fail_or_are_cancelled_leave_it_unknown()
    {
        Claim claim = _api.Make("a");
        using var stop = new CancellationTokenSource();
        _api.ShowsDecisions = false;
        _api.AfterDecision = () =>
        {
            _api.ReadFailures.Enqueue(new WildberriesServerException("503"));
            throw new WildberriesTimeoutException("no answer") { Delivery = Delivery.Unknown };
        };
        _time.OnWait = _ => stop.Cancel();
        ClaimDecision decision = await new ClaimDecider(_api, _time).DecideAsync(claim, new UpdateClaimRequest { Id = "a", Action = Approve }, revisesRejection: false, stop.Token);
        Assert.Equal(ClaimDecisionOutcome.Unknown, decision.Outcome);
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task Arguments_are_checked_before_anything_is_asked()
    {
        Claim claim = _api.Make("a");
        await ThrowsAsync("claim", () => _api.DecideAsync(new Claim(), Approve));
        await ThrowsAsync("action", () => _api.DecideAsync(claim, default));
        await ThrowsAsync("comment", () => _api.DecideAsync(claim, ClaimAction.RejectWithComment));
        await ThrowsAsync("comment", () => _api.DecideAsync(claim, ClaimAction.RejectWithComment, "Коротко!!"));
        await ThrowsAsync("comment", () => _api.DecideAsync(claim, ClaimAction.RejectWithComment, new string('я', 1001)));
        await ThrowsAsync("comment", () => _api.DecideAsync(claim, Approve, Comment));
        Assert.Empty(_api.Calls);

        static async Task ThrowsAsync(string argument, Func<Task> call) => Assert.Equal(argument, (await Assert.ThrowsAnyAsync<ArgumentException>(call)).ParamName);
    }

    [Fact]
    public async Task A_text_for_logs_has_nothing_that_anybody_wrote()
    {
        Claim claim = _api.Make("a") with { BuyerComment = "порвано" };
        string text = (await DecideAsync(claim, ClaimAction.RejectWithComment, Comment)).ToString();
        Assert.Equal("ClaimDecision { Outcome = Decided, ClaimId = a, Claim = under review }", text);
    }

    private Task<ClaimDecision> DecideAsync(Claim claim, ClaimAction action, string? comment = null, bool revisesRejection = false) =>
        new ClaimDecider(_api, _time).DecideAsync(claim, new UpdateClaimRequest { Id = claim.Id, Action = action, Comment = comment }, revisesRejection, Cancel);
}
