using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>How answers of which nobody knows are found again at WB, over every store and in every channel.</summary>
public abstract class AnswerReconciliationContract : AnswerTests
{
    private static readonly Dictionary<string, Fault> Doubts = new(StringComparer.Ordinal)
    {
        ["500"] = Fault.Status(500),
        ["502 page"] = Fault.Html(502),
        ["408"] = Fault.Status(408),
        ["redirect"] = Fault.Redirect(new Uri("http://127.0.0.1:1/")),
        ["reset"] = Fault.Reset,
        ["page"] = Fault.Html(200),
    };

    // Only where the answer is there and has a body: WB says nothing to the answer of a review.
    private static readonly Dictionary<string, Fault> DoubtsInBody = new(StringComparer.Ordinal)
    {
        ["reset in the body"] = Fault.ResetInBody,
        ["truncated"] = Fault.TruncatedBody,
        ["broken JSON"] = Fault.MalformedJson,
    };

    public static TheoryData<AnswerChannel, string, bool> DoubtsEverywhere => new(
        (from channel in Enum.GetValues<AnswerChannel>() from doubt in Doubts.Keys from arrives in (bool[])[false, true] select (channel, doubt, arrives))
        .Concat(from channel in (AnswerChannel[])[AnswerChannel.Chat, AnswerChannel.Question] from doubt in DoubtsInBody.Keys select (channel, doubt, true)));

