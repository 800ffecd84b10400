using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>What every ledger of answers does. Each test has sellers of its own, so that the tests of a class can share a database.</summary>
public abstract class AnswerStoreContract
{
    private const int Writers = 32;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Seller { get; } = Guid.NewGuid().ToString();

    protected string OtherSeller { get; } = Guid.NewGuid().ToString();

    public static TheoryData<AnswerChannel> Channels => [.. Enum.GetValues<AnswerChannel>()];

    /// <summary>Those in which a buyer is answered once.</summary>
    public static TheoryData<AnswerChannel> Reviews => [AnswerChannel.Feedback, AnswerChannel.Question];

    /// <summary>Opens a store over the data of this class; another call gives another store over the same data.</summary>
    protected abstract ValueTask<IAnswerStore> OpenAsync(TimeProvider clock);

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_intent_comes_back_as_it_was(AnswerChannel channel)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer intent = Intent(channel) with
        {
            Text = "Спасибо! 🎁\nЖдём ещё",
            IsEdit = channel != AnswerChannel.Chat,
            ApprovedBy = "Мария",
            StartedAt = Clock.GetUtcNow().AddMicroseconds(123456),
        };
        AnswerStart start = await store.StartAnswerAsync(intent, Cancel);
        Assert.Equal((true, null, intent), (start.IsStarted, start.Refusal, start.Answer));
        Assert.Equal(intent, await (await OpenAsync(Clock)).FindAnswerAsync(Seller, intent.Key, Cancel));

