using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Authentication;

/// <summary>
/// The last handler before the network, once per attempt: adds the token (only for WB's hosts over https, or this machine), and takes it off
/// again so that nothing that keeps the request keeps the token.
/// </summary>
internal sealed class AuthorizationHandler(TimeProvider timeProvider) : DelegatingHandler
{
    private const string Authorization = "Authorization";
    private const string ClientSecret = "X-Client-Secret";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        if (request.RequestUri is not { } uri || !TrustedHosts.Allows(uri))
            throw new InvalidOperationException($"The token was not sent to {request.RequestUri?.Host}: not an https host of wildberries.ru nor this machine.");

        // Looked at before, but the wait for the limit may have been long.
        if (call.Credentials.Token.IsExpired(timeProvider))
            throw WildberriesExceptionFactory.Expired(call);

        // Set anew each time: a repeated request is the same object.
        request.Headers.Remove(Authorization);
        request.Headers.Remove(ClientSecret);
        request.Headers.TryAddWithoutValidation(Authorization, call.Credentials.Token.Value);
        if (call.Credentials.ClientSecret is { } secret)
            request.Headers.TryAddWithoutValidation(ClientSecret, secret);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Headers.Remove(Authorization);
            request.Headers.Remove(ClientSecret);
        }
    }
}