    [Theory]
    [MemberData(nameof(DoubtsEverywhere))]
    public async Task What_nobody_knows_is_said_so_is_never_sent_again_and_is_found_at_WB(AnswerChannel channel, string doubt, bool arrives)
    {
        DateTimeOffset time = Clock.GetUtcNow();
        Fault fault = DoubtsInBody.GetValueOrDefault(doubt) ?? Doubts[doubt];
        Wb.Faults.Next(SendOf(channel), arrives ? fault.AfterOperation() : fault);
        AnswerResult result = await AnswerAsync(channel);
        Assert.Equal((AnswerOutcome.Unknown, false), (result.Outcome, result.IsRepeat));
        Assert.NotNull(result.Error);
        Assert.Equal(AnswerState.Pending, (await Store.FindAnswerAsync(Seller, "key", Cancel))!.State);
        Assert.Equal(arrives ? [Text] : [], Taken(channel));
        AnswerResult again = await AnswerAsync(channel);
        Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
        if (channel != AnswerChannel.Chat)
            Assert.Equal(AnswerRefusal.AlreadyAnswered, (await AnswerAsync(channel, "second", "Другое")).Refusal);

        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation found = await Sender(await OpenAsync(Clock)).ReconcileAsync(cancellationToken: Cancel);
        BuyerAnswer record = (await Store.FindAnswerAsync(Seller, "key", Cancel))!;
        Assert.Equal([record], arrives ? found.Sent : found.Unknown);
        Assert.Equal(arrives ? AnswerState.Sent : AnswerState.Pending, record.State);

        // WB tells no time of an answer to a review.
        Assert.Equal(arrives && channel != AnswerChannel.Feedback ? time : null, record.SentAt);
        Assert.Equal(arrives && channel == AnswerChannel.Chat ? Wb.Chats.Sent[0].EventId : null, record.EventId);
        Assert.Empty(arrives ? found.Unknown : found.Sent);
        Assert.Empty(found.InFlight);
        Assert.Equal(1, Arrivals(channel));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task An_answer_is_ours_if_it_has_our_text_whatever_becomes_of_line_ends(AnswerChannel channel)
    {
        await LoseAsync(channel);
        AnswerInPortal(channel, " Спасибо!\r\nЖдём вас снова 🎁\n");
        Assert.Equal(["key"], (await Sender().ReconcileAsync(cancellationToken: Cancel)).Sent.Select(answer => answer.Key));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task What_has_another_answer_or_is_not_there_any_more_stays_unknown(AnswerChannel channel)
    {
        await LoseAsync(channel);
        await LoseAsync(channel, "second", number: 2);
        AnswerInPortal(channel, "Спасибо! Ждём вас снова 🎁");
        Assert.True(channel == AnswerChannel.Feedback ? Wb.Feedbacks.Remove(IdOf(channel, 2)) : Wb.Questions.Remove(IdOf(channel, 2)));
        AnswerReconciliation early = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Equal((0, 0, 2), (early.Sent.Count, early.Unknown.Count, early.InFlight.Count));
        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation late = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Equal((0, 2, 0), (late.Sent.Count, late.Unknown.Count, late.InFlight.Count));
        Assert.Equal(2, Arrivals(channel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Only_what_is_open_is_asked_for(AnswerChannel channel)
    {
        await AnswerAsync(channel, "sent", number: 2);
        Wb.Requests.Clear();
        AnswerReconciliation nothing = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Empty(nothing.Sent.Concat(nothing.Unknown).Concat(nothing.InFlight));
        Assert.Empty(Wb.Requests.All);

        await LoseAsync(channel);
        Wb.Requests.Clear();
        await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Equal([ReadOf(channel)], Wb.Requests.All.Select(request => $"{request.Verb} {request.Path}").Distinct());
        if (channel != AnswerChannel.Chat)
            Assert.Equal(1, Wb.Requests.Count(ReadOf(channel)));
    }

    [Fact]
    public async Task All_channels_are_looked_at_in_one_call()
    {
        foreach (AnswerChannel channel in Enum.GetValues<AnswerChannel>())
        {
            Wb.Faults.Next(SendOf(channel), Fault.Reset.AfterOperation());
            await AnswerAsync(channel, $"{channel}");
        }

        Assert.Equal(["Chat", "Feedback", "Question"], (await Sender().ReconcileAsync(cancellationToken: Cancel)).Sent.Select(answer => answer.Key));
    }

    [Fact]
    public async Task What_was_found_before_a_failed_reading_stays_completed()
    {
        for (int number = 1; number <= 2; number++)
        {
            Wb.Faults.Next(SendOf(AnswerChannel.Feedback), Fault.Reset.AfterOperation());
            await AnswerAsync(AnswerChannel.Feedback, $"{number}", number: number);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Wb.Faults.Next(ReadOf(AnswerChannel.Feedback), Fault.Delay(TimeSpan.Zero));
        Wb.Faults.Next(ReadOf(AnswerChannel.Feedback), Fault.Status(500));
        await Assert.ThrowsAsync<WildberriesServerException>(() => Sender().ReconcileAsync(cancellationToken: Cancel));
        Assert.Equal(AnswerState.Sent, (await Store.FindAnswerAsync(Seller, "1", Cancel))!.State);
        Assert.Equal(["2"], (await Sender().ReconcileAsync(cancellationToken: Cancel)).Sent.Select(answer => answer.Key));
    }

    [Fact]
    public async Task Messages_of_one_text_in_a_chat_are_found_one_event_each_among_events_that_the_caller_has()
    {
        await LoseAsync(AnswerChannel.Chat);
        await LoseAsync(AnswerChannel.Chat, "second");
        ChatEvent first = Event("b1"), second = Event("b2");
        Assert.Equal(["key"], (await Sender().ReconcileAsync(Events(first), Cancel)).Sent.Select(answer => answer.Key));
        Assert.Empty((await Sender().ReconcileAsync(Events(first), Cancel)).Sent);
        Assert.Equal(["second"], (await Sender().ReconcileAsync(Events(first, second), Cancel)).Sent.Select(answer => answer.Key));
        Assert.Equal(0, Wb.Requests.Count(ReadOf(AnswerChannel.Chat)));
    }

    [Fact]
    public async Task What_nobody_knows_can_be_completed_by_hand()
    {
        BuyerAnswer lost = await LoseAsync(AnswerChannel.Feedback);
        await Store.CompleteAnswerAsync(lost with { State = AnswerState.Failed, Failure = "looked at the review" }, Cancel);
        Assert.Equal(AnswerOutcome.Sent, (await AnswerAsync(AnswerChannel.Feedback)).Outcome);
        Assert.Equal([Text], Taken(AnswerChannel.Feedback));
    }

    private static async IAsyncEnumerable<ChatEvent> Events(params ChatEvent[] events)
    {
        await Task.CompletedTask;
        foreach (ChatEvent chatEvent in events)
            yield return chatEvent;
    }

    private ChatEvent Event(string id) => new()
    {
        ChatId = IdOf(AnswerChannel.Chat),
        EventId = id,
        Sender = ChatSender.Seller,
        Source = ChatMessageSource.SellerPublicApi,
        AddTimestamp = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        Message = new ChatMessage { Text = Text },
    };

    private async Task<BuyerAnswer> LoseAsync(AnswerChannel channel, string key = "key", int number = 1)
    {
        Wb.Faults.Next(SendOf(channel), Fault.Reset);
        AnswerResult result = await AnswerAsync(channel, key, number: number);
        Assert.Equal(AnswerOutcome.Unknown, result.Outcome);
        return result.Answer!;
    }
}
