using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>What is told when things go wrong on this side of the network, or half-way.</summary>
public sealed class FailureTests
{
    private const string Sent = """{"result":{"addTime":1712848270018,"chatID":"1:a"},"errors":[]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_fails_after_WBs_answer_neither_fails_nor_repeats_the_call()
    {
        var store = new Store { Report = () => throw new HttpRequestException(HttpRequestError.ConnectionError) };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        wb.Answer(HttpStatusCode.OK, Sent, headers: ("X-Ratelimit-Remaining", "3"));
        SendMessageResponse sent = await wb.Elapse(wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancellation));
        Assert.Equal("1:a", sent.Result?.ChatId);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_store_that_hangs_after_WBs_answer_does_not_keep_it_for_ever()
    {
        var store = new Store { Report = () => new ValueTask(new TaskCompletionSource().Task) };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        wb.Answer(HttpStatusCode.OK, """{"name":"Flax"}""", headers: ("X-Ratelimit-Remaining", "3"));
        Assert.Equal("Flax", (await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation))).Name);
    }

    [Theory]
    [InlineData("9", 0)]
    [InlineData("8", 1)]
    public async Task The_store_is_told_what_remains_only_if_the_bucket_was_not_full(string remaining, int reports)
    {
        int told = 0;
        var store = new Store { Report = () => new ValueTask(Task.FromResult(++told)) };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        wb.Answer(HttpStatusCode.OK, """{"result":[]}""", headers: ("X-Ratelimit-Remaining", remaining));
        await wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancellation));
        Assert.Equal(reports, told);
    }

    [Fact]
    public async Task A_store_that_fails_before_the_request_is_named_and_nothing_is_sent()
    {
        var store = new Store { Take = () => throw new HttpRequestException(HttpRequestError.ConnectionError) };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        var error = await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.Null(error.StatusCode);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task A_time_limit_of_the_stores_own_is_no_cancellation()
    {
        var store = new Store { Take = () => throw new TaskCanceledException("the store's own", new TimeoutException()) };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        var error = await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.IsType<TaskCanceledException>(error.InnerException);
        Assert.Equal(Delivery.NotSent, error.Delivery);
    }

    [Fact]
    public async Task A_repeat_that_the_limit_refuses_after_a_429_tells_of_the_limit_and_not_of_the_failure_before()
    {
        using var wb = new FakeWildberries(options => options.OverrideOperation<ICommonApi>(
            nameof(ICommonApi.GetSellerInfoAsync),
            operation => operation with { RateLimits = [new RateLimit(1, TimeSpan.FromHours(1), 2)] }));
        wb.Answer(HttpStatusCode.InternalServerError, """{"title":"down"}""").Answer(HttpStatusCode.TooManyRequests, "{}");
        var error = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.NotNull(error.RetryAfter);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_store_that_fails_before_a_repeat_hides_neither_the_failure_nor_the_429_of_the_attempt()
    {
        int asked = 0;
        var store = new Store { Take = () => ++asked % 2 == 1 ? default : throw new TimeoutException() };
        using var wb = new FakeWildberries(services: services => services.AddSingleton<IRateLimitStore>(store));
        wb.Answer(HttpStatusCode.InternalServerError, """{"title":"down","requestId":"9d3c"}""");
        var failed = await Assert.ThrowsAsync<WildberriesServerException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.Equal("9d3c", failed.RequestId);

        wb.Answer(HttpStatusCode.TooManyRequests, "{}", headers: ("X-Ratelimit-Retry", "1"));
        var limited = await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.Contains("was answered with 429 and not repeated", limited.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_repeat_that_has_no_time_tells_how_the_attempt_failed()
    {
        // One request a day: the second attempt can never be made within the minute.
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        wb.Answer(HttpStatusCode.InternalServerError, """{"title":"down","requestId":"9d3c"}""");
        var error = await Assert.ThrowsAsync<WildberriesServerException>(() => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.Equal("9d3c", error.RequestId);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_lost_write_that_may_be_repeated_but_has_no_time_is_not_called_unsent()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        wb.Fail(() => new HttpRequestException(HttpRequestError.ResponseEnded));
        IWildberriesClient repeating = wb.Client.With(new WildberriesCallOptions { RetryWrites = true });
        await Assert.ThrowsAsync<WildberriesConnectionException>(
            () => wb.Elapse(repeating.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancellation)));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_repeat_that_was_switched_on_can_be_switched_off_again()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.InternalServerError);
        IWildberriesClient client = wb.Client
            .With(new WildberriesCallOptions { RetryWrites = true })
            .With(new WildberriesCallOptions { RetryWrites = false });
        await Assert.ThrowsAsync<WildberriesServerException>(
            () => wb.Elapse(client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancellation)));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_429_is_waited_out_also_where_no_bucket_waits()
    {
        using var wb = new FakeWildberries(options => options.OverrideOperation<ICommonApi>(
            nameof(ICommonApi.GetSellerInfoAsync), operation => operation with { RateLimits = [] }));
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "10")).Answer(HttpStatusCode.OK, """{"name":"Flax"}""");
        await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancellation));
        Assert.Equal(2, wb.Arrivals.Count);
        Assert.InRange(wb.Arrivals[1].At - wb.Arrivals[0].At, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_429_that_says_now_waits_for_the_interval()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "0")).Answer(HttpStatusCode.OK, """{"result":[],"errors":null}""");
        await wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancellation));
        Assert.InRange(wb.Arrivals[1].At - wb.Arrivals[0].At, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2));
    }

    [Fact]
    public async Task A_slow_answer_at_burst_1_does_not_keep_the_next_request_back()
    {
        using var wb = new FakeWildberries(options => options.OverrideOperation<ICommonApi>(
            nameof(ICommonApi.GetSellerInfoAsync), operation => operation with { RateLimits = [new RateLimit(1, TimeSpan.FromMinutes(1), 1)] }));
        for (int call = 0; call < 2; call++)
        {
            wb.Answer(async (_, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(5), wb.Clock, cancellationToken);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            });
        }

        // Both within the default budget of 65 s: an interval from the answer would be 65.02 s.
        Task<SellerInfo>[] calls = [.. Enumerable.Range(0, 2).Select(_ => wb.Client.Common.GetSellerInfoAsync(Cancellation))];
        await wb.Elapse(Task.WhenAll(calls));
        Assert.InRange(wb.Arrivals[1].At - wb.Arrivals[0].At, TimeSpan.FromSeconds(60.02), TimeSpan.FromSeconds(60.2));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("<html>login</html>")]
    public async Task An_answer_that_cannot_be_understood_is_not_taken_for_no_answer(string body)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, body, headers: [("X-Request-Id", "9d3c"), ("X-Ratelimit-Remaining", "4")]);
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(
            () => wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancellation));
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal("9d3c", error.RequestId);
        Assert.Equal(4, error.RateLimit?.Remaining);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task The_request_id_of_the_headers_stands_in_for_a_missing_one()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.NotFound, "", headers: ("X-Request-Id", "9d3c"));
        var error = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Client.Common.GetSellerInfoAsync(Cancellation));
        Assert.Equal("9d3c", error.RequestId);
    }

    [Fact]
    public async Task A_client_secret_that_WB_echoes_is_left_out()
    {
        using var wb = new FakeWildberries(options => options.ClientSecret = "the-service's secret");
        wb.Answer(HttpStatusCode.BadRequest, """{"title":"bad secret: the-service's secret","detail":"the-service's secret?","errors":["the-service's secret"]}""");
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Client.Common.GetSellerInfoAsync(Cancellation));
        Assert.Contains("[redacted]", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("the-service's secret", error.ToString() + error.Title + error.Detail + string.Concat(error.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"the-service\u0027s \u0026 secret","errors":["the-service's & secret",{"the-service\u0027s & secret":"x"}]}""")]
    [InlineData("""{"detail":"\ud800 the-service\u0027s & secret"}""")]
    [InlineData("\"the-service\\u0027s & secret\"")]
    [InlineData("[bad secret: the-service's & secret]")]
    [InlineData("<html><title>the-service&#39;s &amp; secret</title></html>")]
    [InlineData("<h1>the-<b>service</b>&#x27;s &amp; secret</h1>")]
    [InlineData("the-service's\n& secret")]
    public async Task A_client_secret_is_left_out_however_it_is_written(string body)
    {
        const string Secret = "the-service's & secret";
        using var wb = new FakeWildberries(options => options.ClientSecret = Secret);
        wb.Answer((_, _) =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { ReasonPhrase = Secret, Content = new StringContent(body) };
            response.Headers.TryAddWithoutValidation("X-Request-Id", Secret);
            return Task.FromResult(response);
        });
        string? told = null;
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { OnResponse = info => told = info.ToString() });
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => client.Common.GetSellerInfoAsync(Cancellation));
        string all = $"{error} {error.Title} {error.Detail} {string.Concat(error.Errors)} {error.RequestId} {told}";
        Assert.Contains("[redacted]", (error.Title ?? error.Detail)!, StringComparison.Ordinal);
        Assert.Equal("[redacted]", error.RequestId);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u0027", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_id_of_an_answer_that_cannot_be_understood_is_no_way_out_for_a_secret()
    {
        using var wb = new FakeWildberries(options => options.ClientSecret = "the-service's secret");
        wb.Answer(HttpStatusCode.OK, "{", headers: ("X-Request-Id", "the-service's secret")).Answer(HttpStatusCode.OK, "", headers: ("X-Request-Id", "the-service's secret"));
        for (int i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancellation)));
            Assert.Equal("[redacted]", error.RequestId);
        }
    }

    [Theory]
    [InlineData("""{"SECRET":SECRET""", "$.…")]
    [InlineData("""{"result":{"a":{},"x":1}}""", "$.result")]
    [InlineData("""{"result":[{"Марья Ивановна":[}]}""", "$.result[0]…")]
    [InlineData("""{"result":[{"Марья":[}]}""", "$.result[0].…")]
    [InlineData("""{"result":[{"it's me']['and.me":[}]}""", "$.result[0]…")]
    public async Task The_place_where_JSON_breaks_is_told_without_what_may_stand_there(string body, string path)
    {
        using var wb = new FakeWildberries(options => options.ClientSecret = "secret");
        wb.Answer(HttpStatusCode.OK, body.Replace("SECRET", "secret", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.BuyerChat.GetChatsAsync(Cancellation));
        var cause = Assert.IsType<System.Text.Json.JsonException>(error.InnerException);
        Assert.Equal(path.Replace("$.…", "$.[redacted]", StringComparison.Ordinal), cause.Path);
        Assert.Contains($"Path: {cause.Path} |", cause.Message, StringComparison.Ordinal);
        Assert.NotNull(cause.BytePositionInLine);
        Assert.DoesNotContain("Марья", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("me", cause.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_is_an_answer_only_where_there_may_be_none()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, "null").Answer(HttpStatusCode.OK, " null ");
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.BuyerChat.GetChatsAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Null(await wb.Client.AdvertMedia.GetCampaignAsync(1, Cancellation));
    }

    [Fact]
    public async Task A_provider_that_hangs_is_bounded_by_the_total_timeout()
    {
        using var wb = new FakeWildberries();
        IWildberriesClient client = wb.Services.GetRequiredService<IWildberriesClientFactory>().Create(new HangingVault())
            .With(new WildberriesCallOptions { TotalTimeout = TimeSpan.FromSeconds(2) });
        var timeout = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => wb.Elapse(client.Common.GetSellerInfoAsync(Cancellation)));
        Assert.Equal(TimeSpan.FromSeconds(2), timeout.Timeout);
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_fail_the_call()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"name":"Flax"}""");
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { OnResponse = _ => throw new InvalidOperationException("mine") });
        Assert.Equal("Flax", (await client.Common.GetSellerInfoAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task A_download_can_be_read_in_every_way_and_not_after_it_was_closed()
    {
        using var wb = new FakeWildberries();
        for (int i = 0; i < 3; i++)
            wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream("file"u8.ToArray())) }));

        using (HttpResponseMessage blocking = await wb.Client.BuyerChat.DownloadAsync("1", Cancellation))
        {
            using var reader = new StreamReader(blocking.Content.ReadAsStream(Cancellation));
            Assert.Equal("file", reader.ReadToEnd());
        }

        using (HttpResponseMessage copied = await wb.Client.BuyerChat.DownloadAsync("1", Cancellation))
        {
            using var copy = new MemoryStream();
            copied.Content.CopyTo(copy, null, Cancellation);
            Assert.Equal("file", Encoding.UTF8.GetString(copy.ToArray()));
        }

        ChatDownload download = await wb.Client.BuyerChat.DownloadFileAsync("1", Cancellation);
        await download.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => download.Content.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task A_blocking_read_of_a_body_that_stalls_ends_too()
    {
        using var wb = WildberriesClient.Create(TestTokens.Create(), options =>
        {
            options.BodyIdleTimeout = TimeSpan.FromMilliseconds(50);
            options.UsePrimaryHandler(() => new Scripted(request => new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StreamContent(new StallingStream()),
            }));
        });
        using HttpResponseMessage response = await wb.BuyerChat.DownloadAsync("1", Cancellation);
        using Stream body = await response.Content.ReadAsStreamAsync(Cancellation);
        Assert.Throws<WildberriesTimeoutException>(() => body.ReadExactly(new byte[1]));
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(60_000, 50)]
    public async Task A_body_of_which_some_was_there_at_once_and_then_stalls_ends_too(int idle, int? total)
    {
        using var wb = WildberriesClient.Create(TestTokens.Create(), options =>
        {
            options.BodyIdleTimeout = TimeSpan.FromMilliseconds(idle);
            options.TotalTimeout = total is { } time ? TimeSpan.FromMilliseconds(time) : null;
            options.UsePrimaryHandler(() => new Scripted(request => new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StreamContent(new StallingStream([1, 2])),
            }));
        });
        WildberriesTimeoutException stalled = await Assert.ThrowsAsync<WildberriesTimeoutException>(async () =>
        {
            using HttpResponseMessage response = await wb.BuyerChat.DownloadAsync("1", Cancellation);
            await using Stream body = await response.Content.ReadAsStreamAsync(Cancellation);
            await body.ReadExactlyAsync(new byte[3], Cancellation);
        });
        Assert.Equal(TimeSpan.FromMilliseconds(50), stalled.Timeout);
    }

    [Fact]
    public void An_override_changes_access_and_limits_and_nothing_else()
    {
        foreach (Func<WildberriesOperation, WildberriesOperation> change in new Func<WildberriesOperation, WildberriesOperation>[]
        {
            operation => operation with { Path = "/other" },
            operation => operation with { SandboxHost = new Uri("https://x.wildberries.ru") },
            operation => operation with { Host = new Uri("https://x.wildberries.ru") },
            _ => null!,
        })
        {
            using var wb = new FakeWildberries(options => options.OverrideOperation<ICommonApi>(nameof(ICommonApi.GetNewsAsync), change));
            Assert.Contains("Common.GetNews", Assert.Throws<InvalidOperationException>(() => wb.Client).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Overrides_of_one_operation_add_up()
    {
        using var wb = new FakeWildberries(
            options =>
            {
                options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { Category = TokenCategory.Content });
                options.OverrideOperation<IBuyerChatApi>(
                    nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { RateLimits = [new RateLimit(1, TimeSpan.FromHours(1), 1)] });
            },
            token: TestTokens.Create(categories: TokenCategory.Content));
        await wb.Client.BuyerChat.GetChatsAsync(Cancellation);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.BuyerChat.GetChatsAsync(Cancellation));
    }

    [Fact]
    public async Task A_flag_that_comes_as_text_is_read()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":{"events":[{"chatID":"1:a","eventID":"e","isNewChat":"true"}]}}""");
        Assert.True((await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancellation)).Result?.Events[0].IsNewChat);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60 * 24)]
    public void Call_options_have_the_ranges_of_the_options(int hours)
    {
        using var wb = new FakeWildberries();
        Assert.Throws<ArgumentOutOfRangeException>("AttemptTimeout", () => wb.Client.With(new() { AttemptTimeout = TimeSpan.FromHours(hours) }));
        Assert.Throws<ArgumentOutOfRangeException>("TotalTimeout", () => wb.Client.With(new() { TotalTimeout = TimeSpan.FromHours(hours) }));
        Assert.Throws<ArgumentOutOfRangeException>("MaxRateLimitWait", () => wb.Client.With(new() { MaxRateLimitWait = TimeSpan.FromHours(hours) }));
    }

    private sealed class Store : IRateLimitStore
    {
        public Func<ValueTask<TimeSpan>> Take { get; init; } = () => default;

        public Func<ValueTask> Report { get; init; } = () => default;

        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => Take();

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) => default;

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) => default;

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) => Report();
    }

    private sealed class HangingVault : IWildberriesCredentialsProvider
    {
        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException();
        }
    }

    private sealed class Scripted(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return answer(request);
        }
    }
}
