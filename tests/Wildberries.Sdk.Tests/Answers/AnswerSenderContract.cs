using System.Net;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>How buyers are answered once, over every store and in every channel.</summary>
public abstract class AnswerSenderContract : AnswerTests
{
    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_answer_is_sent_and_all_about_it_is_on_record(AnswerChannel channel)
    {
        AnswerResult result = await AnswerAsync(channel, sender: Sender().ApprovedBy("Мария"));
        Assert.Equal((AnswerOutcome.Sent, false, null, null), (result.Outcome, result.IsRepeat, result.Refusal, result.Error));
        Assert.Equal([Text], Taken(channel));
        var expected = new BuyerAnswer
        {
            SellerId = Seller,
            Key = "key",
            Channel = channel,
            TargetId = IdOf(channel),
            Text = Text,
            ApprovedBy = "Мария",
            StartedAt = Clock.GetUtcNow(),
            State = AnswerState.Sent,
            SentAt = Clock.GetUtcNow(),
        };
        Assert.Equal(expected, result.Answer);
        Assert.Equal(expected, await Store.FindAnswerAsync(Seller, "key", Cancel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task The_same_key_again_gives_what_came_of_it_and_sends_nothing(AnswerChannel channel)
    {
        AnswerResult first = await AnswerAsync(channel);
        Clock.Advance(TimeSpan.FromDays(70));

        // Also in another process, with what was read before or is read again, and by another person.
        foreach (object waiting in (object[])[await ReadAsync(channel), .. channel == AnswerChannel.Chat ? [] : new[] { Unread(channel) }])
        {
            AnswerResult again = await AnswerAsync(waiting, sender: Sender(await OpenAsync(Clock)).ApprovedBy("other"));
            Assert.Equal((AnswerOutcome.Sent, true, first.Answer), (again.Outcome, again.IsRepeat, again.Answer));
        }

        Assert.Equal(1, Arrivals(channel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_key_that_stands_for_another_answer_is_an_error(AnswerChannel channel)
    {
        await AnswerAsync(channel);
        foreach (AnswerChannel other in Enum.GetValues<AnswerChannel>())
        {
            ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => AnswerAsync(other, number: 2));
            Assert.Equal("key", error.ParamName);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => AnswerAsync(channel, text: "Другое"));
        Assert.Equal(1, Enum.GetValues<AnswerChannel>().Sum(Arrivals));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Of_many_processes_with_one_key_one_sends(AnswerChannel channel)
    {
        AnswerSender[] senders = [Sender(await OpenAsync(Clock)), Sender(await OpenAsync(Clock)), Sender(await OpenAsync(Clock))];
        AnswerResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(i => Task.Run(() => AnswerAsync(channel, sender: senders[i % senders.Length]), Cancel)));
        Assert.Equal(1, Arrivals(channel));
        Assert.Equal(AnswerOutcome.Sent, Assert.Single(results, result => !result.IsRepeat).Outcome);

        // The others came while it was under way, or after it.
        Assert.All(results, result => Assert.True(result.Outcome is AnswerOutcome.Sent or AnswerOutcome.Unknown));
        Assert.Equal(AnswerState.Sent, (await Store.FindAnswerAsync(Seller, "key", Cancel))!.State);
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task Of_many_keys_for_one_review_one_answers(AnswerChannel channel)
    {
        AnswerSender[] senders = [Sender(await OpenAsync(Clock)), Sender(await OpenAsync(Clock))];
        AnswerResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => Task.Run(() => AnswerAsync(channel, $"key{i}", $"Ответ {i}", sender: senders[i % 2]), Cancel)));
        Assert.Equal(1, Arrivals(channel));
        AnswerResult one = Assert.Single(results, result => result.Outcome == AnswerOutcome.Sent);
        Assert.All(results.Where(result => result != one), result =>
            Assert.Equal((AnswerRefusal.AlreadyAnswered, one.Answer!.Key), (result.Refusal, result.Answer!.Key)));
        Assert.Equal([one.Answer!.Text], Taken(channel));
    }

    [Fact]
    public async Task A_chat_is_answered_under_each_key()
    {
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(AnswerChannel.Chat)).Outcome);
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(AnswerChannel.Chat, "second")).Outcome);
        Assert.Equal([Text, Text], Taken(AnswerChannel.Chat));
    }

