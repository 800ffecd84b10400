using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Http;

/// <summary>The outermost shared handler: one trace span per call, errors as typed exceptions, a body that cannot stall unnoticed.</summary>
internal sealed class CallHandler(WildberriesOptions options, TimeProvider timeProvider, WildberriesTelemetry telemetry) : DelegatingHandler
{
    private readonly BodyLimits _limits = BodyLimits.Of(options);
    private readonly BodyLimits _errorLimits = BodyLimits.OfError(options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        call.Telemetry = telemetry;
        Activity? activity = WildberriesTelemetry.StartCall(call, request);
        TimeSpan? total = call.Options.TotalTimeout ?? options.TotalTimeout;
        CancellationTokenSource? limit = total is { } time ? new CancellationTokenSource(time, timeProvider) : null;
        HttpResponseMessage? response = null;
        Exception? vaultFailure = null;
        try
        {
            await RequestBody.PrepareAsync(request, call.Operation.Access).ConfigureAwait(false);

            // What has no length is read from a stream that cannot be read again.
            call.HasBodyForOnce = request.Content is { Headers.ContentLength: null };
            using CancellationTokenSource? either = limit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            CancellationToken token = either?.Token ?? cancellationToken;
            try
            {
                if (!call.IsPublic)
                    call.Credentials = await GetCredentialsAsync(call, token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                vaultFailure = exception;
                throw;
            }

            response = await base.SendAsync(request, token).ConfigureAwait(false);
            WildberriesApiException? error = null;
            if (!response.IsSuccessStatusCode)
            {
                response.Content = new GuardedContent(response.Content, call, _errorLimits, limit, total, timeProvider);
                error = await WildberriesExceptionFactory.CreateAsync(response, call, cancellationToken).ConfigureAwait(false);
            }
            else if (IsEmpty(response) && !call.Operation.MayAnswerEmpty)
            {
                error = WildberriesExceptionFactory.FromUnreadable(response, call.Operation.Name, "its body is empty", call.Secrets);
            }
            else if (!call.Operation.IsStreamed && _limits.AreExceededBy(response))
            {
                call.AnswerStatus = response.StatusCode;
                error = WildberriesExceptionFactory.TooLarge(call, BodyLimits.Fault(_limits.MaxBytes));
            }

            Tell(call, response, error);
            if (error is not null)
                throw error;

            bool isEmptyList = call.Operation.AnswersList && IsEmpty(response);
            if (isEmptyList)
                response.Content = new ByteArrayContent("null"u8.ToArray());
            if (response.Content is not GuardedContent)
            {
                response.Content = new GuardedContent(response.Content, call, _limits, limit, total, timeProvider);
                limit = null;
            }

            call.AnswerStatus = response.StatusCode;
            telemetry.Completed(call, activity, response.StatusCode, exception: null);

            // Refit makes null of a 204 without asking the serializer, which makes an empty list of it.
            if (isEmptyList)
                response.StatusCode = HttpStatusCode.OK;
            return response;
        }
        catch (Exception exception)
        {
            Exception mapped = Map(exception, call, limit, total, ReferenceEquals(exception, vaultFailure), response?.StatusCode, cancellationToken);
            telemetry.Completed(call, activity, response?.StatusCode, mapped);
            response?.Dispose();
            if (ReferenceEquals(mapped, exception))
                throw;
            throw mapped;
        }
        finally
        {
            WildberriesTelemetry.StopCall(activity);
            limit?.Dispose();
        }
    }

    // An empty body that comes in chunks shows only when it is read: that of a read has been; the Refit settings see to the others.
    private static bool IsEmpty(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NoContent
        || (response.Content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues length)
            ? length.ToString() == "0"
            : response.Content.Headers.ContentLength == 0);

    private void Tell(CallContext call, HttpResponseMessage response, WildberriesApiException? error)
    {
        if (call.Options.OnResponse is not { } onResponse)
            return;
        try
        {
            onResponse(new WildberriesResponseInfo
            {
                Operation = call.Operation,
                StatusCode = response.StatusCode,
                RateLimit = call.RateLimit ?? new RateLimitStatus(),
                RequestId = error?.RequestId ?? WildberriesExceptionFactory.RequestId(response, call.Secrets),
                Attempts = call.Attempts,
                RateLimitWait = call.RateLimitWait,
                Duration = timeProvider.GetElapsedTime(call.StartedAt),
            });
        }
        catch (Exception exception)
        {
            // WB has answered: a listener's fault must not make the call look failed.
            telemetry.ListenerFailed(call, exception);
        }
    }

    private static async ValueTask<WildberriesCredentials> GetCredentialsAsync(CallContext call, CancellationToken cancellationToken)
    {
        ValueTask<WildberriesCredentials> asking = call.Seller.CredentialsProvider.GetCredentialsAsync(cancellationToken);
        WildberriesCredentials credentials;
        if (asking.IsCompleted)
        {
            credentials = await asking.ConfigureAwait(false);
        }
        else
        {
            // A vault that takes no notice of the token must not hold the call beyond its time.
            Task<WildberriesCredentials> task = asking.AsTask();
            await Patience.WaitAsync(task, Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            credentials = await task.ConfigureAwait(false);
        }

        return credentials ?? throw new InvalidOperationException("The credentials provider gave nothing.");
    }

    // What the vault throws is its own affair, and comes through as it is.
    private static Exception Map(
        Exception exception,
        CallContext call,
        CancellationTokenSource? limit,
        TimeSpan? total,
        bool isOfTheVault,
        HttpStatusCode? status,
        CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && limit is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
            return WildberriesExceptionFactory.TotalTimeout(call, total.GetValueOrDefault(), exception);
        if (isOfTheVault || exception is WildberriesApiException)
            return exception;
        Delivery delivery = status is { } answered ? DeliveryRules.Of(answered, call.Operation) : Delivery.NotSent;
        return WildberriesExceptionFactory.FromTransport(exception, call.Operation.Name, call.Settle(delivery));
    }
}
