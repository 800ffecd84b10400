namespace Wildberries.Sdk.Authentication;

/// <summary>
/// Where the credentials of one seller come from: a vault, a database, a file that changes. To rotate a token, answer with new
/// credentials; the next call uses them, and no restart is needed.
/// </summary>
/// <remarks>
/// Asked at every call, by many callers at once: it must be thread-safe, and it should keep the object it answered with until
/// the token changes, since making new credentials reads the token anew.
/// </remarks>
public interface IWildberriesCredentialsProvider
{
    /// <summary>The credentials to make a call with.</summary>
    /// <param name="cancellationToken">Ends the wait when the call is cancelled.</param>
    /// <returns>The credentials of the moment; never null.</returns>
    ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default);
}
