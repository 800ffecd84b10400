using System.Collections.Concurrent;
using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// One attempt, one permit. Learns from the headers of every answer; a 429 closes the bucket for everyone who shares it. (A read that the
/// server cuts off without an answer is resent by SocketsHttpHandler itself, without a permit; writes are not: <see cref="RequestBody"/>.)
/// </summary>
internal sealed class RateLimitHandler(
    RequestRateLimiter limiter,
    RateLimitPolicy policy,
    TimeSpan maxWait,
    TimeProvider timeProvider,
    WildberriesTelemetry telemetry) : DelegatingHandler
{
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TimeSpan> _fastest = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        if (FindBucket(call) is not { } bucket)
        {
            call.Attempts++;
            HttpResponseMessage unlimited = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Read(call, unlimited);

            // Nothing else makes a repeat wait.
            call.PauseAfterLimit = call.RetryAfter;
            return unlimited;
        }

        TimeSpan budget = (call.Options.MaxRateLimitWait ?? maxWait) - call.RateLimitWait;
        RateLimitLease lease = await AcquireAsync(call, bucket, budget > TimeSpan.Zero ? budget : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (!lease.Acquired)
        {
            telemetry.Refused(call, "rate_limit");
            throw new WildberriesRateLimitException(FormattableString.Invariant(
                $"{call.Operation.Name} {Outcome(call)}: its rate limit allows it in {lease.RetryAfter.TotalSeconds:0.###} s, longer than the call may wait."))
            {
                Operation = call.Operation.Name,
                StatusCode = call.Attempts == 0 ? null : HttpStatusCode.TooManyRequests,
                Delivery = DeliveryOf(call),
                RetryAfter = lease.RetryAfter,
            };
        }

        call.Attempts++;
        long sentAt = timeProvider.GetTimestamp();
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Read(call, response);
        call.PauseAfterLimit = TimeSpan.Zero;
        await LearnAsync(call, bucket, response, timeProvider.GetElapsedTime(sentAt)).ConfigureAwait(false);
        return response;
    }

    private void Read(CallContext call, HttpResponseMessage response)
    {
        var status = RateLimitStatus.Read(response.Headers);
        call.RateLimit = status;
        call.RetryAfter = status.WaitAfter(response, timeProvider);
    }

    private async ValueTask<RateLimitLease> AcquireAsync(CallContext call, RateLimitBucket bucket, TimeSpan budget, CancellationToken cancellationToken)
    {
        try
        {
            ValueTask<RateLimitLease> acquiring = limiter.AcquireAsync(bucket, budget, cancellationToken);
            if (!acquiring.IsCompleted)
                telemetry.Waiting(call);
            RateLimitLease lease = await acquiring.ConfigureAwait(false);
            call.RateLimitWait += lease.Waited;
            telemetry.Waited(call, lease.Waited);
            return lease;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            telemetry.Refused(call, "rate_limit_store");
            throw new WildberriesRateLimitStoreException($"{call.Operation.Name} {Outcome(call)}: the store of the rate limits failed.", exception)
            {
                Operation = call.Operation.Name,
                StatusCode = call.Attempts == 0 ? null : HttpStatusCode.TooManyRequests,
                Delivery = DeliveryOf(call),
            };
        }
    }

    private static string Outcome(CallContext call) => call.Attempts == 0 ? "was not sent" : "was answered with 429 and not repeated";

    // A repeat that is refused here follows a 429, or a failure that the caller is told of instead.
    private static Delivery DeliveryOf(CallContext call) => call.Settle(call.Attempts == 0 ? Delivery.NotSent : Delivery.Refused);

    private RateLimitBucket? FindBucket(CallContext call)
    {
        bool sandbox = call.Environment == WildberriesEnvironment.Sandbox;
        WildberriesCredentials credentials = call.Credentials;
        return policy.FindBucket(call.Operation, sandbox, credentials.Kind, sandbox ? credentials.SandboxBucketOwner : credentials.BucketOwner);
    }

    // WB has answered: neither a store that fails nor a caller that has gone may make the answer, or what it teaches, get lost.
    private async ValueTask LearnAsync(CallContext call, RateLimitBucket bucket, HttpResponseMessage response, TimeSpan age)
    {
        try
        {
            ValueTask learning = LearnAsync(call, bucket, response, call.RateLimit!, age);
            if (learning.IsCompleted)
                await learning.ConfigureAwait(false);
            else
                await learning.AsTask().WaitAsync(StorePatience, timeProvider).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            telemetry.StoreFailed(call, exception);
        }
    }

    private async ValueTask LearnAsync(CallContext call, RateLimitBucket bucket, HttpResponseMessage response, RateLimitStatus status, TimeSpan age)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            // "Now" is not what a 429 can mean.
            TimeSpan retryAfter = call.RetryAfter > TimeSpan.Zero ? call.RetryAfter.Value : bucket.Interval;
            telemetry.Limited(call, retryAfter);
            await limiter.CloseAsync(bucket, retryAfter, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        // With nothing in reserve, a request that took long to get there (the first one, over a new connection) would have the next one at its
        // heels: WB's interval begins when a request arrives. It may have arrived as late as its answer is later than the host's fastest.
        TimeSpan late = age - Fastest(call.Host.Host, age);
        if (bucket.Capacity == 1 && late > bucket.Padding && late + bucket.Interval > age)
            await limiter.CloseAsync(bucket, late + bucket.Interval - age, CancellationToken.None).ConfigureAwait(false);

        // The fine first: the header already counts it, and what is reported can only raise the bucket's level.
        if ((int)response.StatusCode is >= 400 and < 500 && call.Operation.ClientErrorCost > 1)
            await limiter.ChargeAsync(bucket, call.Operation.ClientErrorCost - 1, CancellationToken.None).ConfigureAwait(false);
        if (status.Remaining is not { } remaining)
            return;
        telemetry.Remaining(call, remaining);

        // A bucket that was full before this request teaches nothing: no store need be asked.
        if (remaining < bucket.Burst - 1)
            await limiter.ReportRemainingAsync(bucket, remaining, age, CancellationToken.None).ConfigureAwait(false);
    }

    // Of the host's answers before this one; zero when there was none.
    private TimeSpan Fastest(string host, TimeSpan age)
    {
        while (true)
        {
            if (!_fastest.TryGetValue(host, out TimeSpan fastest))
            {
                if (_fastest.TryAdd(host, age))
                    return TimeSpan.Zero;
            }
            else if (fastest <= age)
            {
                return fastest;
            }
            else if (_fastest.TryUpdate(host, age, fastest))
            {
                return age;
            }
        }
    }
}
