using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;

namespace ManySellers;

/// <summary>Makes the client of a seller for one request. Clients are cheap: all share connections, and those of one seller the seller's limits.</summary>
internal sealed class SellerClients(SellerTokens tokens, IWildberriesClientFactory factory)
{
    // A browser would rather be told to come back than wait a minute. A job in the background can afford the default.
    private static readonly WildberriesCallOptions ForBrowsers = new()
    {
        MaxRateLimitWait = TimeSpan.FromSeconds(2),
        TotalTimeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The seller's client, or <see langword="null"/> if there is no such seller.</summary>
    public async Task<IWildberriesClient?> FindAsync(string name, CancellationToken cancellationToken)
    {
        string? text = await tokens.FindAsync(name, cancellationToken);
        if (text is null)
            return null;
        WildberriesEnvironment environment =
            WildberriesToken.Parse(text).IsTest ? WildberriesEnvironment.Sandbox : WildberriesEnvironment.Production;
        return factory.Create(text, environment).With(ForBrowsers);
    }
}
