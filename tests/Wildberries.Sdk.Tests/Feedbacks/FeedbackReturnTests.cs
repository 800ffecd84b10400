using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Feedbacks;

public sealed class FeedbackReturnTests
{
    private readonly FakeFeedbacksApi _api = new() { Review = new Feedback { Id = "a", CanRequestReturn = true } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_asked_back_once()
    {
        Assert.Equal(FeedbackReturnOutcome.Requested, (await AskAsync()).Outcome);
        FeedbackReturnResult again = await AskAsync();
        Assert.Equal((FeedbackReturnOutcome.AlreadyRequested, DateTimeOffset.UnixEpoch), (again.Outcome, again.RequestedAt));
        Assert.Equal(["review", "return a", "review"], _api.Calls);
    }

    [Fact]
    public async Task What_the_review_does_not_allow_is_not_sent()
    {
        _api.Review = new Feedback { Id = "a", CanRequestReturn = false };
        Assert.Equal(FeedbackReturnOutcome.Refused, (await AskAsync()).Outcome);
        _api.Review = null;
        Assert.Equal("Невозможно получить отзыв по id", (await AskAsync()).ErrorText);
        Assert.Equal(["review", "review"], _api.Calls);
    }

    [Theory]
    [InlineData("""{"data":null,"error":false}""")]
    [InlineData("{}")]
    [InlineData("""{"data":{"id":"another","isAbleReturnProductOrders":true}}""")]
    [InlineData("""{"data":{"id":"a","isAbleReturnProductOrders":true,"returnProductOrdersDate":"yesterday"}}""")]
    [InlineData("""{"data":{"id":"a","isAbleReturnProductOrders":"perhaps"}}""")]
    public async Task Nothing_is_asked_back_for_a_review_that_WB_does_not_show(string answer)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, answer);
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Feedbacks.RequestReturnOnceAsync("a", Cancel));
        Assert.Contains("Nothing was asked back", error.Message, StringComparison.Ordinal);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task WBs_refusal_is_told_in_its_words()
    {
        _api.Failures.Enqueue(new WildberriesBadRequestException("422") { Delivery = Delivery.Refused, Detail = "Недоступен" });
        FeedbackReturnResult result = await AskAsync();
        Assert.Equal((FeedbackReturnOutcome.Refused, "Недоступен"), (result.Outcome, result.ErrorText));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_never_sent_again()
    {
        _api.Losses.Enqueue(new WildberriesTimeoutException("no answer"));
        Assert.Equal(FeedbackReturnOutcome.Requested, (await AskAsync()).Outcome);

        _api.Review = new Feedback { Id = "a", CanRequestReturn = true };
        _api.Failures.Enqueue(new WildberriesTimeoutException("no answer"));
        FeedbackReturnResult unknown = await AskAsync();
        Assert.Equal((FeedbackReturnOutcome.Unknown, "no answer"), (unknown.Outcome, unknown.ErrorText));

        _api.Failures.Enqueue(new WildberriesTimeoutException("no answer"));
        _api.ReadFailures.Enqueue(null);
        _api.ReadFailures.Enqueue(new WildberriesServerException("502"));
        Assert.Equal(FeedbackReturnOutcome.Unknown, (await AskAsync()).Outcome);
        Assert.Equal(3, _api.Calls.Count(call => call == "return a"));
    }

    [Fact]
    public async Task What_WB_has_not_got_fails()
    {
        _api.Failures.Enqueue(new WildberriesConnectionException("refused") { Delivery = Delivery.NotSent });
        await Assert.ThrowsAsync<WildberriesConnectionException>(AskAsync);
        await Assert.ThrowsAsync<ArgumentException>(() => _api.RequestReturnOnceAsync(" ", Cancel));
    }

    private Task<FeedbackReturnResult> AskAsync() => _api.RequestReturnOnceAsync("a", Cancel);
}
