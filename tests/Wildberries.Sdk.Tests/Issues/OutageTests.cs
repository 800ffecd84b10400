using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>
/// Some seconds of 502, or a Redis that was restarted, ended programs that read chat events without end. The stream can survive an outage: it asks again with
/// growing pauses, loses nothing, and tells.
/// </summary>
public sealed class OutageTests
{
    private readonly FailingStore _store = new();
    private readonly JumpingTimeProvider _time = new();
    private readonly Told _told = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forty_seconds_of_502_are_survived_and_each_event_comes_once()
    {
        FakeBuyerChatApi api = Api(start: TimeSpan.Zero, length: TimeSpan.FromSeconds(40));

        Assert.Equal(["a", "b"], await TakeAsync(api, TimeSpan.FromMinutes(30), 2));

        // From the saved cursor, after 1, 2, 4, 8, 16 and 32 seconds.
        Assert.Equal([null, 10, 10, 10, 10, 10, 10, 10], api.EventsCalls);
        Assert.Equal([1, 2, 4, 8, 16, 32], Seconds());
    }

    [Fact]
    public async Task The_pauses_grow_to_a_minute()
    {
        FakeBuyerChatApi api = Api(start: TimeSpan.Zero, length: TimeSpan.FromMinutes(5));

        Assert.Equal(["a", "b"], await TakeAsync(api, Timeout.InfiniteTimeSpan, 2));

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], Seconds());
    }

    [Fact]
    public async Task A_second_outage_begins_with_short_pauses_and_has_its_own_time()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = next => calls++ % 3 == 0 ? Page((next ?? 0) + 1, $"e{calls}") : throw BadGateway() };

        Assert.Equal(4, (await TakeAsync(api, TimeSpan.FromSeconds(5), 4)).Count);

        Assert.Equal([1, 2, 1, 2, 1, 2], Seconds());
        Assert.Equal(3, _told.Outages.Select(outage => outage.Since).Distinct().Count());
    }

    [Fact]
    public async Task An_outage_that_lasts_too_long_ends_the_stream_with_the_last_failure()
    {
        int failures = 0;
        var api = new FakeBuyerChatApi { Events = _ => throw new WildberriesServerException($"failure {++failures}") };

        WildberriesServerException e = await Assert.ThrowsAsync<WildberriesServerException>(() => TakeAsync(api, TimeSpan.FromSeconds(10), 1));

        // The last attempt comes when the time is over.
        Assert.Equal([1, 2, 4, 3], Seconds());
        Assert.Equal("failure 5", e.Message);
        Assert.Equal(4, _told.Outages.Count);
        Assert.All(_told.Outages, outage => Assert.Null(outage.EndedAt));
    }

    [Fact]
    public async Task Without_leave_the_first_failure_ends_the_stream()
    {
        var api = new FakeBuyerChatApi { Events = _ => throw BadGateway() };

        await Assert.ThrowsAsync<WildberriesServerException>(() => TakeAsync(api, TimeSpan.Zero, 1));

        Assert.Single(api.EventsCalls);
        Assert.Empty(_time.Waits);
        Assert.Empty(_told.Outages);
    }

    [Fact]
    public async Task A_drain_survives_an_outage_too()
    {
        FakeBuyerChatApi api = Api(start: TimeSpan.Zero, length: TimeSpan.FromSeconds(3));
        List<string> ids = [];

        await foreach (ChatEvent chatEvent in Stream(api, TimeSpan.FromMinutes(1)).ReadAvailableAsync(Cancel))
            ids.Add(chatEvent.EventId);

        Assert.Equal(["a", "b"], ids);
    }

    public static TheoryData<Exception> WhatPasses =>
    [
        BadGateway(),
        new WildberriesServerException("503") { StatusCode = HttpStatusCode.ServiceUnavailable },
        new WildberriesApiException("408") { StatusCode = HttpStatusCode.RequestTimeout },
        new WildberriesApiException("499") { StatusCode = (HttpStatusCode)499 },
        new WildberriesConnectionException("no route"),
        new WildberriesTimeoutException("no answer"),
        new WildberriesResponseException("a page of a proxy") { StatusCode = HttpStatusCode.OK },
        new WildberriesRateLimitStoreException("no Redis"),
    ];

    [Theory]
    [MemberData(nameof(WhatPasses))]
    public async Task What_may_pass_is_survived(Exception failure)
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = _ => calls++ == 0 ? throw failure : Page(10, "a") };

        Assert.Equal(["a"], await TakeAsync(api, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([1], Seconds());
    }

    public static TheoryData<Exception> WhatDoesNotPass =>
    [
        new WildberriesBadRequestException("400") { StatusCode = HttpStatusCode.BadRequest },
        new WildberriesUnauthorizedException("401") { StatusCode = HttpStatusCode.Unauthorized },
        new WildberriesPaymentRequiredException("402") { StatusCode = HttpStatusCode.PaymentRequired },
        new WildberriesAccessException("403") { StatusCode = HttpStatusCode.Forbidden },
        new WildberriesNotFoundException("404") { StatusCode = HttpStatusCode.NotFound },
        new WildberriesConflictException("409") { StatusCode = HttpStatusCode.Conflict },
        new WildberriesApiException("307") { StatusCode = HttpStatusCode.TemporaryRedirect },
        new WildberriesApiException("refused before the network"),
        new WildberriesStateConflictException("another reader"),
        new ArgumentException("no token"),
        new OperationCanceledException("stop"),
    ];

    [Theory]
    [MemberData(nameof(WhatDoesNotPass))]
    public async Task What_does_not_pass_by_itself_ends_the_stream_at_once(Exception failure)
    {
        var api = new FakeBuyerChatApi { Events = _ => throw failure };

        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => TakeAsync(api, Timeout.InfiniteTimeSpan, 1));

        Assert.Same(failure, e);
        Assert.Single(api.EventsCalls);
        Assert.Empty(_time.Waits);
        Assert.Empty(_told.Outages);
    }

    [Fact]
    public async Task The_rate_limit_is_no_outage_and_is_waited_out_for_as_long_as_it_takes()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi
        {
            Events = _ => calls++ < 3 ? throw new WildberriesRateLimitException("slow down") { RetryAfter = TimeSpan.FromHours(1) } : Page(10, "a"),
        };

        Assert.Equal(["a"], await TakeAsync(api, TimeSpan.FromSeconds(1), 1));

        Assert.Equal([3600, 3600, 3600], Seconds());
        Assert.Empty(_told.Outages);
    }

    [Fact]
    public async Task A_page_of_a_proxy_in_place_of_an_answer_is_survived_through_the_whole_client()
    {
        using var wb = new Http.FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = Html() }));
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = Html() }));
        wb.Answer(HttpStatusCode.OK, """{"result":{"next":10,"totalEvents":1,"events":[{"eventID":"a"}]}}""");

        Assert.Equal(["a"], await TakeAsync(wb.Client.BuyerChat, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([typeof(WildberriesServerException), typeof(WildberriesResponseException)], _told.Failures.Select(e => e.GetType()));
    }

    [Fact]
    public async Task A_store_that_is_down_when_the_stream_begins_is_waited_for()
    {
        _store.FailingReads = 3;
        FakeBuyerChatApi api = Api();

        Assert.Equal(["a"], await TakeAsync(api, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([1, 2, 4], Seconds());
        Assert.All(_told.Failures, e => Assert.IsType<RedisConnectionException>(e));
    }

    [Fact]
    public async Task A_store_that_is_down_when_a_page_is_saved_is_waited_for_and_WB_is_not_asked_meanwhile()
    {
        _store.FailingWrites = 3;
        FakeBuyerChatApi api = Api();

        Assert.Equal(["a", "b"], await TakeAsync(api, TimeSpan.FromMinutes(1), 2));

        Assert.Equal([1, 2, 4], Seconds());
        Assert.Equal([null, 10], api.EventsCalls);
        Assert.Equal(10, await _store.CursorAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_write_that_was_done_although_it_failed_is_no_conflict(int failingReads)
    {
        _store.FailingWrites = 1;
        _store.FailsAfterWriting = true;
        FakeBuyerChatApi api = Api();

        var stream = Stream(api, TimeSpan.FromMinutes(1));
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in stream.ReadAvailableAsync(Cancel))
        {
            ids.Add(chatEvent.EventId);
            if (ids.Count == 1)
                _store.FailingReads = failingReads;
        }

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(20, await _store.CursorAsync());
    }

    [Fact]
    public async Task Another_reader_who_saved_meanwhile_is_a_conflict_all_the_same()
    {
        _store.FailingWrites = 1;
        _time.OnWait = _ => _store.WriteAsAnother();

        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => TakeAsync(Api(), Timeout.InfiniteTimeSpan, 2));

        Assert.Equal([1], Seconds());
        Assert.Equal(77, await _store.CursorAsync());
    }

    public static TheoryData<Exception, bool> FailuresOfAStore => new()
    {
        { new RedisConnectionException(), true },
        { new TimeoutException(), true },
        { new IOException(), true },
        { new InvalidOperationException("likely due to a transient failure", new DatabaseException()), true },
        { new DatabaseException(), true },
        { new InvalidOperationException(), false },
        { new ObjectDisposedException("store"), false },
        { new WildberriesStateConflictException("another reader"), false },
        { new InvalidDataException(), false },
        { new UnauthorizedAccessException(), false },
        { new ArgumentOutOfRangeException(), false },
        { new NotSupportedException(), false },
        { new OperationCanceledException(), false },
    };

    [Theory]
    [MemberData(nameof(FailuresOfAStore))]
    public async Task A_store_that_fails_is_waited_for_unless_its_failure_is_a_fault_of_the_program(Exception failure, bool passes)
    {
        _store.Failure = failure;
        _store.FailingReads = 1;

        Exception? e = await Record.ExceptionAsync(() => TakeAsync(Api(), TimeSpan.FromMinutes(1), 1));

        Assert.Same(passes ? null : failure, e);
        Assert.Equal(passes ? 1 : 0, _time.Waits.Count);
    }

    [Fact]
    public async Task A_pause_is_cancelled_at_once_and_nothing_is_asked_afterwards()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _time.OnWait = number =>
        {
            if (number == 3)
                stop.Cancel();
        };
        var api = new FakeBuyerChatApi { Events = _ => throw BadGateway() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatEvent chatEvent in Stream(api, Timeout.InfiniteTimeSpan).ReadAllAsync(stop.Token))
                Assert.Fail(chatEvent.EventId);
        });

        Assert.Equal(3, api.EventsCalls.Count);
    }

    [Fact]
    public async Task Each_failure_and_the_end_of_the_outage_are_told()
    {
        DateTimeOffset start = _time.GetUtcNow();
        FakeBuyerChatApi api = Api(start: TimeSpan.Zero, length: TimeSpan.FromSeconds(2));

        await TakeAsync(api, TimeSpan.FromMinutes(1), 2);

        Assert.Equal(
            [
                (1, start.AddSeconds(1), null),
                (2, start.AddSeconds(3), null),
                (2, null, start.AddSeconds(3)),
            ],
            _told.Outages.Select(outage => (outage.FailedAttempts, outage.NextAttemptAt, outage.EndedAt)));
        Assert.All(_told.Outages, outage => Assert.Equal(start, outage.Since));
        Assert.All(_told.Failures, e => Assert.IsType<WildberriesServerException>(e));
    }

    [Fact]
    public void What_is_told_can_be_logged_without_what_the_failure_says()
    {
        var outage = new StreamOutage { Since = default, FailedAttempts = 2, Exception = new IOException("password=secret") };

        Assert.DoesNotContain("secret", outage.ToString(), StringComparison.Ordinal);
        Assert.Contains("FailedAttempts = 2, Exception = IOException", outage.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("30.00:00:01")]
    public void A_time_out_of_range_is_refused(string maxOutage) =>
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Api(), TimeSpan.Parse(maxOutage, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task The_one_liner_takes_options()
    {
        await foreach (ChatEvent chatEvent in Api().StreamEventsAsync(_store, "shop", new ChatEventStreamOptions { CursorName = "mine" }, Cancel))
        {
            if (chatEvent.EventId == "b")
                break;
        }

        Assert.NotNull(await _store.ReadAsync("shop", "mine", Cancel));
        Assert.Throws<ArgumentNullException>("options", () => Api().StreamEventsAsync(_store, "shop", null!, Cancel));
    }

    private static WildberriesServerException BadGateway() => new("502") { StatusCode = HttpStatusCode.BadGateway };

    private static StringContent Html() => new("<html><body>502 Bad Gateway</body></html>", Encoding.UTF8, "text/html");

    private static ChatEventsResponse Page(long? next, params string[] ids) => new()
    {
        Result = new ChatEventsResult { Next = next, TotalEvents = ids.Length, Events = [.. ids.Select(id => new ChatEvent { EventId = id })] },
    };

    /// <summary>Two pages of an event each; in between an outage, if one is wished.</summary>
    private FakeBuyerChatApi Api(TimeSpan? start = null, TimeSpan length = default)
    {
        DateTimeOffset from = _time.GetUtcNow() + (start ?? TimeSpan.Zero);
        return new FakeBuyerChatApi
        {
            Events = next => next switch
            {
                null => Page(10, "a"),
                _ when _time.GetUtcNow() >= from && _time.GetUtcNow() < from + length => throw BadGateway(),
                10 => Page(20, "b"),
                _ => Page(next),
            },
        };
    }

    private ChatEventStream Stream(IBuyerChatApi api, TimeSpan maxOutage) =>
        new(api, _store, "shop", new ChatEventStreamOptions { MaxOutage = maxOutage, Outages = _told }, _time);

    private async Task<List<string>> TakeAsync(IBuyerChatApi api, TimeSpan maxOutage, int count)
    {
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in Stream(api, maxOutage).ReadAllAsync(Cancel))
        {
            ids.Add(chatEvent.EventId);
            if (ids.Count == count)
                break;
        }

        return ids;
    }

    private IEnumerable<double> Seconds() => _time.Waits.Select(wait => wait.TotalSeconds);

    private sealed class Told : IProgress<StreamOutage>
    {
        public List<StreamOutage> Outages { get; } = [];

        public IEnumerable<Exception> Failures => Outages.Where(outage => outage.EndedAt is null).Select(outage => outage.Exception);

        public void Report(StreamOutage value) => Outages.Add(value);
    }

    // As that of StackExchange.Redis: it derives from no exception of a kind that a library could know.
    private sealed class RedisConnectionException() : Exception("It was not possible to connect to the redis server.");

    private sealed class DatabaseException() : DbException("the database is away");

    private sealed class FailingStore : IStateStore
    {
        private readonly InMemoryStateStore _inner = new();

        public Exception Failure { get; set; } = new RedisConnectionException();

        public int FailingReads { get; set; }

        public int FailingWrites { get; set; }

        public bool FailsAfterWriting { get; set; }

        public async Task<long?> CursorAsync() => await _inner.ReadAsync("shop", "chat-events", Cancel) is { } state
            ? JsonSerializer.Deserialize(state.Value.Span, ChatCursorJsonContext.Default.ChatCursor)!.Next
            : null;

        public void WriteAsAnother() => Assert.True(_inner.TryWriteAsync("shop", "chat-events", """{"next":77}"""u8.ToArray(), 0, Cancel).Result.Succeeded);

        public ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) =>
            FailingReads-- > 0 ? throw Failure : _inner.ReadAsync(sellerId, name, cancellationToken);

        public async ValueTask<StateWriteResult> TryWriteAsync(
            string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
        {
            if (FailingWrites-- <= 0)
                return await _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
            if (FailsAfterWriting)
                await _inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken);
            throw Failure;
        }

        public ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
            _inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken);
    }
}
