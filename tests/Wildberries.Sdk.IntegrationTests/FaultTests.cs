using System.Net;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What can go wrong at WB: the exception that the caller sees, and how often the request arrived.</summary>
public sealed class FaultTests
{
    private const string Read = "GET /api/v1/seller/chats";
    private const string Write = "POST /api/v1/seller/message";
    private const int MaxRetries = 2;
    private const int AllAttempts = 1 + MaxRetries;

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["400"] = Case.Once<WildberriesBadRequestException>(Fault.Status(400, """{"title":"Bad Request"}""")),
        ["401"] = Case.Once<WildberriesUnauthorizedException>(Fault.Status(401)),
        ["402"] = Case.Once<WildberriesPaymentRequiredException>(Fault.Status(402)),
        ["403"] = Case.Once<WildberriesAccessException>(Fault.Status(403)),
        ["404"] = Case.Once<WildberriesNotFoundException>(Fault.Status(404)),
        ["409"] = Case.Once<WildberriesConflictException>(Fault.Status(409)),
        ["413"] = Case.Once<WildberriesRequestTooLargeException>(Fault.Status(413, "Request Entity Too Large", "text/plain")),
        ["422"] = Case.Once<WildberriesBadRequestException>(Fault.Status(422)),
        ["451"] = Case.Once<WildberriesUnavailableForLegalReasonsException>(Fault.Status(451)),
        ["408"] = Case.ReadsAgain<WildberriesApiException>(Fault.Status(408)),
        ["500"] = Case.ReadsAgain<WildberriesServerException>(Fault.Status(500, """{"title":"Internal Server Error"}""")),
        ["HTML 502"] = Case.ReadsAgain<WildberriesServerException>(Fault.Html(502)),
        ["reset"] = Case.ReadsAgain<WildberriesConnectionException>(Fault.Reset),
        ["no answer in time"] = Case.ReadsAgain<WildberriesTimeoutException>(Fault.Delay(Timeout.InfiniteTimeSpan)),
        ["reset after the message was taken"] =
            Case.ReadsAgain<WildberriesConnectionException>(Fault.Reset.AfterOperation()) with { Stored = 1 },
        ["500 after the message was taken"] =
            Case.ReadsAgain<WildberriesServerException>(Fault.Status(500).AfterOperation()) with { Stored = 1 },
        ["truncated body"] = Case.Once<WildberriesConnectionException>(Fault.TruncatedBody) with { Stored = 1 },
        ["stalled body"] = Case.Once<WildberriesTimeoutException>(Fault.StallInBody) with { Stored = 1 },
        ["malformed JSON"] = Case.Once<WildberriesResponseException>(Fault.MalformedJson) with { Stored = 1 },
        ["HTML 200"] = Case.Once<WildberriesResponseException>(Fault.Html(200)),
        ["empty 200"] = Case.Once<WildberriesResponseException>(Fault.Empty200()),
        ["empty 200, chunked"] = Case.Once<WildberriesResponseException>(Fault.Empty200(chunked: true)),
        ["null"] = Case.Once<WildberriesResponseException>(Fault.Status(200, " null\n", "application/json")),
        ["204"] = Case.Once<WildberriesResponseException>(Fault.Status(204)),
        ["429, two hours"] = Case.Once<WildberriesRateLimitException>(Fault.TooManyRequests(TimeSpan.FromHours(2))),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Calls { get; } = new([Read, Write], Cases.Keys);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_fault_has_its_exception_and_its_number_of_arrivals(string operation, string name)
    {
        Case expected = Cases[name];
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Always(operation, expected.Fault);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(shop, operation));

