using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.PromoCodes;

/// <summary>What the sender does over every store, against an emulator of WB that counts what arrives.</summary>
public abstract class PromoCodeSenderContract : IAsyncLifetime
{
    private const string SendPath = "POST /api/v1/seller/message";
    private const string EventsPath = "GET /api/v1/seller/events";
    private const string ChatId = "1:a";

    private readonly List<ServiceProvider> _clients = [];
    private WildberriesEmulator _emulator = null!;
    private IPromoCodeStore _store = null!;
    private PromoCode _code = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    private string Seller { get; } = Guid.NewGuid().ToString();

    private int Arrivals => _emulator.Requests.Count(SendPath);

    public async ValueTask InitializeAsync()
    {
        _store = await OpenAsync(Clock);
        _code = new PromoCode
        {
            SellerId = Seller,
            Code = "SORRY15",
            Percent = 15m,
            Start = new DateOnly(2026, 3, 1),
            Days = 31,
            Purposes = PromoCodePurposes.Retention,
        };
        Assert.Empty(await _store.AddAsync(_code, isInPortal: true, Cancel));
        _emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { TimeProvider = Clock, EventPageSize = 3 }, Cancel);
        _emulator.Chats.BuyerWrites(ChatId, "Плед пришёл с дыркой");
        _emulator.Chats.BuyerWrites("1:b", "Спасибо!");
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider client in _clients)
            await client.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a store over the data of this class; another call gives another store over the same data.</summary>
    protected abstract ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock);

    [Fact]
    public async Task A_message_is_sent_and_all_about_it_is_on_record()
    {
        PromoCodeSendRequest request = Request() with
        {
            Intent = ChatIntent.Defect,
            Sentiment = Sentiment.Negative,
            IsSuggested = true,
            ApprovedBy = "Мария",
            LastBuyerMessageAt = Clock.GetUtcNow().AddDays(-9),
        };
        AnswerResult result = await Sender().SendAsync(request, Cancel);

        Assert.Equal(AnswerOutcome.Sent, result.Outcome);
        Assert.False(result.IsRepeat);
        Assert.Null(result.Refusal);
        Assert.Null(result.Error);
        EmulatedMessage message = Assert.Single(_emulator.Chats.Sent);
        Assert.Equal((ChatId, request.Text), (message.ChatId, message.Text));
        var expected = new PromoCodeSend
        {
            SellerId = Seller,
            Key = request.Key,
            PromoCodeId = _code.Id,
            TargetId = ChatId,
            Text = request.Text,
            Intent = ChatIntent.Defect,
            Sentiment = Sentiment.Negative,
            IsSuggested = true,
            ApprovedBy = "Мария",
            StartedAt = Clock.GetUtcNow(),
            State = AnswerState.Sent,
            SentAt = message.Time,
        };
        Assert.Equal(expected, result.Answer);
        Assert.Equal(expected, await _store.FindAnswerAsync(Seller, request.Key, Cancel));
    }

    [Fact]
    public async Task The_intent_is_on_record_when_the_message_arrives()
    {
        BuyerAnswer? seen = null;
        _emulator.Chats.OnSellerMessage(_ => seen = _store.FindAnswerAsync(Seller, "key", CancellationToken.None).GetAwaiter().GetResult());
        await Sender().SendAsync(Request(), Cancel);
        Assert.Equal(AnswerState.Pending, seen?.State);
    }

    [Fact]
    public async Task The_same_key_again_gives_what_came_of_it_and_sends_nothing()
    {
        AnswerResult first = await Sender().SendAsync(Request(), Cancel);

        // Also in another process, and when it could not be sent any more.
        Assert.Empty(await _store.UpdateAsync(_code.Id, code => code with { IsStopped = true }, Cancel));
        Clock.Advance(TimeSpan.FromDays(40));
        PromoCodeSendRequest again = Request() with { LastBuyerMessageAt = DateTimeOffset.UnixEpoch, ApprovedBy = "other" };
        AnswerResult second = await Sender(await OpenAsync(Clock)).SendAsync(again, Cancel);
        Assert.Equal(AnswerOutcome.Sent, second.Outcome);
        Assert.True(second.IsRepeat);
        Assert.Equal(first.Answer, second.Answer);
        Assert.Equal(1, Arrivals);
    }

    [Fact]
    public async Task A_key_that_stands_for_another_message_is_an_error()
    {
        await Sender().SendAsync(Request(), Cancel);
        foreach (PromoCodeSendRequest other in new[]
        {
            Request() with { ChatId = "1:b" },
            Request() with { Text = "SORRY15!" },
            Request() with { Code = _code with { Id = Guid.NewGuid() } },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Sender().SendAsync(other, Cancel));
        }

        Assert.Equal(1, Arrivals);
    }

    [Fact]
    public async Task Of_many_processes_with_one_key_one_sends()
    {
        PromoCodeSender[] senders = new PromoCodeSender[4];
        for (int i = 0; i < senders.Length; i++)
            senders[i] = Sender(await OpenAsync(Clock));
        AnswerResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(i => Task.Run(() => senders[i % senders.Length].SendAsync(Request(), Cancel), Cancel)));
        Assert.Equal(1, Arrivals);
        AnswerResult one = Assert.Single(results, result => !result.IsRepeat);
        Assert.Equal(AnswerOutcome.Sent, one.Outcome);

        // The others came while it was under way, or after it.
        Assert.All(results, result => Assert.True(result.Outcome is AnswerOutcome.Sent or AnswerOutcome.Unknown));
        Assert.Equal(AnswerState.Sent, (await _store.FindAnswerAsync(Seller, "key", Cancel))!.State);
    }

    [Fact]
    public async Task Of_many_keys_for_one_code_in_one_chat_one_sends()
    {
        PromoCodeSender[] senders = [Sender(await OpenAsync(Clock)), Sender(await OpenAsync(Clock))];
        AnswerResult[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => senders[i % 2].SendAsync(Request() with { Key = $"key{i}" }, Cancel), Cancel)));
        Assert.Equal(1, Arrivals);
        Assert.Single(results, result => result.Outcome == AnswerOutcome.Sent);
        Assert.Equal(7, results.Count(result => result.Refusal == AnswerRefusal.AlreadySentInChat));
    }

    [Theory]
    [InlineData(AnswerRefusal.UnknownCode)]
    [InlineData(AnswerRefusal.CodeIsStopped)]
    [InlineData(AnswerRefusal.CodeHasNotStarted)]
    [InlineData(AnswerRefusal.CodeHasEnded)]
    [InlineData(AnswerRefusal.ReplyWindowIsClosed)]
    public async Task What_stands_against_a_sending_is_said_before_the_network(AnswerRefusal refusal)
    {
        PromoCodeSendRequest request = Request();
        switch (refusal)
        {
            case AnswerRefusal.UnknownCode:
                request = request with { Code = _code with { Id = Guid.NewGuid() } };
                break;
            case AnswerRefusal.CodeIsStopped:
                await _store.UpdateAsync(_code.Id, code => code with { IsStopped = true }, Cancel);
                break;
            case AnswerRefusal.CodeHasNotStarted:
                PromoCode future = _code with { Id = Guid.NewGuid(), Code = "LATER", Start = new DateOnly(2026, 3, 11) };
                Assert.Empty(await _store.AddAsync(future, cancellationToken: Cancel));
                request = request with { Code = future, Text = "LATER" };
                break;
            case AnswerRefusal.CodeHasEnded:
                Clock.SetUtcNow(_code.EndsAt);
                break;
            default:
                request = request with { LastBuyerMessageAt = Clock.GetUtcNow() - ReplyWindow.Length };
                break;
        }

        AnswerResult result = await Sender().SendAsync(request, Cancel);
        Assert.Equal(AnswerOutcome.Refused, result.Outcome);
        Assert.Equal(refusal, result.Refusal);
        Assert.Null(result.Answer);
        Assert.Empty(_emulator.Requests.All);
        Assert.Null(await _store.FindAnswerAsync(Seller, request.Key, Cancel));

        // A refusal uses no key up.
        Assert.False(result.IsRepeat);
    }

    [Fact]
    public async Task A_buyer_is_answered_until_the_reply_window_closes_and_a_code_until_its_last_moment()
    {
        Clock.SetUtcNow(_code.EndsAt.AddMilliseconds(-1));
        PromoCodeSendRequest request = Request() with { LastBuyerMessageAt = Clock.GetUtcNow() - ReplyWindow.Length + TimeSpan.FromMilliseconds(1) };
        Assert.Equal(AnswerOutcome.Sent, (await Sender().SendAsync(request, Cancel)).Outcome);
    }

    [Fact]
    public async Task The_same_code_again_in_the_same_chat_is_refused_with_the_earlier_sending()
    {
        AnswerResult first = await Sender().SendAsync(Request(), Cancel);
        AnswerResult second = await Sender().SendAsync(Request() with { Key = "second" }, Cancel);
        Assert.Equal(AnswerOutcome.Refused, second.Outcome);
        Assert.Equal(AnswerRefusal.AlreadySentInChat, second.Refusal);
        Assert.Equal(first.Answer, second.Answer);
        Assert.Equal(1, Arrivals);
        Assert.Equal(AnswerOutcome.Sent, (await Sender().SendAsync(Request() with { Key = "third", ChatId = "1:b" }, Cancel)).Outcome);
    }

    public static TheoryData<int> Refusals => [400, 401, 402, 403, 404, 409, 413, 422, 429, 451];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_WB_refuses_has_failed_and_the_same_key_may_try_again(int status)
    {
        _emulator.Faults.Next(SendPath, status == 429 ? Fault.TooManyRequests() : Fault.Status(status, """{"title":"no","detail":"because"}"""));
        AnswerResult result = await Sender().SendAsync(Request(), Cancel);
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.Equal((HttpStatusCode)status, result.Error?.StatusCode);
        BuyerAnswer record = (await _store.FindAnswerAsync(Seller, "key", Cancel))!;
        Assert.Equal(record, result.Answer);
        Assert.Equal(AnswerState.Failed, record.State);
        Assert.Equal(result.Error!.Message, record.Failure);
        Assert.Null(record.SentAt);

        Assert.Equal(1, Arrivals);
        Assert.Empty(_emulator.Chats.Sent);

        Clock.Advance(TimeSpan.FromMinutes(1));
        AnswerResult again = await Sender().SendAsync(Request() with { ApprovedBy = "Мария" }, Cancel);
        Assert.Equal((AnswerOutcome.Sent, false), (again.Outcome, again.IsRepeat));
        Assert.Equal((null, Clock.GetUtcNow(), "Мария"), (again.Answer!.Failure, again.Answer.StartedAt, again.Answer.ApprovedBy));
        Assert.Equal(again.Answer, await _store.FindAnswerAsync(Seller, "key", Cancel));
        Assert.Single(_emulator.Chats.Sent);
        Assert.True((await Sender().SendAsync(Request(), Cancel)).IsRepeat);
        Assert.Equal(2, Arrivals);
    }

    [Fact]
    public async Task What_has_failed_is_tried_again_by_one_of_many_and_not_at_all_with_another_message()
    {
        _emulator.Faults.Next(SendPath, Fault.Status(400));
        await Sender().SendAsync(Request(), Cancel);
        foreach (PromoCodeSendRequest other in new[] { Request() with { ChatId = "1:b" }, Request() with { Text = "SORRY15!" } })
            await Assert.ThrowsAsync<ArgumentException>(() => Sender().SendAsync(other, Cancel));
        Assert.Equal(1, Arrivals);

        PromoCodeSender[] senders = [Sender(await OpenAsync(Clock)), Sender(await OpenAsync(Clock))];
        AnswerResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => Task.Run(() => senders[i % 2].SendAsync(Request(), Cancel), Cancel)));
        Assert.Equal(2, Arrivals);
        Assert.Equal(AnswerOutcome.Sent, Assert.Single(results, result => !result.IsRepeat).Outcome);
        Assert.Single(_emulator.Chats.Sent);
    }

    [Fact]
    public async Task What_has_failed_and_can_no_longer_be_sent_is_refused_and_stays_failed()
    {
        _emulator.Faults.Next(SendPath, Fault.Status(400));
        BuyerAnswer failed = (await Sender().SendAsync(Request(), Cancel)).Answer!;
        Assert.Empty(await _store.UpdateAsync(_code.Id, code => code with { IsStopped = true }, Cancel));
        AnswerResult again = await Sender().SendAsync(Request(), Cancel);
        Assert.Equal((AnswerOutcome.Refused, AnswerRefusal.CodeIsStopped), (again.Outcome, again.Refusal));
        Assert.Equal(failed, await _store.FindAnswerAsync(Seller, "key", Cancel));
        Assert.Equal(1, Arrivals);
    }

    public static TheoryData<string, bool> Doubts => new()
    {
        { "500", false },
        { "502 page", false },
        { "408", false },
        { "redirect", false },
        { "reset", false },
        { "500", true },
        { "reset", true },
        { "reset in the body", true },
        { "truncated", true },
        { "broken JSON", true },
        { "page", true },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task What_nobody_knows_is_said_so_is_never_sent_again_and_is_found_among_the_events(string what, bool arrives)
    {
        Fault fault = what switch
        {
            "500" => Fault.Status(500),
            "502 page" => Fault.Html(502),
            "408" => Fault.Status(408),
            "redirect" => Fault.Redirect(new Uri("http://127.0.0.1:1/")),
            "reset" => Fault.Reset,
            "reset in the body" => Fault.ResetInBody,
            "truncated" => Fault.TruncatedBody,
            "broken JSON" => Fault.MalformedJson,
            _ => Fault.Html(200),
        };
        _emulator.Faults.Next(SendPath, arrives ? fault.AfterOperation() : fault);
        AnswerResult result = await Sender().SendAsync(Request(), Cancel);
        Assert.Equal(AnswerOutcome.Unknown, result.Outcome);
        Assert.NotNull(result.Error);
        Assert.False(result.IsRepeat);
        Assert.Equal(AnswerState.Pending, (await _store.FindAnswerAsync(Seller, "key", Cancel))!.State);
        Assert.Equal(arrives ? 1 : 0, _emulator.Chats.Sent.Count);

        AnswerResult again = await Sender().SendAsync(Request(), Cancel);
        Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
        AnswerResult other = await Sender().SendAsync(Request() with { Key = "second" }, Cancel);
        Assert.Equal(AnswerRefusal.AlreadySentInChat, other.Refusal);

        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation found = await Sender(await OpenAsync(Clock)).ReconcileAsync(cancellationToken: Cancel);
        BuyerAnswer record = (await _store.FindAnswerAsync(Seller, "key", Cancel))!;
        Assert.Equal([record], arrives ? found.Sent : found.Unknown);
        Assert.Equal(arrives ? AnswerState.Sent : AnswerState.Pending, record.State);
        Assert.Equal(arrives ? _emulator.Chats.Sent[0].EventId : null, record.EventId);
        Assert.Equal(arrives ? _emulator.Chats.Sent[0].Time : null, record.SentAt);
        Assert.Empty(arrives ? found.Unknown : found.Sent);
        Assert.Empty(found.InFlight);
        Assert.Equal(1, Arrivals);
    }

    [Fact]
    public async Task What_nobody_knows_can_be_completed_by_hand()
    {
        _emulator.Faults.Next(SendPath, Fault.Reset);
        AnswerResult result = await Sender().SendAsync(Request(), Cancel);
        await _store.CompleteAnswerAsync(result.Answer! with { State = AnswerState.Failed, Failure = "looked into the chat" }, Cancel);
        Assert.Equal(AnswerOutcome.Sent, (await Sender().SendAsync(Request() with { Key = "second" }, Cancel)).Outcome);
        Assert.Single(_emulator.Chats.Sent);
    }

    [Fact]
    public async Task A_failed_look_up_of_the_chat_sends_nothing()
    {
        _emulator.Faults.Next("GET /api/v1/seller/chats", Fault.Status(500));
        AnswerResult result = await Sender().SendAsync(Request(), Cancel);
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.IsType<WildberriesServerException>(result.Error);
        AnswerResult unknownChat = await Sender().SendAsync(Request() with { Key = "second", ChatId = "1:nobody" }, Cancel);
        Assert.Equal(AnswerOutcome.Failed, unknownChat.Outcome);
        Assert.IsType<WildberriesNotFoundException>(unknownChat.Error);
        Assert.Equal(0, Arrivals);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_gets_nothing()
    {
        PromoCodeSender sender = Sender();
        Assert.Equal(AnswerOutcome.Sent, (await sender.SendAsync(Request(), Cancel)).Outcome);
        await _emulator.DisposeAsync();
        AnswerResult result = await sender.SendAsync(Request() with { Key = "second", ChatId = "1:b" }, Cancel);
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.IsType<WildberriesConnectionException>(result.Error);
        Assert.Equal("BuyerChat.SendMessage", result.Error.Operation);
    }

    [Fact]
    public async Task A_token_that_may_not_send_fails_before_the_network()
    {
        AnswerResult result = await Sender(token: _emulator.CreateToken(readOnly: true)).SendAsync(Request(), Cancel);
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.IsType<WildberriesAccessException>(result.Error);
        Assert.Equal(0, Arrivals);
    }

    [Fact]
    public async Task A_store_of_rate_limits_that_fails_before_the_message_sends_nothing()
    {
        var limits = new RateLimits();
        PromoCodeSender sender = Sender(limits: limits);
        Assert.Equal(AnswerOutcome.Sent, (await sender.SendAsync(Request(), Cancel)).Outcome);
        limits.IsDown = true;
        AnswerResult result = await sender.SendAsync(Request() with { Key = "second", ChatId = "1:b" }, Cancel);
        Assert.Equal(AnswerOutcome.Failed, result.Outcome);
        Assert.IsType<WildberriesRateLimitStoreException>(result.Error);
        Assert.Equal("BuyerChat.SendMessage", result.Error.Operation);
        Assert.Equal(AnswerState.Failed, (await _store.FindAnswerAsync(Seller, "second", Cancel))!.State);
        Assert.Equal(1, Arrivals);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_under_way_leaves_the_intent_open()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _emulator.Chats.OnSellerMessage(_ => cancel.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender().SendAsync(Request(), cancel.Token));
        Assert.Equal(AnswerState.Pending, (await _store.FindAnswerAsync(Seller, "key", Cancel))!.State);
        Assert.Single((await Sender().ReconcileAsync(cancellationToken: Cancel)).Sent);
        Assert.Equal(1, Arrivals);
    }

    [Theory]
    [InlineData("before the intent is written", 0)]
    [InlineData("after the intent is written", 0)]
    [InlineData("before the record is completed", 1)]
    [InlineData("after the record is completed", 1)]
    public async Task A_crash_at_any_step_never_sends_twice(string step, int arrivals)
    {
        var store = new CrashingStore(_store, step);
        await Assert.ThrowsAsync<CrashException>(() => Sender(store).SendAsync(Request(), Cancel));
        Assert.Equal(arrivals, Arrivals);

        // Another process takes over, with the same key.
        PromoCodeSender next = Sender(await OpenAsync(Clock));
        AnswerResult again = await next.SendAsync(Request(), Cancel);
        AnswerReconciliation early = await next.ReconcileAsync(cancellationToken: Cancel);
        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation late = await next.ReconcileAsync(cancellationToken: Cancel);
        AnswerResult last = await next.SendAsync(Request(), Cancel);
        switch (step)
        {
            case "before the intent is written":
                Assert.Equal((AnswerOutcome.Sent, false), (again.Outcome, again.IsRepeat));
                Assert.Equal(1, Arrivals);
                break;
            case "after the intent is written":
                Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
                Assert.Single(early.InFlight);
                Assert.Empty(early.Unknown);
                Assert.Single(late.Unknown);
                Assert.Empty(late.InFlight);
                Assert.Equal(AnswerOutcome.Unknown, last.Outcome);
                Assert.Equal(0, Arrivals);
                break;
            case "before the record is completed":
                Assert.Equal((AnswerOutcome.Unknown, true), (again.Outcome, again.IsRepeat));
                Assert.Equal(AnswerState.Sent, Assert.Single(early.Sent).State);
                Assert.Equal((AnswerOutcome.Sent, true), (last.Outcome, last.IsRepeat));
                Assert.Equal(1, Arrivals);
                break;
            default:
                Assert.Equal((AnswerOutcome.Sent, true), (again.Outcome, again.IsRepeat));
                Assert.Empty(early.Sent);
                Assert.Equal(1, Arrivals);
                break;
        }
    }

    [Fact]
    public async Task Without_an_open_intent_WB_is_not_asked_for_events()
    {
        await Sender().SendAsync(Request(), Cancel);
        AnswerReconciliation nothing = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Empty(nothing.Sent.Concat(nothing.Unknown).Concat(nothing.InFlight));
        Assert.Equal(0, _emulator.Requests.Count(EventsPath));
    }

    [Fact]
    public async Task Events_are_read_from_the_oldest_open_intent_on()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        DateTimeOffset oldest = Clock.GetUtcNow();
        _emulator.Faults.Next(SendPath, Fault.Reset.AfterOperation(), times: 2);
        await Sender().SendAsync(Request(), Cancel);
        Clock.Advance(TimeSpan.FromHours(5));
        await Sender().SendAsync(Request() with { Key = "second", ChatId = "1:b" }, Cancel);
        Clock.Advance(TimeSpan.FromHours(5));

        AnswerReconciliation found = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Equal(["key", "second"], found.Sent.Select(send => send.Key));
        string first = _emulator.Requests.Of(EventsPath)[0].Query;
        Assert.Equal($"?next={oldest.AddMinutes(-5).ToUnixTimeMilliseconds()}", first);
    }

    [Fact]
    public async Task Events_are_read_no_further_than_the_message_of_an_open_intent_can_be()
    {
        _emulator.Faults.Next(SendPath, Fault.Reset);
        BuyerAnswer first = (await Sender().SendAsync(Request(), Cancel)).Answer!;
        Clock.Advance(TimeSpan.FromHours(1));
        _emulator.Faults.Next(SendPath, Fault.Reset);
        BuyerAnswer last = (await Sender().SendAsync(Request() with { Key = "second", ChatId = "1:b" }, Cancel)).Answer!;
        Clock.Advance(TimeSpan.FromDays(1));
        for (int i = 0; i < 20; i++)
        {
            _emulator.Chats.BuyerWrites("1:c", "?");
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // The one page of three events ends a day too late.
        Assert.Equal([first, last], (await Sender().ReconcileAsync(cancellationToken: Cancel)).Unknown);
        Assert.Equal(1, _emulator.Requests.Count(EventsPath));

        // With what the caller has: until the last moment of the last intent, or until nothing is open.
        ChatEvent latest = Event(last) with { AddTimestamp = last.StartedAt.AddMinutes(15).ToUnixTimeMilliseconds() };
        ChatEvent later = latest with { AddTimestamp = latest.AddTimestamp + 1 };
        Assert.Equal([first, last], (await Sender().ReconcileAsync(UntilRead(later), Cancel)).Unknown);
        ChatEvent other = Event(first) with { AddTimestamp = last.StartedAt.ToUnixTimeMilliseconds() };
        Assert.Equal(["second"], (await Sender().ReconcileAsync(UntilRead(other, latest, later), Cancel)).Sent.Select(send => send.Key));
        ChatEvent message = Event(first) with { EventId = "first" };
        Assert.Equal(["key"], (await Sender().ReconcileAsync(UntilRead(message), Cancel)).Sent.Select(send => send.Key));

        async IAsyncEnumerable<ChatEvent> UntilRead(params ChatEvent[] events)
        {
            await foreach (ChatEvent chatEvent in Events(events))
                yield return chatEvent;
            Assert.Fail("An event was asked for after the last that can matter.");
        }
    }

    [Fact]
    public async Task Between_an_old_open_send_and_a_new_one_no_events_are_read()
    {
        _emulator.Faults.Next(SendPath, Fault.Reset);
        BuyerAnswer old = (await Sender().SendAsync(Request(), Cancel)).Answer!;
        for (int i = 0; i < 8; i++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            for (int j = 0; j < 15; j++)
                _emulator.Chats.BuyerWrites("1:c", "?");
        }

        _emulator.Faults.Next(SendPath, Fault.Reset.AfterOperation());
        await Sender().SendAsync(Request() with { Key = "second", ChatId = "1:b" }, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(10));
        AnswerReconciliation found = await Sender().ReconcileAsync(cancellationToken: Cancel);
        Assert.Equal(["second"], found.Sent.Select(send => send.Key));
        Assert.Equal([old], found.Unknown);
        Assert.Empty(found.InFlight);

        // All of them would be forty pages.
        Assert.InRange(_emulator.Requests.Count(EventsPath), 2, 9);
    }

    [Fact]
    public async Task A_message_is_found_by_chat_text_source_sender_and_time()
    {
        _emulator.Faults.Next(SendPath, Fault.Reset);
        BuyerAnswer open = (await Sender().SendAsync(Request() with { Text = "Простите!\nКод SORRY15" }, Cancel)).Answer!;
        ChatEvent match = Event(open);
        Clock.Advance(TimeSpan.FromDays(1));
        ChatEvent[] others =
        [
            match with { ChatId = "1:b" },
            match with { Sender = ChatSender.Client },
            match with { Sender = ChatSender.Wildberries },
            match with { Source = ChatMessageSource.SellerPortal },
            match with { Message = new ChatMessage { Text = "Простите! Код SORRY15" } },
            match with { Message = null },
            match with { AddTimestamp = null },
            match with { AddTimestamp = open.StartedAt.AddMinutes(-5).AddMilliseconds(-1).ToUnixTimeMilliseconds() },
            match with { AddTimestamp = open.StartedAt.AddMinutes(15).AddMilliseconds(1).ToUnixTimeMilliseconds() },
        ];
        AnswerReconciliation nothing = await Sender().ReconcileAsync(Events(others), Cancel);
        Assert.Empty(nothing.Sent);
        Assert.Equal([open], nothing.Unknown);

        ChatEvent latest = match with
        {
            AddTimestamp = open.StartedAt.AddMinutes(15).ToUnixTimeMilliseconds(),
            Message = new ChatMessage { Text = " Простите!\r\nКод SORRY15\n" },
        };
        AnswerReconciliation found = await Sender().ReconcileAsync(Events(latest, match), Cancel);
        BuyerAnswer sent = Assert.Single(found.Sent);
        Assert.Equal(latest.AddedAt, sent.SentAt);
        Assert.Equal(match.EventId, sent.EventId);
        Assert.Equal(sent, await _store.FindAnswerAsync(Seller, "key", Cancel));
        Assert.Equal(0, _emulator.Requests.Count(EventsPath));
    }

    [Fact]
    public async Task The_earliest_moment_at_which_a_message_is_found_is_within_the_tolerance_of_the_clocks()
    {
        _emulator.Faults.Next(SendPath, Fault.Reset);
        BuyerAnswer open = (await Sender().SendAsync(Request(), Cancel)).Answer!;
        ChatEvent early = Event(open) with { AddTimestamp = open.StartedAt.AddMinutes(-5).ToUnixTimeMilliseconds(), EventId = "" };
        BuyerAnswer sent = Assert.Single((await Sender().ReconcileAsync(Events(early), Cancel)).Sent);
        Assert.Null(sent.EventId);
        Assert.Equal(early.AddedAt, sent.SentAt);
    }

    [Fact]
    public async Task One_event_is_the_message_of_one_sending()
    {
        PromoCode other = _code with { Id = Guid.NewGuid(), Code = "SORRY", Percent = 10m };
        Assert.Empty(await _store.AddAsync(other, isInPortal: true, Cancel));
        _emulator.Faults.Next(SendPath, Fault.Reset, times: 2);
        BuyerAnswer first = (await Sender().SendAsync(Request() with { Text = "SORRY15, SORRY" }, Cancel)).Answer!;
        await Sender().SendAsync(Request() with { Key = "second", Code = other, Text = "SORRY15, SORRY" }, Cancel);
        ChatEvent message = Event(first);
        Assert.Single((await Sender().ReconcileAsync(Events(message), Cancel)).Sent);
        AnswerReconciliation again = await Sender().ReconcileAsync(Events(message), Cancel);
        Assert.Empty(again.Sent);
        Assert.Equal(["second"], again.InFlight.Select(send => send.Key));
        Assert.Equal(["second"], (await Sender().ReconcileAsync(Events(message with { EventId = "another" }), Cancel)).Sent.Select(send => send.Key));
    }

    [Fact]
    public async Task One_event_is_one_message_with_a_code_or_without_whoever_reconciles()
    {
        var answers = new AnswerSender(Seller, Client(), _store, timeProvider: Clock);
        var message = new ChatEvent { ChatId = ChatId, Sender = ChatSender.Client };
        _emulator.Faults.Next(SendPath, Fault.Reset, times: 2);
        BuyerAnswer send = (await Sender().SendAsync(Request(), Cancel)).Answer!;
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AnswerOutcome.Unknown, (await answers.AnswerAsync(message, Request().Text, "plain", Cancel)).Outcome);

        // A key stands for one of both.
        await Assert.ThrowsAsync<ArgumentException>(() => answers.AnswerAsync(message, Request().Text, "key", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Sender().SendAsync(Request() with { Key = "plain" }, Cancel));
        Assert.IsType<PromoCodeSend>(Assert.Single((await answers.ReconcileAsync(Events(Event(send)), Cancel)).Sent));
        Assert.Equal(["plain"], (await Sender().ReconcileAsync(Events(Event(send)), Cancel)).InFlight.Select(answer => answer.Key));
        ChatEvent second = Event(send) with { EventId = "another" };
        Assert.Equal(["plain"], (await Sender().ReconcileAsync(Events(Event(send), second), Cancel)).Sent.Select(answer => answer.Key));
    }

    [Fact]
    public async Task A_time_of_WB_that_cannot_be_the_messages_is_not_taken_for_it()
    {
        foreach ((string time, int number) in new[] { ("1712848270018", 1), ("4102444800000", 2), ("null", 3) })
        {
            string body = $$"""{"result":{"addTime":{{time}},"chatID":"1:a"},"errors":[]}""";
            _emulator.Chats.BuyerWrites($"2:{number}", "?");
            _emulator.Faults.Next(SendPath, Fault.Status(200, body, "application/json"));
            AnswerResult result = await Sender().SendAsync(Request() with { Key = $"{number}", ChatId = $"2:{number}" }, Cancel);
            Assert.Equal(AnswerOutcome.Sent, result.Outcome);
            Assert.Equal(Clock.GetUtcNow(), result.Answer!.SentAt);
        }
    }

    [Fact]
    public async Task What_WB_would_not_take_or_the_record_would_not_hold_is_an_error_before_anything_is_written()
    {
        foreach (PromoCodeSendRequest bad in new[]
        {
            Request() with { Key = " " },
            Request() with { Key = new string('k', 201) },
            Request() with { ChatId = "" },
            Request() with { Text = "" },
            Request() with { Text = "sorry15" },
            Request() with { Text = "SORRY150" },
            Request() with { Text = "кодSORRY15" },
            Request() with { Text = "SORRY15SORRY15" },
            Request() with { Text = "SORRY15" + new string('!', 994) },
            Request() with { ApprovedBy = new string('a', 201) },
            Request() with { Code = _code with { SellerId = Guid.NewGuid().ToString() } },
        })
        {
            ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => Sender().SendAsync(bad, Cancel));
            Assert.Equal("request", error.ParamName);
        }

        Assert.Empty(_emulator.Requests.All);
        Assert.Empty(await _store.ListAnswersAsync(new AnswerQuery { SellerId = Seller }, Cancel));

        PromoCodeSendRequest longest = Request() with
        {
            Key = new string('k', 200),
            Text = "SORRY15" + new string('!', 993),
            ApprovedBy = new string('a', 200),
        };
        Assert.Equal(AnswerOutcome.Sent, (await Sender().SendAsync(longest, Cancel)).Outcome);
    }

    [Theory]
    [InlineData("SORRY15")]
    [InlineData("«SORRY15»")]
    [InlineData("Не SORRY150, а SORRY15.")]
    public async Task A_code_may_stand_anywhere_by_itself(string text) =>
        Assert.Equal(AnswerOutcome.Sent, (await Sender().SendAsync(Request() with { Text = text }, Cancel)).Outcome);

    [Fact]
    public async Task A_sender_without_a_seller_or_with_times_that_make_no_sense_is_an_error()
    {
        IBuyerChatApi api = Client().BuyerChat;
        Assert.Throws<ArgumentException>(() => new PromoCodeSender(" ", api, _store));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new PromoCodeSender(Seller, api, _store, null, new AnswerSenderOptions { ClockTolerance = TimeSpan.FromTicks(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new PromoCodeSender(Seller, api, _store, null, new AnswerSenderOptions { MaxSendTime = TimeSpan.Zero }));

        // A messenger that knows the sign spares the look-up.
        var messenger = new ChatMessenger(api);
        await messenger.SendAsync("1:b", "Здравствуйте!", null, Cancel);
        _emulator.Requests.Clear();
        var sender = new PromoCodeSender(Seller, api, _store, messenger, new AnswerSenderOptions { ClockTolerance = TimeSpan.Zero }, Clock);
        Assert.Equal(AnswerOutcome.Sent, (await sender.SendAsync(Request(), Cancel)).Outcome);
        Assert.Equal([SendPath], _emulator.Requests.All.Select(request => $"{request.Verb} {request.Path}"));
    }

    [Fact]
    public void No_text_of_a_message_is_printed()
    {
        Assert.DoesNotContain("Простите", Request().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Простите", Event(Open()).ToString() + Open(), StringComparison.Ordinal);
        Assert.Contains("key", Open().ToString(), StringComparison.Ordinal);

        PromoCodeSend Open() => new()
        {
            SellerId = Seller,
            Key = "key",
            PromoCodeId = _code.Id,
            TargetId = ChatId,
            Text = Request().Text,
            StartedAt = Clock.GetUtcNow(),
        };
    }

    private static ChatEvent Event(BuyerAnswer send) => new()
    {
        ChatId = send.TargetId,
        EventId = "b1c2",
        Sender = ChatSender.Seller,
        Source = ChatMessageSource.SellerPublicApi,
        AddTimestamp = send.StartedAt.AddSeconds(1).ToUnixTimeMilliseconds(),
        Message = new ChatMessage { Text = send.Text },
    };

    private static async IAsyncEnumerable<ChatEvent> Events(params ChatEvent[] events)
    {
        await Task.CompletedTask;
        foreach (ChatEvent chatEvent in events)
            yield return chatEvent;
    }

    private PromoCodeSendRequest Request() => new()
    {
        Key = "key",
        ChatId = ChatId,
        Code = _code,
        Text = "Простите нас! Промокод SORRY15 на 15 %.",
    };

    private PromoCodeSender Sender(IPromoCodeStore? store = null, string? token = null, IRateLimitStore? limits = null) =>
        new(Seller, Client(token, limits).BuyerChat, store ?? _store, timeProvider: Clock);

    private IWildberriesClient Client(string? token = null, IRateLimitStore? limits = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        if (limits is not null)
            services.AddSingleton(limits);
        services.AddWildberries(options =>
        {
            options.Token = token;
            options.UseEmulator(_emulator);
            options.Retry.MaxRetries = 0;
        });
        ServiceProvider provider = services.BuildServiceProvider();
        lock (_clients)
            _clients.Add(provider);
        return provider.GetRequiredService<IWildberriesClient>();
    }

    /// <summary>Limits without limits, kept where nobody can reach them while it is down.</summary>
    private sealed class RateLimits : IRateLimitStore
    {
        public bool IsDown { get; set; }

        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken) =>
            IsDown ? throw new TimeoutException() : default;

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) => default;

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken) => default;

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) => default;
    }

    private sealed class CrashException : Exception;

    /// <summary>A store in a process that dies at a step.</summary>
    private sealed class CrashingStore(IPromoCodeStore store, string step) : IPromoCodeStore
    {
        public Task<IReadOnlyList<PromoCodeViolation>> AddAsync(PromoCode code, bool isInPortal, CancellationToken cancellationToken) =>
            store.AddAsync(code, isInPortal, cancellationToken);

        public Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(
            Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken) => store.UpdateAsync(id, change, cancellationToken);

        public Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

        public Task<IReadOnlyList<PromoCode>> ListAsync(string sellerId, DateOnly? lastDayFrom, CancellationToken cancellationToken) =>
            store.ListAsync(sellerId, lastDayFrom, cancellationToken);

        public async Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken)
        {
            CrashAt("before the intent is written");
            AnswerStart start = await store.StartAnswerAsync(answer, cancellationToken);
            CrashAt("after the intent is written");
            return start;
        }

        public async Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken)
        {
            CrashAt("before the record is completed");
            BuyerAnswer completed = await store.CompleteAnswerAsync(answer, cancellationToken);
            CrashAt("after the record is completed");
            return completed;
        }

        public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken) =>
            store.FindAnswerAsync(sellerId, key, cancellationToken);

        public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken) =>
            store.ListAnswersAsync(query, cancellationToken);

        private void CrashAt(string here)
        {
            if (here == step)
                throw new CrashException();
        }
    }
}
