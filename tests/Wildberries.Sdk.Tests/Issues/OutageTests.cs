using System.Globalization;
using System.Net;
using System.Text;
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
    private readonly OutageStream _stream = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forty_seconds_of_502_are_survived_and_each_event_comes_once()
    {
        FakeBuyerChatApi api = _stream.Api(TimeSpan.FromSeconds(40));

        Assert.Equal(["a", "b"], await _stream.TakeAsync(api, TimeSpan.FromMinutes(30), 2));

        // From the saved cursor, after 1, 2, 4, 8, 16 and 32 seconds.
        Assert.Equal([null, 10, 10, 10, 10, 10, 10, 10], api.EventsCalls);
        Assert.Equal([1, 2, 4, 8, 16, 32], _stream.Pauses);
    }

    [Fact]
    public async Task The_pauses_grow_to_a_minute()
    {
        FakeBuyerChatApi api = _stream.Api(TimeSpan.FromMinutes(5));

        Assert.Equal(["a", "b"], await _stream.TakeAsync(api, Timeout.InfiniteTimeSpan, 2));

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], _stream.Pauses);
    }

    [Fact]
    public async Task A_second_outage_begins_with_short_pauses_and_has_its_own_time()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = next => calls++ % 3 == 0 ? OutageStream.Page((next ?? 0) + 1, $"e{calls}") : throw BadGateway() };

        Assert.Equal(4, (await _stream.TakeAsync(api, TimeSpan.FromSeconds(5), 4)).Count);

        Assert.Equal([1, 2, 1, 2, 1, 2], _stream.Pauses);
        Assert.Equal(3, _stream.Told.Select(outage => outage.Since).Distinct().Count());
    }

    [Fact]
    public async Task An_outage_that_lasts_too_long_ends_the_stream_with_the_last_failure()
    {
        int failures = 0;
        var api = new FakeBuyerChatApi { Events = _ => throw new WildberriesServerException($"failure {++failures}") };

        WildberriesServerException e = await Assert.ThrowsAsync<WildberriesServerException>(() => _stream.TakeAsync(api, TimeSpan.FromSeconds(10), 1));

        // The last attempt comes when the time is over.
        Assert.Equal([1, 2, 4, 3], _stream.Pauses);
        Assert.Equal("failure 5", e.Message);
        Assert.Equal(4, _stream.Told.Count);
        Assert.All(_stream.Told, outage => Assert.Null(outage.EndedAt));
    }

    [Fact]
    public async Task Without_leave_the_first_failure_ends_the_stream()
    {
        var api = new FakeBuyerChatApi { Events = _ => throw BadGateway() };

        await Assert.ThrowsAsync<WildberriesServerException>(() => _stream.TakeAsync(api, TimeSpan.Zero, 1));

        Assert.Single(api.EventsCalls);
        Assert.Empty(_stream.Time.Waits);
        Assert.Empty(_stream.Told);
    }

    [Fact]
    public async Task A_drain_survives_an_outage_too()
    {
        FakeBuyerChatApi api = _stream.Api(TimeSpan.FromSeconds(3));
        List<string> ids = [];

        await foreach (ChatEvent chatEvent in _stream.Create(api, TimeSpan.FromMinutes(1)).ReadAvailableAsync(Cancel))
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
        new WildberriesResponseException("a page of a proxy") { StatusCode = HttpStatusCode.OK, IsTransient = true },
        new WildberriesRateLimitStoreException("no Redis"),
    ];

    [Theory]
    [MemberData(nameof(WhatPasses))]
    public async Task What_may_pass_is_survived(Exception failure)
    {
        int calls = 0;
        var api = new FakeBuyerChatApi { Events = _ => calls++ == 0 ? throw failure : OutageStream.Page(10, "a") };

        Assert.Equal(["a"], await _stream.TakeAsync(api, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([1], _stream.Pauses);
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

        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => _stream.TakeAsync(api, Timeout.InfiniteTimeSpan, 1));

        Assert.Same(failure, e);
        Assert.Single(api.EventsCalls);
        Assert.Empty(_stream.Time.Waits);
        Assert.Empty(_stream.Told);
    }

    [Fact]
    public async Task The_rate_limit_is_no_outage_and_is_waited_out_for_as_long_as_it_takes()
    {
        int calls = 0;
        var api = new FakeBuyerChatApi
        {
            Events = _ => calls++ < 3 ? throw new WildberriesRateLimitException("slow down") { RetryAfter = TimeSpan.FromHours(1) } : OutageStream.Page(10, "a"),
        };

        Assert.Equal(["a"], await _stream.TakeAsync(api, TimeSpan.FromSeconds(1), 1));

        Assert.Equal([3600, 3600, 3600], _stream.Pauses);
        Assert.Empty(_stream.Told);
    }

    [Fact]
    public async Task A_page_of_a_proxy_in_place_of_an_answer_is_survived_through_the_whole_client()
    {
        using var wb = new Http.FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = Html() }));
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = Html() }));
        wb.Answer(HttpStatusCode.OK, """{"result":{"next":10,"totalEvents":1,"events":[{"eventID":"a"}]}}""");

        Assert.Equal(["a"], await _stream.TakeAsync(wb.Client.BuyerChat, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([typeof(WildberriesServerException), typeof(WildberriesResponseException)], _stream.Failures.Select(e => e.GetType()));
    }

    [Fact]
    public async Task A_pause_is_cancelled_at_once_and_nothing_is_asked_afterwards()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _stream.Time.OnWait = number =>
        {
            if (number == 3)
                stop.Cancel();
        };
        var api = new FakeBuyerChatApi { Events = _ => throw BadGateway() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatEvent chatEvent in _stream.Create(api, Timeout.InfiniteTimeSpan).ReadAllAsync(stop.Token))
                Assert.Fail(chatEvent.EventId);
        });

        Assert.Equal(3, api.EventsCalls.Count);
    }

    [Fact]
    public async Task Each_failure_and_the_end_of_the_outage_are_told()
    {
        DateTimeOffset start = _stream.Time.GetUtcNow();
        FakeBuyerChatApi api = _stream.Api(TimeSpan.FromSeconds(2));

        await _stream.TakeAsync(api, TimeSpan.FromMinutes(1), 2);

        Assert.Equal(
            [
                (1, start.AddSeconds(1), null),
                (2, start.AddSeconds(3), null),
                (2, null, start.AddSeconds(3)),
            ],
            _stream.Told.Select(outage => (outage.FailedAttempts, outage.NextAttemptAt, outage.EndedAt)));
        Assert.All(_stream.Told, outage => Assert.Equal(start, outage.Since));
        Assert.All(_stream.Failures, e => Assert.IsType<WildberriesServerException>(e));
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
        Assert.Throws<ArgumentOutOfRangeException>("options", () => _stream.Create(_stream.Api(), TimeSpan.Parse(maxOutage, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task The_one_liner_takes_options()
    {
        await foreach (ChatEvent chatEvent in _stream.Api().StreamEventsAsync(_stream.Store, "shop", new ChatEventStreamOptions { CursorName = "mine" }, Cancel))
        {
            if (chatEvent.EventId == "b")
                break;
        }

        Assert.NotNull(await _stream.Store.ReadAsync("shop", "mine", Cancel));
        Assert.Throws<ArgumentNullException>("options", () => _stream.Api().StreamEventsAsync(_stream.Store, "shop", null!, Cancel));
    }

    private static WildberriesServerException BadGateway() => new("502") { StatusCode = HttpStatusCode.BadGateway };

    private static StringContent Html() => new("<html><body>502 Bad Gateway</body></html>", Encoding.UTF8, "text/html");
}
