using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>One attempt: bounds its time, which starts here, after the permit, and knows what became of its request.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="attemptTimeout">How long an attempt may take until the answer's headers.</param>
/// <param name="tellsWriting">
/// Whether the handler that talks to the network says when it writes (<see cref="OnHeader"/>); else a request counts as written once it is handed over.
/// </param>
internal sealed class AttemptHandler(TimeProvider timeProvider, TimeSpan attemptTimeout, bool tellsWriting) : DelegatingHandler
{
    private readonly AttemptTimer _timer = new(timeProvider);
    private bool _hasAnswers;

    /// <summary>
    /// A header of a request is being written. SocketsHttpHandler by itself sends a request again, up to four times, when the server closes the connection
    /// instead of answering: when the first header comes again, that is stopped, so that one attempt is one arrival.
    /// </summary>
    /// <param name="name">The header's name.</param>
    /// <param name="request">The request; one of the network's own, such as a proxy's CONNECT, is none of ours.</param>
    public static void OnHeader(string name, HttpRequestMessage request)
    {
        if (CallContext.Find(request) is not { } call)
            return;
        if (call.FirstHeader is not { } first)
        {
            call.FirstHeader = name;
            Written(call);
        }
        else if (string.Equals(first, name, StringComparison.Ordinal))
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The server closed the connection without an answer.");
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        TimeSpan timeout = call.Options.AttemptTimeout ?? attemptTimeout;
        using AttemptTimer.Lease lease = _timer.Start(timeout);
        CancellationTokenSource limit = lease.Source;
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        call.FirstHeader = null;
        call.IsWritten = false;
        call.IsWrittenSlowly = tellsWriting && !Volatile.Read(ref _hasAnswers);
        try
        {
            if (!tellsWriting)
                Written(call);
            HttpResponseMessage answer = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            if (!call.IsWritten)
                Written(call);
            if (call.IsWrittenSlowly)
                Volatile.Write(ref _hasAnswers, true);
            if (!answer.IsSuccessStatusCode)
                call.Settle(DeliveryRules.Of(answer.StatusCode, call.Operation));
            return answer;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            Delivery delivery = call.Settle(call.IsWritten ? Delivery.Unknown : Delivery.NotSent);
            if (cancellationToken.IsCancellationRequested)
                throw;
            throw new WildberriesTimeoutException(
                FormattableString.Invariant($"{call.Operation.Name}: WB did not answer within {timeout.TotalSeconds:0.###} s."), SafeFailure.Of(exception, Redaction.None))
            {
                Operation = call.Operation.Name,
                Delivery = delivery,
                Timeout = timeout,
            };
        }
        catch (Exception exception) when (exception is not WildberriesApiException)
        {
            // What is known to be written may have been taken, also when the next connection could not be made.
            Delivery delivery = tellsWriting && call.IsWritten ? Delivery.Unknown : DeliveryRules.Of(exception, call.IsWritten);
            Exception failure = WildberriesExceptionFactory.FromTransport(exception, call.Operation.Name, call.Settle(delivery));
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }

    private static void Written(CallContext call)
    {
        call.IsWritten = true;
        if (call.Permit is { } permit)
            call.Observe(permit.Written(call.IsWrittenSlowly));
    }
}
