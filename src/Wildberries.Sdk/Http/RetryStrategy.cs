using System.Net;
using Polly;
using Polly.Retry;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>Decides by the operation's own access, never by the verb, what may be repeated, and when.</summary>
internal sealed class RetryStrategy(WildberriesOptions options, TimeProvider timeProvider, WildberriesTelemetry telemetry)
{
    private readonly WildberriesRetryOptions _retry = options.Retry;
    private readonly BodyLimits _errorLimits = BodyLimits.OfError(options);

    /// <summary>Whether the outcome of an attempt calls for another one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">What WB answered, or <see langword="null"/> if the attempt failed.</param>
    /// <param name="failure">How it failed, or <see langword="null"/> if WB answered.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <returns>Whether it does.</returns>
    public bool ShouldRepeat(CallContext call, HttpResponseMessage? answer, Exception? failure, CancellationToken cancellationToken)
    {
        if (_retry.MaxRetries == 0 || cancellationToken.IsCancellationRequested || (call.HasBodyForOnce && call.IsWritten))
            return false;
        if (timeProvider.GetElapsedTime(call.StartedAt) - call.RateLimitWait >= _retry.MaxTotalTime)
            return false;
        if (answer is { StatusCode: HttpStatusCode.TooManyRequests })
            return FitsTheWait(call);

        bool mayHappenTwice = call.Operation.Access == OperationAccess.Read || call.Options.RetryWrites == true;
        return failure is null
            ? mayHappenTwice && answer is { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout }
            : (IsOfTheNetwork(failure) || IsBrokenBody(failure)) && (mayHappenTwice || failure is WildberriesApiException { Delivery: Delivery.NotSent });
    }

    /// <summary>
    /// Whether the network threw it. What this side of the network throws (a limit, a store, a guard) says nothing about what WB got, and comes again.
    /// </summary>
    public static bool IsOfTheNetwork(Exception failure) => failure is WildberriesConnectionException or WildberriesTimeoutException;

    // A body that was taken into memory and is not what its compression says: spoiled on its way.
    private static bool IsBrokenBody(Exception failure) => failure is WildberriesResponseException { IsTransient: true };

    /// <summary>Makes the engine that repeats.</summary>
    public ResiliencePipeline<HttpResponseMessage> CreateEngine() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { Name = "Wildberries.Sdk", TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _retry.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _retry.BaseDelay,
                MaxDelay = _retry.MaxDelay,
                ShouldHandle = arguments => new ValueTask<bool>(ShouldRepeat(Repetition.Of(arguments.Context), arguments)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(DelayOf(Repetition.Of(arguments.Context).Call, arguments.Outcome)),
                OnRetry = arguments => OnRepeatAsync(Repetition.Of(arguments.Context), arguments),
            })
            .Build();

    private bool ShouldRepeat(Repetition repetition, RetryPredicateArguments<HttpResponseMessage> arguments) =>
        !repetition.IsRefused
        && ShouldRepeat(repetition.Call, arguments.Outcome.Result, arguments.Outcome.Exception, arguments.Context.CancellationToken);

    // A wait that the limiter would refuse anyway is better told with WB's own words, which are in the 429.
    private bool FitsTheWait(CallContext call) =>
        call.RetryAfter is not { } wait || wait <= (call.Options.MaxRateLimitWait ?? options.MaxRateLimitWait) - call.RateLimitWait;

    private static TimeSpan? DelayOf(CallContext call, Outcome<HttpResponseMessage> outcome)
    {
        if (!IsLimited(outcome))
            return null;
        call.RateLimitWait += call.PauseAfterLimit ?? TimeSpan.Zero;
        return call.PauseAfterLimit;
    }

    private async ValueTask OnRepeatAsync(Repetition repetition, OnRetryArguments<HttpResponseMessage> arguments)
    {
        CallContext call = repetition.Call;
        telemetry.Retrying(call, arguments);
        if (IsLimited(arguments.Outcome))
        {
            // If the next attempt is refused, then for the limit: that is what the caller must know.
            repetition.Earlier = null;
        }
        else if (arguments.Outcome.Exception is { } failure)
        {
            repetition.Earlier = failure;
        }
        else if (arguments.Outcome.Result is { } answer)
        {
            using var body = new GuardedContent(answer.Content, call, _errorLimits, null, null, timeProvider);
            answer.Content = body;
            repetition.Earlier = await WildberriesExceptionFactory
                .CreateAsync(answer, call, arguments.Context.CancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static bool IsLimited(Outcome<HttpResponseMessage> outcome) => outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests;
}
