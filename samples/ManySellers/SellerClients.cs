using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;

namespace ManySellers;

/// <summary>Makes the client of a seller for one request. Clients are cheap: all share connections, and those of one seller the seller's limits.</summary>
internal sealed class SellerClients(SellerTokens tokens, IWildberriesClientFactory factory, DemoShops? demo = null)
{
    // A browser would rather be told to come back than wait a minute. A job in the background can afford the default.
    private static readonly WildberriesCallOptions ForBrowsers = new()
    {
        MaxRateLimitWait = TimeSpan.FromSeconds(2),
        TotalTimeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The seller's client, or <see langword="null"/> if there is no such seller.</summary>
    public async Task<IWildberriesClient?> FindAsync(string name, CancellationToken cancellationToken) =>
        await tokens.FindAsync(name, cancellationToken) is { } text ? Create(text, WildberriesToken.Parse(text)) : null;

    /// <summary>A client for a token that is not stored yet.</summary>
    public IWildberriesClient Create(string text, WildberriesToken token)
    {
        WildberriesEnvironment environment = token.IsTest ? WildberriesEnvironment.Sandbox : WildberriesEnvironment.Production;
        return (demo?.Find(text) ?? factory.Create(text, environment)).With(ForBrowsers);
    }
}
