using System.Text.Json;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>
/// A cursor that grew and brought nothing, or pages in a circle, kept the stream of chat events asking without a pause and handing out the same events. Only
/// an event that was not there before is progress; without progress the stream takes its time.
/// </summary>
public sealed class PagesOfEventsInACircleTests
{
    private const int Pages = 3;
    private const int PageSize = 800;

    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] EventsOfTheCircle => [.. Enumerable.Range(0, Pages).SelectMany(Ids)];

    [Fact]
    public async Task A_cursor_that_only_grows_ends_a_drain_after_one_request_and_is_kept()
    {
        var api = new FakeBuyerChatApi { Events = next => Page((next ?? 0) + 1, total: 1) };

        Assert.Empty(await DrainAsync(api));
        Assert.Empty(await DrainAsync(api));

        Assert.Equal([null, 1], api.EventsCalls);
        Assert.Equal(2, await CursorAsync());
    }

    [Fact]
    public async Task Pages_of_events_that_cannot_be_told_apart_are_passed_while_they_lead_on()
    {
        var api = new FakeBuyerChatApi
        {
            Events = next => new ChatEventsResponse
            {
                Result = new ChatEventsResult
                {
                    Next = (next ?? 0) + 1,
                    TotalEvents = next is 6 ? 0 : 1,
                    Events = next is 6 ? [] : [new ChatEvent { EventId = next is 5 ? "a" : "" }],
                },
            },
        };

        Assert.Equal(["", "", "", "", "", "a"], await DrainAsync(api));
        Assert.Equal(7, await CursorAsync());
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1_764_000_000_000_000)]
    public async Task A_cursor_of_a_far_future_is_not_followed(long absurd)
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = next => calls++ == 0 ? Page(absurd, "a") : next is null ? Page(2, "b") : Page(2) };

        Assert.Equal(["a", "b"], await DrainAsync(api));

        Assert.Equal(2, await CursorAsync());
    }

    [Fact]
    public async Task A_cursor_that_only_grows_costs_the_endless_stream_a_pause_for_each_request()
    {
        var api = new FakeBuyerChatApi { Events = next => Page((next ?? 0) + 1, total: 1) };

        await ReadForAsync(api, pauses: 60);

        Assert.Equal(60, api.EventsCalls.Count);
        Assert.All(_time.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(1), wait));
    }

    [Fact]
    public async Task Pages_that_lead_back_to_the_first_end_a_drain_and_each_event_comes_once()
    {
        FakeBuyerChatApi api = Circle();

        Assert.Equal(EventsOfTheCircle, await DrainAsync(api));

        // The third page leads back: it is asked for by its own cursor, and brings nothing new.
        Assert.Equal([null, 2000, 3000, 3000], api.EventsCalls);
        Assert.Equal(3000, await CursorAsync());
    }

    [Fact]
    public async Task Pages_that_lead_back_to_the_first_cost_the_endless_stream_a_pause_for_each_request()
    {
        FakeBuyerChatApi api = Circle();

        Assert.Equal(EventsOfTheCircle, await ReadForAsync(api, pauses: 60));

        Assert.Equal(Pages + 60, api.EventsCalls.Count);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(null)]
    [InlineData(7L)]
    public async Task Pages_that_come_round_whatever_is_asked_for_are_handed_out_once(long? next)
    {
        // A server behind a balancer, for example: each request gets another one's page, and the cursor says nothing.
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = _ => Page(next, Ids(calls++ % Pages)) };

        Assert.Equal(EventsOfTheCircle, await ReadForAsync(api, pauses: 60));

        Assert.Equal(Pages + 60, api.EventsCalls.Count);
    }

    [Fact]
    public async Task Pages_in_a_circle_whose_cursor_grows_are_handed_out_once()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = next => Page((next ?? 0) + 1, Ids(calls++ % Pages)) };

        Assert.Equal(EventsOfTheCircle, await DrainAsync(api));

        Assert.Equal(Pages + 2, api.EventsCalls.Count);
    }

    [Fact]
    public async Task Pages_that_overlap_hand_out_each_event_once()
    {
        // As a server does that gives what is at its cursor or later: each page begins with the last event of the one before.
        var api = new FakeBuyerChatApi
        {
            Events = next => Page(Math.Min((next ?? 1) + 4, 41), [.. Enumerable.Range((int)(next ?? 1), 5).Where(i => i <= 41).Select(i => $"e{i}")]),
        };

        Assert.Equal(Enumerable.Range(1, 41).Select(i => $"e{i}"), await DrainAsync(api));

        Assert.Equal(11, api.EventsCalls.Count);
        Assert.Empty(await DrainAsync(api));
        Assert.Equal(12, api.EventsCalls.Count);
    }

    [Fact]
    public async Task New_events_on_a_page_that_leads_back_are_handed_out_and_the_cursor_stays()
    {
        var answers = new Queue<ChatEventsResponse>([Page(20, "a"), Page(10, "b"), Page(20)]);
        var api = new FakeBuyerChatApi { Events = _ => answers.Dequeue() };

        Assert.Equal(["a", "b"], await DrainAsync(api));

        Assert.Equal([null, 20, 20], api.EventsCalls);
        Assert.Equal(20, await CursorAsync());
    }

    [Fact]
    public async Task A_restart_within_the_circle_goes_on_and_comes_to_an_end()
    {
        FakeBuyerChatApi api = Circle();
        List<string> first = [];
        await foreach (ChatEvent chatEvent in Stream(api).ReadAvailableAsync(Cancel))
        {
            first.Add(chatEvent.EventId);
            if (first.Count == PageSize + 10)
                break;
        }

        Assert.Equal(2000, await CursorAsync());
        Assert.Equal(EventsOfTheCircle.Skip(PageSize), await DrainAsync(api));
        Assert.Empty(await DrainAsync(api));
        Assert.Equal([null, 2000, 2000, 3000, 3000, 3000], api.EventsCalls);
    }

    [Fact]
    public async Task What_is_kept_for_the_next_run_does_not_grow_with_the_run()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = _ => calls++ < 50 ? Page(calls, Ids(calls)) : Page(calls) };

        Assert.Equal(50 * PageSize, (await DrainAsync(api)).Count);

        Assert.Equal(1_000, (await CursorStateAsync())!.RecentEventIds.Count);
    }

    [Fact]
    public async Task Repeats_whose_cursor_grows_cost_a_pause_for_each_request_after_the_first()
    {
        var api = new FakeBuyerChatApi { Events = next => Page((next ?? 0) + 1, "a") };

        Assert.Equal(["a"], await ReadForAsync(api, pauses: 60));

        Assert.Equal(62, api.EventsCalls.Count);
    }

    [Fact]
    public async Task Events_without_an_id_cost_a_pause_for_each_request_after_the_first()
    {
        var api = new FakeBuyerChatApi { Events = next => Page((next ?? 0) + 1, "") };

        Assert.Equal(61, (await ReadForAsync(api, pauses: 60)).Count);

        Assert.Equal(61, api.EventsCalls.Count);
    }

    [Fact]
    public async Task A_page_of_repeats_after_a_restart_does_not_hide_what_comes_behind_it()
    {
        var answers = new Queue<ChatEventsResponse>([Page(null, "a", "b"), Page(null, "a", "b"), Page(10, "a", "b"), Page(20, "c"), Page(20)]);
        var api = new FakeBuyerChatApi { Events = _ => answers.Dequeue() };

        Assert.Equal(["a", "b"], await DrainAsync(api));
        Assert.Equal(["c"], await DrainAsync(api));

        Assert.Equal([null, null, null, 10, 20], api.EventsCalls);
    }

    [Fact]
    public async Task Looking_for_messages_with_promo_codes_ends_as_well()
    {
        DateTimeOffset now = _time.GetUtcNow();
        var code = new PromoCode { SellerId = "shop", Code = "SORRY10", Percent = 10m, Start = DateOnly.FromDateTime(now.Date), Days = 7 };
        var store = new InMemoryPromoCodeStore(timeProvider: _time);
        Assert.Empty(await store.AddAsync(code, isInPortal: true, Cancel));
        var send = new PromoCodeSend { SellerId = "shop", Key = "1", PromoCodeId = code.Id, TargetId = "1:a", Text = "SORRY10", StartedAt = now };
        Assert.Null((await store.StartAnswerAsync(send, Cancel)).Refusal);
        FakeBuyerChatApi api = Circle();
        LimitRequests(api);
        var sender = new PromoCodeSender("shop", api, store, timeProvider: _time);

        _time.Advance(TimeSpan.FromDays(1));
        AnswerReconciliation found = await sender.ReconcileAsync(cancellationToken: Cancel);

        Assert.Single(found.Unknown);
        Assert.InRange(api.EventsCalls.Count, 1, Pages + 1);
        Assert.Empty(_time.Waits);
    }

    private static string[] Ids(int page) => [.. Enumerable.Range(page * PageSize, PageSize).Select(i => $"e{i}")];

    // Each page leads to the next one, and the last to the first.
    private static FakeBuyerChatApi Circle() => new()
    {
        Events = next => (next ?? 1000) switch
        {
            < 2000 => Page(2000, Ids(0)),
            < 3000 => Page(3000, Ids(1)),
            _ => Page(1000, Ids(2)),
        },
    };

    private static ChatEventsResponse Page(long? next, params string[] ids) => Page(next, ids.Length, ids);

    private static ChatEventsResponse Page(long? next, int total, params string[] ids) => new()
    {
        Result = new ChatEventsResult { Next = next, TotalEvents = total, Events = [.. ids.Select(id => new ChatEvent { EventId = id })] },
    };

    // A stream that asks without end fails the test instead of holding it up.
    private static void LimitRequests(FakeBuyerChatApi api)
    {
        Func<long?, ChatEventsResponse> answer = api.Events!;
        api.Events = next => api.EventsCalls.Count > 200 ? throw new InvalidOperationException("It asks without end.") : answer(next);
    }

    private ChatEventStream Stream(FakeBuyerChatApi api)
    {
        LimitRequests(api);
        return new ChatEventStream(api, _store, "shop", null, _time);
    }

    private async Task<List<string>> DrainAsync(FakeBuyerChatApi api)
    {
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in Stream(api).ReadAvailableAsync(Cancel))
            ids.Add(chatEvent.EventId);
        return ids;
    }

    /// <summary>Reads without end, until so many pauses have begun.</summary>
    private async Task<List<string>> ReadForAsync(FakeBuyerChatApi api, int pauses)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _time.OnWait = number =>
        {
            if (number == pauses)
                stop.Cancel();
        };
        List<string> ids = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatEvent chatEvent in Stream(api).ReadAllAsync(stop.Token))
                ids.Add(chatEvent.EventId);
        });
        Assert.Equal(pauses, _time.Waits.Count);
        return ids;
    }

    private async Task<long?> CursorAsync() => (await CursorStateAsync())?.Next;

    private async Task<ChatCursor?> CursorStateAsync() => await _store.ReadAsync("shop", "chat-events", Cancel) is { } state
        ? JsonSerializer.Deserialize(state.Value.Span, ChatCursorJsonContext.Default.ChatCursor)
        : null;
}
