using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Tests.RateLimiting;
using static Wildberries.Sdk.IntegrationTests.FaultRow;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What can go wrong between a caller and WB. The tests hold each row, and docs/reliability.md shows them.</summary>
internal static class FaultTable
{
    private const int All = 1 + FaultStage.MaxRetries;
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const string HalfBody = """{"result":[{"chat""";

    public static IReadOnlyList<(string Title, IReadOnlyList<FaultRow> Rows)> Sections { get; } =
    [
        ("Connections", Connections()),
        ("Answers that do not come", Silences()),
        ("Answers that say success and are none", MalformedAnswers()),
        ("Answers that say failure", Failures()),
        ("Limits", Limits()),
        ("Tokens and clocks", TokensAndClocks()),
        ("Cancellation by the caller", Cancellations()),
    ];

    public static IReadOnlyDictionary<string, FaultRow> Rows { get; } =
        Sections.SelectMany(section => section.Rows).ToDictionary(row => row.Fault, StringComparer.Ordinal);

    private static Ending Once<T>()
        where T : Exception => Ending.Of<T>(1);

    private static Ending Again<T>()
        where T : Exception => Ending.Of<T>(All);

    private static FaultRow ReadsAgain<T>(string name, params Fact[] facts)
        where T : Exception => new(name) { Read = Again<T>(), Write = Once<T>(), Facts = facts };

    private static FaultRow BothOnce<T>(string name, params Fact[] facts)
        where T : Exception => new(name) { Read = Once<T>(), Write = Once<T>(), Facts = facts };

    private static FaultRow Answered(string name, int arrivals = 1) => new(name) { Read = Ending.Answer(arrivals), Write = Ending.Answer(arrivals) };

    private static FaultRow Taken(this FaultRow row) => row with { Write = row.Write with { Taken = true } };

