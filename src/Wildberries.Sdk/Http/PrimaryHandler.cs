using System.Net;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Http;

/// <summary>The handler that talks to the network.</summary>
internal static class PrimaryHandler
{
    // Called while the headers are written, and nothing else is; the encoding stays the usual one.
    private static readonly HeaderEncodingSelector<HttpRequestMessage> TellWriting = static (name, request) =>
    {
        AttemptHandler.OnHeader(name, request);
        return null;
    };

    /// <summary>Whether a handler tells when it writes a request, and sends it once. A user's own does where a <see cref="SocketsHttpHandler"/> is at its end.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>Whether it does.</returns>
    public static bool TellsWriting(HttpMessageHandler handler)
    {
        if (Innermost(handler) is not SocketsHttpHandler sockets)
            return false;
        if (sockets.RequestHeaderEncodingSelector is null)
        {
            try
            {
                sockets.RequestHeaderEncodingSelector = TellWriting;
            }
            catch (InvalidOperationException)
            {
                // It is in use already, and cannot be changed any more.
                return false;
            }
        }

        return ReferenceEquals(sockets.RequestHeaderEncodingSelector, TellWriting);
    }

    public static HttpMessageHandler Create(WildberriesOptions options)
    {
        if (options.GetPrimaryHandlerFactory() is { } factory)
            return WithoutRedirects(factory() ?? throw new InvalidOperationException("The primary handler's factory gave nothing."));

        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the client secret to wherever it points.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),

            // Connections are renewed so that changes of DNS are seen; the handler itself lives as long as the process.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // The caller's trace context and baggage are not WB's business.
            ActivityHeadersPropagator = null,

            RequestHeaderEncodingSelector = TellWriting,
        };

        // Plain http is allowed to this machine only, so it must not take the way over another.
        handler.Proxy = new LoopbackBypass(Hidden.Reveal(options.Proxy) is { } proxy ? ToWebProxy(proxy) : HttpClient.DefaultProxy);
        return handler;
    }

    // WebProxy itself takes no notice of a user and password in the address.
    private static WebProxy ToWebProxy(Uri address)
    {
        if (address.UserInfo.Length == 0)
            return new WebProxy(address);
        string[] user = address.UserInfo.Split(':', 2);
        return new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri)
        {
            Credentials = new NetworkCredential(Uri.UnescapeDataString(user[0]), user.Length > 1 ? Uri.UnescapeDataString(user[1]) : ""),
        };
    }

    private static HttpMessageHandler WithoutRedirects(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? inner = handler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
        {
            if (inner is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            {
                throw new InvalidOperationException(
                    "The primary handler follows redirects, which would carry the token to other hosts: set AllowAutoRedirect to false.");
            }
        }

        return handler;
    }

    private static HttpMessageHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        return handler;
    }

    private sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
    }
}
