namespace Wildberries.Sdk.Http;

/// <summary>Where a token may go: WB's hosts over https on the standard port, and this machine.</summary>
internal static class TrustedHosts
{
    private const string Domain = ".wildberries.ru";

    public static bool Allows(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.UserInfo.Length != 0)
            return false;
        if (uri.IsLoopback)
            return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
        return uri.Scheme == Uri.UriSchemeHttps
            && uri.IsDefaultPort
            && uri.IdnHost.EndsWith(Domain, StringComparison.OrdinalIgnoreCase);
    }
}