    private static IReadOnlyList<FaultRow> Connections() =>
    [
        new("The connection is refused")
        {
            Read = Ending.Of<WildberriesConnectionException>(0) with { Attempts = All },
            Write = Ending.Of<WildberriesConnectionException>(0) with { Attempts = All },
            Facts = [Fact.Cause<HttpRequestException>()],
        },
        new("The connection is reset before the request is read to its end")
        {
            OnConnection = async (connection, cancellationToken) =>
            {
                await connection.ReceiveAsync(new byte[1], cancellationToken);
                return await RawServer.Reset(connection, cancellationToken);
            },
            Read = Ending.Of<WildberriesConnectionException>(0) with { Attempts = All },
            Write = Ending.Of<WildberriesConnectionException>(0) with { Attempts = 1 },
        },
        ReadsAgain<WildberriesConnectionException>("The connection is reset instead of an answer") with { AtEmulator = Fault.Reset },
        ReadsAgain<WildberriesConnectionException>("The same, after WB has carried the request out").Taken() with
        {
            AtEmulator = Fault.Reset.AfterOperation(),
        },
        ReadsAgain<WildberriesConnectionException>("The connection is closed in order instead of an answer") with { AtServer = (_, _) => RawServer.Close },
        ReadsAgain<WildberriesConnectionException>("The connection is closed within the answer's header") with { AtServer = (_, _) => RawServer.HalfHeader },
        Answered("A pooled connection was closed while it was idle") with
        {
            Before = async stage =>
            {
                await stage.WarmUpAsync(RawServer.TextAndClose("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
                await stage.ClosingArrivedAsync();
            },
            AtServer = (_, arrival) => FaultStage.Good(arrival),
        },
        new("A pooled connection is closed when the request has come")
        {
            Before = stage => stage.WarmUpAsync(),
            AtServer = (_, arrival) => arrival.OnConnection > 1 ? RawServer.Close : FaultStage.Good(arrival),
            Read = Ending.Answer(2),
            Write = Once<WildberriesConnectionException>(),
        },
        ReadsAgain<WildberriesConnectionException>("WB does not speak HTTP") with { AtServer = (_, _) => RawServer.TextAndClose("SSH-2.0-OpenSSH_9.2\r\n\r\n") },
        ReadsAgain<WildberriesConnectionException>("The connection is reset within the body").Taken() with { AtEmulator = Fault.ResetInBody },
        ReadsAgain<WildberriesConnectionException>("The body ends before its announced length").Taken() with { AtEmulator = Fault.TruncatedBody },
        ReadsAgain<WildberriesConnectionException>("A chunked body ends before its last chunk") with
        {
            AtServer = (_, _) => RawServer.TextAndClose($"{Json}Transfer-Encoding: chunked\r\n\r\n12\r\n{HalfBody}\r\n"),
        },
    ];

    private static IReadOnlyList<FaultRow> Silences() =>
    [
        ReadsAgain<WildberriesTimeoutException>("No answer", Fact.Timeout("AttemptTimeout", FaultStage.AttemptTimeout)) with
        {
            AtEmulator = Fault.Delay(Timeout.InfiniteTimeSpan),
            Stalls = true,
        },
        ReadsAgain<WildberriesTimeoutException>("A header that stalls", Fact.Timeout("AttemptTimeout", FaultStage.AttemptTimeout)) with
        {
            AtServer = (_, _) => RawServer.TextAndSilence(Json),
            Stalls = true,
        },
        ReadsAgain<WildberriesTimeoutException>("A body that stalls", Fact.Timeout("BodyIdleTimeout", FaultStage.BodyIdleTimeout)).Taken() with
        {
            AtEmulator = Fault.StallInBody,
            Stalls = true,
        },
        ReadsAgain<WildberriesServerException>("A 502 whose body stalls", Fact.Status(502), Fact.Title("Bad Gateway")) with
        {
            AtServer = (_, _) => RawServer.TextAndSilence(
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html><title>Bad Gateway</title>"),
            Stalls = true,
        },
    ];

    private static IReadOnlyList<FaultRow> MalformedAnswers() =>
    [
        BothOnce<WildberriesResponseException>("JSON that stops in the middle", Fact.Status(200), Fact.Cause<JsonException>()).Taken() with
        {
            AtEmulator = Fault.MalformedJson,
        },
        BothOnce<WildberriesResponseException>("JSON of another shape", Fact.Status(200), Fact.Cause<JsonException>()) with
        {
            AtServer = (_, _) => RawServer.Json("[1,2,3]"),
        },
        BothOnce<WildberriesResponseException>("JSON that is `null`", Fact.Status(200), Fact.Says("its body is empty")) with
        {
            AtServer = (_, _) => RawServer.Json("null"),
        },
        Answered("JSON that is called `text/plain`") with
        {
            AtServer = (_, arrival) => RawServer.Answer("200 OK", FaultStage.GoodBody(arrival), "text/plain"),
        },
        Answered("JSON of an unknown charset") with
        {
            AtServer = (_, arrival) => RawServer.Answer("200 OK", FaultStage.GoodBody(arrival), "application/json; charset=wb"),
        },
        BothOnce<WildberriesResponseException>("A web page of a proxy, as 200", Fact.Status(200), Fact.Cause<JsonException>()) with { AtEmulator = Fault.Html(200) },
        BothOnce<WildberriesResponseException>("A text, as 200", Fact.Status(200)) with { AtServer = (_, _) => RawServer.Answer("200 OK", "all is well", "text/plain") },
        BothOnce<WildberriesResponseException>("No body, as 200", Fact.Status(200), Fact.Says("its body is empty")) with { AtEmulator = Fault.Empty200() },
        BothOnce<WildberriesResponseException>("No body, as 200 in chunks", Fact.Status(200), Fact.Says("its body is empty")) with
        {
            AtEmulator = Fault.Empty200(chunked: true),
        },
        BothOnce<WildberriesResponseException>("204", Fact.Status(204), Fact.Says("its body is empty")) with { AtEmulator = Fault.Status(204) },
        ReadsAgain<WildberriesResponseException>("A body that says it is gzip and is not", Fact.Says("its compression is broken")) with
        {
            AtServer = (_, arrival) => RawServer.Answer("200 OK", FaultStage.GoodBody(arrival), headers: "Content-Encoding: gzip"),
        },

        // .NET takes what it has unpacked by then for the whole body.
        BothOnce<WildberriesResponseException>("A body in gzip that is cut off, as its length says", Fact.Status(200), Fact.Cause<JsonException>()) with
        {
            AtServer = (_, arrival) => RawServer.Answer("200 OK", Gzip(FaultStage.GoodBody(arrival))[..^20], "application/json", "Content-Encoding: gzip"),
        },
        Answered("Rate-limit headers that make no sense") with
        {
            AtServer = (_, arrival) => RawServer.Answer(
                "200 OK",
                FaultStage.GoodBody(arrival),
                headers: ["X-Ratelimit-Remaining: -7", "X-Ratelimit-Limit: 99999999999999999999", "X-Ratelimit-Retry: soon", "X-Ratelimit-Reset: NaN"]),
        },
    ];

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static IReadOnlyList<FaultRow> Failures() =>
    [
        BothOnce<WildberriesBadRequestException>("400", Fact.Status(400), Fact.Title("Bad Request"), Fact.Fault("message", "too long")) with
        {
            AtEmulator = Fault.Status(400, """{"title":"Bad Request","errors":[{"field":"message","message":"too long"}]}"""),
        },
        BothOnce<WildberriesBadRequestException>("400 with a body of 10 MB", Fact.Status(400), Fact.Title("Bad Request")) with
        {
            AtServer = (_, _) => TenMegabytes,
        },
        BothOnce<WildberriesUnauthorizedException>("401", Fact.Status(401)) with { AtEmulator = Fault.Status(401) },
        BothOnce<WildberriesPaymentRequiredException>("402", Fact.Status(402)) with { AtEmulator = Fault.Status(402) },
        BothOnce<WildberriesAccessException>("403", Fact.Status(403)) with { AtEmulator = Fault.Status(403) },
        BothOnce<WildberriesNotFoundException>("404", Fact.Status(404)) with { AtEmulator = Fault.Status(404) },
        ReadsAgain<WildberriesApiException>("408", Fact.Status(408)) with { AtEmulator = Fault.Status(408) },
        BothOnce<WildberriesConflictException>("409", Fact.Status(409)) with { AtEmulator = Fault.Status(409) },
        BothOnce<WildberriesRequestTooLargeException>("413", Fact.Status(413)) with { AtEmulator = Fault.Status(413, "Request Entity Too Large", "text/plain") },
        BothOnce<WildberriesBadRequestException>("422", Fact.Status(422)) with { AtEmulator = Fault.Status(422) },
        BothOnce<WildberriesUnavailableForLegalReasonsException>("451", Fact.Status(451)) with { AtEmulator = Fault.Status(451) },
        ReadsAgain<WildberriesServerException>("500 again and again", Fact.Status(500), Fact.Title("Internal Server Error")) with
        {
            AtEmulator = Fault.Status(500, """{"title":"Internal Server Error"}"""),
        },
        ReadsAgain<WildberriesServerException>("500 after WB has carried the request out", Fact.Status(500)).Taken() with
        {
            AtEmulator = Fault.Status(500).AfterOperation(),
        },
        new("503 twice, then all is well")
        {
            AtServer = (_, arrival) => arrival.Number <= 2 ? RawServer.Answer("503 Service Unavailable", "") : FaultStage.Good(arrival),
            Read = Ending.Answer(3),
            Write = Once<WildberriesServerException>(),
            Facts = [Fact.Status(503)],
        },
        ReadsAgain<WildberriesServerException>("A web page of a proxy, as 502", Fact.Status(502), Fact.Title("502")) with { AtEmulator = Fault.Html(502) },
        BothOnce<WildberriesApiException>("A redirect to another host, which is not followed", Fact.Status(307)) with
        {
            AtServer = (stage, _) => RawServer.Answer("307 Temporary Redirect", "", headers: $"Location: {stage.Elsewhere.Address}caught"),
        },
    ];

    private static Reply TenMegabytes { get; } = RawServer.Answer(
        "400 Bad Request", $$"""{"title":"Bad Request","detail":"{{new string('я', 5 * 1024 * 1024)}}"}""");

    private static IReadOnlyList<FaultRow> Limits() =>
    [
        Limited("429, `X-Ratelimit-Retry: 0.3`", 0.3, "0.3"),
        Limited("429, `X-Ratelimit-Retry: 1,5` (a decimal comma)", 1.5, "1,5"),
        Limited("429, `X-Ratelimit-Retry: 60`", 60, "60") with { Speed = 200 },
        Limited("429 without a header: the operation's own interval holds", 1, null),
        Limited("429, `X-Ratelimit-Retry: -1`: as without", 1, "-1"),
        Limited("429, `X-Ratelimit-Retry: soon`: as without", 1, "soon"),
        Limited("429, `X-Ratelimit-Retry: 99999999999`: as without", 1, "99999999999"),
        Limited("429, `Retry-After: 2`, as proxies say it", 2, "2", "Retry-After"),
        BothOnce<WildberriesRateLimitException>("429 for longer than the call may wait", Fact.Status(429), Fact.RetryAfter(TimeSpan.FromHours(2))) with
        {
            AtServer = (_, _) => TooMany("7200"),
        },
        new("429 again and again, 0.3 s each")
        {
            AtServer = (_, _) => TooMany("0.3"),
            Read = Again<WildberriesRateLimitException>(),
            Write = Again<WildberriesRateLimitException>(),
            Facts = [Fact.Status(429), Fact.RetryAfter(TimeSpan.FromSeconds(0.3))],
            Apart = TimeSpan.FromSeconds(0.3),
        },
    ];

    private static FaultRow Limited(string name, double seconds, string? value, string header = "X-Ratelimit-Retry") => Answered(name, arrivals: 2) with
    {
        AtServer = (_, arrival) => arrival.Number == 1 ? TooMany(value, header) : FaultStage.Good(arrival),
        Apart = TimeSpan.FromSeconds(seconds),
    };

    private static Reply TooMany(string? value, string header = "X-Ratelimit-Retry") =>
        RawServer.Answer("429 Too Many Requests", """{"title":"too many requests"}""", headers: value is null ? [] : [$"{header}: {value}"]);

    private static IReadOnlyList<FaultRow> TokensAndClocks() =>
    [
        BothOnce<WildberriesUnauthorizedException>("The token was withdrawn", Fact.Status(401)) with
        {
            AtEmulator = Fault.Delay(TimeSpan.Zero),
            Before = stage => Now(stage.Revoke),
        },
        Answered("The token was withdrawn, and another one has taken its place") with
        {
            AtEmulator = Fault.Delay(TimeSpan.Zero),
            Before = stage => Now(() =>
            {
                stage.Revoke();
                stage.Rotate();
            }),
        },
        new("The token has expired")
        {
            AtServer = (_, arrival) => FaultStage.Good(arrival),
            Before = stage => Now(() => stage.Rotate(stage.Clock.GetUtcNow().AddMinutes(-1))),
            Read = Ending.Of<WildberriesUnauthorizedException>(0),
            Write = Ending.Of<WildberriesUnauthorizedException>(0),
            Facts = [Fact.Status(null), Fact.Says("was not sent")],
        },
        new("The clock is set forward beyond the token's expiry while a 429 is waited out")
        {
            AtServer = (stage, _) =>
            {
                stage.Clock.Step(TimeSpan.FromDays(30));
                return TooMany("1");
            },
            Before = stage => Now(() => stage.Rotate(stage.Clock.GetUtcNow().AddDays(1))),

            // The second attempt is refused before it is sent.
            Read = Once<WildberriesUnauthorizedException>() with { Attempts = 2 },
            Write = Once<WildberriesUnauthorizedException>() with { Attempts = 2 },
            Facts = [Fact.Says("the token expired")],
        },
        Stepped("The clock is set back by a day while a 429 is waited out", TimeSpan.FromDays(-1)),
        Stepped("The clock is set forward by a day while a 429 is waited out", TimeSpan.FromDays(1)),
    ];

    private static FaultRow Stepped(string name, TimeSpan step) => Answered(name, arrivals: 2) with
    {
        AtServer = (stage, arrival) =>
        {
            if (arrival.Number > 1)
                return FaultStage.Good(arrival);
            stage.Clock.Step(step);
            return TooMany("1");
        },
        Apart = TimeSpan.FromSeconds(1),
    };

    private static IReadOnlyList<FaultRow> Cancellations() =>
    [
        new("Before the call")
        {
            AtServer = (_, arrival) => FaultStage.Good(arrival),
            Before = stage => stage.Caller.CancelAsync(),
            Read = Ending.Of<OperationCanceledException>(0),
            Write = Ending.Of<OperationCanceledException>(0),
        },
        BothOnce<OperationCanceledException>("While the call waits for its limit after a 429") with
        {
            AtServer = (_, _) => TooMany("60"),
            Meanwhile = async stage =>
            {
                await Until.True(() => stage.Limiter.Waiting == 1);
                await stage.Caller.CancelAsync();
            },
        },
        BothOnce<OperationCanceledException>("While WB has not answered") with
        {
            AtServer = (stage, _) => Cancelling(stage, ""),
        },
        BothOnce<OperationCanceledException>("Within the answer's header") with
        {
            AtServer = (stage, _) => Cancelling(stage, Json),
        },
        BothOnce<OperationCanceledException>("Within the answer's body") with
        {
            AtServer = (_, _) => RawServer.TextAndSilence($"{Json}Content-Length: 1000\r\n\r\n{HalfBody}"),
            Meanwhile = async stage =>
            {
                await Until.True(() => stage.HeaderArrived);
                await stage.Caller.CancelAsync();
            },
        },
    ];

    private static Reply Cancelling(FaultStage stage, string text) => async (connection, cancellationToken) =>
    {
        Task<bool> silence = RawServer.TextAndSilence(text)(connection, cancellationToken);
        await stage.Caller.CancelAsync();
        return await silence;
    };

    private static Task Now(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
