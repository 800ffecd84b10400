using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>
/// Takes the answer of a read into memory as a part of the attempt, so that one whose body is cut off or stalls is repeated like one that never came. Such
/// an answer would be taken into memory anyway; what is streamed is the caller's to read, and what a write was answered is never asked for again.
/// </summary>
internal sealed class BodyHandler(WildberriesOptions options, TimeProvider timeProvider) : DelegatingHandler
{
    private readonly BodyLimits _limits = BodyLimits.Of(options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        call.AnswerStatus = null;
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode || call.Operation.IsStreamed || call.Operation.Access != OperationAccess.Read || _limits.AreExceededBy(answer))
            return answer;

        var body = new GuardedContent(answer.Content, call, _limits, totalLimit: null, totalTimeout: null, timeProvider);
        answer.Content = body;
        call.AnswerStatus = answer.StatusCode;
        try
        {
            await body.LoadAsync(cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
