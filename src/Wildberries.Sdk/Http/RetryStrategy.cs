using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>Decides by the operation's own access, never by the verb, what may be repeated.</summary>
internal static class RetryStrategy
{
    public static ResilienceHandler CreateHandler(WildberriesOptions options, TimeProvider timeProvider, WildberriesTelemetry telemetry)
    {
        WildberriesRetryOptions retry = options.Retry;
        TimeSpan maxWait = options.MaxRateLimitWait;
        bool ownHandler = options.GetPrimaryHandlerFactory() is null;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = "Wildberries.Sdk", TimeProvider = timeProvider };
        if (retry.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = retry.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = retry.BaseDelay,
                MaxDelay = retry.MaxDelay,
                ShouldHandle = arguments => new ValueTask<bool>(ShouldRepeat(arguments)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(
                    IsLimited(arguments.Outcome) ? AfterLimit(CallOf(arguments.Context)) : null),
                OnRetry = OnRepeatAsync,
            });
        }

        return new ResilienceHandler(builder.Build());

        bool ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> arguments)
        {
            if (arguments.Context.CancellationToken.IsCancellationRequested || arguments.Outcome is { Exception: null, Result: null })
                return false;
            CallContext call = CallOf(arguments.Context);
            if (timeProvider.GetElapsedTime(call.StartedAt) - call.RateLimitWait >= retry.MaxTotalTime)
                return false;
            if (IsLimited(arguments.Outcome))
                return FitsTheWait(call);

            // What this side of the network threw (a store, a guard) says nothing about what WB got.
            if (arguments.Outcome.Exception is { } failure && !ReferenceEquals(failure, call.NetworkFailure))
                return false;
            bool read = call.Operation.Access == OperationAccess.Read || call.Options.RetryWrites == true;
            return read ? IsTransient(arguments.Outcome) : SurelyNotSent(arguments.Outcome.Exception, ownHandler);
        }

        // A wait that the limiter would refuse anyway is better told with WB's own words, which are in the 429.
        bool FitsTheWait(CallContext call) =>
            call.RetryAfter is not { } wait || wait <= (call.Options.MaxRateLimitWait ?? maxWait) - call.RateLimitWait;

        // With a bucket only the limiter waits. Without one nobody else would.
        TimeSpan? AfterLimit(CallContext call)
        {
            if (call.HasBucket)
                return TimeSpan.Zero;
            call.RateLimitWait += call.RetryAfter ?? TimeSpan.Zero;
            return call.RetryAfter;
        }

        async ValueTask OnRepeatAsync(OnRetryArguments<HttpResponseMessage> arguments)
        {
            CallContext call = CallOf(arguments.Context);
            telemetry.Retrying(call, arguments);
            if (arguments.Outcome.Exception is { } failure)
            {
                call.EarlierFailure = failure;
            }
            else if (arguments.Outcome.Result is { } response && !IsLimited(arguments.Outcome))
            {
                using var body = new GuardedContent(response.Content, call, options.BodyIdleTimeout, null, null, timeProvider);
                response.Content = body;
                call.EarlierFailure = await WildberriesExceptionFactory
                    .CreateAsync(response, call, arguments.Context.CancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private static CallContext CallOf(ResilienceContext context) =>
        CallContext.Of(context.GetRequestMessage() ?? throw new InvalidOperationException("The retry has lost its request."));

    private static bool IsLimited(Outcome<HttpResponseMessage> outcome) => outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests;

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or WildberriesTimeoutException } => true,
        { Exception: { } exception } => IsConnectTimeout(exception),
        { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => true,
        _ => false,
    };

    // These errors come before a request is written: nothing can have arrived.
    internal static bool SurelyNotSent(Exception? exception, bool ownHandler) => exception switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        } => true,

        // A handler of the user's may mean something else by it.
        { } other => ownHandler && IsConnectTimeout(other),
        null => false,
    };

    // The form in which SocketsHttpHandler says that it could not connect in time.
    private static bool IsConnectTimeout(Exception exception) => exception is OperationCanceledException { InnerException: TimeoutException };
}