        BuyerAnswer bare = Intent(channel, "bare", "other");
        Assert.True((await store.StartAnswerAsync(bare, Cancel)).IsStarted);
        Assert.Equal(bare, await store.FindAnswerAsync(Seller, "bare", Cancel));
        BuyerAnswer sent = bare with { State = AnswerState.Sent, SentAt = Clock.GetUtcNow().AddSeconds(3), EventId = "event" };
        Assert.Equal(sent, await store.CompleteAnswerAsync(sent, Cancel));
        Assert.Equal(sent, await (await OpenAsync(Clock)).FindAnswerAsync(Seller, "bare", Cancel));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        IAnswerStore store = await OpenAsync(Clock);
        Assert.Null(await store.FindAnswerAsync(Seller, "key", Cancel));
        Assert.Empty(await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_key_that_is_known_gives_what_it_stands_for_in_whatever_channel(AnswerChannel channel)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer first = Intent(channel);
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        foreach (AnswerChannel other in Enum.GetValues<AnswerChannel>())
        {
            AnswerStart start = await store.StartAnswerAsync(Intent(other) with { Text = "Другое" }, Cancel);
            Assert.Equal((false, null, first), (start.IsStarted, start.Refusal, start.Answer));
        }

        Assert.Single(await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
        Assert.True((await store.StartAnswerAsync(first with { SellerId = OtherSeller }, Cancel)).IsStarted);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_key_whose_answer_failed_begins_the_same_answer_again_and_no_other(AnswerChannel channel)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer first = Intent(channel);
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        BuyerAnswer failed = await store.CompleteAnswerAsync(first with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        List<BuyerAnswer> others =
        [
            first with { TargetId = "other" },
            first with { Text = "Другое" },
            first with { Channel = channel == AnswerChannel.Question ? AnswerChannel.Feedback : AnswerChannel.Question },
        ];
        if (channel != AnswerChannel.Chat)
            others.Add(first with { IsEdit = true });
        foreach (BuyerAnswer another in others)
        {
            AnswerStart start = await store.StartAnswerAsync(another, Cancel);
            Assert.Equal((false, null, failed), (start.IsStarted, start.Refusal, start.Answer));
        }

        BuyerAnswer second = first with { StartedAt = first.StartedAt.AddMinutes(1), ApprovedBy = "Мария" };
        AnswerStart again = await store.StartAnswerAsync(second, Cancel);
        Assert.Equal((true, null, second), (again.IsStarted, again.Refusal, again.Answer));
        Assert.Equal(second, await (await OpenAsync(Clock)).FindAnswerAsync(Seller, "key", Cancel));

        // What comes late of the first attempt says nothing of the second, unless it was sent.
        Assert.Equal(second, await store.CompleteAnswerAsync(failed, Cancel));
        BuyerAnswer sent = second with { State = AnswerState.Sent, SentAt = first.StartedAt };
        Assert.Equal(sent, await store.CompleteAnswerAsync(first with { State = AnswerState.Sent, SentAt = first.StartedAt }, Cancel));
        AnswerStart done = await store.StartAnswerAsync(second, Cancel);
        Assert.Equal((false, null, sent), (done.IsStarted, done.Refusal, done.Answer));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task A_review_or_question_is_answered_once_whatever_the_key_unless_that_failed(AnswerChannel channel)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer first = Intent(channel, "1");
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        await RefusedAsync(store, Intent(channel, "2") with { Text = "Другое" }, AnswerRefusal.AlreadyAnswered, first);
        await store.CompleteAnswerAsync(first with { State = AnswerState.Failed, Failure = "no" }, Cancel);

        BuyerAnswer third = Intent(channel, "3");
        Assert.True((await store.StartAnswerAsync(third, Cancel)).IsStarted);
        await RefusedAsync(store, first, AnswerRefusal.AlreadyAnswered, third, isKnown: true);
        BuyerAnswer sent = await store.CompleteAnswerAsync(third with { State = AnswerState.Sent, SentAt = Clock.GetUtcNow() }, Cancel);
        await RefusedAsync(store, Intent(channel, "4"), AnswerRefusal.AlreadyAnswered, sent);

        // What merely has the same id is another.
        Assert.True((await store.StartAnswerAsync(Intent(channel, "5", "other"), Cancel)).IsStarted);
        AnswerChannel otherChannel = channel == AnswerChannel.Feedback ? AnswerChannel.Question : AnswerChannel.Feedback;
        Assert.True((await store.StartAnswerAsync(Intent(otherChannel, "6"), Cancel)).IsStarted);
        Assert.True((await store.StartAnswerAsync(Intent(channel, "7") with { SellerId = OtherSeller }, Cancel)).IsStarted);
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task An_answer_is_edited_once_and_not_before_it_is_known_to_be_there(AnswerChannel channel)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer first = Intent(channel, "1"), edit = Intent(channel, "2") with { Text = "Новое", IsEdit = true };
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        await RefusedAsync(store, edit, AnswerRefusal.AnswerIsPending, first);
        await store.CompleteAnswerAsync(first with { State = AnswerState.Sent }, Cancel);
        Assert.True((await store.StartAnswerAsync(edit, Cancel)).IsStarted);
        await RefusedAsync(store, edit with { Key = "3", Text = "Новейшее" }, AnswerRefusal.NotEditable, edit);
        BuyerAnswer edited = await store.CompleteAnswerAsync(edit with { State = AnswerState.Sent }, Cancel);
        await RefusedAsync(store, edit with { Key = "3" }, AnswerRefusal.NotEditable, edited);

        // An answer of the portal's is edited, too; and what is edited is answered.
        BuyerAnswer other = edit with { Key = "4", TargetId = "other" };
        Assert.True((await store.StartAnswerAsync(other, Cancel)).IsStarted);
        await RefusedAsync(store, Intent(channel, "5", "other"), AnswerRefusal.AlreadyAnswered, other);
        await store.CompleteAnswerAsync(other with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        Assert.True((await store.StartAnswerAsync(other with { Key = "6" }, Cancel)).IsStarted);
    }

    [Fact]
    public async Task A_chat_is_answered_as_often_as_there_are_keys()
    {
        IAnswerStore store = await OpenAsync(Clock);
        foreach (string key in (string[])["1", "2", "3"])
            Assert.True((await store.StartAnswerAsync(Intent(AnswerChannel.Chat, key), Cancel)).IsStarted);
    }

    [Theory]
    [InlineData(AnswerState.Pending, AnswerState.Sent, true)]
    [InlineData(AnswerState.Pending, AnswerState.Failed, true)]
    [InlineData(AnswerState.Failed, AnswerState.Sent, true)]
    [InlineData(AnswerState.Failed, AnswerState.Failed, false)]
    [InlineData(AnswerState.Sent, AnswerState.Failed, false)]
    [InlineData(AnswerState.Sent, AnswerState.Sent, false)]
    public async Task What_was_sent_stays_sent_and_what_failed_can_turn_out_to_be_sent(AnswerState before, AnswerState outcome, bool isNews)
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer intent = Intent(AnswerChannel.Feedback);
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        BuyerAnswer first = Ended(before, "first"), second = Ended(outcome, "second");
        if (before != AnswerState.Pending)
            Assert.Equal(first, await store.CompleteAnswerAsync(first, Cancel));

        // What is no outcome is not changed by it.
        BuyerAnswer result = await store.CompleteAnswerAsync(second with { Text = "other", TargetId = "other", ApprovedBy = "other", IsEdit = true }, Cancel);
        Assert.Equal(isNews ? second : first, result);
        Assert.Equal(result, await store.FindAnswerAsync(Seller, intent.Key, Cancel));

        BuyerAnswer Ended(AnswerState state, string which) => intent with
        {
            State = state,
            SentAt = state == AnswerState.Sent ? Clock.GetUtcNow().AddMilliseconds(which.Length) : null,
            Failure = state == AnswerState.Failed ? which : null,
        };
    }

    [Fact]
    public async Task Intents_and_outcomes_that_make_no_sense_are_errors()
    {
        IAnswerStore store = await OpenAsync(Clock);
        BuyerAnswer intent = Intent(AnswerChannel.Feedback);
        foreach (BuyerAnswer bad in (BuyerAnswer[])
        [
            intent with { State = AnswerState.Sent },
            intent with { Key = "" },
            intent with { TargetId = " " },
            intent with { SellerId = "" },
            intent with { Channel = (AnswerChannel)9 },
            Intent(AnswerChannel.Chat) with { IsEdit = true },
        ])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.StartAnswerAsync(bad, Cancel));
        }

        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.CompleteAnswerAsync(intent with { State = AnswerState.Sent }, Cancel));
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        await Assert.ThrowsAsync<ArgumentException>(() => store.CompleteAnswerAsync(intent, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ListAnswersAsync(new AnswerQuery { SellerId = " " }, Cancel));
    }

