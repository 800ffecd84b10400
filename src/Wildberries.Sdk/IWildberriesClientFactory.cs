using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk;

/// <summary>
/// Makes clients for sellers whose tokens are known only at run time. Clients are cheap: all share connections and the state of the
/// limits, and two clients of one seller share that seller's limits.
/// </summary>
public interface IWildberriesClientFactory
{
    /// <summary>Makes a client for a token.</summary>
    /// <param name="token">The seller's token.</param>
    /// <param name="environment">Production or sandbox.</param>
    /// <returns>The client.</returns>
    /// <exception cref="FormatException">The token is not a WB token.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such environment.</exception>
    IWildberriesClient Create(string token, WildberriesEnvironment environment = WildberriesEnvironment.Production);

    /// <summary>Makes a client whose credentials come from a provider, which is asked before each call.</summary>
    /// <param name="credentials">The provider.</param>
    /// <param name="environment">Production or sandbox.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such environment.</exception>
    IWildberriesClient Create(IWildberriesCredentialsProvider credentials, WildberriesEnvironment environment = WildberriesEnvironment.Production);

    /// <summary>
    /// Makes a client from a seller's settings: a token with a service's secret (and the one that follows it), an environment, or a provider. What is set on them
    /// later is taken up by the next call; the environment is read once.
    /// </summary>
    /// <param name="seller">The settings; keep them to change them.</param>
    /// <returns>The client.</returns>
    /// <exception cref="FormatException">The token is not a WB token.</exception>
    /// <exception cref="ArgumentException">
    /// There is no token and no provider, no such environment, a secret cannot stand in a header, or the next secret has no time or follows none.
    /// </exception>
    IWildberriesClient Create(WildberriesSellerOptions seller);

    /// <summary>Makes a client for a seller that was registered by name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The client.</returns>
    /// <exception cref="InvalidOperationException">No seller has that name. (One without a token gets a client whose calls say so.)</exception>
    IWildberriesClient CreateForSeller(string name);
}
