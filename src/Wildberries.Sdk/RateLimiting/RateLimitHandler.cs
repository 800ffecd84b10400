using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>One attempt, one permit. Learns from the headers of every answer; a 429 closes the bucket for everyone who shares it.</summary>
internal sealed class RateLimitHandler(
    RequestRateLimiter limiter,
    RateLimitPolicy policy,
    TimeSpan maxWait,
    TimeProvider timeProvider,
    WildberriesTelemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        RateLimitBucket? bucket = FindBucket(call);
        try
        {
            if (bucket is not null)
                await AcquireAsync(call, bucket, cancellationToken).ConfigureAwait(false);
            call.Attempts++;
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // Read once, here; who needs it later finds it with the call.
            var status = RateLimitStatus.Read(response.Headers);
            call.RateLimit = status;
            call.RetryAfter = status.WaitAfter(response, timeProvider);

            // With a bucket only the limit makes a repeat wait. Without one nothing else would.
            call.PauseAfterLimit = bucket is null ? call.RetryAfter : TimeSpan.Zero;
            if (bucket is not null)
                await LearnAsync(call, bucket, response, status).ConfigureAwait(false);
            return response;
        }
        finally
        {
            // However the attempt ended: a permit whose request was not written holds nobody up.
            if (call.Permit is { } permit)
                call.Observe(permit.NotWritten());
            call.Permit = null;
        }
    }

    private async ValueTask AcquireAsync(CallContext call, RateLimitBucket bucket, CancellationToken cancellationToken)
    {
        TimeSpan budget = (call.Options.MaxRateLimitWait ?? maxWait) - call.RateLimitWait;
        RateLimitLease lease;
        try
        {
            ValueTask<RateLimitLease> acquiring = limiter.AcquireAsync(bucket, budget > TimeSpan.Zero ? budget : TimeSpan.Zero, cancellationToken);
            if (!acquiring.IsCompleted)
                telemetry.Waiting(call);
            lease = await acquiring.ConfigureAwait(false);

            // Before the first attempt only: what WB answers to that holds.
            if (!lease.Acquired && call is { Options.ReopenRateLimit: true, Attempts: 0 })
            {
                call.RateLimitWait += lease.Waited;
                telemetry.Waited(call, lease.Waited);
                budget -= lease.Waited;
                lease = await limiter.ReopenAsync(bucket, budget > TimeSpan.Zero ? budget : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            }

            call.Permit = lease.Permit;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Also a time limit of the store's own, which is no cancellation of the caller's.
            telemetry.Refused(call, "rate_limit_store");
            throw new WildberriesRateLimitStoreException($"{call.Operation.Name} {Outcome(call)}: the store of the rate limits failed.", exception)
            {
                Operation = call.Operation.Name,
                StatusCode = call.Attempts == 0 ? null : HttpStatusCode.TooManyRequests,
                Delivery = DeliveryOf(call),
            };
        }

        call.RateLimitWait += lease.Waited;
        telemetry.Waited(call, lease.Waited);
        if (lease.Acquired)
            return;
        telemetry.Refused(call, "rate_limit");
        string waited = call.RateLimitWait > TimeSpan.Zero ? FormattableString.Invariant($", {call.RateLimitWait.TotalSeconds:0.###} s are over") : "";
        throw new WildberriesRateLimitException(FormattableString.Invariant(
            $"{call.Operation.Name} {Outcome(call)}: its rate limit allows it in {lease.RetryAfter.TotalSeconds:0.###} s, longer than the call may wait ({nameof(WildberriesOptions.MaxRateLimitWait)} is {(call.Options.MaxRateLimitWait ?? maxWait).TotalSeconds:0.###} s{waited})."))
        {
            Operation = call.Operation.Name,
            StatusCode = call.Attempts == 0 ? null : HttpStatusCode.TooManyRequests,
            Delivery = DeliveryOf(call),
            RetryAfter = lease.RetryAfter,
        };
    }

    private static string Outcome(CallContext call) => call.Attempts == 0 ? "was not sent" : "was answered with 429 and not repeated";

    // A repeat that is refused here follows a 429, or a failure that the caller is told of instead.
    private static Delivery DeliveryOf(CallContext call) => call.Settle(call.Attempts == 0 ? Delivery.NotSent : Delivery.Refused);

    private RateLimitBucket? FindBucket(CallContext call)
    {
        WildberriesCredentials credentials = call.Credentials;
        BucketCache buckets = call.Environment == WildberriesEnvironment.Sandbox ? credentials.SandboxBuckets : credentials.Buckets;
        return buckets.Find(policy, call.Operation);
    }

    // WB has answered: neither a store that fails nor a caller that has gone may make the answer, or what it teaches, get lost.
    private async ValueTask LearnAsync(CallContext call, RateLimitBucket bucket, HttpResponseMessage response, RateLimitStatus status)
    {
        try
        {
            ValueTask learning = TellStoreAsync(call, bucket, response.StatusCode, status, timeProvider.GetElapsedTime(call.Permit!.At));
            if (learning.IsCompleted)
                await learning.ConfigureAwait(false);
            else
                await Patience.WaitAsync(learning.AsTask(), RequestRateLimiter.StorePatience, timeProvider).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            telemetry.StoreFailed(call, exception);
        }
    }

    private async ValueTask TellStoreAsync(CallContext call, RateLimitBucket bucket, HttpStatusCode statusCode, RateLimitStatus status, TimeSpan age)
    {
        // Anybody can write a seller's id into a token: until WB has taken it, a 401 is not the seller's, and takes nothing from the bucket.
        if (statusCode == HttpStatusCode.Unauthorized && !await limiter.Proven.ContainsAsync(call.Credentials, CancellationToken.None).ConfigureAwait(false))
        {
            await limiter.ReturnAsync(bucket, age, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        if (statusCode == HttpStatusCode.TooManyRequests)
        {
            // "Now" is not what a 429 can mean.
            TimeSpan retryAfter = call.RetryAfter > TimeSpan.Zero ? call.RetryAfter.Value : bucket.Interval;
            telemetry.Limited(call, retryAfter);
            await limiter.CloseAsync(bucket, retryAfter, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        // Before anything that the store may fail at.
        if (statusCode != HttpStatusCode.Unauthorized)
            limiter.Proven.Add(call.Credentials);

        // The fine first: the header already counts it, and what is reported can only raise the bucket's level.
        if ((int)statusCode is >= 400 and < 500 && call.Operation.ClientErrorCost > 1)
            await limiter.ChargeAsync(bucket, call.Operation.ClientErrorCost - 1, CancellationToken.None).ConfigureAwait(false);
        if (status.Remaining is { } remaining)
        {
            telemetry.Remaining(call, remaining);

            // A bucket that was full before this request teaches nothing: no store need be asked.
            if (remaining < bucket.Burst - 1)
                await limiter.ReportRemainingAsync(bucket, remaining, age, CancellationToken.None).ConfigureAwait(false);
        }

        if (statusCode != HttpStatusCode.Unauthorized)
            await limiter.Proven.AddAsync(call.Credentials, CancellationToken.None).ConfigureAwait(false);
    }
}