    [Fact]
    public async Task Answers_are_listed_by_channel_target_state_and_period()
    {
        IAnswerStore store = await OpenAsync(Clock);
        DateTimeOffset start = Clock.GetUtcNow();
        BuyerAnswer[] answers =
        [
            Intent(AnswerChannel.Chat, "z", "x") with { StartedAt = start },
            Intent(AnswerChannel.Feedback, "y", "x") with { StartedAt = start.AddHours(1) },
            Intent(AnswerChannel.Question, "x", "y") with { StartedAt = start.AddHours(2) },
        ];
        foreach (BuyerAnswer answer in answers.Reverse())
            Assert.True((await store.StartAnswerAsync(answer, Cancel)).IsStarted);
        await store.CompleteAnswerAsync(answers[1] with { State = AnswerState.Sent }, Cancel);
        await store.CompleteAnswerAsync(answers[2] with { State = AnswerState.Failed }, Cancel);

        var all = new AnswerQuery { SellerId = Seller };
        await ListsAsync("z y x", all);
        await ListsAsync("z", all with { Channel = AnswerChannel.Chat });
        await ListsAsync("y", all with { Channel = AnswerChannel.Feedback });
        await ListsAsync("x", all with { Channel = AnswerChannel.Question });
        await ListsAsync("z y", all with { TargetId = "x" });
        await ListsAsync("", all with { TargetId = "X" });
        await ListsAsync("", all with { PromoCodeId = Guid.NewGuid() });
        await ListsAsync("z", all with { State = AnswerState.Pending });
        await ListsAsync("y", all with { State = AnswerState.Sent });
        await ListsAsync("x", all with { State = AnswerState.Failed });
        await ListsAsync("y x", all with { From = start.AddHours(1).ToOffset(TimeSpan.FromHours(-7)) });
        await ListsAsync("z", all with { Before = start.AddHours(1) });
        await ListsAsync("", all with { SellerId = OtherSeller });

        async Task ListsAsync(string keys, AnswerQuery query) =>
            Assert.Equal(keys, string.Join(' ', (await store.ListAnswersAsync(query, Cancel)).Select(answer => answer.Key)));
    }

