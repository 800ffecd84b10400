namespace Wildberries.Sdk.Authentication;

internal sealed class FixedCredentialsProvider(WildberriesCredentials credentials) : IWildberriesCredentialsProvider
{
    public ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(credentials);
}
