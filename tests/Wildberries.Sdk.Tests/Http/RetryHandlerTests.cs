using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Retry;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;
using Script = System.Func<System.Net.Http.HttpRequestMessage, System.Threading.CancellationToken, System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage>>;

namespace Wildberries.Sdk.Tests.Http;

public sealed class RetryHandlerTests
{
    private static readonly WildberriesConnectionException NeverSent = new("refused") { Delivery = Delivery.NotSent };
    private static readonly WildberriesConnectionException Lost = new("reset") { Delivery = Delivery.Unknown };

    private static readonly Dictionary<string, (OperationAccess Access, Script[] Script)> Cases = new()
    {
        ["a read that is answered"] = (OperationAccess.Read, [Answer(200)]),
        ["a read that is refused"] = (OperationAccess.Read, [Answer(404)]),
        ["a read that fails twice"] = (OperationAccess.Read, [Answer(500), Fail(Lost), Answer(200)]),
        ["a read that fails to the end"] = (OperationAccess.Read, [Answer(500), Answer(502), Answer(503)]),
        ["a read whose connections break to the end"] = (OperationAccess.Read, [Fail(Lost), Fail(Lost), Fail(NeverSent)]),
        ["a read that is limited"] = (OperationAccess.Read, [Answer(429), Answer(408), Answer(200)]),
        ["a write that may have been taken"] = (OperationAccess.Write, [Answer(500)]),
        ["a write that was not sent, then limited"] = (OperationAccess.Write, [Fail(NeverSent), Answer(429), Answer(200)]),
        ["a write that was not sent, then lost"] = (OperationAccess.Write, [Fail(NeverSent), Fail(Lost)]),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    /// <summary>The engine around every attempt, the first included, is what the step must not be told from.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_sends_and_ends_as_the_engine_around_all_attempts_would(string name)
    {
        (OperationAccess access, Script[] script) = Cases[name];
        var network = new ScriptedHandler(script);
        using RetryHandler step = Step(network);
        string ending = await EndingAsync(TestCall.Create(access).SendAsync(step, Cancel));

        var reference = new ScriptedHandler(script);
        using var engine = new ResilienceHandler(ReferenceEngine(access)) { InnerHandler = reference };
        Assert.Equal(await EndingAsync(TestCall.Create(access).SendAsync(engine, Cancel)), ending);
        Assert.Equal((script.Length, script.Length), (reference.Sends, network.Sends));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_body_that_was_sent_and_cannot_be_sent_again_is_not(bool forOnce, int sends)
    {
        CallContext call = TestCall.Create(OperationAccess.Write);
        call.HasBodyForOnce = forOnce;
        var network = new ScriptedHandler(
            (_, _) =>
            {
                call.IsWritten = true;
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
            },
            Answer(200));
        using RetryHandler step = Step(network);
        using HttpResponseMessage answer = await call.SendAsync(step, Cancel);
        Assert.Equal(forOnce ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(sends, network.Sends);
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("store")]
    [InlineData("expired")]
    public async Task A_repeat_that_is_refused_on_this_side_tells_how_the_attempt_failed(string what)
    {
        WildberriesApiException refusal = what switch
        {
            "limit" => new WildberriesRateLimitException("too long") { Delivery = Delivery.NotSent },
            "store" => new WildberriesRateLimitStoreException("away") { Delivery = Delivery.NotSent },
            _ => new WildberriesUnauthorizedException("expired") { Delivery = Delivery.NotSent },
        };
        var network = new ScriptedHandler(Fail(Lost), Fail(refusal));
        using RetryHandler step = Step(network);
        Assert.Same(Lost, await Record.ExceptionAsync(() => TestCall.Create().SendAsync(step, Cancel)));
        Assert.Equal(2, network.Sends);

        network = new ScriptedHandler(Answer(500, """{"title":"down"}"""), Fail(refusal));
        using RetryHandler another = Step(network);
        var failed = await Assert.ThrowsAsync<WildberriesServerException>(() => TestCall.Create().SendAsync(another, Cancel));
        Assert.Equal(("down", Delivery.Unknown, 2), (failed.Title, failed.Delivery, network.Sends));

        // The limit itself is what there is to tell.
        network = new ScriptedHandler(Answer(429), Fail(refusal));
        using RetryHandler limited = Step(network);
        Assert.Same(refusal, await Record.ExceptionAsync(() => TestCall.Create().SendAsync(limited, Cancel)));

        // After a 429 the limit is what the caller must know; what became of the failure before stands on the refusal as Delivery.
        network = new ScriptedHandler(Fail(Lost), Answer(429), Fail(refusal));
        using RetryHandler both = Step(network);
        Assert.Same(refusal, await Record.ExceptionAsync(() => TestCall.Create().SendAsync(both, Cancel)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task An_answer_is_disposed_of_when_the_call_is_cancelled_before_the_engine_takes_it(int status)
    {
        using var caller = new CancellationTokenSource();
        var body = new TrackedContent();
        var network = new ScriptedHandler(ScriptedHandler.Answer(new HttpResponseMessage((HttpStatusCode)status) { Content = body }));

        // The step asks the clock after it has looked at the caller's token, and before the engine does.
        using RetryHandler step = Step(network, timeProvider: new CancellingClock(caller));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TestCall.Create().SendAsync(step, caller.Token));
        Assert.True(body.IsDisposed);
        Assert.Equal(1, network.Sends);
    }

    [Fact]
    public async Task An_outcome_is_taken_once()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.BadGateway);
        using var answered = new Repetition(TestCall.Create(), answer, null);
        Assert.Same(answer, await answered.TakeFirst()!);
        Assert.Null(answered.TakeFirst());

        using var failed = new Repetition(TestCall.Create(), null, Lost);
        Assert.Same(Lost, await Record.ExceptionAsync(() => failed.TakeFirst()!));
        Assert.Null(failed.TakeFirst());
    }

    [Fact]
    public async Task Without_retries_the_first_outcome_is_the_last()
    {
        var network = new ScriptedHandler(Answer(429));
        using RetryHandler step = Step(network, retries: 0);
        using HttpResponseMessage answer = await TestCall.Create().SendAsync(step, Cancel);
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (answer.StatusCode, network.Sends));
    }

    [Fact]
    public async Task What_the_network_did_not_throw_is_never_repeated()
    {
        foreach (Exception own in new Exception[] { new InvalidOperationException(), new WildberriesRateLimitStoreException("away") { Delivery = Delivery.NotSent } })
        {
            var network = new ScriptedHandler(Fail(own));
            using RetryHandler step = Step(network);
            Assert.Same(own, await Record.ExceptionAsync(() => TestCall.Create().SendAsync(step, Cancel)));
            Assert.Equal(1, network.Sends);
        }
    }

    private static Script Answer(int status, string body = "") => (_, _) => ScriptedHandler.Answer(status, body)(null!, default);

    private static Script Fail(Exception failure) => ScriptedHandler.Fail(failure);

    private static RetryHandler Step(HttpMessageHandler network, int retries = 2, TimeProvider? timeProvider = null)
    {
        var options = new WildberriesOptions();
        options.Retry.BaseDelay = TimeSpan.Zero;
        options.Retry.MaxRetries = retries;
        var telemetry = new WildberriesTelemetry(false, TimeProvider.System, NullLogger.Instance);
        return new RetryHandler(options, timeProvider ?? TimeProvider.System, telemetry) { InnerHandler = network };
    }

    // Written from the rule, not from the code: reads after 408, 429, 5xx and failures; writes after 429 and what was not sent.
    private static ResiliencePipeline<HttpResponseMessage> ReferenceEngine(OperationAccess access) => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.Zero,
            ShouldHandle = arguments => new ValueTask<bool>((int?)arguments.Outcome.Result?.StatusCode switch
            {
                429 => true,
                408 or >= 500 => access == OperationAccess.Read,
                null => access == OperationAccess.Read || ReferenceEquals(arguments.Outcome.Exception, NeverSent),
                _ => false,
            }),
        })
        .Build();

    private static async Task<string> EndingAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            using HttpResponseMessage answer = await sending;
            return answer.StatusCode.ToString();
        }
        catch (WildberriesConnectionException exception)
        {
            return exception.Message;
        }
    }

    private sealed class CancellingClock(CancellationTokenSource caller) : TimeProvider
    {
        public override long GetTimestamp()
        {
            caller.Cancel();
            return System.GetTimestamp();
        }
    }

    private sealed class TrackedContent : ByteArrayContent
    {
        public TrackedContent()
            : base([])
        {
        }

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
