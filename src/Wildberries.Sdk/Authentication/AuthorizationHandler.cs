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

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        if (request.RequestUri is not { } uri || !TrustedHosts.Allows(uri))
            throw new InvalidOperationException($"The token was not sent to {request.RequestUri?.Host}: not an https host of wildberries.ru nor this machine.");

        // Looked at before, but the wait for the limit may have been long.
        if (call.Credentials.Token.IsExpired(timeProvider))
            throw WildberriesExceptionFactory.Expired(call);

        // What an interface's own attributes put there does not stand beside the token.
        Remove(request);
        request.Headers.TryAddWithoutValidation(Authorization, call.Credentials.Token.Value);
        if (call.Credentials.ClientSecret is { } secret)
            request.Headers.TryAddWithoutValidation(ClientSecret, secret);
        Task<HttpResponseMessage>? sending = null;
        try
        {
            sending = base.SendAsync(request, cancellationToken);
            return sending.IsCompleted ? sending : RemoveAfterAsync(sending, request);
        }
        finally
        {
            if (sending is null or { IsCompleted: true })
                Remove(request);
        }
    }

    private static async Task<HttpResponseMessage> RemoveAfterAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request)
    {
        try
        {
            return await sending.ConfigureAwait(false);
        }
        finally
        {
            Remove(request);
        }
    }

    private static void Remove(HttpRequestMessage request)
    {
        request.Headers.Remove(Authorization);
        request.Headers.Remove(ClientSecret);
    }
}
