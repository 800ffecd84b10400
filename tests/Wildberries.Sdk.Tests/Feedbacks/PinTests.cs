using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;

namespace Wildberries.Sdk.Tests.Feedbacks;

public sealed class PinTests
{
    private static readonly WildberriesServerException Lost = new("502") { Delivery = Delivery.Unknown };

    private readonly FakeFeedbacksApi _api = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_review_is_pinned_or_says_why_not()
    {
        long there = _api.Pinned("there", PinPlace.Card);
        _api.Refused["bad"] = "feedbackExcluded";
        PinChangeResult result = await _api.PinAsync([Card("new"), Card("there"), Card("bad")], cancellationToken: Cancel);
        Assert.Equal([PinOutcome.Done, PinOutcome.Unchanged, PinOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal(there, result.Rows[1].PinId);
        Assert.Equal((PinErrorStatus.FeedbackExcluded, "WB says feedbackExcluded"), (result.Rows[2].Reason, result.Rows[2].ErrorText));
        Assert.Equal("3 reviews: 2 done, 1 refused, 0 unknown, 0 not sent", result.ToString());
        Assert.Equal(["limits", "pins", "pin new bad"], _api.Calls);
    }

    [Fact]
    public async Task Any_number_goes_in_parts_of_500()
    {
        _api.Limits = new PinLimits { Tariff = new PinLimit { IsUnlimited = true } };
        PinChangeResult result = await _api.PinAsync(Many(1200), cancellationToken: Cancel);
        Assert.True(result.IsDone);
        Assert.Equal(["limits", "pins", "pin 0 1 2", "pin 500 501 502", "pin 1000 1001 1002"], _api.Calls);
        PinChangeResult gone = await _api.UnpinAsync(result.Rows.Select(row => row.PinId!.Value), Cancel);
        Assert.True(gone.IsDone);
        Assert.Empty(_api.Pins);
    }

    [Fact]
    public async Task What_nothing_pays_for_is_not_sent()
    {
        PinRequest[] both = [Card("a"), Card("b") with { Method = PinMethod.Subscription }];
        PinChangeResult result = await _api.PinAsync(both, cancellationToken: Cancel);
        Assert.Equal([PinOutcome.Done, PinOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal((PinErrorStatus.SubscriptionRestriction, null), (result.Rows[1].Reason, result.Rows[1].PinId));

        _api.Limits = new PinLimits { Subscription = new PinLimit { PerUnit = 2, Total = 5, Used = 5 } };
        result = await _api.PinAsync([Card("c"), .. both[1..]], cancellationToken: Cancel);
        Assert.Equal([PinErrorStatus.TariffRestriction, PinErrorStatus.GlobalLimitReached], result.Refused.Select(row => row.Reason));
        Assert.Equal(["limits", "pins", "pin a", "limits", "pins"], _api.Calls);
    }

    [Fact]
    public async Task A_card_that_is_full_is_seen_before_if_the_product_is_known()
    {
        _api.Pinned("old", PinPlace.Card, nmId: 7);
        _api.Pinned("older", PinPlace.Card, nmId: 7);
        PinRequest Of(string id) => Card(id) with { Product = new FeedbackProduct { NmId = 7, ImtId = 70 } };
        PinChangeResult result = await _api.PinAsync(
            [Of("a"), Of("b") with { Place = PinPlace.MergedCards }, Card("c")], cancellationToken: Cancel);
        Assert.Equal([PinOutcome.Refused, PinOutcome.Done, PinOutcome.Done], result.Rows.Select(row => row.Outcome));
        Assert.Equal(PinErrorStatus.UnitLimitReached, result.Rows[0].Reason);
        Assert.Empty(result.Rows[0].Errors);
    }

    [Fact]
    public async Task Without_the_check_WB_is_left_to_refuse()
    {
        _api.Pinned("there", PinPlace.Card);
        PinChangeResult result = await _api.PinAsync([Card("there"), Card("new")], check: false, Cancel);
        Assert.Equal([PinOutcome.Unchanged, PinOutcome.Done], result.Rows.Select(row => row.Outcome));
        Assert.Equal(["pin there new"], _api.Calls);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_the_rest_is_sent()
    {
        _api.Limits = new PinLimits { Tariff = new PinLimit { IsUnlimited = true } };
        _api.Losses.Enqueue(Lost);
        PinChangeResult result = await _api.PinAsync(Many(501), check: false, Cancel);
        Assert.True(result.IsDone);
        Assert.Equal(501, _api.Pins.Count);
        Assert.Equal(["pin 0 1 2", "pins", "pin 500"], _api.Calls);
    }

    [Fact]
    public async Task What_the_list_does_not_show_stays_unknown_and_is_not_sent_again()
    {
        _api.Failures.Enqueue(Lost);
        WildberriesServerException exception = await Assert.ThrowsAsync<WildberriesServerException>(
            () => _api.PinAsync([.. Many(501)], check: false, Cancel));
        PinChangeResult result = exception.GetPinChangeResult()!;
        Assert.Equal((500, 1), (result.Unknown.Count, result.NotSent.Count));
        Assert.Equal(1, _api.Calls.Count(call => call.StartsWith("pin ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_an_answer_does_not_name_is_looked_up()
    {
        _api.NotNamed.Add("a");
        PinChangeResult pinned = await _api.PinAsync([Card("a"), Card("b")], cancellationToken: Cancel);
        Assert.True(pinned.IsDone);
        Assert.NotNull(pinned.Rows[0].PinId);

        long stuck = _api.Pinned("c", PinPlace.MergedCards);
        _api.Stuck.Add(stuck);
        PinChangeResult gone = await _api.UnpinAsync([pinned.Rows[0].PinId!.Value, stuck, 999], Cancel);
        Assert.Equal([PinOutcome.Unchanged, PinOutcome.Refused, PinOutcome.Unchanged], gone.Rows.Select(row => row.Outcome));
        Assert.Equal(("c", PinPlace.MergedCards), (gone.Rows[1].FeedbackId, gone.Rows[1].Place));
    }

    [Fact]
    public async Task A_lost_unpinning_is_done_if_the_pin_is_gone_and_unknown_if_not()
    {
        long a = _api.Pinned("a", PinPlace.Card);
        _api.Losses.Enqueue(Lost);
        Assert.Equal(PinOutcome.Done, Assert.Single((await _api.UnpinAsync([a, a], Cancel)).Rows).Outcome);

        long b = _api.Pinned("b", PinPlace.Card);
        _api.Failures.Enqueue(Lost);
        Exception exception = await Assert.ThrowsAsync<WildberriesServerException>(() => _api.UnpinAsync([b], Cancel));
        Assert.Equal(PinOutcome.Unknown, Assert.Single(exception.GetPinChangeResult()!.Rows).Outcome);
    }

    [Fact]
    public async Task A_refused_part_leaves_the_others()
    {
        _api.Failures.Enqueue(new WildberriesBadRequestException("400") { Delivery = Delivery.Refused, Detail = "invalid request body" });
        PinChangeResult result = await _api.PinAsync(Many(501), check: false, Cancel);
        Assert.Equal((500, 1), (result.Refused.Count, result.Done.Count));
        Assert.Equal("invalid request body", result.Refused[0].ErrorText);
    }

    [Fact]
    public async Task A_seller_who_pays_for_nothing_is_told()
    {
        _api.Failures.Enqueue(new WildberriesAccessException("403") { Delivery = Delivery.Refused });
        Exception exception = await Assert.ThrowsAsync<WildberriesAccessException>(() => _api.PinAsync([Card("a")], check: false, Cancel));
        Assert.Single(exception.GetPinChangeResult()!.NotSent);
    }

    [Fact]
    public async Task A_review_twice_for_one_place_is_refused_and_nothing_costs_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>("requests", () => _api.PinAsync([Card("a"), Card("a")], cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("pinIds", () => _api.UnpinAsync([0], Cancel));
        Assert.Empty((await _api.PinAsync([], cancellationToken: Cancel)).Rows);
        Assert.Empty((await _api.UnpinAsync([], Cancel)).Rows);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task All_pins_are_read()
    {
        for (int i = 0; i < 1001; i++)
            _api.Pinned(i.ToString(CultureInfo.InvariantCulture), PinPlace.Card);
        Assert.Equal(1001, await _api.StreamPinsAsync(cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Throws<ArgumentException>("filter", () => _api.StreamPinsAsync(new PinFilter { From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.MinValue }, Cancel));
    }

    private static PinRequest Card(string feedbackId) => new() { FeedbackId = feedbackId, Place = PinPlace.Card, Method = PinMethod.Tariff };

    private static IEnumerable<PinRequest> Many(int count) => Enumerable.Range(0, count).Select(i => Card(i.ToString(CultureInfo.InvariantCulture)));
}