    [Fact]
    public async Task The_sign_of_a_message_that_begins_a_chat_spares_the_look_up()
    {
        var message = (ChatEvent)await ReadAsync(AnswerChannel.Chat);
        string sign = (await Client().BuyerChat.GetChatsAsync(Cancel)).Result.Single(chat => chat.ChatId == message.ChatId).ReplySign!;
        Wb.Requests.Clear();
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(message with { ReplySign = sign })).Outcome);
        Assert.Equal([SendOf(AnswerChannel.Chat)], Wb.Requests.All.Select(request => $"{request.Verb} {request.Path}"));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task What_was_answered_in_the_portal_is_refused_before_the_network_and_uses_no_key_up(AnswerChannel channel)
    {
        AnswerInPortal(channel, "Ответ из портала");
        object answered = await ReadAsync(channel);
        Wb.Requests.Clear();
        AnswerResult result = await AnswerAsync(answered);
        Assert.Equal(
            (AnswerOutcome.Refused, AnswerRefusal.AlreadyAnswered, null, false), (result.Outcome, result.Refusal, result.Answer, result.IsRepeat));
        Assert.Empty(Wb.Requests.All);
        Assert.Null(await Store.FindAnswerAsync(Seller, "key", Cancel));
    }

    [Fact]
    public async Task A_chat_whose_reply_window_is_closed_is_refused_before_the_network()
    {
        var last = (ChatEvent)await ReadAsync(AnswerChannel.Chat);
        Clock.SetUtcNow(last.AddedAt!.Value + ReplyWindow.Length);
        AnswerResult result = await AnswerAsync(last);
        Assert.Equal((AnswerOutcome.Refused, AnswerRefusal.ReplyWindowIsClosed), (result.Outcome, result.Refusal));
        Assert.Empty(Wb.Requests.All);
        Assert.Null(await Store.FindAnswerAsync(Seller, "key", Cancel));

        // Without a time WB decides.
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(last with { AddTimestamp = null })).Outcome);
    }

    public static TheoryData<AnswerChannel, int> Refusals => new(
        from channel in Enum.GetValues<AnswerChannel>() from status in (int[])[400, 401, 402, 403, 404, 409, 422, 429] select (channel, status));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_WB_refuses_has_failed_and_the_same_key_may_try_again(AnswerChannel channel, int status)
    {
        Wb.Faults.Next(SendOf(channel), status == 429 ? Fault.TooManyRequests() : Fault.Status(status, """{"title":"no","detail":"because"}"""));
        AnswerResult result = await AnswerAsync(channel);
        Assert.Equal((AnswerOutcome.Failed, (HttpStatusCode)status), (result.Outcome, result.Error?.StatusCode));
        BuyerAnswer record = (await Store.FindAnswerAsync(Seller, "key", Cancel))!;
        Assert.Equal(record, result.Answer);
        Assert.Equal((AnswerState.Failed, result.Error!.Message, null), (record.State, record.Failure, record.SentAt));
        Assert.Empty(Taken(channel));
        await Assert.ThrowsAsync<ArgumentException>(() => AnswerAsync(channel, text: "Другое"));

        Clock.Advance(TimeSpan.FromMinutes(1));
        AnswerResult again = await AnswerAsync(channel, sender: Sender().ApprovedBy("Мария"));
        Assert.Equal((AnswerOutcome.Sent, false), (again.Outcome, again.IsRepeat));
        Assert.Equal((null, Clock.GetUtcNow(), "Мария"), (again.Answer!.Failure, again.Answer.StartedAt, again.Answer.ApprovedBy));
        Assert.Equal([Text], Taken(channel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_token_that_may_not_answer_fails_before_the_network(AnswerChannel channel)
    {
        AnswerResult result = await AnswerAsync(channel, sender: Sender(token: Wb.CreateToken(readOnly: true)));
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.IsType<WildberriesAccessException>(result.Error);
        Assert.Equal(0, Arrivals(channel));
    }

    public static TheoryData<AnswerChannel, string, int> Steps => new(
        from channel in Enum.GetValues<AnswerChannel>()
        from step in ((string, int)[])
        [
            ("before the intent is written", 0),
            ("after the intent is written", 0),
            ("before the record is completed", 1),
            ("after the record is completed", 1),
        ]
        select (channel, step.Item1, step.Item2));

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_crash_at_any_step_never_sends_twice(AnswerChannel channel, string step, int arrivals)
    {
        var store = new CrashingAnswerStore(Store, step);
        await Assert.ThrowsAsync<CrashingAnswerStore.CrashException>(() => AnswerAsync(channel, sender: Sender(store)));
        Assert.Equal(arrivals, Arrivals(channel));

        // Another process takes over, with the same key.
        AnswerSender next = Sender(await OpenAsync(Clock));
        AnswerResult again = await AnswerAsync(channel, sender: next);
        AnswerReconciliation early = await next.ReconcileAsync(cancellationToken: Cancel);
        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation late = await next.ReconcileAsync(cancellationToken: Cancel);
        AnswerResult last = await AnswerAsync(channel, sender: next);
        switch (step)
        {
            case "before the intent is written":
                Assert.Equal((AnswerOutcome.Sent, false), (again.Outcome, again.IsRepeat));
                break;
            case "after the intent is written":
                Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
                Assert.Equal((0, 1, 0), (early.Sent.Count, early.InFlight.Count, early.Unknown.Count));
                Assert.Equal((0, 0, 1), (late.Sent.Count, late.InFlight.Count, late.Unknown.Count));
                Assert.Equal((AnswerOutcome.Unknown, true), (last.Outcome, last.IsRepeat));
                Assert.Equal(0, Arrivals(channel));
                return;
            case "before the record is completed":
                Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
                Assert.Equal(AnswerState.Sent, Assert.Single(early.Sent).State);
                break;
            default:
                Assert.Equal((AnswerOutcome.Sent, true), (again.Outcome, again.IsRepeat));
                Assert.Empty(early.Sent);
                break;
        }

        Assert.Equal(AnswerOutcome.Sent, last.Outcome);
        Assert.Equal(1, Arrivals(channel));
    }

    public static TheoryData<AnswerChannel, string, string> Bad => new(
        (from channel in Enum.GetValues<AnswerChannel>()
         from text in (string[])["", " ", "\u200B\n", "\0ответ", "\ud83c"]
         select (channel, text, "key"))
        .Concat(from channel in Enum.GetValues<AnswerChannel>() from key in (string[])["", " ", new string('k', 201)] select (channel, Text, key))
        .Concat(
        [
            (AnswerChannel.Chat, new string('!', 1_001), "key"),
            (AnswerChannel.Feedback, "!", "key"),
            (AnswerChannel.Question, "!", "key"),
            (AnswerChannel.Feedback, new string('!', 5_001), "key"),
            (AnswerChannel.Question, new string('!', 5_001), "key"),
        ]));

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Bad))]
    public async Task What_WB_would_not_take_is_an_error_before_anything_is_written(AnswerChannel channel, string text, string key)
    {
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => AnswerAsync(channel, key, text));
        Assert.Equal(key == "key" ? "text" : "key", error.ParamName);
        Assert.Empty(Wb.Requests.All);
        Assert.Empty(await Store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
    }

    [Theory]
    [InlineData(AnswerChannel.Chat, 1, 1_000)]
    [InlineData(AnswerChannel.Feedback, 2, 5_000)]
    [InlineData(AnswerChannel.Question, 2, 5_000)]
    public async Task The_shortest_and_the_longest_answer_are_taken_an_emoji_being_one_character(AnswerChannel channel, int shortest, int longest)
    {
        string key = new('k', 200);
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(channel, key, new string('!', shortest))).Outcome);
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(channel, "long", string.Concat(Enumerable.Repeat("🎁", longest)), number: 2)).Outcome);
    }

    [Fact]
    public async Task What_has_no_id_or_is_no_message_of_a_buyers_is_an_error()
    {
        AnswerSender sender = Sender();
        Assert.Equal("feedback", (await Assert.ThrowsAsync<ArgumentException>(() => sender.AnswerAsync(new Feedback(), Text, "key", Cancel))).ParamName);
        Assert.Equal("question", (await Assert.ThrowsAsync<ArgumentException>(() => sender.AnswerAsync(new Question(), Text, "key", Cancel))).ParamName);
        foreach (ChatEvent message in (ChatEvent[])
        [
            new() { Sender = ChatSender.Client },
            new() { ChatId = "1:1", Sender = ChatSender.Seller },
            new() { ChatId = "1:1", Sender = ChatSender.Wildberries },
        ])
        {
            Assert.Equal("message", (await Assert.ThrowsAsync<ArgumentException>(() => sender.AnswerAsync(message, Text, "key", Cancel))).ParamName);
        }

        Assert.Throws<ArgumentException>(() => sender.ApprovedBy(" "));
        Assert.Throws<ArgumentException>(() => sender.ApprovedBy(new string('a', 201)));
        Assert.Throws<ArgumentException>(() => new AnswerSender(" ", Client(), Store));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sender(options: new AnswerSenderOptions { MaxSendTime = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sender(options: new AnswerSenderOptions { ClockTolerance = TimeSpan.FromTicks(-1) }));
        Assert.Empty(Wb.Requests.All);
    }

    [Fact]
    public async Task No_text_of_an_answer_is_printed()
    {
        AnswerResult result = await AnswerAsync(AnswerChannel.Feedback);
        Assert.DoesNotContain("Спасибо", $"{result} {result.Answer}", StringComparison.Ordinal);
        Assert.Contains("key", result.Answer!.ToString(), StringComparison.Ordinal);
    }

    private static object Unread(AnswerChannel channel) => channel == AnswerChannel.Feedback
        ? new Feedback { Id = IdOf(channel) }
        : new Question { Id = IdOf(channel) };
}
