using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Http.Resilience;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>
/// Makes the first attempt itself, and enters the retry engine only after an outcome that may be repeated: most calls never see the engine, and a process that
/// starts does not wait for it to be made. The engine is given the outcome of the first attempt, as if it had made it, and makes the others.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly RetryStrategy _strategy;
    private readonly Lazy<HttpMessageInvoker> _engine;

    public RetryHandler(WildberriesOptions options, TimeProvider timeProvider, WildberriesTelemetry telemetry)
    {
        _strategy = new RetryStrategy(options, timeProvider, telemetry);
        _engine = new Lazy<HttpMessageInvoker>(
            () => new HttpMessageInvoker(new ResilienceHandler(_strategy.CreateEngine()) { InnerHandler = new Attempts(this) }));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> first = base.SendAsync(request, cancellationToken);
        return first is { IsCompletedSuccessfully: true, Result.IsSuccessStatusCode: true } ? first : GoOnAsync(first, request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _engine.IsValueCreated)
            _engine.Value.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> GoOnAsync(Task<HttpResponseMessage> first, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        HttpResponseMessage? answer = null;
        Exception? failure = null;
        try
        {
            answer = await first.ConfigureAwait(false);
            if (answer.IsSuccessStatusCode || !_strategy.ShouldRepeat(call, answer, null, cancellationToken))
                return answer;
        }
        catch (Exception exception) when (_strategy.ShouldRepeat(call, null, exception, cancellationToken))
        {
            failure = exception;
        }

        using var repetition = new Repetition(call, answer, failure);
        repetition.AttachTo(request);
        return await _engine.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAgainAsync(HttpRequestMessage request, Repetition repetition, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException refusal) when (!RetryStrategy.IsOfTheNetwork(refusal) && refusal is not WildberriesResponseException)
        {
            // An attempt was made: how it failed is what the caller must know, not why there is no other.
            repetition.IsRefused = true;
            if (repetition.Earlier is { } earlier)
                ExceptionDispatchInfo.Throw(earlier);
            throw;
        }
    }

    /// <summary>What the engine takes for the network.</summary>
    private sealed class Attempts(RetryHandler step) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var repetition = Repetition.Of(request);
            return repetition.TakeFirst() ?? step.SendAgainAsync(request, repetition, cancellationToken);
        }
    }
}