        Assert.IsType(expected.Exception, exception);
        Assert.Equal(operation == Read ? expected.ReadArrivals : 1, shop.Emulator.Requests.Count(operation));
        Assert.Equal(operation == Read ? 0 : expected.Stored, shop.Emulator.Chats.Sent.Count);
        Assert.Equal(operation == Read ? "BuyerChat.GetChats" : "BuyerChat.SendMessage", ((WildberriesApiException)exception).Operation);
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Write)]
    public async Task A_reset_in_the_body_is_a_broken_connection(string operation)
    {
        await using Shop shop = await OpenAsync(bodyIdleTimeout: TimeSpan.FromMinutes(10));
        shop.Emulator.Faults.Always(operation, Fault.ResetInBody);
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => CallAsync(shop, operation));
        Assert.Equal(1, shop.Emulator.Requests.Count(operation));
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Write)]
    public async Task A_redirect_is_not_followed(string operation)
    {
        await using RawServer elsewhere = new(_ => RawServer.Json("{}"));
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Always(operation, Fault.Redirect(new Uri(elsewhere.Address, "caught"), 307));

        var error = await Assert.ThrowsAsync<WildberriesApiException>(() => CallAsync(shop, operation));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.StatusCode);
        Assert.Equal(1, shop.Emulator.Requests.Count(operation));
        Assert.Equal(0, elsewhere.Connections);
    }

    public static MatrixTheoryData<string, string> Limits { get; } =
        new([Read, Write], ["1 s", "1,5", "-1", "abc", "99999999999", "no header"]);

    // A header that makes no sense is no header: then one interval of the operation's own limit (1 s) is waited for.
    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_short_429_is_waited_out(string operation, string header)
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next(operation, header switch
        {
            "1 s" => Fault.TooManyRequests(TimeSpan.FromSeconds(1)),
            "no header" => Fault.TooManyRequests(),
            _ => Fault.RetryHeader(header),
        });
        WildberriesResponseInfo? told = null;

        await CallAsync(shop, operation, new WildberriesCallOptions { OnResponse = info => told = info });

        Assert.Equal([429, 200], shop.Emulator.Requests.Of(operation).Select(request => request.Status));
        Assert.Equal(2, told?.Attempts);
        // The bucket was closed a little before the wait began, and on this clock a little is much; the unit tests are exact.
        Assert.InRange(told!.RateLimitWait, TimeSpan.FromSeconds(header == "1,5" ? 1 : 0.5), TimeSpan.FromSeconds(60));
        Assert.Equal(operation == Read ? 0 : 1, shop.Emulator.Chats.Sent.Count);
    }

    [Fact]
    public async Task A_long_429_fails_at_once_and_says_when_to_come_back()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next(Write, Fault.TooManyRequests(TimeSpan.FromHours(2)));
        var first = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => CallAsync(shop, Write));
        Assert.Equal(TimeSpan.FromHours(2), first.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);

        // The next one is not even sent.
        var second = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => CallAsync(shop, Write));
        Assert.InRange(second.RetryAfter!.Value, TimeSpan.FromHours(1.5), TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        Assert.Null(second.StatusCode);
        Assert.Equal(1, shop.Emulator.Requests.Count(Write));
    }

    [Fact]
    public async Task An_answer_that_is_late_but_in_time_is_taken()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next(Write, Fault.Delay(TimeSpan.FromSeconds(2)));
        await CallAsync(shop, Write);
        Assert.Single(shop.Emulator.Chats.Sent);
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Write)]
    public async Task A_caller_who_gives_up_in_the_middle_of_a_body_gets_a_cancellation(string operation)
    {
        await using Shop shop = await OpenAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        shop.Emulator.Faults.Always(operation, Fault.StallInBody);
        IBuyerChatApi api = shop.Client.With(new WildberriesCallOptions { OnResponse = _ => cancel.CancelAfter(10) }).BuyerChat;
        string sign = shop.Emulator.Chats.Find("1:a")!.ReplySign;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => operation == Read ? api.GetChatsAsync(cancel.Token) : api.SendMessageAsync(sign, "?", cancellationToken: cancel.Token));
        Assert.Equal(1, shop.Emulator.Requests.Count(operation));
    }

    private static async Task<Shop> OpenAsync(TimeSpan? bodyIdleTimeout = null)
    {
        Shop shop = await Shop.OpenAsync(clock: new FastClock(), sdk: (options, _) =>
        {
            options.Retry.MaxRetries = MaxRetries;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
            options.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.BodyIdleTimeout = bodyIdleTimeout ?? TimeSpan.FromSeconds(5);
        });
        shop.Emulator.Chats.BuyerWrites("1:a", "Пришёл не тот цвет");
        return shop;
    }

    private static Task CallAsync(Shop shop, string operation, WildberriesCallOptions? options = null)
    {
        IBuyerChatApi api = shop.Client.With(options ?? new WildberriesCallOptions()).BuyerChat;
        return operation == Read
            ? api.GetChatsAsync(Cancel)
            : api.SendMessageAsync(shop.Emulator.Chats.Find("1:a")!.ReplySign, "Здравствуйте!", cancellationToken: Cancel);
    }

    private sealed record Case(Fault Fault, Type Exception, int ReadArrivals)
    {
        /// <summary>How many messages the emulator has afterwards.</summary>
        public int Stored { get; init; }

        public static Case Once<TException>(Fault fault) => new(fault, typeof(TException), 1);

        public static Case ReadsAgain<TException>(Fault fault) => new(fault, typeof(TException), AllAttempts);
    }
}
