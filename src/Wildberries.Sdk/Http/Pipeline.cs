using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>
/// The way of a request, from the handler of a seller's client (<see cref="SellerHandler"/>) to the network. What a step knows goes down with the request and
/// comes back with the answer or the exception, on the <see cref="CallContext"/>; no step calls another but the next.
/// </summary>
internal static class Pipeline
{
    /// <summary>Makes the steps that all clients of a runtime share.</summary>
    /// <returns>The first of them.</returns>
    public static HttpMessageHandler Create(
        WildberriesOptions options,
        TimeProvider timeProvider,
        WildberriesTelemetry telemetry,
        RequestRateLimiter limiter,
        RateLimitPolicy policy,
        HttpMessageHandler network) => Chain(

        // One call: its span, its time in all, its credentials, errors as typed exceptions, a body that cannot stall unnoticed.
        new CallHandler(options, timeProvider, telemetry),

        // Refuses what WB would refuse for the token.
        new TokenGuardHandler(timeProvider, telemetry),

        // Repeats by the operation's own access; everything below runs once per attempt.
        new RetryHandler(options, timeProvider, telemetry),

        // A read has its answer when it has the whole body.
        new BodyHandler(options, timeProvider),

        // One attempt, one permit; learns from each answer.
        new RateLimitHandler(limiter, policy, options.MaxRateLimitWait, timeProvider, telemetry),

        // One request on the wire: its time, and what became of it.
        new AttemptHandler(timeProvider, options.AttemptTimeout, tellsWriting: PrimaryHandler.TellsWriting(network)),

        // The token, for WB's hosts only.
        new AuthorizationHandler(timeProvider),
        network);

    /// <summary>Makes the steps of a download from WB's storage: no token, and so neither a guard nor a limit.</summary>
    /// <returns>The first of them.</returns>
    public static HttpMessageHandler CreateForMedia(
        WildberriesOptions options, TimeProvider timeProvider, WildberriesTelemetry telemetry, HttpMessageHandler network) => Chain(

        // As above.
        new CallHandler(options, timeProvider, telemetry),
        new RetryHandler(options, timeProvider, telemetry),

        // Goes where a redirect leads, but only to WB's storage.
        new MediaHandler(),

        // As above.
        new AttemptHandler(timeProvider, options.AttemptTimeout, tellsWriting: PrimaryHandler.TellsWriting(network)),
        network);

    private static HttpMessageHandler Chain(params ReadOnlySpan<HttpMessageHandler> steps)
    {
        for (int i = 0; i < steps.Length - 1; i++)
            ((DelegatingHandler)steps[i]).InnerHandler = steps[i + 1];
        return steps[0];
    }
}
