using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Http;

public sealed class AttemptHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attempt_ends_with_its_time_and_nobody_knows_what_became_of_it()
    {
        var clock = new FakeTimeProvider();
        var network = new ScriptedHandler((_, cancellationToken) => SilenceAsync(cancellationToken));
        using var step = new AttemptHandler(clock, TimeSpan.FromSeconds(30), tellsWriting: false) { InnerHandler = network };
        CallContext call = TestCall.Create(options: new WildberriesCallOptions { AttemptTimeout = TimeSpan.FromSeconds(3) });
        Task<HttpResponseMessage> sending = call.SendAsync(step, Cancel);
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        var late = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => sending);
        Assert.Equal((TimeSpan.FromSeconds(3), Delivery.Unknown, "BuyerChat.SendMessage"), (late.Timeout!.Value, late.Delivery, late.Operation));
    }

    [Fact]
    public async Task A_cancelled_attempt_stays_a_cancellation_and_may_be_taken()
    {
        using var caller = new CancellationTokenSource();
        var network = new ScriptedHandler((_, cancellationToken) => SilenceAsync(cancellationToken));
        using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting: false) { InnerHandler = network };
        CallContext call = TestCall.Create();
        Task<HttpResponseMessage> sending = call.SendAsync(step, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.True(call.MayBeTaken);
    }

    [Theory]
    [InlineData(true, false, Delivery.NotSent)]
    [InlineData(true, true, Delivery.Unknown)]
    [InlineData(false, false, Delivery.Unknown)]
    public async Task What_was_not_written_was_not_sent_where_the_network_tells_when_it_writes(bool tellsWriting, bool isWritten, Delivery delivery)
    {
        // The form in which SocketsHttpHandler says that it could not connect in time.
        var failure = new TaskCanceledException("no connection in time", new TimeoutException());
        var network = new ScriptedHandler((request, _) =>
        {
            if (isWritten)
                AttemptHandler.OnHeader("Host", request);
            throw failure;
        });
        using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting) { InnerHandler = network };
        CallContext call = TestCall.Create();
        var timeout = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => call.SendAsync(step, Cancel));
        Assert.Equal((delivery, delivery == Delivery.Unknown), (timeout.Delivery, call.MayBeTaken));
        Assert.IsType<TimeoutException>(Assert.IsType<TaskCanceledException>(timeout.InnerException).InnerException);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, Delivery.NotSent)]
    [InlineData(HttpRequestError.ConnectionError, Delivery.NotSent)]
    [InlineData(HttpRequestError.SecureConnectionError, Delivery.NotSent)]
    [InlineData(HttpRequestError.ProxyTunnelError, Delivery.NotSent)]
    [InlineData(HttpRequestError.ResponseEnded, Delivery.Unknown)]
    [InlineData(HttpRequestError.Unknown, Delivery.Unknown)]
    public async Task A_broken_connection_says_what_became_of_the_request(HttpRequestError error, Delivery delivery)
    {
        using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting: false)
        {
            InnerHandler = new ScriptedHandler(ScriptedHandler.Fail(new HttpRequestException(error))),
        };
        CallContext call = TestCall.Create();
        var broken = await Assert.ThrowsAsync<WildberriesConnectionException>(() => call.SendAsync(step, Cancel));
        Assert.Equal((delivery, delivery == Delivery.Unknown), (broken.Delivery, call.MayBeTaken));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(400, false)]
    [InlineData(429, false)]
    [InlineData(408, true)]
    [InlineData(500, true)]
    public async Task An_answer_goes_on_as_it_is_and_is_noted_if_WB_may_have_done_it(int status, bool mayBeTaken)
    {
        using var answer = new HttpResponseMessage((System.Net.HttpStatusCode)status);
        using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting: false) { InnerHandler = new ScriptedHandler(ScriptedHandler.Answer(answer)) };
        CallContext call = TestCall.Create();
        Assert.Same(answer, await call.SendAsync(step, Cancel));
        Assert.Equal(mayBeTaken, call.MayBeTaken);
    }

    [Fact]
    public async Task Until_the_first_answer_a_process_writes_slowly()
    {
        bool answers = false;
        Task<HttpResponseMessage> Write(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            AttemptHandler.OnHeader("Host", request);
            return answers ? Task.FromResult(new HttpResponseMessage()) : throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }

        using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting: true)
        {
            InnerHandler = new ScriptedHandler(Write, Write, Write),
        };
        CallContext broken = TestCall.Create(), first = TestCall.Create(), second = TestCall.Create();
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => broken.SendAsync(step, Cancel));
        answers = true;
        (await first.SendAsync(step, Cancel)).Dispose();
        (await second.SendAsync(step, Cancel)).Dispose();
        Assert.Equal((true, true, false), (broken.IsWrittenSlowly, first.IsWrittenSlowly, second.IsWrittenSlowly));
    }

    [Fact]
    public async Task What_is_no_failure_of_the_network_goes_on_as_it_is()
    {
        foreach (Exception own in new Exception[] { new InvalidOperationException(), new WildberriesUnauthorizedException("expired") })
        {
            using var step = new AttemptHandler(TimeProvider.System, TimeSpan.FromMinutes(1), tellsWriting: false) { InnerHandler = new ScriptedHandler(ScriptedHandler.Fail(own)) };
            Assert.Same(own, await Record.ExceptionAsync(() => TestCall.Create().SendAsync(step, Cancel)));
        }
    }

    private static async Task<HttpResponseMessage> SilenceAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }
}
