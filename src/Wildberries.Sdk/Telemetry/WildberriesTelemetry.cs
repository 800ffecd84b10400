using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Polly.Retry;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Telemetry;

/// <summary>Everything that the SDK reports of itself. No token, no secret, no query, and of bodies only WB's name for an error: operations, hosts, numbers.</summary>
/// <remarks>
/// Whoever listens runs in the midst of a call: what a listener or a logger throws must neither fail the call, nor say of an answered one that it failed.
/// </remarks>
internal sealed class WildberriesTelemetry(bool includeSellerId, TimeProvider timeProvider, ILogger log)
{
    public const string Name = "Wildberries.Sdk";

    private const string OperationTag = "wildberries.operation";
    private const string HostTag = "server.address";
    private const string SellerTag = "wildberries.seller.id";
    private const string StatusTag = "http.response.status_code";

    private static readonly object NoSeconds = 0d;
    private static readonly object Ok = 200;
    private static readonly object Once = 1;
    private static readonly object HttpsPort = 443;
    private static readonly string? Version = typeof(WildberriesTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource Source = new(Name, Version);
    private static readonly Meter Meter = new(Name, Version);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "wildberries.client.call.duration", "s", "Time of a call until a read has its answer, or until the headers of what a write was answered, with waits and repeats.");

    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "wildberries.client.rate_limit.wait", "s", "Time an attempt waited for its rate limit.");

    private static readonly Gauge<int> RemainingRequests = Meter.CreateGauge<int>(
        "wildberries.client.rate_limit.remaining", "{request}", "Requests that WB said may be sent at once.");

    private static readonly Counter<long> LimitedAnswers = Meter.CreateCounter<long>(
        "wildberries.client.rate_limit.exceeded", "{response}", "Answers with status 429.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "wildberries.client.retries", "{retry}", "Attempts that were repeated.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "wildberries.client.refusals", "{call}", "Calls refused before the network.");

    private static readonly Counter<long> BodyFailures = Meter.CreateCounter<long>(
        "wildberries.client.body.failures", "{response}", "Answers whose body could not be read or understood.");

    private static readonly Counter<long> UnknownValues = Meter.CreateCounter<long>(
        "wildberries.client.unknown_members", "{member}", "Members of answers that the models do not know: WB has added them.");

    private static readonly Counter<long> UnreadableValues = Meter.CreateCounter<long>(
        "wildberries.client.unreadable_members", "{member}", "Members of answers whose values could not be read: they are missing.");

    private static readonly MemberNames MemberNames = new();

    private readonly QuietLogger _logger = new(log);

    /// <summary>Whether anybody wants to know of unknown members: looking for them takes time.</summary>
    public static bool CountsUnknownMembers => UnknownValues.Enabled;

    public static Activity? StartCall(CallContext call, HttpRequestMessage request)
    {
        Activity? activity;
        try
        {
            activity = Source.StartActivity(call.Operation.Name, ActivityKind.Client);
        }
        catch (Exception)
        {
            return null;
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(OperationTag, call.Operation.Name);
            activity.SetTag(HostTag, call.Host.Host);
            activity.SetTag("http.request.method", call.Operation.HttpMethod.Method);
            activity.SetTag("url.template", call.Operation.Path);
            activity.SetTag("server.port", Box(request.RequestUri!.Port));
        }

        return activity;
    }

    public static void StopCall(Activity? activity)
    {
        try
        {
            activity?.Dispose();
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }

    public void Completed(CallContext call, Activity? activity, HttpStatusCode? status, Exception? exception)
    {
        call.IsTold = true;
        if (exception is null && activity is null && !Duration.Enabled && !_logger.IsEnabled(LogLevel.Debug))
            return;
        string? errorType = exception switch
        {
            null => null,
            OperationCanceledException => "cancelled",
            WildberriesApiException { StatusCode: { } code } => ((int)code).ToString(CultureInfo.InvariantCulture),
            _ => exception.GetType().Name,
        };
        TimeSpan duration = timeProvider.GetElapsedTime(call.StartedAt);
        if (Duration.Enabled)
        {
            TagList tags = Tags(call);
            if (status is { } code)
                tags.Add(StatusTag, Box((int)code));
            if (errorType is not null)
                tags.Add("error.type", errorType);
            Record(Duration, duration.TotalSeconds, tags);
        }

        if (activity is { IsAllDataRequested: true })
        {
            if (status is { } code)
                activity.SetTag(StatusTag, Box((int)code));
            if (includeSellerId)
                activity.SetTag(SellerTag, call.SellerId);
            activity.SetTag("wildberries.attempts", Box(call.Attempts));
            activity.SetTag("wildberries.rate_limit.wait", call.RateLimitWait == TimeSpan.Zero ? NoSeconds : call.RateLimitWait.TotalSeconds);
            if (errorType is not null)
            {
                activity.SetTag("error.type", errorType);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        if (exception is null)
            Log.Answered(_logger, call.Operation.Name, SellerOf(call), (int)status.GetValueOrDefault(), duration.TotalMilliseconds, call.Attempts);
        else if (exception is WildberriesApiException { RequestId: { Length: > 0 } requestId })
            Log.Failed(_logger, call.Operation.Name, SellerOf(call), errorType!, duration.TotalMilliseconds, call.Attempts, requestId, ReasonOf(exception));
        else if (exception is not OperationCanceledException)
            Log.FailedWithoutRequestId(_logger, call.Operation.Name, SellerOf(call), errorType!, duration.TotalMilliseconds, call.Attempts, ReasonOf(exception));
    }

    public void Waited(CallContext call, TimeSpan wait)
    {
        if (Wait.Enabled)
            Record(Wait, wait.TotalSeconds, Tags(call));
        if (wait > TimeSpan.Zero)
            Log.Waited(_logger, call.Operation.Name, SellerOf(call), wait.TotalMilliseconds);
    }

    public void Waiting(CallContext call) => Log.Waiting(_logger, call.Operation.Name, SellerOf(call));

    public void StoreFailed(CallContext call, Exception exception) => Log.StoreFailed(_logger, call.Operation.Name, SellerOf(call), exception);

    public void ListenerFailed(CallContext call, Exception exception) => Log.ListenerFailed(_logger, call.Operation.Name, SellerOf(call), exception);

    /// <summary>A failure after the headers. The log has it where the call's own line does not.</summary>
    public void BodyFailed(CallContext call, Exception exception)
    {
        string errorType = exception.GetType().Name;
        if (BodyFailures.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add("error.type", errorType);
            Add(BodyFailures, 1, tags);
        }

        if (call.IsTold)
            Log.BodyFailed(_logger, call.Operation.Name, SellerOf(call), errorType);
    }

    public void Remaining(CallContext call, int remaining)
    {
        if (RemainingRequests.Enabled)
            Record(RemainingRequests, remaining, Tags(call));
    }

    public void Limited(CallContext call, TimeSpan retryAfter)
    {
        if (LimitedAnswers.Enabled)
            Add(LimitedAnswers, 1, Tags(call));
        Log.Limited(_logger, call.Operation.Name, SellerOf(call), retryAfter.TotalSeconds);
    }

    public void Retrying(CallContext call, OnRetryArguments<HttpResponseMessage> arguments)
    {
        string reason = arguments.Outcome.Result is { } response
            ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
            : NameOf(arguments.Outcome.Exception);
        if (Retries.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add("error.type", reason);
            Add(Retries, 1, tags);
        }

        Log.Retrying(_logger, call.Operation.Name, SellerOf(call), reason, arguments.AttemptNumber + 1, arguments.RetryDelay.TotalMilliseconds);
    }

    public void Refused(CallContext call, string reason)
    {
        if (Refusals.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add("wildberries.refusal.reason", reason);
            Add(Refusals, 1, tags);
        }
    }

    // What the SDK says itself, or WB's name for the error. WB's explanation can repeat what a buyer or seller wrote; what somebody else's exception says is not known.
    private static string ReasonOf(Exception exception) => exception is WildberriesApiException failure
        ? failure.Title ?? (failure.Detail is null && failure.Errors.Count == 0 ? failure.Message : "see the exception")
        : "see the exception";

    private string SellerOf(CallContext call) => includeSellerId && call.SellerId is { } seller ? $" (seller {seller})" : "";

    // Of a failed connection what failed says more than that it did.
    private static string NameOf(Exception? failure) =>
        (failure is WildberriesConnectionException { InnerException: { } cause } ? cause : failure)?.GetType().Name ?? "";

    /// <summary>Counts a member of an answer under the name by which it may be told.</summary>
    /// <param name="counts">What was counted in the answer so far: not more names than may be told.</param>
    /// <param name="call">The call.</param>
    /// <param name="name">The member's name at WB.</param>
    /// <param name="count">How many there are.</param>
    public static void Count(Dictionary<string, long> counts, CallContext call, string name, int count)
    {
        string told = MemberNames.Bound(call.Operation.Name, name, call.Secrets);
        counts[told] = counts.GetValueOrDefault(told) + count;
    }

    /// <summary>Members that the models do not know.</summary>
    /// <param name="call">The call.</param>
    /// <param name="counts">How many of which name: <see cref="Count"/>.</param>
    public void UnknownMembers(CallContext call, Dictionary<string, long> counts) => Add(UnknownValues, call, counts);

    /// <summary>Values of known members that could not be read.</summary>
    /// <param name="call">The call.</param>
    /// <param name="counts">How many of which name: <see cref="Count"/>.</param>
    /// <param name="isTold">Whether the log has one of this call already: a report can have many rows.</param>
    public void UnreadableMembers(CallContext call, Dictionary<string, long> counts, bool isTold)
    {
        Add(UnreadableValues, call, counts);
        if (!isTold && _logger.IsEnabled(LogLevel.Warning))
            Log.Unreadable(_logger, call.Operation.Name, SellerOf(call), string.Join(", ", counts.Keys));
    }

    private void Add(Counter<long> counter, CallContext call, Dictionary<string, long> counts)
    {
        if (!counter.Enabled)
            return;
        foreach ((string name, long count) in counts)
        {
            TagList tags = Tags(call);
            tags.Add("wildberries.member", name);
            Add(counter, count, tags);
        }
    }

    private static void Record(Histogram<double> histogram, double value, in TagList tags)
    {
        try
        {
            histogram.Record(value, tags);
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }

    private static void Record(Gauge<int> gauge, int value, in TagList tags)
    {
        try
        {
            gauge.Record(value, tags);
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }

    private static void Add(Counter<long> counter, long value, in TagList tags)
    {
        try
        {
            counter.Add(value, tags);
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }

    // What nearly every call has.
    private static object Box(int number) => number switch
    {
        200 => Ok,
        1 => Once,
        443 => HttpsPort,
        _ => number,
    };

    private TagList Tags(CallContext call)
    {
        var tags = new TagList
        {
            { OperationTag, call.Operation.Name },
            { HostTag, call.Host.Host },
        };
        if (includeSellerId && call.SellerId is { } seller)
            tags.Add(SellerTag, seller);
        return tags;
    }
}
