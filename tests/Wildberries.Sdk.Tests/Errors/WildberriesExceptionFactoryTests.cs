using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class WildberriesExceptionFactoryTests
{
    private const string SignatureBody =
        """{"status":400,"title":"Bad Request","origin":"proxy-chats","detail":"Invalid signature","requestId":"1b21","error":"Invalid signature"}""";

    [Theory]
    [InlineData(200, typeof(WildberriesResponseException))]
    [InlineData(204, typeof(WildberriesResponseException))]
    [InlineData(302, typeof(WildberriesApiException))]
    [InlineData(400, typeof(WildberriesBadRequestException))]
    [InlineData(401, typeof(WildberriesUnauthorizedException))]
    [InlineData(402, typeof(WildberriesPaymentRequiredException))]
    [InlineData(403, typeof(WildberriesAccessException))]
    [InlineData(404, typeof(WildberriesNotFoundException))]
    [InlineData(405, typeof(WildberriesApiException))]
    [InlineData(406, typeof(WildberriesApiException))]
    [InlineData(408, typeof(WildberriesApiException))]
    [InlineData(409, typeof(WildberriesConflictException))]
    [InlineData(413, typeof(WildberriesRequestTooLargeException))]
    [InlineData(418, typeof(WildberriesApiException))]
    [InlineData(422, typeof(WildberriesBadRequestException))]
    [InlineData(429, typeof(WildberriesRateLimitException))]
    [InlineData(451, typeof(WildberriesUnavailableForLegalReasonsException))]
    [InlineData(500, typeof(WildberriesServerException))]
    [InlineData(502, typeof(WildberriesServerException))]
    [InlineData(599, typeof(WildberriesServerException))]
    [InlineData(600, typeof(WildberriesApiException))]
    public async Task Every_status_has_its_type(int status, Type type)
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(status, SignatureBody);
        answer.Headers.Add("X-Ratelimit-Remaining", "7");
        WildberriesApiException exception = await ErrorBodies.CreateAsync(answer);

        Assert.IsType(type, exception);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("BuyerChat.SendMessage", exception.Operation);
        Assert.Equal("Bad Request", exception.Title);
        Assert.Equal("Invalid signature", exception.Detail);
        Assert.Equal("1b21", exception.RequestId);
        Assert.Equal("proxy-chats", exception.Origin);
        Assert.Equal(7, exception.RateLimit?.Remaining);
        Assert.Empty(exception.Errors);
    }

    [Fact]
    public async Task The_rest_of_the_body_is_carried_too()
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(
            403, """{"code":17,"timestamp":"2026-03-04T09:52:38Z","errors":[{"field":"a","message":"b"}]}""");
        WildberriesApiException exception = await ErrorBodies.CreateAsync(answer);

        Assert.Equal("17", exception.Code);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 52, 38, TimeSpan.Zero), exception.Timestamp);
        Assert.Equal("a: b", Assert.Single(exception.Errors));
    }

    [Theory]
    [InlineData(400, SignatureBody, "WB refused BuyerChat.SendMessage: 400 Bad Request: Invalid signature (request 1b21)")]
    [InlineData(401, """{"title":"unauthorized","detail":"token expired","requestId":"r"}""", "WB refused BuyerChat.SendMessage: 401 Unauthorized: token expired (request r)")]
    [InlineData(404, """{"title":"path not found","detail":"see the documents"}""", "WB refused BuyerChat.SendMessage: 404 Not Found: path not found: see the documents")]
    [InlineData(400, """{"title":"invalid fileID","detail":"invalid fileID"}""", "WB refused BuyerChat.SendMessage: 400 Bad Request: invalid fileID")]
    [InlineData(400, """{"errors":["first","second"]}""", "WB refused BuyerChat.SendMessage: 400 Bad Request: first")]
    [InlineData(409, "", "WB refused BuyerChat.SendMessage: 409 Conflict")]
    [InlineData(502, "<html><title>502 Bad Gateway</title></html>", "WB failed to answer BuyerChat.SendMessage: 502 Bad Gateway")]
    [InlineData(200, "<html><title>Please log in</title></html>", "WB's answer to BuyerChat.SendMessage could not be understood: 200 OK: Please log in")]
    [InlineData(302, "", "WB answered BuyerChat.SendMessage in an unexpected way: 302 Found")]
    [InlineData(499, "", "WB refused BuyerChat.SendMessage: 499")]
    public async Task The_message_is_one_useful_line(int status, string body, string expected)
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(status, body);
        Assert.Equal(expected, (await ErrorBodies.CreateAsync(answer)).Message);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\U0001F600")]
    public async Task The_message_is_bounded_and_keeps_characters_whole(string character)
    {
        string detail = "a" + string.Concat(Enumerable.Repeat(character, 5_000));
        using HttpResponseMessage answer = ErrorBodies.Answer(400, detail, "text/plain");
        string message = (await ErrorBodies.CreateAsync(answer)).Message;

        Assert.InRange(message.Length, 300, 400);
        Assert.EndsWith(character + "…", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_message_nor_ToString_repeats_a_token_or_breaks_the_line()
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(
            401, $$"""{"title":"bad {{ErrorBodies.Jwt}}","detail":"line\r\nINFO forged {{ErrorBodies.Jwt}}","requestId":"{{ErrorBodies.Jwt}}"}""");
        answer.ReasonPhrase = "Unauthorized " + ErrorBodies.Jwt;
        WildberriesApiException exception = await ErrorBodies.CreateAsync(answer);

        Assert.Contains("[redacted]", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        foreach (string part in ErrorBodies.JwtParts)
            Assert.DoesNotContain(part, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_names_the_wait_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            using HttpResponseMessage answer = ErrorBodies.Answer(429, """{"title":"too many requests","detail":"limited by c122","requestId":"9d3c"}""");
            answer.Headers.Add("X-Ratelimit-Retry", "1,5");
            answer.Headers.Add("X-Ratelimit-Reset", "20");
            answer.Headers.Add("X-Ratelimit-Limit", "10");
            var exception = Assert.IsType<WildberriesRateLimitException>(await ErrorBodies.CreateAsync(answer));

            Assert.Equal(TimeSpan.FromSeconds(1.5), exception.RetryAfter);
            Assert.Equal(10, exception.RateLimit?.Limit);
            Assert.Equal(
                "WB refused BuyerChat.SendMessage: 429 Too Many Requests: limited by c122 (request 9d3c; retry after 1.5 s)", exception.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("6249", "5", "20", 6249.0)]
    [InlineData(null, "5", "20", 5.0)]
    [InlineData(null, "Wed, 04 Mar 2026 10:00:30 GMT", "20", 30.0)]
    [InlineData(null, "Wed, 04 Mar 2026 09:59:30 GMT", "20", 0.0)]
    [InlineData(null, "Wed, 04 Mar 2099 09:59:30 GMT", "20", 20.0)]
    [InlineData(null, "99999999", "20", 20.0)]
    [InlineData(null, "soon", "20", 20.0)]
    [InlineData("rubbish", null, "20", 20.0)]
    [InlineData(null, null, "20", 20.0)]
    [InlineData("rubbish", "soon", "rubbish", null)]
    [InlineData(null, null, null, null)]
    public async Task A_429_takes_the_best_header_there_is(string? retry, string? retryAfter, string? reset, double? seconds)
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(429, "");
        if (retry is not null)
            answer.Headers.TryAddWithoutValidation("X-Ratelimit-Retry", retry);
        if (retryAfter is not null)
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (reset is not null)
            answer.Headers.TryAddWithoutValidation("X-Ratelimit-Reset", reset);

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));
        var exception = Assert.IsType<WildberriesRateLimitException>(await ErrorBodies.CreateAsync(answer, timeProvider: clock));
        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Cancellation_is_not_turned_into_an_error_of_WB()
    {
        using HttpResponseMessage answer = ErrorBodies.Answer(400, SignatureBody);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await WildberriesExceptionFactory.CreateAsync(answer, TestCall.Create(), new CancellationToken(canceled: true)));
    }

    public static TheoryData<Exception, Type> Failures => new()
    {
        { new HttpRequestException("Connection refused (buyer-chat-api.wildberries.ru:443)", new SocketException(111)), typeof(WildberriesConnectionException) },
        { new HttpRequestException(HttpRequestError.NameResolutionError), typeof(WildberriesConnectionException) },
        { new HttpRequestException("The proxy tunnel failed", null, HttpStatusCode.ProxyAuthenticationRequired), typeof(WildberriesConnectionException) },
        { new IOException("broken pipe"), typeof(WildberriesConnectionException) },
        { new HttpIOException(HttpRequestError.ResponseEnded), typeof(WildberriesConnectionException) },
        { new JsonException("'<' is an invalid start of a value."), typeof(WildberriesResponseException) },
        { new TimeoutException(), typeof(WildberriesTimeoutException) },
        { new TaskCanceledException("connect", new TimeoutException()), typeof(WildberriesTimeoutException) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_on_the_way_has_its_type_and_keeps_its_cause(Exception failure, Type type)
    {
        Exception exception = WildberriesExceptionFactory.FromTransport(failure, "Common.GetNews", Delivery.NotSent);

        Assert.IsType(type, exception);

        // Made anew: the type, the codes and the causes are the same, the texts are the SDK's.
        Assert.NotNull(exception.InnerException);
        Assert.NotSame(failure, exception.InnerException);
        Assert.Equal(failure.GetType(), exception.InnerException.GetType());
        Assert.Equal(failure.InnerException?.GetType(), exception.InnerException.InnerException?.GetType());
        Assert.DoesNotContain(failure.Message, exception.ToString(), StringComparison.Ordinal);
        if (failure is HttpRequestException { HttpRequestError: var error, StatusCode: var status })
            Assert.Equal((error, status), (((HttpRequestException)exception.InnerException).HttpRequestError, ((HttpRequestException)exception.InnerException).StatusCode));
        var ours = (WildberriesApiException)exception;
        Assert.Equal("Common.GetNews", ours.Operation);
        Assert.Null(ours.StatusCode);
        Assert.Equal(Delivery.NotSent, ours.Delivery);
        Assert.Contains("Common.GetNews", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> OthersBusiness =>
    [
        new OperationCanceledException(),
        new TaskCanceledException(),
        new InvalidOperationException(),
        new WildberriesRateLimitException("wait"),
        new WildberriesApiException("other"),
    ];

    [Theory]
    [MemberData(nameof(OthersBusiness))]
    public void Cancellation_what_is_ours_and_what_is_no_failure_on_the_way_stay_as_they_are(Exception exception) =>
        Assert.Same(exception, WildberriesExceptionFactory.FromTransport(exception, "Common.GetNews", Delivery.NotSent));

    [Fact]
    public async Task The_handlers_own_connect_timeout_is_a_timeout_and_no_cancellation()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return Stream.Null;
            },
        };
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.IsType<WildberriesTimeoutException>(WildberriesExceptionFactory.FromTransport(failure, "Common.GetNews", Delivery.NotSent));
    }
}
