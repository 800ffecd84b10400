using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>How answers to reviews and questions are edited once, and what is told of those that moderation rejects, over every store.</summary>
public abstract class AnswerEditContract : AnswerTests
{
    private const string Better = "Спасибо! Исправили.";

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task An_answer_is_edited_once(AnswerChannel channel)
    {
        await AnswerAsync(channel);
        object answered = await ReadAsync(channel);
        Clock.Advance(TimeSpan.FromDays(59));
        AnswerResult result = await EditAsync(answered);
        Assert.Equal((AnswerOutcome.Sent, true, "edit", Better), (result.Outcome, result.Answer!.IsEdit, result.Answer.Key, result.Answer.Text));
        Assert.Equal([Text, Better], Taken(channel));
        Assert.Equal(1, Wb.Requests.Count(SendOf(channel, isEdit: true)) - (channel == AnswerChannel.Question ? 1 : 0));
        Assert.Equal(result.Answer, await Store.FindAnswerAsync(Seller, "edit", Cancel));

        // The same key again, with what is at WB now or was then: told, not sent.
        foreach (object known in (object[])[answered, await ReadAsync(channel)])
        {
            AnswerResult again = await EditAsync(known, sender: Sender(await OpenAsync(Clock)));
            Assert.Equal((AnswerOutcome.Sent, true, result.Answer), (again.Outcome, again.IsRepeat, again.Answer));
        }

        // Another key: refused by the ledger where the caller does not know of the edit, by what WB says where he does.
        AnswerResult stale = await EditAsync(answered, "edit2", "Ещё лучше");
        Assert.Equal((AnswerOutcome.Refused, AnswerRefusal.NotEditable, result.Answer), (stale.Outcome, stale.Refusal, stale.Answer));
        AnswerResult fresh = await EditAsync(await ReadAsync(channel), "edit2", "Ещё лучше");
        Assert.Equal((AnswerOutcome.Refused, AnswerRefusal.NotEditable, null), (fresh.Outcome, fresh.Refusal, fresh.Answer));
        Assert.Equal([Text, Better], Taken(channel));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task Of_many_edits_at_once_one_is_sent(AnswerChannel channel)
    {
        AnswerInPortal(channel, "Ответ из портала");
        object answered = await ReadAsync(channel);
        AnswerResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => Task.Run(() => EditAsync(answered, $"edit{i}", $"Правка {i}"), Cancel)));
        Assert.Single(results, result => result.Outcome == AnswerOutcome.Sent);
        Assert.Equal(11, results.Count(result => result.Refusal == AnswerRefusal.NotEditable));
        Assert.Single(Taken(channel));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task What_cannot_be_edited_is_refused_before_the_network(AnswerChannel channel)
    {
        object unanswered = await ReadAsync(channel);
        AnswerInPortal(channel, "Ответ из портала");
        object answered = await ReadAsync(channel);
        Clock.Advance(TimeSpan.FromDays(61));
        object late = await ReadAsync(channel);
        Wb.Requests.Clear();
        Assert.Equal(AnswerRefusal.NotAnswered, (await EditAsync(unanswered)).Refusal);
        Assert.Equal(AnswerRefusal.AlreadyAnswered, (await EditAsync(answered, text: "Ответ из портала\n")).Refusal);
        Assert.Equal(AnswerRefusal.NotEditable, (await EditAsync(late)).Refusal);
        Assert.Empty(Wb.Requests.All);
        Assert.Empty(await Store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
    }

    [Fact]
    public async Task Where_WB_does_not_say_the_time_of_an_answer_to_a_question_does()
    {
        Question Answered(double days, bool? isEditable = null) => new()
        {
            Id = IdOf(AnswerChannel.Question, days > 60 ? 1 : 2),
            Answer = new QuestionAnswer { Text = "Нет", IsEditable = isEditable, CreatedAt = Clock.GetUtcNow().AddDays(-days) },
        };
        Wb.Questions.SellerAnswers(IdOf(AnswerChannel.Question, 1), "Нет");
        Wb.Questions.SellerAnswers(IdOf(AnswerChannel.Question, 2), "Нет");
        Assert.Equal(AnswerRefusal.NotEditable, (await EditAsync(Answered(60))).Refusal);
        Assert.Equal(AnswerRefusal.NotEditable, (await EditAsync(Answered(1, isEditable: false))).Refusal);
        Assert.Equal(AnswerOutcome.Sent, (await EditAsync(Answered(59.9))).Outcome);
        Assert.Equal(AnswerOutcome.Sent, (await EditAsync(Answered(61, isEditable: true), "late")).Outcome);
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task An_answer_is_not_edited_while_nobody_knows_of_it(AnswerChannel channel)
    {
        Wb.Faults.Next(SendOf(channel), Fault.Reset.AfterOperation());
        BuyerAnswer pending = (await AnswerAsync(channel)).Answer!;
        object answered = await ReadAsync(channel);
        AnswerResult refused = await EditAsync(answered);
        Assert.Equal((AnswerRefusal.AnswerIsPending, pending), (refused.Refusal, refused.Answer));
        Assert.Single((await Sender().ReconcileAsync(cancellationToken: Cancel)).Sent);
        Assert.Equal(AnswerOutcome.Sent, (await EditAsync(answered)).Outcome);
    }

    [Theory]
    [InlineData(AnswerChannel.Feedback, false)]
    [InlineData(AnswerChannel.Feedback, true)]
    [InlineData(AnswerChannel.Question, false)]
    [InlineData(AnswerChannel.Question, true)]
    public async Task An_edit_of_which_nobody_knows_is_found_by_the_new_text_and_never_sent_again(AnswerChannel channel, bool arrives)
    {
        await AnswerAsync(channel);
        object answered = await ReadAsync(channel);
        Clock.Advance(TimeSpan.FromDays(1));
        Wb.Faults.Next(SendOf(channel, isEdit: true), arrives ? Fault.Reset.AfterOperation() : Fault.Reset);
        Assert.Equal(AnswerOutcome.Unknown, (await EditAsync(answered)).Outcome);
        Assert.True((await EditAsync(answered)).IsRepeat);
        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation found = await Sender().ReconcileAsync(cancellationToken: Cancel);
        BuyerAnswer edit = Assert.Single(arrives ? found.Sent : found.Unknown);
        Assert.Equal(("edit", null), (edit.Key, edit.SentAt));
        Assert.Empty(arrives ? found.Unknown : found.Sent);
        Assert.Equal(arrives ? [Text, Better] : [Text], Taken(channel));
    }

    [Fact]
    public async Task An_answer_that_moderation_rejects_is_told_with_the_review_until_it_is_put_right()
    {
        await AnswerAsync(AnswerChannel.Feedback);
        Clock.Advance(TimeSpan.FromDays(1));
        DateTimeOffset second = Clock.GetUtcNow();
        await AnswerAsync(AnswerChannel.Feedback, "second", number: 2);
        Assert.Empty(await RejectedAsync(default));
        Wb.Feedbacks.RejectAnswer(IdOf(AnswerChannel.Feedback, 1));
        Wb.Feedbacks.RejectAnswer(IdOf(AnswerChannel.Feedback, 2));
        Assert.Equal(["key", "second"], (await RejectedAsync(default)).Select(rejected => rejected.Answer.Key));
        RejectedAnswer last = Assert.Single(await RejectedAsync(second));
        Assert.Equal(("second", IdOf(AnswerChannel.Feedback, 2), true), (last.Answer.Key, last.Feedback.Id, last.Feedback.Answer!.IsEditable));

        Assert.Equal(AnswerOutcome.Sent, (await EditAsync(last.Feedback)).Outcome);
        Assert.Equal(["key"], (await RejectedAsync(default)).Select(rejected => rejected.Answer.Key));
        Wb.Feedbacks.RejectAnswer(IdOf(AnswerChannel.Feedback, 2));
        Wb.Feedbacks.Remove(IdOf(AnswerChannel.Feedback, 1));
        Wb.Requests.Clear();
        Assert.Equal(["edit"], (await RejectedAsync(default)).Select(rejected => rejected.Answer.Key));
        Assert.Equal(2, Wb.Requests.Count(ReadOf(AnswerChannel.Feedback)));
    }

    [Fact]
    public async Task An_answer_that_was_not_sent_is_not_asked_for_as_rejected()
    {
        Wb.Faults.Next(SendOf(AnswerChannel.Feedback), Fault.Status(400));
        await AnswerAsync(AnswerChannel.Feedback);
        await AnswerAsync(AnswerChannel.Question, "question");
        Wb.Requests.Clear();
        Assert.Empty(await RejectedAsync(default));
        Assert.Empty(Wb.Requests.All);
    }

    private async Task<List<RejectedAnswer>> RejectedAsync(DateTimeOffset from) => await Sender().StreamRejectedAsync(from, Cancel).ToListAsync(Cancel);

    private Task<AnswerResult> EditAsync(object answered, string key = "edit", string text = Better, AnswerSender? sender = null)
    {
        sender ??= Sender();
        return answered is Feedback feedback
            ? sender.EditAnswerAsync(feedback, text, key, Cancel)
            : sender.EditAnswerAsync((Question)answered, text, key, Cancel);
    }
}
