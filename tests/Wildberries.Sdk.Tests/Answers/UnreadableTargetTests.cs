using System.Net;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>A review that WB cannot show keeps no other from being found.</summary>
public sealed class UnreadableTargetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_answer_stays_open_and_the_others_are_found()
    {
        using FakeWildberries wb = Wb();
        BuyerAnswer[] open = [Answer("bad"), Answer("good")];
        BuyerAnswer found = Assert.Single(await new FeedbackAnswers(wb.Client.Feedbacks, TimeProvider.System).FindAsync(open, Cancel).ToListAsync(Cancel));
        Assert.Equal(("good", AnswerState.Sent), (found.TargetId, found.State));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_colleagues_answer_to_a_question_is_not_edited_by_mistake()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"data":{"id":"q","answer":{"text":"Нет, он мягкий."}},"error":false}""");
        var answers = new AnswerSender("seller", wb.Client, new InMemoryAnswerStore());
        AnswerResult result = await answers.AnswerAsync(new Question { Id = "q" }, "Да, колется.", "key", Cancel);
        Assert.Equal((AnswerOutcome.Refused, AnswerRefusal.AlreadyAnswered), (result.Outcome, result.Refusal!.Value));
        Assert.Equal(HttpMethod.Get, Assert.Single(wb.Arrivals).Method);

        // Nothing stands on record, so the same key may be used when the question can be read again.
        wb.Answer(HttpStatusCode.OK, """{"data":null,"error":true,"errorText":"internal"}""");
        AnswerResult failed = await answers.AnswerAsync(new Question { Id = "q" }, "Нет.", "key", Cancel);
        Assert.Equal((AnswerOutcome.Failed, 2), (failed.Outcome, wb.Arrivals.Count));
        Assert.NotNull(failed.Error);
    }

    [Fact]
    public async Task Rejected_answers_of_the_others_come_before_it_is_told()
    {
        using FakeWildberries wb = Wb();
        var store = new InMemoryAnswerStore();
        foreach (string id in (string[])["bad", "good"])
        {
            BuyerAnswer answer = Answer(id);
            await store.StartAnswerAsync(answer, Cancel);
            await store.CompleteAnswerAsync(answer with { State = AnswerState.Sent }, Cancel);
        }

        var rejected = new List<string>();
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (RejectedAnswer one in new AnswerSender("seller", wb.Client, store).StreamRejectedAsync(DateTimeOffset.UnixEpoch, Cancel))
                rejected.Add(one.Feedback.Id);
        });
        Assert.Equal(["good"], rejected);
    }

    private static FakeWildberries Wb() => new FakeWildberries()
        .Answer(HttpStatusCode.OK, """{"data":null,"error":true,"errorText":"internal"}""")
        .Answer(HttpStatusCode.OK, """{"data":{"id":"good","answer":{"text":"Спасибо!","state":"rejected"}},"error":false}""");

    private static BuyerAnswer Answer(string id) => new()
    {
        SellerId = "seller",
        Key = id,
        Channel = AnswerChannel.Feedback,
        TargetId = id,
        Text = "Спасибо!",
        StartedAt = DateTimeOffset.UtcNow,
    };
}
