using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

/// <summary>What every store of promo codes does. Each test has sellers of its own, so that the tests of a class can share a database.</summary>
public abstract class PromoCodeStoreContract
{
    private const int Writers = 32;

    // Noon in Moscow.
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    protected static DateOnly Tomorrow { get; } = new(2026, 3, 11);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Seller { get; } = Guid.NewGuid().ToString();

    protected string OtherSeller { get; } = Guid.NewGuid().ToString();

    /// <summary>Opens a store over the data of this class; another call gives another store over the same data.</summary>
    protected abstract ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null);

    [Fact]
    public async Task A_code_comes_back_as_it_was()
    {
        IPromoCodeStore store = await OpenAsync();
        var code = new PromoCode
        {
            SellerId = Seller,
            Code = "ЛЕТО-Ёж'\"12",
            Percent = 12.34m,
            Start = Tomorrow,
            Days = 31,
            NmIds = [182340115, 9_007_199_254_740_993],
            Purposes = PromoCodePurposes.Loyalty | PromoCodePurposes.Conversion,
            Description = "Для весны\n100 %",
            WildberriesId = "2c3d8f1e-0000-4000-8000-000000000001",
        };
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));

        IPromoCodeStore other = await OpenAsync();
        PromoCode? found = await other.FindAsync(code.Id, Cancel);
        Assert.NotNull(found);
        Assert.Equal(code.NmIds, found.NmIds);
        Assert.Equal(code with { NmIds = found.NmIds }, found);
        Assert.Equal("12.34", found.Percent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(code.LastDay, found.LastDay);
        Assert.Equal([found.Id], (await other.ListAsync(Seller, cancellationToken: Cancel)).Select(c => c.Id));
    }

    [Fact]
    public async Task A_code_for_the_whole_assortment_stays_one()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("ALL");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        PromoCode found = (await store.FindAsync(code.Id, Cancel))!;
        Assert.Equal(code, found);
        Assert.Null(found.NmIds);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        IPromoCodeStore store = await OpenAsync();
        Assert.Null(await store.FindAsync(Guid.NewGuid(), Cancel));
        Assert.Null(await store.FindAnswerAsync(Seller, "key", Cancel));
        Assert.Empty(await store.ListAsync(Seller, cancellationToken: Cancel));
        Assert.Empty(await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
    }

    [Fact]
    public async Task A_code_that_breaks_rules_is_refused_with_all_of_them_and_not_stored()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode bad = Code("A B") with { Percent = 2.999m, Days = 32, Start = Tomorrow.AddDays(-1) };
        IReadOnlyList<PromoCodeViolation> violations = await store.AddAsync(bad, cancellationToken: Cancel);
        Assert.Equal(
            [
                PromoCodeRule.CodeText, PromoCodeRule.PercentRange, PromoCodeRule.PercentDecimals, PromoCodeRule.Duration, PromoCodeRule.Start,
            ],
            violations.Select(violation => violation.Rule));
        Assert.Null(await store.FindAsync(bad.Id, Cancel));
    }

    [Fact]
    public async Task A_code_that_runs_in_the_portal_already_may_have_started_but_keeps_the_other_rules()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode running = Code("RUNS") with { Start = Tomorrow.AddDays(-5), Days = 31 };
        Assert.Equal([PromoCodeRule.Start], (await store.AddAsync(running, cancellationToken: Cancel)).Select(v => v.Rule));
        Assert.Equal([PromoCodeRule.Duration], (await store.AddAsync(running with { Days = 32 }, isInPortal: true, Cancel)).Select(v => v.Rule));
        Assert.Empty(await store.AddAsync(running, isInPortal: true, Cancel));
        Assert.NotNull(await store.FindAsync(running.Id, Cancel));
    }

    [Fact]
    public async Task The_rules_are_those_that_were_given()
    {
        IPromoCodeStore store = await OpenAsync(Clock, new PromoCodeRules { MaxActiveCodes = 1, MinPercent = 1m });
        Assert.Empty(await store.AddAsync(Code("ONE") with { Percent = 1m }, cancellationToken: Cancel));
        Assert.Equal([PromoCodeRule.ActiveCodes], (await store.AddAsync(Code("TWO"), cancellationToken: Cancel)).Select(v => v.Rule));
    }

    [Fact]
    public async Task A_code_without_a_seller_and_an_id_that_is_taken_are_errors()
    {
        IPromoCodeStore store = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(Code("X") with { SellerId = " " }, cancellationToken: Cancel));
        PromoCode code = Code("X");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(code with { Code = "Y" }, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(code with { Code = "Y", SellerId = OtherSeller }, cancellationToken: Cancel));
        Assert.Equal("X", (await store.FindAsync(code.Id, Cancel))!.Code);
    }

    [Fact]
    public async Task The_eleventh_code_fits_when_one_is_stopped_or_the_days_do_not_meet()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode[] ten = [.. Enumerable.Range(0, 10).Select(i => Code($"CODE{i}"))];
        foreach (PromoCode code in ten)
            Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));

        PromoCode eleventh = Code("ELEVENTH");
        Assert.Equal([PromoCodeRule.ActiveCodes], (await store.AddAsync(eleventh, cancellationToken: Cancel)).Select(v => v.Rule));
        PromoCode onLastDay = Code("LASTDAY") with { Start = ten[0].LastDay };
        Assert.Equal([PromoCodeRule.ActiveCodes], (await store.AddAsync(onLastDay, cancellationToken: Cancel)).Select(v => v.Rule));
        Assert.Empty(await store.AddAsync(onLastDay with { Start = ten[0].LastDay.AddDays(1) }, cancellationToken: Cancel));

        Assert.Empty(await store.UpdateAsync(ten[3].Id, code => code with { IsStopped = true }, Cancel));
        Assert.Empty(await store.AddAsync(eleventh, cancellationToken: Cancel));
        Assert.Equal(
            [PromoCodeRule.ActiveCodes], (await store.UpdateAsync(ten[3].Id, code => code with { IsStopped = false }, Cancel)).Select(v => v.Rule));
        Assert.True((await store.FindAsync(ten[3].Id, Cancel))!.IsStopped);
    }

    [Fact]
    public async Task Codes_of_one_text_do_not_overlap()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode first = Code("THANKS10");
        Assert.Empty(await store.AddAsync(first, cancellationToken: Cancel));
        PromoCode second = Code("thanks10") with { Start = first.LastDay };
        Assert.Equal([PromoCodeRule.UniqueCode], (await store.AddAsync(second, cancellationToken: Cancel)).Select(v => v.Rule));
        Assert.Empty(await store.AddAsync(second with { Start = first.LastDay.AddDays(1) }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task An_id_of_WB_belongs_to_one_code_of_a_seller_for_ever()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode first = Code("A") with { WildberriesId = "6f9619ff" };
        Assert.Empty(await store.AddAsync(first, cancellationToken: Cancel));
        PromoCode later = Code("B") with { Start = Tomorrow.AddDays(50), WildberriesId = "6F9619FF" };
        Assert.Equal([PromoCodeRule.UniqueWildberriesId], (await store.AddAsync(later, cancellationToken: Cancel)).Select(v => v.Rule));
        Assert.Empty(await store.AddAsync(later with { SellerId = OtherSeller }, cancellationToken: Cancel));
        PromoCode third = Code("C");
        Assert.Empty(await store.AddAsync(third, cancellationToken: Cancel));
        Assert.Equal(
            [PromoCodeRule.UniqueWildberriesId],
            (await store.UpdateAsync(third.Id, code => code with { WildberriesId = "6f9619ff" }, Cancel)).Select(v => v.Rule));
        Assert.Empty(await store.UpdateAsync(third.Id, code => code with { WildberriesId = "" }, Cancel));
        Assert.Empty(await store.UpdateAsync(first.Id, code => code with { Description = "keeps its id" }, Cancel));
    }

    [Fact]
    public async Task Sellers_do_not_get_in_each_others_way()
    {
        IPromoCodeStore store = await OpenAsync();
        foreach (string seller in new[] { Seller, OtherSeller })
        {
            for (int i = 0; i < 10; i++)
                Assert.Empty(await store.AddAsync(Code($"SAME{i}") with { SellerId = seller }, cancellationToken: Cancel));
        }

        Assert.Equal(10, (await store.ListAsync(Seller, cancellationToken: Cancel)).Count);
        Assert.All(await store.ListAsync(OtherSeller, cancellationToken: Cancel), code => Assert.Equal(OtherSeller, code.SellerId));
    }

    [Fact]
    public async Task A_change_is_made_to_the_newest_state_and_reaches_every_member()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("OLD") with { NmIds = [1, 2] };
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { Description = "first" }, Cancel));
        Assert.Empty(await store.UpdateAsync(
            code.Id,
            c => c with
            {
                Code = "NEW",
                Percent = 50m,
                Start = Tomorrow.AddDays(1),
                Days = 2,
                NmIds = [3],
                Purposes = PromoCodePurposes.None,
                WildberriesId = "id",
                IsStopped = true,
                Description = c.Description + ", second",
            },
            Cancel));
        PromoCode found = (await store.FindAsync(code.Id, Cancel))!;
        Assert.Equal([3L], found.NmIds);
        Assert.Equal(
            new PromoCode
            {
                Id = code.Id,
                SellerId = Seller,
                Code = "NEW",
                Percent = 50m,
                Start = Tomorrow.AddDays(1),
                Days = 2,
                NmIds = found.NmIds,
                Purposes = PromoCodePurposes.None,
                WildberriesId = "id",
                IsStopped = true,
                Description = "first, second",
            },
            found);

        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { NmIds = null }, Cancel));
        Assert.Null((await store.FindAsync(code.Id, Cancel))!.NmIds);
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_changes_nothing()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("KEEP");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        Assert.Equal([PromoCodeRule.PercentRange], (await store.UpdateAsync(code.Id, c => c with { Percent = 51m }, Cancel)).Select(v => v.Rule));
        Assert.Equal(code, await store.FindAsync(code.Id, Cancel));
    }

    [Fact]
    public async Task A_code_that_runs_can_be_changed_but_not_moved_into_the_past()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("RUNS");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { Description = "runs" }, Cancel));
        Assert.Equal(
            [PromoCodeRule.Start], (await store.UpdateAsync(code.Id, c => c with { Start = c.Start.AddDays(-1) }, Cancel)).Select(v => v.Rule));
    }

    [Fact]
    public async Task A_change_of_nothing_of_the_id_or_of_the_seller_is_an_error()
    {
        IPromoCodeStore store = await OpenAsync();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.UpdateAsync(Guid.NewGuid(), c => c, Cancel));
        PromoCode code = Code("MINE");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.UpdateAsync(code.Id, c => c with { Id = Guid.NewGuid() }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.UpdateAsync(code.Id, c => c with { SellerId = OtherSeller }, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.UpdateAsync(code.Id, _ => throw new InvalidOperationException(), Cancel));
        Assert.Equal(code, await store.FindAsync(code.Id, Cancel));
    }

    [Fact]
    public async Task Codes_are_listed_by_start_from_a_last_day_on()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode late = Code("LATE") with { Start = Tomorrow.AddDays(20) };
        PromoCode early = Code("EARLY") with { Days = 3 };
        PromoCode middle = Code("MIDDLE") with { Start = Tomorrow.AddDays(1) };
        foreach (PromoCode code in new[] { late, early, middle })
            Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        Assert.Equal(["EARLY", "MIDDLE", "LATE"], (await store.ListAsync(Seller, cancellationToken: Cancel)).Select(c => c.Code));
        Assert.Equal(["EARLY", "MIDDLE", "LATE"], (await store.ListAsync(Seller, early.LastDay, Cancel)).Select(c => c.Code));
        Assert.Equal(["MIDDLE", "LATE"], (await store.ListAsync(Seller, early.LastDay.AddDays(1), Cancel)).Select(c => c.Code));
    }

    [Fact]
    public async Task An_intent_comes_back_as_it_was()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "THANKS10");
        PromoCodeSend intent = Intent(code) with
        {
            Text = "Спасибо! THANKS10 🎁\nдо 12.03",
            Intent = ChatIntent.From("свой-вид"),
            Sentiment = Sentiment.Negative,
            IsSuggested = true,
            ApprovedBy = "Мария",
            StartedAt = Clock.GetUtcNow().AddMicroseconds(123456),
        };
        AnswerStart start = await store.StartAnswerAsync(intent, Cancel);
        Assert.True(start.IsStarted);
        Assert.Null(start.Refusal);
        Assert.Equal(intent, start.Answer);
        Assert.Equal(intent, await (await OpenAsync()).FindAnswerAsync(Seller, intent.Key, Cancel));

        PromoCodeSend bare = Intent(code, "bare", "2:b");
        Assert.True((await store.StartAnswerAsync(bare, Cancel)).IsStarted);
        Assert.Equal(bare, await store.FindAnswerAsync(Seller, "bare", Cancel));
    }

    [Fact]
    public async Task Times_are_kept_as_moments_whatever_their_offset()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCodeSend intent = Intent(code) with { StartedAt = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(3)) };
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        Assert.Equal(Clock.GetUtcNow(), (await store.FindAnswerAsync(Seller, intent.Key, Cancel))!.StartedAt);
        var query = new AnswerQuery { SellerId = Seller, From = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-7)) };
        Assert.Single(await store.ListAnswersAsync(query, Cancel));
    }

    [Fact]
    public async Task A_key_that_is_known_gives_what_it_stands_for()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCodeSend first = Intent(code);
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        AnswerStart second = await store.StartAnswerAsync(first with { TargetId = "2:other", Text = "A!" }, Cancel);
        Assert.False(second.IsStarted);
        Assert.Null(second.Refusal);
        Assert.Equal(first, second.Answer);

        // Also when the code could not be sent any more.
        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { IsStopped = true }, Cancel));
        AnswerStart third = await store.StartAnswerAsync(first, Cancel);
        Assert.Equal(first, third.Answer);
        Assert.Null(third.Refusal);
    }

    [Fact]
    public async Task A_key_whose_sending_failed_begins_the_same_message_again_and_no_other()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCode other = await AddLiveAsync(store, "B");
        PromoCodeSend first = Intent(code) with { Sentiment = Sentiment.Negative };
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        BuyerAnswer failed = await store.CompleteAnswerAsync(first with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        foreach (PromoCodeSend another in new[] { first with { TargetId = "2:b" }, first with { Text = "A!" }, first with { PromoCodeId = other.Id } })
        {
            AnswerStart start = await store.StartAnswerAsync(another, Cancel);
            Assert.Equal((false, null, failed), (start.IsStarted, start.Refusal, start.Answer));
        }

        PromoCodeSend second = first with { StartedAt = first.StartedAt.AddMinutes(1), Sentiment = null, ApprovedBy = "Мария", IsSuggested = true };
        AnswerStart again = await store.StartAnswerAsync(second, Cancel);
        Assert.Equal((true, null, second), (again.IsStarted, again.Refusal, again.Answer));
        Assert.Equal(second, await (await OpenAsync()).FindAnswerAsync(Seller, "key", Cancel));
        Assert.Single(await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
        Assert.Equal(second, (await store.StartAnswerAsync(first, Cancel)).Answer);

        // What comes late of the first attempt says nothing of the second, unless it was sent.
        Assert.Equal(second, await store.CompleteAnswerAsync(failed, Cancel));
        PromoCodeSend sent = second with { State = AnswerState.Sent, SentAt = first.StartedAt };
        Assert.Equal(sent, await store.CompleteAnswerAsync(first with { State = AnswerState.Sent, SentAt = first.StartedAt }, Cancel));
        AnswerStart done = await store.StartAnswerAsync(second, Cancel);
        Assert.Equal((false, null, sent), (done.IsStarted, done.Refusal, done.Answer));
    }

    [Fact]
    public async Task A_failure_counts_however_finely_the_store_keeps_times()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCodeSend intent = Intent(await AddLiveAsync(store, "A"));
        intent = intent with { StartedAt = intent.StartedAt.AddTicks(9) };
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        await store.CompleteAnswerAsync(intent with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        Assert.Equal(AnswerState.Failed, (await store.FindAnswerAsync(Seller, intent.Key, Cancel))!.State);
    }

    [Fact]
    public async Task A_key_whose_sending_failed_does_not_begin_again_what_cannot_be_sent()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCodeSend first = Intent(code, "1");
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        BuyerAnswer failed = await store.CompleteAnswerAsync(first with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        PromoCodeSend second = Intent(code, "2");
        Assert.True((await store.StartAnswerAsync(second, Cancel)).IsStarted);
        AnswerStart start = await store.StartAnswerAsync(first, Cancel);
        Assert.Equal((false, AnswerRefusal.AlreadySentInChat, second), (start.IsStarted, start.Refusal, start.Answer));
        await store.CompleteAnswerAsync(second with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        Assert.Equal(AnswerRefusal.CodeHasEnded, (await store.StartAnswerAsync(first with { StartedAt = code.EndsAt }, Cancel)).Refusal);
        Assert.Equal(failed, await store.FindAnswerAsync(Seller, "1", Cancel));
    }

    [Fact]
    public async Task Keys_of_two_sellers_are_two()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode mine = await AddLiveAsync(store, "A");
        PromoCode theirs = await AddLiveAsync(store, "A", OtherSeller);
        Assert.True((await store.StartAnswerAsync(Intent(mine), Cancel)).IsStarted);
        Assert.True((await store.StartAnswerAsync(Intent(theirs), Cancel)).IsStarted);
        Assert.Single(await store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));
        Assert.Equal(theirs.Id, Assert.IsType<PromoCodeSend>(await store.FindAnswerAsync(OtherSeller, "key", Cancel)).PromoCodeId);
    }

    [Fact]
    public async Task A_code_is_sent_from_its_first_moment_until_its_last()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("A");
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        (DateTimeOffset Time, AnswerRefusal? Refusal)[] cases =
        [
            (code.StartsAt.AddMicroseconds(-1), AnswerRefusal.CodeHasNotStarted),
            (code.StartsAt, null),
            (code.EndsAt.AddMicroseconds(-1), null),
            (code.EndsAt, AnswerRefusal.CodeHasEnded),
        ];
        foreach ((DateTimeOffset time, AnswerRefusal? refusal) in cases)
        {
            string id = time.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
            AnswerStart start = await store.StartAnswerAsync(Intent(code, id, id) with { StartedAt = time }, Cancel);
            Assert.Equal(refusal, start.Refusal);
            Assert.Equal(refusal is null, start.IsStarted);
            Assert.Equal(refusal is null, await store.FindAnswerAsync(Seller, id, Cancel) is not null);
        }
    }

    [Fact]
    public async Task An_unknown_or_stopped_code_and_one_of_another_seller_are_not_sent()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        Assert.Equal(
            AnswerRefusal.UnknownCode,
            (await store.StartAnswerAsync(Intent(code) with { PromoCodeId = Guid.NewGuid() }, Cancel)).Refusal);
        Assert.Equal(
            AnswerRefusal.UnknownCode, (await store.StartAnswerAsync(Intent(code) with { SellerId = OtherSeller }, Cancel)).Refusal);
        Assert.Empty(await store.UpdateAsync(code.Id, c => c with { IsStopped = true }, Cancel));
        Assert.Equal(AnswerRefusal.CodeIsStopped, (await store.StartAnswerAsync(Intent(code), Cancel)).Refusal);
    }

    [Fact]
    public async Task A_chat_gets_a_code_once_unless_sending_it_failed()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCode other = await AddLiveAsync(store, "B");
        PromoCodeSend first = Intent(code, "1");
        Assert.True((await store.StartAnswerAsync(first, Cancel)).IsStarted);
        await RefusedAsync("2", first);

        await store.CompleteAnswerAsync(first with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        PromoCodeSend third = Intent(code, "3");
        Assert.True((await store.StartAnswerAsync(third, Cancel)).IsStarted);
        BuyerAnswer sent = await store.CompleteAnswerAsync(third with { State = AnswerState.Sent, SentAt = Clock.GetUtcNow() }, Cancel);
        await RefusedAsync("4", sent);

        Assert.True((await store.StartAnswerAsync(Intent(code, "5", "2:other"), Cancel)).IsStarted);
        Assert.True((await store.StartAnswerAsync(Intent(other, "6"), Cancel)).IsStarted);

        async Task RefusedAsync(string key, BuyerAnswer earlier)
        {
            AnswerStart start = await store.StartAnswerAsync(Intent(code, key), Cancel);
            Assert.Equal(AnswerRefusal.AlreadySentInChat, start.Refusal);
            Assert.False(start.IsStarted);
            Assert.Equal(earlier, start.Answer);
            Assert.Null(await store.FindAnswerAsync(Seller, key, Cancel));
        }
    }

    [Fact]
    public async Task A_key_stands_for_a_message_with_a_code_or_for_one_without()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCodeSend send = Intent(await AddLiveAsync(store, "A"));
        BuyerAnswer plain = Plain("key");
        Assert.True((await store.StartAnswerAsync(plain, Cancel)).IsStarted);
        AnswerStart start = await store.StartAnswerAsync(send, Cancel);
        Assert.Equal((false, null, plain), (start.IsStarted, start.Refusal, start.Answer));
        await store.CompleteAnswerAsync(plain with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        Assert.False((await store.StartAnswerAsync(send, Cancel)).IsStarted);

        // Neither stands against the other under keys of their own.
        Assert.True((await store.StartAnswerAsync(send with { Key = "send" }, Cancel)).IsStarted);
        Assert.True((await store.StartAnswerAsync(Plain("plain"), Cancel)).IsStarted);
        Assert.Equal(
            (typeof(PromoCodeSend), typeof(BuyerAnswer)),
            ((await store.FindAnswerAsync(Seller, "send", Cancel))!.GetType(), (await store.FindAnswerAsync(Seller, "plain", Cancel))!.GetType()));
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.StartAnswerAsync(send with { Key = "review", Channel = AnswerChannel.Feedback }, Cancel));

        BuyerAnswer Plain(string key) => new() { SellerId = Seller, Key = key, TargetId = send.TargetId, Text = send.Text, StartedAt = send.StartedAt };
    }

    [Theory]
    [InlineData(AnswerState.Pending, AnswerState.Sent, AnswerState.Sent)]
    [InlineData(AnswerState.Pending, AnswerState.Failed, AnswerState.Failed)]
    [InlineData(AnswerState.Failed, AnswerState.Sent, AnswerState.Sent)]
    [InlineData(AnswerState.Failed, AnswerState.Failed, AnswerState.Failed)]
    [InlineData(AnswerState.Sent, AnswerState.Failed, AnswerState.Sent)]
    [InlineData(AnswerState.Sent, AnswerState.Sent, AnswerState.Sent)]
    public async Task What_was_sent_stays_sent_and_what_failed_can_turn_out_to_be_sent(
        AnswerState before, AnswerState outcome, AnswerState expected)
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCodeSend intent = Intent(code);
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        PromoCodeSend first = Ended(before, "first");
        if (before != AnswerState.Pending)
            Assert.Equal(first, await store.CompleteAnswerAsync(first, Cancel));
        PromoCodeSend second = Ended(outcome, "second");

        // What is no outcome is not changed by it.
        BuyerAnswer result = await store.CompleteAnswerAsync(second with { Text = "other", TargetId = "other", ApprovedBy = "other" }, Cancel);
        bool isNews = before == AnswerState.Pending || (before == AnswerState.Failed && outcome == AnswerState.Sent);
        Assert.Equal(isNews ? second : first, result);
        Assert.Equal(expected, result.State);
        Assert.Equal(result, await store.FindAnswerAsync(Seller, intent.Key, Cancel));

        PromoCodeSend Ended(AnswerState state, string which) => intent with
        {
            State = state,
            SentAt = state == AnswerState.Sent ? Clock.GetUtcNow().AddMilliseconds(which.Length) : null,
            EventId = state == AnswerState.Sent ? which : null,
            Failure = state == AnswerState.Failed ? which : null,
        };
    }

    [Fact]
    public async Task Intents_and_outcomes_that_make_no_sense_are_errors()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        PromoCodeSend intent = Intent(code);
        await Assert.ThrowsAsync<ArgumentException>(() => store.StartAnswerAsync(intent with { State = AnswerState.Sent }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.StartAnswerAsync(intent with { Key = "" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.StartAnswerAsync(intent with { TargetId = " " }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => store.StartAnswerAsync(intent with { SellerId = "" }, Cancel));
        await Assert.ThrowsAsync<KeyNotFoundException>(
            () => store.CompleteAnswerAsync(intent with { State = AnswerState.Sent }, Cancel));
        Assert.True((await store.StartAnswerAsync(intent, Cancel)).IsStarted);
        await Assert.ThrowsAsync<ArgumentException>(() => store.CompleteAnswerAsync(intent, Cancel));
    }

    [Fact]
    public async Task Sendings_are_listed_by_state_chat_code_and_period()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode a = await AddLiveAsync(store, "A");
        PromoCode b = await AddLiveAsync(store, "B");
        DateTimeOffset start = Clock.GetUtcNow();
        PromoCodeSend[] sends =
        [
            Intent(b, "z", "1:x") with { StartedAt = start },
            Intent(a, "y", "1:x") with { StartedAt = start.AddHours(1) },
            Intent(a, "x", "1:y") with { StartedAt = start.AddHours(2) },
        ];
        foreach (PromoCodeSend send in sends.Reverse())
            Assert.True((await store.StartAnswerAsync(send, Cancel)).IsStarted);
        await store.CompleteAnswerAsync(sends[1] with { State = AnswerState.Sent }, Cancel);
        await store.CompleteAnswerAsync(sends[2] with { State = AnswerState.Failed }, Cancel);

        var all = new AnswerQuery { SellerId = Seller };
        await ListsAsync("z y x", all);
        await ListsAsync("z", all with { State = AnswerState.Pending });
        await ListsAsync("y", all with { State = AnswerState.Sent });
        await ListsAsync("x", all with { State = AnswerState.Failed });
        await ListsAsync("z y", all with { TargetId = "1:x" });
        await ListsAsync("", all with { TargetId = "1:X" });
        await ListsAsync("y x", all with { PromoCodeId = a.Id });
        await ListsAsync("y x", all with { From = start.AddHours(1) });
        await ListsAsync("z", all with { Before = start.AddHours(1) });
        await ListsAsync("y", all with { From = start.AddHours(1), Before = start.AddHours(2) });
        await ListsAsync("y", all with { TargetId = "1:x", PromoCodeId = a.Id, State = AnswerState.Sent });
        await ListsAsync("", all with { SellerId = OtherSeller });

        async Task ListsAsync(string keys, AnswerQuery query) =>
            Assert.Equal(keys, string.Join(' ', (await store.ListAnswersAsync(query, Cancel)).Select(send => send.Key)));
    }

    [Fact]
    public async Task A_cancelled_write_writes_nothing()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = await AddLiveAsync(store, "A");
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync(Code("B"), cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.UpdateAsync(code.Id, c => c with { Percent = 20m }, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.StartAnswerAsync(Intent(code), cancelled));
        Assert.Equal([code], await store.ListAsync(Seller, cancellationToken: Cancel));
        Assert.Null(await store.FindAnswerAsync(Seller, "key", Cancel));
    }

    [Fact]
    public async Task Of_32_writers_who_each_add_a_code_ten_succeed()
    {
        IReadOnlyList<PromoCodeViolation>[] results = await InParallelAsync(
            (store, i) => store.AddAsync(Code($"CODE{i}") with { Start = Tomorrow.AddDays(i % 3) }, cancellationToken: Cancel));
        Assert.Equal(10, results.Count(violations => violations.Count == 0));
        Assert.All(results.Where(v => v.Count > 0), v => Assert.Equal([PromoCodeRule.ActiveCodes], v.Select(violation => violation.Rule)));
        Assert.Equal(10, (await (await OpenAsync()).ListAsync(Seller, cancellationToken: Cancel)).Count);
    }

    [Fact]
    public async Task Of_32_writers_who_each_start_a_stopped_code_again_ten_succeed()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode[] codes = [.. Enumerable.Range(0, Writers).Select(i => Code($"CODE{i}") with { IsStopped = true })];
        foreach (PromoCode code in codes)
            Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));

        // Each writer changes a row that nobody else changes: tokens on rows would see no conflict.
        IReadOnlyList<PromoCodeViolation>[] results = await InParallelAsync(
            (one, i) => one.UpdateAsync(codes[i].Id, code => code with { IsStopped = false }, Cancel));
        Assert.Equal(10, results.Count(violations => violations.Count == 0));
        Assert.Equal(10, (await store.ListAsync(Seller, cancellationToken: Cancel)).Count(code => !code.IsStopped));
    }

    [Fact]
    public async Task Of_32_writers_who_add_a_code_of_one_text_one_succeeds()
    {
        IReadOnlyList<PromoCodeViolation>[] results = await InParallelAsync(
            (store, i) => store.AddAsync(Code(i % 2 == 0 ? "THANKS10" : "thanks10"), cancellationToken: Cancel));
        Assert.Single(results, violations => violations.Count == 0);
        Assert.Single(await (await OpenAsync()).ListAsync(Seller, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Of_32_changes_to_one_code_none_is_lost()
    {
        IPromoCodeStore store = await OpenAsync();
        PromoCode code = Code("A") with { Description = "" };
        Assert.Empty(await store.AddAsync(code, cancellationToken: Cancel));
        await InParallelAsync((one, i) => one.UpdateAsync(code.Id, c => c with { Description = c.Description + "x" }, Cancel));
        Assert.Equal(new string('x', Writers), (await store.FindAsync(code.Id, Cancel))!.Description);
    }

    [Fact]
    public async Task Of_32_senders_with_one_key_one_may_send()
    {
        PromoCode code = await AddLiveAsync(await OpenAsync(), "A");
        AnswerStart[] starts = await InParallelAsync((store, _) => store.StartAnswerAsync(Intent(code), Cancel));
        Assert.Single(starts, start => start.IsStarted);
        Assert.All(starts, start => Assert.Equal(Intent(code), start.Answer));
        Assert.All(starts, start => Assert.Null(start.Refusal));
    }

    [Fact]
    public async Task Of_32_senders_who_begin_a_failed_sending_again_one_may_send()
    {
        IPromoCodeStore first = await OpenAsync();
        PromoCode code = await AddLiveAsync(first, "A");
        Assert.True((await first.StartAnswerAsync(Intent(code), Cancel)).IsStarted);
        await first.CompleteAnswerAsync(Intent(code) with { State = AnswerState.Failed, Failure = "no" }, Cancel);
        AnswerStart[] starts = await InParallelAsync((store, _) => store.StartAnswerAsync(Intent(code), Cancel));
        Assert.Single(starts, start => start.IsStarted);
        Assert.All(starts, start => Assert.Equal(Intent(code), start.Answer));
        Assert.All(starts, start => Assert.Null(start.Refusal));
    }

    [Fact]
    public async Task Of_32_senders_of_one_code_into_one_chat_one_may_send()
    {
        PromoCode code = await AddLiveAsync(await OpenAsync(), "A");
        AnswerStart[] starts = await InParallelAsync((store, i) => store.StartAnswerAsync(Intent(code, $"key{i}"), Cancel));
        AnswerStart first = Assert.Single(starts, start => start.IsStarted);
        Assert.All(starts.Where(start => start != first), start =>
        {
            Assert.Equal(AnswerRefusal.AlreadySentInChat, start.Refusal);
            Assert.Equal(first.Answer, start.Answer);
        });
    }

    protected ValueTask<IPromoCodeStore> OpenAsync() => OpenAsync(Clock);

    protected PromoCode Code(string text) => new() { SellerId = Seller, Code = text, Percent = 10m, Start = Tomorrow, Days = 7 };

    /// <summary>Adds a code and lets the clock go on until it works.</summary>
    protected async Task<PromoCode> AddLiveAsync(IPromoCodeStore store, string text, string? seller = null)
    {
        PromoCode code = Code(text) with { SellerId = seller ?? Seller };
        Assert.Empty(await store.AddAsync(code, isInPortal: true, Cancel));
        if (Clock.GetUtcNow() < code.StartsAt)
            Clock.SetUtcNow(code.StartsAt.AddHours(9));
        return code;
    }

    protected PromoCodeSend Intent(PromoCode code, string key = "key", string chatId = "1:a") => new()
    {
        SellerId = code.SellerId,
        Key = key,
        PromoCodeId = code.Id,
        TargetId = chatId,
        Text = code.Code,
        StartedAt = Clock.GetUtcNow(),
    };

    private async Task<T[]> InParallelAsync<T>(Func<IPromoCodeStore, int, Task<T>> write)
    {
        // As many stores as processes could be there.
        IPromoCodeStore[] stores = new IPromoCodeStore[4];
        for (int i = 0; i < stores.Length; i++)
            stores[i] = await OpenAsync();
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
