using System.Net;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>Follows a few redirects of a download, each only to where a file may be fetched from.</summary>
internal sealed class MediaHandler : DelegatingHandler
{
    private const int MaxRedirects = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        if (!request.Options.TryGetValue(MediaHosts.Key, out MediaHosts? hosts))
            throw new InvalidOperationException("The download does not say where files may come from.");
        call.Attempts++;
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(answer.StatusCode) || answer.Headers.Location is not { } location)
                return answer;
            HttpStatusCode status = answer.StatusCode;
            answer.Dispose();
            var target = new Uri(request.RequestUri!, location);
            if (!hosts.Allows(target))
                throw Refused(call, status, $"it leads to {MediaHosts.Describe(target)}, and pictures are fetched over https from WB's storage only");
            if (redirects == MaxRedirects)
                throw Refused(call, status, FormattableString.Invariant($"it leads on more than {MaxRedirects} times"));
            request.RequestUri = target;
        }
    }

    private static WildberriesResponseException Refused(CallContext call, HttpStatusCode status, string why) =>
        new($"WB's answer to {call.Operation.Name} was not followed: {why}.")
        {
            Operation = call.Operation.Name,
            StatusCode = status,
            Delivery = Delivery.Answered,
        };

    private static bool IsRedirect(HttpStatusCode status) => status is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
