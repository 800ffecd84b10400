using System.Buffers;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// Every operation, with good answers and with answers that echo what was sent, and every row of the table of faults: nothing that is logged, traced,
/// measured or thrown holds a token, a client secret or what somebody wrote, at any level.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class WholeSuiteSecrecyTests(ITestOutputHelper output)
{
    private const string Written = "Пришёл не тот цвет, очень жаль";

    private static readonly string[] Ways = ["good", "cut off", "as text", "echo", "echo in JSON", "echo in a page", "echo in headers", "echo, 200", "429"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_operation_tells_a_secret()
    {
        using var listener = new Listener();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(listener));
        var told = new List<string>();
        var secrets = new Secrets();
        string way = "";
        byte[] answer = [];
        await using RawServer server = new(_ => Reply(way, answer, secrets));
        var options = new WildberriesOptions { EmulatorAddress = server.Address, IncludeSellerIdInTelemetry = true };
        options.Retry.MaxRetries = 1;
        options.Retry.BaseDelay = TimeSpan.Zero;

        // Nothing waits, so the clock is the real one, and no time limit runs out because a machine is slow.
        options.MaxRateLimitWait = TimeSpan.Zero;
        TimeProvider clock = TimeProvider.System;
        using var runtime = new WildberriesRuntime(
            options, clock, new RequestRateLimiter(new InMemoryRateLimitStore(clock), clock), loggers.CreateLogger("Wildberries.Sdk"));

        int calls = 0;
        foreach (WildberriesOperation operation in WildberriesOperations.All)
        {
            answer = Samples.Answer(operation, Written);
            var call = new Call(Samples.Method(operation));
            foreach (string next in Ways)
            {
                way = next;

                // A seller of its own: no call waits for another's limit.
                WildberriesCredentials credentials = secrets.Next(Samples.TokenTypeFor(operation));
                var client = new WildberriesClient(
                    runtime,
                    new Seller(new FixedCredentialsProvider(credentials), WildberriesEnvironment.Production),
                    new WildberriesCallOptions { OnResponse = info => told.Add(info.ToString()) });
                told.Add($"{credentials} {client}");
                Exception? exception = await Record.ExceptionAsync(
                    () => call.RunAsync(Samples.Api(client, operation.ApiType), Samples.Arguments(Samples.Method(operation), Cancel)));
                if (way == "good")
                    Assert.Null(exception);
                told.AddRange(ExceptionTexts.Of(exception));
                calls++;
            }
        }

        output.WriteLine($"{calls} calls of {WildberriesOperations.All.Count} operations");
        AssertNothingIsTold(listener, told, secrets);
        Assert.Contains(told, text => text.Contains("[redacted]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_fault_of_the_table_tells_a_secret()
    {
        using var listener = new Listener();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(listener));
        var told = new List<string>();
        var secrets = new Secrets();
        foreach (FaultRow row in FaultTable.Rows.Values.Where(row => !row.Stalls))
        {
            foreach (bool write in (bool[])[false, true])
            {
                await using FaultStage stage = await FaultStage.OpenAsync(row, loggers.CreateLogger("Wildberries.Sdk"));
                secrets.Add(stage.Token, FaultStage.ClientSecret);
                await row.Before(stage);
                secrets.Add(stage.Token, FaultStage.ClientSecret);
                Task call = stage.CallAsync(write);
                await row.Meanwhile(stage);
                told.AddRange(ExceptionTexts.Of(await Record.ExceptionAsync(() => call)));
            }
        }

        AssertNothingIsTold(listener, told, secrets);
    }

    private void AssertNothingIsTold(Listener listener, List<string> told, Secrets secrets)
    {
        string[] everything = [.. listener.Everything(), .. told];
        output.WriteLine($"{listener.Logs.Count} log entries, {listener.Activities.Count} spans, {listener.Measurements.Count} measurements, {told.Count} texts");

        // One pass over each text: there are thousands of secrets.
        var all = SearchValues.Create([.. secrets.All], StringComparison.Ordinal);
        string? telltale = everything.FirstOrDefault(text => text.AsSpan().ContainsAny(all));
        Assert.True(telltale is null, telltale);

        // The listening itself works.
        Assert.Contains(listener.Logs, log => log.StartsWith(nameof(LogLevel.Debug), StringComparison.Ordinal));
        Assert.Contains(listener.Logs, log => log.StartsWith(nameof(LogLevel.Warning), StringComparison.Ordinal));
        Assert.Contains(listener.Activities, activity => activity.Source.Name == "Wildberries.Sdk");
        Assert.Contains(listener.Activities, activity => activity.Source.Name.Contains("System.Net", StringComparison.Ordinal));
        Assert.Contains(listener.Measurements, measurement => measurement.Name.StartsWith("wildberries.", StringComparison.Ordinal));
        Assert.Contains(told, text => text.StartsWith(typeof(WildberriesApiException).Namespace!, StringComparison.Ordinal));
    }

    private static Reply Reply(string way, byte[] answer, Secrets secrets)
    {
        string token = secrets.Token, secret = secrets.ClientSecret, text = System.Text.Encoding.UTF8.GetString(answer);
        return way switch
        {
            "good" => RawServer.Answer("200 OK", text),
            "cut off" => RawServer.Answer("200 OK", text[..(text.Length * 2 / 3)]),
            "as text" => RawServer.Answer("200 OK", Written, "text/plain"),
            "echo" => RawServer.Answer("400 Bad Request", $"Authorization: {token}, X-Client-Secret: {secret}, {token}", "text/plain"),
            "echo in JSON" => RawServer.Answer(
                "422 Unprocessable Entity",
                $$"""{"title":"{{token}}","detail":"Bearer {{token}}","code":"{{secret.Replace("/", "\\/", StringComparison.Ordinal)}}","errors":[{"field":"{{secret}}"},"{{token}}"]}"""),
            "echo in a page" => RawServer.Answer("502 Bad Gateway", $"<html><title>{token} {secret.Replace("+", "&#43;", StringComparison.Ordinal)}</title></html>", "text/html"),
            "echo in headers" => RawServer.Answer(
                "403 Forbidden", "{}", headers: [$"X-Request-Id: {secret}", $"X-Echo: {token}", $"Location: https://evil.example/?{token}", $"Set-Cookie: t={token}"]),
            "echo, 200" => RawServer.Answer("200 OK", $$"""{"{{token}}":{{token}}"""),
            _ => RawServer.Answer("429 Too Many Requests", $$"""{"detail":"{{token}} {{secret}}"}""", headers: "X-Ratelimit-Retry: 7200"),
        };
    }

    /// <summary>What nobody may see.</summary>
    private sealed class Secrets
    {
        // The first two parts of all test tokens begin alike.
        private const int Recognizable = 24;

        private readonly HashSet<string> _all = new(StringComparer.Ordinal) { Written };

        public IReadOnlyCollection<string> All => _all;

        public string Token { get; private set; } = "";

        public string ClientSecret { get; private set; } = "";

        public WildberriesCredentials Next(TokenType type)
        {
            Add(TestTokens.Create(type, sellerId: Guid.NewGuid().ToString()), $"client+secret/{Guid.NewGuid():N}");
            return new WildberriesCredentials(Token, ClientSecret);
        }

        public void Add(string token, string clientSecret)
        {
            (Token, ClientSecret) = (token, clientSecret);
            _all.Add(clientSecret);
            foreach (string part in token.Split('.'))
            {
                _all.Add(part[..Recognizable]);
                _all.Add(part[^Recognizable..]);
            }
        }
    }
}
