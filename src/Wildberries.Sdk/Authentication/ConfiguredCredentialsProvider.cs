using System.Diagnostics;

namespace Wildberries.Sdk.Authentication;

/// <summary>Takes a seller's credentials from the options as they are now, so that a changed configuration rotates the token.</summary>
internal sealed class ConfiguredCredentialsProvider(
    Func<WildberriesSellerOptions?> current, string setting, TimeProvider timeProvider) : IWildberriesCredentialsProvider
{
    private Entry? _last;

    public ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        WildberriesSellerOptions? options = current();
        if (options?.CredentialsProvider is { } provider)
            return provider.GetCredentialsAsync(cancellationToken);
        if (options is null || string.IsNullOrWhiteSpace(options.Token))
            throw new InvalidOperationException($"There is no token: set {setting}:Token or a credentials provider.");

        string token = Hidden.Reveal(options.Token)!;
        string? clientSecret = options.ClientSecretAt(timeProvider.GetUtcNow());
        Entry? last = Volatile.Read(ref _last);
        if (last is null
            || !string.Equals(last.Token, token, StringComparison.Ordinal)
            || !string.Equals(last.ClientSecret, clientSecret, StringComparison.Ordinal))
        {
            last = new Entry(token, clientSecret, Read(token, clientSecret));
            Volatile.Write(ref _last, last);
        }

        return new ValueTask<WildberriesCredentials>(last.Credentials);
    }

    private WildberriesCredentials Read(string token, string? clientSecret)
    {
        try
        {
            return new WildberriesCredentials(token, clientSecret);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"{setting}:Token: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"{setting}:ClientSecret: {exception.Message}", exception);
        }
    }

    private sealed class Entry(string token, string? clientSecret, WildberriesCredentials credentials)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string Token { get; } = token;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string? ClientSecret { get; } = clientSecret;

        public WildberriesCredentials Credentials { get; } = credentials;
    }
}
