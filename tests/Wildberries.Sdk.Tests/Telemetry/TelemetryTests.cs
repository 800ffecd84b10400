using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Telemetry;

// Listeners hear the whole process: nothing else may call meanwhile.
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    private const string Operation = "Common.GetSellerInfo";
    private const string Host = "common-api.wildberries.ru";
    private static readonly string[] CommonTags = ["server.address", "wildberries.operation"];

    [Fact]
    public async Task The_instruments_have_the_documented_names_and_units()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        await wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "wildberries.client.body.failures Counter`1[Int64] {response}",
                "wildberries.client.call.duration Histogram`1[Double] s",
                "wildberries.client.rate_limit.exceeded Counter`1[Int64] {response}",
                "wildberries.client.rate_limit.remaining Gauge`1[Int32] {request}",
                "wildberries.client.rate_limit.wait Histogram`1[Double] s",
                "wildberries.client.refusals Counter`1[Int64] {call}",
                "wildberries.client.retries Counter`1[Int64] {retry}",
                "wildberries.client.unknown_members Counter`1[Int64] {member}",
                "wildberries.client.unreadable_members Counter`1[Int64] {member}",
            ],
            listener.Instruments
                .Select(instrument => $"{instrument.Name} {instrument.GetType().Name}[{instrument.GetType().GetGenericArguments()[0].Name}] {instrument.Unit}")
                .Order(StringComparer.Ordinal));
        Assert.All(listener.Instruments, instrument => Assert.False(string.IsNullOrEmpty(instrument.Description)));
        Assert.All(listener.Instruments, instrument => Assert.Equal("Wildberries.Sdk", instrument.Meter.Name));
    }

    [Fact]
    public async Task An_answered_call_records_its_duration_wait_and_what_remains()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer((_, _) =>
        {
            wb.Clock.Advance(TimeSpan.FromSeconds(2));
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") };
            response.Content.Headers.ContentType = new("application/json");
            response.Headers.Add("X-Ratelimit-Remaining", "7");
            return Task.FromResult(response);
        });
        await wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken);

        CollectingListener.Measurement duration = Assert.Single(listener.Of("wildberries.client.call.duration"));
        Assert.Equal(2, duration.Value);
        AssertTags(duration, ("http.response.status_code", 200));
        CollectingListener.Measurement wait = Assert.Single(listener.Of("wildberries.client.rate_limit.wait"));
        Assert.Equal(0, wait.Value);
        AssertTags(wait);
        CollectingListener.Measurement remaining = Assert.Single(listener.Of("wildberries.client.rate_limit.remaining"));
        Assert.Equal(7, remaining.Value);
        AssertTags(remaining);
        Assert.Empty(listener.Of("wildberries.client.rate_limit.exceeded"));
        Assert.Empty(listener.Of("wildberries.client.retries"));
        Assert.Empty(listener.Of("wildberries.client.refusals"));
    }

    [Fact]
    public async Task A_limited_and_a_failed_attempt_are_counted_with_their_repeats()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Fail(() => new HttpRequestException(HttpRequestError.ConnectionError))
            .Answer(HttpStatusCode.BadGateway)
            .Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "3"))
            .Answer(HttpStatusCode.OK, "{}");
        await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));

        CollectingListener.Measurement limited = Assert.Single(listener.Of("wildberries.client.rate_limit.exceeded"));
        Assert.Equal(1, limited.Value);
        AssertTags(limited);
        CollectingListener.Measurement[] retries = listener.Of("wildberries.client.retries");
        Assert.All(retries, retry => Assert.Equal(1, retry.Value));
        Assert.Equal(["HttpRequestException", "502", "429"], retries.Select(retry => retry.Tags["error.type"]));
        AssertTags(retries[2], ("error.type", "429"));
        CollectingListener.Measurement[] waits = listener.Of("wildberries.client.rate_limit.wait");
        Assert.Equal(4, waits.Length);
        Assert.InRange(waits[3].Value, 3, 60);
        AssertTags(Assert.Single(listener.Of("wildberries.client.call.duration")), ("http.response.status_code", 200));
    }

    [Fact]
    public async Task Failures_say_their_kind()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer(HttpStatusCode.NotFound).Fail(() => new HttpRequestException(HttpRequestError.ConnectionError));
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        using var cancelled = new CancellationTokenSource();
        wb.Answer(async (_, cancellationToken) =>
        {
            await cancelled.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wb.Client.Common.GetSellerInfoAsync(cancelled.Token));

        CollectingListener.Measurement[] durations = listener.Of("wildberries.client.call.duration");
        Assert.Equal(3, durations.Length);
        AssertTags(durations[0], ("error.type", "404"), ("http.response.status_code", 404));
        AssertTags(durations[1], ("error.type", nameof(WildberriesConnectionException)));
        AssertTags(durations[2], ("error.type", "cancelled"));
    }

    [Fact]
    public async Task Refusals_are_counted_with_their_reason()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base, expiresAt: new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero)));
        await wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.Common.GetJamSubscriptionAsync(TestContext.Current.CancellationToken));
        wb.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));

        CollectingListener.Measurement[] refusals = listener.Of("wildberries.client.refusals");
        Assert.Equal(["rate_limit", "access", "expired"], refusals.Select(refusal => refusal.Tags["wildberries.refusal.reason"]));
        AssertTags(refusals[0], ("wildberries.refusal.reason", "rate_limit"));
        Assert.Equal("Common.GetJamSubscription", refusals[1].Tags["wildberries.operation"]);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_call_is_one_span_with_its_facts_and_without_its_secrets()
    {
        using var listener = new CollectingListener();
        string token = TestTokens.Create();
        using var wb = new FakeWildberries(options => options.ClientSecret = "my-secret", token: token);
        wb.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.OK, "{}").Answer(HttpStatusCode.NotFound, $"no such {token}", "text/plain");
        await wb.Elapse(wb.Client.Common.GetNewsAsync(fromId: 7, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));

        Activity[] spans = [.. listener.Activities];
        Assert.Equal(["Common.GetNews", Operation], spans.Select(span => span.OperationName));
        Assert.All(spans, span => Assert.Equal(ActivityKind.Client, span.Kind));
        Dictionary<string, object?> tags = spans[0].TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        Assert.Equal("Common.GetNews", tags["wildberries.operation"]);
        Assert.Equal(Host, tags["server.address"]);
        Assert.Equal(443, tags["server.port"]);
        Assert.Equal("GET", tags["http.request.method"]);
        Assert.Equal("/api/communications/v2/news", tags["url.template"]);
        Assert.Equal(200, tags["http.response.status_code"]);
        Assert.Equal(2, tags["wildberries.attempts"]);
        Assert.Equal(0d, tags["wildberries.rate_limit.wait"]);
        Assert.DoesNotContain("error.type", tags.Keys);
        Assert.Equal(ActivityStatusCode.Unset, spans[0].Status);
        Assert.Equal(ActivityStatusCode.Error, spans[1].Status);
        Assert.Equal("404", spans[1].GetTagItem("error.type"));
        foreach (Activity span in spans)
        {
            string all = $"{span.DisplayName}|{span.StatusDescription}|{string.Join('|', span.TagObjects)}|{string.Join('|', span.Baggage)}|{string.Join('|', span.Events)}";
            Assert.DoesNotContain(token, all, StringComparison.Ordinal);
            Assert.DoesNotContain("my-secret", all, StringComparison.Ordinal);
            Assert.DoesNotContain(TestTokens.SellerId, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sellers_id_is_told_only_if_asked_for(bool asked)
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries(options => options.IncludeSellerIdInTelemetry = asked);
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "1")).Answer(HttpStatusCode.OK, "{}", headers: ("X-Ratelimit-Remaining", "7"));
        await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.Common.GetJamSubscriptionAsync(TestContext.Current.CancellationToken));

        Assert.Equal(6, listener.Measurements.Select(measurement => measurement.Instrument).Distinct().Count());
        object? expected = asked ? TestTokens.SellerId : null;
        Assert.All(listener.Measurements, measurement => Assert.Equal(expected, measurement.Tags.GetValueOrDefault("wildberries.seller.id")));
        Assert.NotEmpty(listener.Activities);
        Assert.All(listener.Activities, activity => Assert.Equal(expected, activity.GetTagItem("wildberries.seller.id")));
        if (!asked)
            Assert.All(listener.Measurements, measurement => Assert.DoesNotContain("wildberries.seller.id", measurement.Tags.Keys));
    }

    [Fact]
    public void Nothing_is_gathered_when_nobody_listens()
    {
        var telemetry = new WildberriesTelemetry(includeSellerId: true, TimeProvider.System, NullLogger.Instance);

        // Without a seller there is no host to tell about: gathering the tags would fail.
        var call = new CallContext
        {
            Operation = WildberriesOperations.Of<ICommonApi>().Single(operation => operation.Name == Operation),
            Seller = null!,
            Options = new WildberriesCallOptions(),
            StartedAt = TimeProvider.System.GetTimestamp(),
        };
        Action[] events =
        [
            () => telemetry.Waited(call, TimeSpan.FromSeconds(1)),
            () => telemetry.Remaining(call, 1),
            () => telemetry.Limited(call, TimeSpan.FromSeconds(1)),
            () => telemetry.Refused(call, "access"),
            () => telemetry.Completed(call, null, HttpStatusCode.OK, null),
        ];
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://common-api.wildberries.ru/ping");
        Assert.All(events, report => report());
        Assert.Null(WildberriesTelemetry.StartCall(call, request));

        using var listener = new CollectingListener();
        Assert.All(events, report => Assert.Throws<NullReferenceException>(report));
        Assert.Throws<NullReferenceException>(() => WildberriesTelemetry.StartCall(call, request));
    }

    [Fact]
    public async Task Each_event_is_logged_by_its_id_and_no_message_holds_a_secret()
    {
        string token = TestTokens.Create();
        using var log = new CollectingLoggerProvider();
        using ILoggerFactory loggers = log.CreateFactory();
        using var wb = new FakeWildberries(options => options.ClientSecret = "my-secret", services => services.AddSingleton(loggers), token);
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "3"))
            .Answer(HttpStatusCode.OK, "{}")
            .Answer(HttpStatusCode.NotFound, $$"""{"title":"{{token}}","requestId":"9d3c"}""");
        await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));

        // Limited, repeated, waits, waited, answered; then failed, after a wait or without one.
        CollectingLoggerProvider.Entry[] entries = [.. log.Entries];
        Assert.Equal([4, 5, 6, 3, 1], entries.Take(5).Select(entry => entry.Id));
        Assert.Equal(
            [LogLevel.Warning, LogLevel.Information, LogLevel.Debug, LogLevel.Debug, LogLevel.Debug], entries.Take(5).Select(entry => entry.Level));
        CollectingLoggerProvider.Entry failed = entries[^1];
        Assert.Equal((2, LogLevel.Warning), (failed.Id, failed.Level));
        Assert.Contains("9d3c", failed.Text, StringComparison.Ordinal);
        Assert.Contains("404", failed.Text, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.Equal("Wildberries.Sdk", entry.Category));
        Assert.All(entries, entry => Assert.Contains(Operation, entry.Text, StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotContain(token[..20], entry.ToString(), StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotContain("my-secret", entry.ToString(), StringComparison.Ordinal));
        Assert.Contains("200", entries[4].Text, StringComparison.Ordinal);
        Assert.Contains("2 attempts", entries[4].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_without_a_request_id_does_not_speak_of_one()
    {
        using var log = new CollectingLoggerProvider();
        using ILoggerFactory loggers = log.CreateFactory();
        using var wb = new FakeWildberries(services: services => services.AddSingleton(loggers));
        wb.Answer(HttpStatusCode.NotFound, "{}");
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));

        CollectingLoggerProvider.Entry failed = log.Entries.Last();
        Assert.Equal((11, LogLevel.Warning), (failed.Id, failed.Level));
        Assert.DoesNotContain("request id", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", failed.Text, StringComparison.Ordinal);
    }

    private static void AssertTags(CollectingListener.Measurement measurement, params (string Key, object? Value)[] more)
    {
        Assert.Equal(CommonTags.Concat(more.Select(tag => tag.Key)).Order(StringComparer.Ordinal), measurement.Tags.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Operation, measurement.Tags["wildberries.operation"]);
        Assert.Equal(Host, measurement.Tags["server.address"]);
        foreach ((string key, object? value) in more)
            Assert.Equal(value, measurement.Tags[key]);
    }
}
