using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.Http;

public sealed class PipelineTests
{
    private const string Sent = """{"result":{"addTime":1712848270018,"chatID":"1:a"},"errors":[]}""";

    [Fact]
    public async Task A_call_carries_the_token_to_the_operations_host_and_leaves_it_nowhere()
    {
        string token = TestTokens.Create();
        using var wb = new FakeWildberries(options => options.ClientSecret = "my-secret", token: token);
        await wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken);

        FakeWildberries.Arrival arrival = Assert.Single(wb.Arrivals);
        Assert.Equal("https://common-api.wildberries.ru/api/v1/seller-info", arrival.Uri.AbsoluteUri);
        Assert.Equal(token, arrival.Token);
        Assert.Equal("my-secret", arrival.ClientSecret);
        Assert.False(arrival.Request.Headers.Contains("Authorization"));
        Assert.False(arrival.Request.Headers.Contains("X-Client-Secret"));
    }

    [Fact]
    public async Task A_missing_category_is_refused_before_the_network()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(categories: TokenCategory.Content | TokenCategory.Prices));
        var refusal = await Assert.ThrowsAsync<WildberriesAccessException>(
            () => wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));

        Assert.Empty(wb.Arrivals);
        Assert.Equal(TokenCategory.BuyersChat, refusal.RequiredCategory);
        Assert.Equal(TokenCategory.Content | TokenCategory.Prices, refusal.TokenCategories);
        Assert.Contains("BuyersChat", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.StatusCode);
    }

    [Fact]
    public async Task A_read_only_token_reads_but_does_not_write()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(readOnly: true));
        wb.Answer(HttpStatusCode.OK, """{"result":[],"errors":null}""");
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_token_of_a_type_that_the_operation_does_not_take_is_refused()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Personal));
        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => wb.Client.Common.GetJamSubscriptionAsync(TestContext.Current.CancellationToken));
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task A_test_token_is_refused_by_production_and_another_by_the_sandbox()
    {
        using var wb = new FakeWildberries();
        IWildberriesClientFactory factory = wb.Services.GetRequiredService<IWildberriesClientFactory>();
        var production = await Assert.ThrowsAsync<WildberriesAccessException>(
            () => factory.Create(TestTokens.Create(TokenType.Test)).Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.Contains("sandbox", production.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WildberriesAccessException>(() => factory
            .Create(TestTokens.Create(TokenType.Personal), WildberriesEnvironment.Sandbox).Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(expiresAt: new DateTimeOffset(2026, 11, 23, 8, 59, 59, TimeSpan.Zero)));
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(
            () => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task A_token_that_expires_during_the_wait_is_refused_after_it()
    {
        using var wb = new FakeWildberries(
            options => options.MaxRateLimitWait = TimeSpan.FromHours(2),
            token: TestTokens.Create(TokenType.Base, expiresAt: new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero)));
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        Task<ChatsResponse> second = wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => wb.Elapse(second, TimeSpan.FromSeconds(30)));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_read_is_repeated_after_failures_and_gives_the_answer()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadGateway, "<html><title>502</title></html>", "text/html")
            .Fail(() => new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer(HttpStatusCode.OK, """{"name":"Flax","sid":"s"}""");
        Assert.Equal("Flax", (await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken))).Name);
        Assert.Equal(3, wb.Arrivals.Count);
        Assert.All(wb.Arrivals, arrival => Assert.NotNull(arrival.Token));
    }

    [Fact]
    public async Task A_read_gives_up_after_its_retries_with_WBs_last_word()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 2);
        for (int i = 0; i < 3; i++)
            wb.Answer(HttpStatusCode.InternalServerError, $$"""{"title":"t{{i}}"}""");
        var error = await Assert.ThrowsAsync<WildberriesServerException>(
            () => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("t2", error.Title);
        Assert.Equal(3, wb.Arrivals.Count);
    }

    public static TheoryData<string> NotRepeatedWrites => ["500", "408", "reset", "ended", "timeout"];

    [Theory]
    [MemberData(nameof(NotRepeatedWrites))]
    public async Task A_write_that_WB_may_have_taken_is_not_repeated(string failure)
    {
        using var wb = new FakeWildberries(options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        switch (failure)
        {
            case "reset":
                wb.Fail(() => new HttpRequestException("reset", new IOException("connection reset")));
                break;
            case "ended":
                wb.Fail(() => new HttpRequestException(HttpRequestError.ResponseEnded));
                break;
            case "timeout":
                wb.Answer(async (_, cancellationToken) =>
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    throw new InvalidOperationException();
                });
                break;
            default:
                wb.Answer((HttpStatusCode)int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }

        await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(
            wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Single(wb.Arrivals);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_write_that_was_never_sent_is_repeated(HttpRequestError error)
    {
        using var wb = new FakeWildberries();
        wb.Fail(() => new HttpRequestException(error)).Answer(HttpStatusCode.OK, Sent);
        SendMessageResponse response = await wb.Elapse(
            wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("1:a", response.Result?.ChatId);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_write_is_repeated_after_a_429_when_WB_says()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "1,5")).Answer(HttpStatusCode.OK, Sent);
        await wb.Elapse(wb.Client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(2, wb.Arrivals.Count);
        TimeSpan apart = wb.Arrivals[1].At - wb.Arrivals[0].At;
        Assert.InRange(apart, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.7));
        Assert.Equal(wb.Arrivals[0].Body?.Length, wb.Arrivals[1].Body?.Length);
    }

    [Fact]
    public async Task A_429_closes_the_bucket_for_other_clients_of_the_seller_and_for_nobody_else()
    {
        string token = TestTokens.Create(sellerId: "11111111-1111-4111-8111-111111111111");
        string other = TestTokens.Create(sellerId: "22222222-2222-4222-8222-222222222222");
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        IWildberriesClientFactory factory = wb.Services.GetRequiredService<IWildberriesClientFactory>();
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "7200"));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => factory.Create(token).BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));

        var refusal = await Assert.ThrowsAsync<WildberriesRateLimitException>(
            () => factory.Create(token).BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));
        Assert.InRange(refusal.RetryAfter!.Value, TimeSpan.FromSeconds(7199), TimeSpan.FromSeconds(7201));
        await factory.Create(other).BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        await factory.Create(token).BuyerChat.GetEventsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_429_with_a_long_wait_fails_at_once_with_WBs_details()
    {
        using var wb = new FakeWildberries();
        wb.Answer(
            HttpStatusCode.TooManyRequests,
            """{"title":"too many requests","detail":"limited by c122","requestId":"9d3c"}""",
            "application/problem+json",
            ("X-Ratelimit-Retry", "6249"));
        var error = await Assert.ThrowsAsync<WildberriesRateLimitException>(
            () => wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(6249), error.RetryAfter);
        Assert.Equal("9d3c", error.RequestId);
        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task The_wait_budget_of_a_call_can_be_its_own()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        IWildberriesClient impatient = wb.Client.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.Zero });
        var refusal = await Assert.ThrowsAsync<WildberriesRateLimitException>(
            () => impatient.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));
        Assert.InRange(refusal.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));

        IWildberriesClient patient = wb.Client.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromHours(2) });
        await wb.Elapse(patient.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken), TimeSpan.FromMinutes(1));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task One_request_a_minute_fits_the_wait_that_holds_by_default()
    {
        // The answers come at once: the second call has to wait for the whole minute and the distance kept beyond it.
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, "{}").Answer(HttpStatusCode.OK, "{}");
        await wb.Client.Finance.GetBalanceAsync(TestContext.Current.CancellationToken);
        await wb.Elapse(wb.Client.Finance.GetBalanceAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task Call_options_tell_about_the_answer()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.OK, "{}", headers: ("X-Ratelimit-Remaining", "7"));
        WildberriesResponseInfo? told = null;
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { OnResponse = info => told = info });
        await wb.Elapse(client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(told);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Equal(7, told.RateLimit.Remaining);
        Assert.Equal(2, told.Attempts);
        Assert.Equal("Common.GetSellerInfo", told.Operation.Name);
    }

    [Fact]
    public async Task A_write_may_be_repeated_when_the_caller_says_so()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.InternalServerError).Answer(HttpStatusCode.OK, Sent);
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { RetryWrites = true });
        await wb.Elapse(client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task An_attempt_that_is_not_answered_times_out()
    {
        using var wb = new FakeWildberries(options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(3);
            options.Retry.MaxRetries = 1;
        });
        for (int i = 0; i < 2; i++)
        {
            wb.Answer(async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            });
        }

        var timeout = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(TimeSpan.FromSeconds(3), timeout.Timeout);
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_total_timeout_ends_waits_and_repeats()
    {
        using var wb = new FakeWildberries(options => options.TotalTimeout = TimeSpan.FromSeconds(5), token: TestTokens.Create(TokenType.Base));
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        IWildberriesClient patient = wb.Client.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromHours(2) });
        var timeout = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => wb.Elapse(patient.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(TimeSpan.FromSeconds(5), timeout.Timeout);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_body_that_stalls_times_out()
    {
        using var wb = new FakeWildberries(options =>
        {
            options.BodyIdleTimeout = TimeSpan.FromSeconds(4);
            options.Retry.MaxRetries = 0;
        });
        wb.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream()) }));
        var timeout = await Assert.ThrowsAsync<WildberriesTimeoutException>(
            () => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(TimeSpan.FromSeconds(4), timeout.Timeout);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        using var wb = new FakeWildberries();
        using var cancel = new CancellationTokenSource();
        wb.Answer(async (_, cancellationToken) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wb.Client.Common.GetSellerInfoAsync(cancel.Token));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_broken_connection_and_a_broken_answer_have_types_of_their_own()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Fail(() => new HttpRequestException(HttpRequestError.ConnectionError));
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        wb.Answer(HttpStatusCode.OK, """{"name":"x""");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        wb.Answer(HttpStatusCode.OK, "<html>proxy login</html>", "text/html");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_redirect_is_an_error_and_not_followed()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer(HttpStatusCode.Found, headers: ("Location", "https://evil.example/"));
        var error = await Assert.ThrowsAsync<WildberriesApiException>(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Found, error.StatusCode);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public void A_primary_handler_that_follows_redirects_is_refused()
    {
        using var wb = new FakeWildberries(options => options.UsePrimaryHandler(() => new SocketsHttpHandler()));
        Assert.Contains("AllowAutoRedirect", Assert.Throws<InvalidOperationException>(() => wb.Client).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_goes_out_as_servers_expect_a_form()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, Sent);
        await wb.Client.BuyerChat.SendMessageAsync(
            "1:a:b",
            "Привет ----MyGreatBoundary",
            [new ByteArrayPart([1, 2, 3], "Чек 1.pdf", "application/pdf")],
            TestContext.Current.CancellationToken);
        FakeWildberries.Arrival arrival = Assert.Single(wb.Arrivals);
        Assert.Contains("name=\"replySign\"", arrival.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"message\"", arrival.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"Чек 1.pdf\"", arrival.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", arrival.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("MyGreatBoundary", arrival.ContentHeaders, StringComparison.Ordinal);
        Assert.Matches("boundary=[0-9a-f]{32}", arrival.ContentHeaders);
    }

    [Fact]
    public async Task An_interface_of_ones_own_runs_through_the_whole_pipeline()
    {
        using var wb = new FakeWildberries(options => options.AddApi<IDocumentsApi>(DocumentsJsonContext.Default));
        wb.Answer(HttpStatusCode.OK, "[1,2]");
        IDocumentsApi api = wb.Client.Api<IDocumentsApi>();
        long[] ids = await api.GetIdsAsync(new DateOnly(2026, 1, 2), TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], ids);
        Assert.Equal("https://documents-api.wildberries.ru/api/v1/ids?from=2026-01-02", wb.Arrivals[0].Uri.AbsoluteUri);

        var refusal = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client
            .With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.Zero }).Api<IDocumentsApi>().GetIdsAsync(default, TestContext.Current.CancellationToken));
        Assert.InRange(refusal.RetryAfter!.Value, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(11));

        await api.DeleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", wb.Arrivals[1].Body);
    }

    [Fact]
    public async Task An_unregistered_interface_is_refused_with_the_way_out()
    {
        using var wb = new FakeWildberries();
        var error = Assert.Throws<InvalidOperationException>(() => wb.Client.Api<IDocumentsApi>());
        Assert.Contains("AddWildberriesApi<IDocumentsApi>", error.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_operation_can_be_overridden()
    {
        using var wb = new FakeWildberries(
            options => options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with
            {
                Category = TokenCategory.Content,
                RateLimits = [new RateLimit(1, TimeSpan.FromHours(1), 1)],
            }),
            token: TestTokens.Create(categories: TokenCategory.Content));
        await wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken));
    }

    [WildberriesApi("https://documents-api.wildberries.ru")]
    internal interface IDocumentsApi
    {
        [Get("/api/v1/ids")]
        [Operation(TokenCategory.Documents, OperationAccess.Read)]
        [RateLimit(1, 10, 1)]
        Task<long[]> GetIdsAsync(DateOnly? from, CancellationToken cancellationToken = default);

        [Get("/api/v1/delete")]
        [Operation(TokenCategory.Documents, OperationAccess.Write)]
        Task DeleteAsync(CancellationToken cancellationToken = default);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(long[]))]
internal sealed partial class DocumentsJsonContext : System.Text.Json.Serialization.JsonSerializerContext;
