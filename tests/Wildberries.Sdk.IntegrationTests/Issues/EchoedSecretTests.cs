using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests.Issues;

/// <summary>
/// Servers whose answers break the protocol, or quote what they were sent in some disguise: nothing of it stands in an exception, its causes, or a log. Every
/// operation is called.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class EchoedSecretTests(ITestOutputHelper output)
{
    private const string BuyersWords = "Пришёл не тот цвет, очень жаль, позвоните 79990000001";
    private const string ProxyPassword = "pass-of-the-proxy-77";

    // What quotes the texts in its place: TEXT stands for the secrets, one after the other.
    private static readonly Dictionary<string, string> Malformed = new()
    {
        ["status line"] = "TEXT\r\n\r\n",
        ["status code"] = "HTTP/1.1 TEXT\r\nContent-Length: 0\r\n\r\n",
        ["version"] = "HTTP/TEXT 200 OK\r\n\r\n",
        ["header line"] = "HTTP/1.1 200 OK\r\nTEXT\r\n\r\n",
        ["header name"] = "HTTP/1.1 200 OK\r\nX (TEXT): y\r\n\r\n",
        ["chunk header"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nTEXT\r\n",
        ["end of a chunk"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[TEXT\r\n",
        ["trailer"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n0\r\nTEXT\r\n\r\n",
        ["length"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: TEXT\r\n\r\n{",
        ["reason"] = "HTTP/1.1 400 TEXT\r\nContent-Length: 0\r\n\r\n",
        ["literal"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{\"result\":tTEXT",
        ["name"] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{\"TEXT\":[}",
    };

    private static readonly Dictionary<string, Func<string, string>> Disguises = new()
    {
        ["as it is"] = text => text,
        ["in an address"] = text => string.Concat(text.Select(c => FormattableString.Invariant($"%{(int)c:x2}"))),
        ["in an address twice"] = text => Uri.EscapeDataString(string.Concat(text.Select(c => FormattableString.Invariant($"%{(int)c:X2}")))),
        ["in JSON"] = text => string.Concat(text.Select(c => FormattableString.Invariant($"\\u{(int)c:x4}"))),
        ["in HTML"] = text => string.Concat(text.Select(c => FormattableString.Invariant($"&#{(int)c};"))),
        ["in HTML, hex"] = text => string.Concat(text.Select(c => FormattableString.Invariant($"&#x{(int)c:X};"))),
        ["in base64"] = text => Convert.ToBase64String(Encoding.ASCII.GetBytes(text)),
        ["in base64, after something"] = text => Convert.ToBase64String(Encoding.ASCII.GetBytes("Bearer " + text)),
        ["in base64url, after something"] = text => Convert.ToBase64String(Encoding.ASCII.GetBytes("t=" + text)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        ["in hex"] = text => Convert.ToHexString(Encoding.ASCII.GetBytes(text)),
        ["in hex, with dashes"] = text => BitConverter.ToString(Encoding.ASCII.GetBytes(text)),
        ["in capitals"] = text => text.ToUpperInvariant(),
        ["in small letters"] = text => text.ToLowerInvariant(),
        ["broken by spaces"] = text => string.Join(' ', text.Chunk(7).Select(part => new string(part))),
        ["broken by line breaks"] = text => string.Join("\\r\\n", text.Chunk(30).Select(part => new string(part))),
        ["cut"] = text => text[..(text.Length - 5)],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_malformed_answer_to_any_operation_gets_a_secret_into_what_is_told() => await RunAsync(
        [.. Malformed.Keys],
        (way, token, secret) => RawServer.TextAndClose(Malformed[way].Replace("TEXT", $"{token} {secret} {Written(way)}", StringComparison.Ordinal)));

    [Fact]
    public async Task No_disguise_in_an_error_gets_a_secret_into_what_is_told() => await RunAsync(
        [.. Disguises.Keys],
        (way, token, secret) =>
        {
            string Disguised(string text) => Disguises[way](text);
            string signature = token.Split('.')[2];
            return RawServer.Answer(
                "422 Unprocessable Entity",
                $"you sent {Disguised(token)} and {Disguised(secret)}, whose signature is {Disguised(signature)}",
                "text/plain",
                $"X-Request-Id: {Disguised(secret)}");
        });

    [Fact]
    public async Task The_password_of_a_proxy_in_the_environment_stands_in_no_exception()
    {
        await using RawServer server = new(_ => RawServer.Answer("403 Forbidden", "", headers: [$"X-Echo: {ProxyPassword}"]));
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            // What HTTPS_PROXY=http://user:password@... becomes in .NET.
            HttpClient.DefaultProxy = new EnvironmentProxy(new UriBuilder(server.Address) { UserName = "user", Password = ProxyPassword }.Uri);
            var clock = new FastClock();
            var options = new WildberriesOptions();
            options.Retry.MaxRetries = 0;
            using var runtime = new WildberriesRuntime(
                options, clock, new RequestRateLimiter(new InMemoryRateLimitStore(clock), clock), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            var client = new WildberriesClient(
                runtime, new Seller(new FixedCredentialsProvider(new WildberriesCredentials(TestTokens.Create())), WildberriesEnvironment.Production));
            var failure = await Assert.ThrowsAsync<WildberriesConnectionException>(() => client.Common.GetSellerInfoAsync(Cancel));
            Assert.NotEmpty(server.Arrivals);
            Assert.Equal(Delivery.NotSent, failure.Delivery);
            Assert.All(ExceptionTexts.Of(failure), text => Assert.DoesNotContain(ProxyPassword, text, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task What_is_known_to_be_safe_is_told()
    {
        await using RawServer server = new(arrival => arrival.Number switch
        {
            1 => RawServer.TextAndClose("nonsense\r\n\r\n"),
            2 => RawServer.TextAndClose("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"result\":[\n{\"chatID\":tru}]}"),
            _ => RawServer.Close,
        });
        using WildberriesClient client = WildberriesClient.Create(TestTokens.Create(sellerId: Guid.NewGuid().ToString()), options =>
        {
            options.EmulatorAddress = server.Address;
            options.Retry.MaxRetries = 0;
        });
        var protocol = await Assert.ThrowsAsync<WildberriesConnectionException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Equal(HttpRequestError.InvalidResponse, Assert.IsType<HttpRequestException>(protocol.InnerException).HttpRequestError);
        Assert.Equal("The connection to WB failed during BuyerChat.GetChats: the answer is not valid HTTP", protocol.Message);

        var response = await Assert.ThrowsAsync<WildberriesResponseException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        var json = Assert.IsType<System.Text.Json.JsonException>(response.InnerException);
        Assert.StartsWith("$.result[0]", json.Path, StringComparison.Ordinal);
        Assert.Equal(1, json.LineNumber);
        Assert.NotNull(json.BytePositionInLine);

        var ended = await Assert.ThrowsAsync<WildberriesConnectionException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(ended.InnerException).HttpRequestError);
    }

    private static string Written(string way) => way is "literal" ? BuyersWords : "";

    private async Task RunAsync(string[] ways, Func<string, string, string, Reply> answer)
    {
        using var listener = new Listener();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(listener));
        string way = "", token = "", secret = "";
        await using RawServer server = new(_ => answer(way, token, secret));
        var options = new WildberriesOptions { EmulatorAddress = server.Address, IncludeSellerIdInTelemetry = true };
        options.Retry.MaxRetries = 0;
        TimeProvider clock = TimeProvider.System;
        using var runtime = new WildberriesRuntime(
            options, clock, new RequestRateLimiter(new InMemoryRateLimitStore(clock), clock), loggers.CreateLogger("Wildberries.Sdk"));
        int failures = 0;
        foreach (WildberriesOperation operation in WildberriesOperations.All)
        {
            foreach (string next in ways)
            {
                way = next;
                token = TestTokens.Create(Samples.TokenTypeFor(operation), sellerId: Guid.NewGuid().ToString());
                secret = $"client+Secret/{Guid.NewGuid():N}";
                var client = new WildberriesClient(
                    runtime, new Seller(new FixedCredentialsProvider(new WildberriesCredentials(token, secret)), WildberriesEnvironment.Production));
                var told = new List<string>();
                int logged = listener.Logs.Count;
                Exception? exception = await Record.ExceptionAsync(() => new Call(Samples.Method(operation)).RunAsync(
                    Samples.Api(client.With(new WildberriesCallOptions { OnResponse = info => told.Add(info.ToString()) }), operation.ApiType),
                    Samples.Arguments(Samples.Method(operation), Cancel)));
                Assert.True(exception is null or WildberriesApiException, $"{operation.Name}, {way}: {exception}");
                if (exception is not null)
                    failures++;
                string[] traces = [.. Traces(token), .. Traces(secret), .. Parts(BuyersWords)];
                string? telltale = told.Concat(ExceptionTexts.Of(exception)).Concat(listener.Logs.Skip(logged))
                    .FirstOrDefault(text => traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)));
                Assert.True(telltale is null, $"{operation.Name}, {way}: {telltale}");
            }
        }

        output.WriteLine($"{failures} failures of {WildberriesOperations.All.Count * ways.Length} calls");

        // Some answers are good enough where no body is expected.
        Assert.InRange(failures, WildberriesOperations.All.Count * ways.Length * 2 / 3, int.MaxValue);
    }

    // Pieces of the secret, in every disguise that has no gaps, and as one reads it who takes the gaps out.
    private static IEnumerable<string> Traces(string secret) =>
        from piece in Parts(secret)
        from disguise in Disguises.Values
        let text = disguise(piece)
        where text.Length >= 12
        select text;

    private static IEnumerable<string> Parts(string text)
    {
        // The first part of all test tokens is the same, and short pieces of any are words of others.
        const int Length = 24;
        for (int i = 0; i + Length <= text.Length; i += 12)
            yield return text[i..(i + Length)];
    }

    private sealed class EnvironmentProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
