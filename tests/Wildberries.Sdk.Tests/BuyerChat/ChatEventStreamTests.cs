using System.Text.Json;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ChatEventStreamTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string CursorName = "chat-events";

    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drain_follows_next_until_a_page_is_empty()
    {
        FakeBuyerChatApi api = Api(Page(10, "a", "b"), Page(20, "c"), Page(20));

        Assert.Equal(["a", "b", "c"], await DrainAsync(api));

        Assert.Equal([null, 10, 20], api.EventsCalls);
        Assert.Equal(20, (await LoadAsync())?.Next);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_second_run_goes_on_where_the_first_stopped_and_drops_the_repeat()
    {
        await DrainAsync(Api(Page(10, "a", "b"), Page(10)));
        FakeBuyerChatApi api = Api(Page(20, "b", "c"), Page(20));

        Assert.Equal(["c"], await DrainAsync(api));

        Assert.Equal([10, 20], api.EventsCalls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    public async Task Without_a_next_the_old_cursor_stays(long? next)
    {
        await DrainAsync(Api(Page(10, "a"), Page(10)));
        FakeBuyerChatApi api = Api(Page(next, "b"), Page(next, "b"));

        Assert.Equal(["b"], await DrainAsync(api));

        Assert.Equal([10, 10], api.EventsCalls);
        Assert.Equal(10, (await LoadAsync())?.Next);
    }

    [Fact]
    public async Task A_first_page_without_next_is_asked_for_without_next_again()
    {
        FakeBuyerChatApi api = Api(Page(null, "a"), Page(null, "a"));

        Assert.Equal(["a"], await DrainAsync(api));

        Assert.Equal([null, null], api.EventsCalls);
    }

    [Fact]
    public async Task A_page_of_repeats_with_the_same_next_ends_a_drain()
    {
        FakeBuyerChatApi api = Api(Page(10, "a", "b"), Page(10, "b"));

        Assert.Equal(["a", "b"], await DrainAsync(api));

        Assert.Equal([null, 10], api.EventsCalls);
    }

    [Fact]
    public async Task A_page_of_repeats_never_leads_backwards()
    {
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(20, "b"), Page(10, "b"));

        Assert.Equal(["a", "b"], await DrainAsync(api));

        Assert.Equal(20, (await LoadAsync())?.Next);
    }

    [Fact]
    public async Task A_page_of_repeats_that_leads_on_is_followed()
    {
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(20, "a"), Page(30, "b"), Page(30));

        Assert.Equal(["a", "b"], await DrainAsync(api));
    }

    [Fact]
    public async Task A_page_larger_than_the_memory_for_ids_is_remembered_whole()
    {
        string[] ids = [.. Enumerable.Range(0, 1500).Select(i => $"e{i}")];
        FakeBuyerChatApi api = Api(Page(null, ids), Page(null, ids));

        Assert.Equal(ids, await DrainAsync(api));

        Assert.Equal(ids, (await LoadAsync())?.RecentEventIds);
    }

    [Fact]
    public async Task No_more_than_a_thousand_ids_of_earlier_pages_are_kept()
    {
        ChatEventsResponse[] pages = [.. Enumerable.Range(1, 30).Select(p => Page(p, [.. Enumerable.Range(0, 100).Select(i => $"e{p}-{i}")]))];

        await DrainAsync(Api([.. pages, Page(30)]));

        IReadOnlyList<string> ids = (await LoadAsync())!.RecentEventIds;
        Assert.Equal(1000, ids.Count);
        Assert.Equal("e21-0", ids[0]);
        Assert.Equal("e30-99", ids[^1]);
    }

    [Fact]
    public async Task Events_without_an_id_are_all_handed_out()
    {
        FakeBuyerChatApi api = Api(Page(10, "", "", "a", ""), Page(10));

        Assert.Equal(["", "", "a", ""], await DrainAsync(api));
    }

    [Fact]
    public async Task Events_without_an_id_do_not_keep_a_drain_going_for_ever()
    {
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(10, ""));

        Assert.Equal(["a", ""], await DrainAsync(api));
    }

    [Fact]
    public async Task Events_in_a_page_that_counts_none_are_handed_out_before_the_end()
    {
        FakeBuyerChatApi api = Api(new ChatEventsResponse
        {
            Result = new ChatEventsResult { Next = 10, TotalEvents = 0, Events = [new ChatEvent { EventId = "a" }] },
        });

        Assert.Equal(["a"], await DrainAsync(api));
    }

    [Fact]
    public async Task A_page_without_result_or_with_null_events_is_an_empty_page()
    {
        Assert.Empty(await DrainAsync(Api(new ChatEventsResponse())));
        Assert.Empty(await DrainAsync(Api((ChatEventsResponse)null!)));
        Assert.Equal(
            ["a"],
            await DrainAsync(Api(
                new ChatEventsResponse { Result = new ChatEventsResult { Next = 1, Events = [null!, new ChatEvent { EventId = "a" }] } },
                Page(1))));
    }

    [Fact]
    public async Task Errors_in_place_of_events_are_not_taken_for_an_empty_page()
    {
        WildberriesApiException e = await Assert.ThrowsAsync<WildberriesApiException>(
            () => DrainAsync(Api(new ChatEventsResponse { Errors = ["internal", "\r\n", "for\neyJhbGciOiJFUzI1NiJ9.eyJzIjoxfQ.c2ln"] })));

        Assert.Equal(["internal", "for [redacted]"], e.Errors);
    }

    [Fact]
    public async Task A_page_is_saved_only_when_the_consumer_asks_past_its_last_event()
    {
        var stream = new ChatEventStream(Api(Page(10, "a", "b"), Page(20, "c"), Page(20)), _store, Seller, null, _time);
        await using IAsyncEnumerator<ChatEvent> events = stream.ReadAvailableAsync(Token).GetAsyncEnumerator(Token);

        await events.MoveNextAsync();
        await events.MoveNextAsync();
        Assert.Equal("b", events.Current.EventId);
        Assert.Null(await LoadAsync());

        await events.MoveNextAsync();
        Assert.Equal("c", events.Current.EventId);
        Assert.Equal(10, (await LoadAsync())?.Next);
    }

    [Fact]
    public async Task A_consumer_that_stops_within_a_page_gets_it_again()
    {
        await foreach (ChatEvent _ in new ChatEventStream(Api(Page(10, "a", "b")), _store, Seller, null, _time).ReadAllAsync(Token))
            break;

        Assert.Equal(["a", "b"], await DrainAsync(Api(Page(10, "a", "b"), Page(10))));
    }

    [Fact]
    public async Task A_handled_page_is_saved_even_when_the_consumer_was_cancelled_meanwhile()
    {
        using var cancel = new CancellationTokenSource();
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(20, "b"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatEvent _ in new ChatEventStream(api, _store, Seller, null, _time).ReadAllAsync(cancel.Token))
                await cancel.CancelAsync();
        });

        Assert.Equal(10, (await LoadAsync())?.Next);
        Assert.Equal([null], api.EventsCalls);
    }

    [Fact]
    public async Task The_endless_stream_waits_when_nothing_is_new_and_saves_nothing_then()
    {
        var store = new InMemoryStateStore();
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(10), Page(10, "a"), new ChatEventsResponse(), Page(20, "b"));

        List<string> ids = await TakeAsync(new ChatEventStream(api, store, Seller, new() { IdleDelay = TimeSpan.FromSeconds(7) }, _time), 2);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), 3), _time.Waits);

        // One write: the page before the last event.
        Assert.Equal(1, (await store.ReadAsync(Seller, CursorName, Token))?.Version);
    }

    [Fact]
    public async Task The_endless_stream_waits_out_the_rate_limit_and_asks_the_same_again()
    {
        FakeBuyerChatApi api = Api(Page(10, "a"), Page(20, "b"));
        Func<long?, ChatEventsResponse> good = api.Events!;
        TimeSpan?[] refusals = [TimeSpan.FromHours(1), null, TimeSpan.Zero, TimeSpan.FromDays(100)];
        api.Events = next => api.EventsCalls.Count - 2 is >= 0 and < 4 and int i
            ? throw new WildberriesRateLimitException("slow down") { RetryAfter = refusals[i] }
            : good(next);

        List<string> ids = await TakeAsync(new ChatEventStream(api, _store, Seller, null, _time), 2);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)], _time.Waits);
        Assert.Equal([null, 10, 10, 10, 10, 10], api.EventsCalls);
    }

    [Fact]
    public async Task A_drain_lets_the_rate_limit_through()
    {
        var api = new FakeBuyerChatApi { Events = _ => throw new WildberriesRateLimitException("slow down") };

        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => DrainAsync(api));
    }

    [Fact]
    public async Task Other_failures_end_the_endless_stream()
    {
        var api = new FakeBuyerChatApi { Events = _ => throw new WildberriesApiException("broken") };

        await Assert.ThrowsAsync<WildberriesApiException>(() => TakeAsync(new ChatEventStream(api, _store, Seller, null, _time), 1));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled_also_by_the_token_of_the_loop()
    {
        using var cancel = new CancellationTokenSource();
        _time.OnWait = number =>
        {
            if (number == 3)
                cancel.Cancel();
        };
        var api = new FakeBuyerChatApi { Events = _ => new ChatEventsResponse() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatEvent _ in new ChatEventStream(api, _store, Seller, null, _time).ReadAllAsync(Token).WithCancellation(cancel.Token))
            {
            }
        });

        Assert.InRange(api.EventsCalls.Count, 3, 4);
    }

    [Fact]
    public async Task The_one_liner_streams_from_the_store()
    {
        await SaveAsync(new ChatCursor { Next = 10, RecentEventIds = ["a"] });
        FakeBuyerChatApi api = Api(Page(20, "a", "b"));

        await foreach (ChatEvent chatEvent in api.StreamEventsAsync(_store, Seller, Token))
        {
            Assert.Equal("b", chatEvent.EventId);
            break;
        }

        Assert.Equal([10], api.EventsCalls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(86_401)]
    public void An_idle_delay_out_of_range_is_refused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "options", () => new ChatEventStream(Api(), _store, Seller, new() { IdleDelay = TimeSpan.FromSeconds(seconds) }));

    [Fact]
    public async Task A_cursor_of_zero_in_the_store_is_not_sent()
    {
        await SaveAsync(new ChatCursor { Next = 0 });
        FakeBuyerChatApi api = Api(Page(null));

        await DrainAsync(api);

        Assert.Equal([null], api.EventsCalls);
    }

    [Fact]
    public async Task A_second_reader_that_moves_the_cursor_ends_the_first_and_nothing_is_overwritten()
    {
        var slow = new ChatEventStream(Api(Page(10, "a", "b"), Page(20, "c")), _store, Seller, null, _time);
        await using IAsyncEnumerator<ChatEvent> events = slow.ReadAllAsync(Token).GetAsyncEnumerator(Token);
        await events.MoveNextAsync();
        await events.MoveNextAsync();

        Assert.Equal(["a", "b", "c"], await DrainAsync(Api(Page(10, "a", "b"), Page(20, "c"), Page(20))));

        var e = await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await events.MoveNextAsync());
        Assert.Contains(CursorName, e.Message, StringComparison.Ordinal);
        Assert.Equal(20, (await LoadAsync())?.Next);
    }

    [Fact]
    public async Task Streams_of_two_sellers_or_of_two_purposes_share_a_store_and_no_cursor()
    {
        Assert.Equal(["a"], await DrainAsync(Api(Page(10, "a"), Page(10))));
        foreach (ChatEventStream other in new[]
        {
            new ChatEventStream(Api(Page(10, "a"), Page(10)), _store, "another", null, _time),
            new ChatEventStream(Api(Page(10, "a"), Page(10)), _store, Seller, new() { CursorName = "archive" }, _time),
        })
        {
            List<string> ids = [];
            await foreach (ChatEvent chatEvent in other.ReadAvailableAsync(Token))
                ids.Add(chatEvent.EventId);
            Assert.Equal(["a"], ids);
        }
    }

    [Fact]
    public async Task Without_a_cursor_the_stream_begins_at_the_given_time_and_with_one_where_it_stopped()
    {
        var options = new ChatEventStreamOptions { From = DateTimeOffset.FromUnixTimeMilliseconds(5) };
        foreach (long? first in new long?[] { 5, 10 })
        {
            FakeBuyerChatApi api = Api(Page(10, $"event {first}"), Page(10));
            await foreach (ChatEvent chatEvent in new ChatEventStream(api, _store, Seller, options, _time).ReadAvailableAsync(Token))
                Assert.Equal($"event {first}", chatEvent.EventId);
            Assert.Equal([first, 10], api.EventsCalls);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"next\":")]
    [InlineData("[]")]
    public async Task What_is_no_cursor_is_an_error_that_names_the_state_and_nothing_is_asked(string stored)
    {
        await _store.TryWriteAsync(Seller, CursorName, System.Text.Encoding.UTF8.GetBytes(stored), 0, Token);
        FakeBuyerChatApi api = Api();

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(() => DrainAsync(api));

        Assert.Contains(CursorName, e.Message, StringComparison.Ordinal);
        Assert.Empty(api.EventsCalls);
    }

    [Fact]
    public async Task A_page_with_more_ids_than_a_state_can_hold_does_not_stop_the_stream()
    {
        string[] ids = [.. Enumerable.Range(0, 10_000).Select(i => $"{i:D36}")];

        Assert.Equal(ids, await DrainAsync(Api(Page(10, ids), Page(10))));

        Assert.Equal(ids[5_000..], (await LoadAsync())?.RecentEventIds);
    }

    [Theory]
    [InlineData("", CursorName)]
    [InlineData(Seller, " chat")]
    public void A_seller_or_a_name_that_no_store_takes_is_refused(string seller, string name) =>
        Assert.ThrowsAny<ArgumentException>(() => new ChatEventStream(Api(), _store, seller, new() { CursorName = name }));

    private static FakeBuyerChatApi Api(params ChatEventsResponse[] pages)
    {
        var queue = new Queue<ChatEventsResponse>(pages);
        return new FakeBuyerChatApi { Events = _ => queue.Dequeue() };
    }

    private static ChatEventsResponse Page(long? next, params string[] ids) => new()
    {
        Result = new ChatEventsResult { Next = next, TotalEvents = ids.Length, Events = [.. ids.Select(id => new ChatEvent { EventId = id })] },
    };

    private static async Task<List<string>> TakeAsync(ChatEventStream stream, int count)
    {
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in stream.ReadAllAsync(Token))
        {
            ids.Add(chatEvent.EventId);
            if (ids.Count == count)
                break;
        }

        return ids;
    }

    private async Task<List<string>> DrainAsync(FakeBuyerChatApi api)
    {
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in new ChatEventStream(api, _store, Seller, null, _time).ReadAvailableAsync(Token))
            ids.Add(chatEvent.EventId);
        return ids;
    }

    private async Task<ChatCursor?> LoadAsync() =>
        await _store.ReadAsync(Seller, CursorName, Token) is { } state ? JsonSerializer.Deserialize(state.Value.Span, ChatCursorJsonContext.Default.ChatCursor) : null;

    private async Task SaveAsync(ChatCursor cursor)
    {
        long version = (await _store.ReadAsync(Seller, CursorName, Token))?.Version ?? 0;
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(cursor, ChatCursorJsonContext.Default.ChatCursor);
        Assert.True((await _store.TryWriteAsync(Seller, CursorName, json, version, Token)).Succeeded);
    }
}