    [Fact]
    public async Task A_cancelled_write_writes_nothing()
    {
        IAnswerStore store = await OpenAsync(Clock);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.StartAnswerAsync(Intent(AnswerChannel.Chat), cancelled));
        Assert.Null(await store.FindAnswerAsync(Seller, "key", Cancel));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Of_32_senders_with_one_key_one_may_send(AnswerChannel channel)
    {
        AnswerStart[] starts = await InParallelAsync((store, _) => store.StartAnswerAsync(Intent(channel), Cancel));
        Assert.Single(starts, start => start.IsStarted);
        Assert.All(starts, start => Assert.Equal((null, Intent(channel)), (start.Refusal, start.Answer)));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task Of_32_senders_with_keys_of_their_own_one_may_answer_and_one_may_edit(AnswerChannel channel)
    {
        AnswerStart first = await OneOfAsync(i => Intent(channel, $"key{i}"), AnswerRefusal.AlreadyAnswered);
        await (await OpenAsync(Clock)).CompleteAnswerAsync(first.Answer! with { State = AnswerState.Sent }, Cancel);
        await OneOfAsync(i => Intent(channel, $"edit{i}") with { IsEdit = true }, AnswerRefusal.NotEditable);

        async Task<AnswerStart> OneOfAsync(Func<int, BuyerAnswer> intent, AnswerRefusal refusal)
        {
            AnswerStart[] starts = await InParallelAsync((store, i) => store.StartAnswerAsync(intent(i), Cancel));
            AnswerStart one = Assert.Single(starts, start => start.IsStarted);
            Assert.All(starts.Where(start => start != one), start => Assert.Equal((refusal, one.Answer), (start.Refusal, start.Answer)));
            return one;
        }
    }

    protected BuyerAnswer Intent(AnswerChannel channel, string key = "key", string targetId = "target") => new()
    {
        SellerId = Seller,
        Key = key,
        Channel = channel,
        TargetId = targetId,
        Text = "Спасибо за отзыв!",
        StartedAt = Clock.GetUtcNow(),
    };

    private async Task RefusedAsync(IAnswerStore store, BuyerAnswer intent, AnswerRefusal refusal, BuyerAnswer earlier, bool isKnown = false)
    {
        AnswerStart start = await store.StartAnswerAsync(intent, Cancel);
        Assert.Equal((false, refusal, earlier), (start.IsStarted, start.Refusal, start.Answer));
        Assert.Equal(isKnown, await store.FindAnswerAsync(Seller, intent.Key, Cancel) is not null);
    }

    private async Task<T[]> InParallelAsync<T>(Func<IAnswerStore, int, Task<T>> write)
    {
        // As many stores as processes could be there.
        IAnswerStore[] stores = new IAnswerStore[4];
        for (int i = 0; i < stores.Length; i++)
            stores[i] = await OpenAsync(Clock);
        using var start = new ManualResetEventSlim();
        Task<T>[] tasks =
        [
            .. Enumerable.Range(0, Writers).Select(i => Task.Factory.StartNew(
                () =>
                {
                    start.Wait(Cancel);
                    return write(stores[i % stores.Length], i);
                },
                Cancel,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()),
        ];
        start.Set();
        return await Task.WhenAll(tasks);
    }
}
