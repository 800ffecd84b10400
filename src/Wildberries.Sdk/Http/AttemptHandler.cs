using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>One attempt: bounds its time, which starts here, after the permit, and knows what became of its request.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="attemptTimeout">How long an attempt may take until the answer's headers.</param>
/// <param name="ownNetwork">Whether the handler that talks to the network is the SDK's own; another's may mean something else by a timeout.</param>
internal sealed class AttemptHandler(TimeProvider timeProvider, TimeSpan attemptTimeout, bool ownNetwork) : DelegatingHandler
{
    private readonly AttemptTimer _timer = new(timeProvider);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        TimeSpan timeout = call.Options.AttemptTimeout ?? attemptTimeout;
        using AttemptTimer.Lease lease = _timer.Start(timeout);
        CancellationTokenSource limit = lease.Source;
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        try
        {
            HttpResponseMessage answer = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                call.Settle(DeliveryRules.Of(answer.StatusCode, call.Operation));
            return answer;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            Delivery delivery = call.Settle(Delivery.Unknown);
            if (cancellationToken.IsCancellationRequested)
                throw;
            throw new WildberriesTimeoutException(
                FormattableString.Invariant($"{call.Operation.Name}: WB did not answer within {timeout.TotalSeconds:0.###} s."), exception)
            {
                Operation = call.Operation.Name,
                Delivery = delivery,
                Timeout = timeout,
            };
        }
        catch (Exception exception) when (exception is not WildberriesApiException)
        {
            bool isWritten = !(ownNetwork && exception is OperationCanceledException { InnerException: TimeoutException });
            Exception failure = WildberriesExceptionFactory.FromTransport(
                exception, call.Operation.Name, call.Settle(DeliveryRules.Of(exception, isWritten)));
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }
}
