using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Http;

/// <summary>Where pictures and videos may be fetched from: WB's storage over https on the standard port, and the client's own emulator.</summary>
/// <remarks>Links come from WB's answers, and what stands there a buyer may have had a hand in: nothing but these hosts is asked, whatever they say.</remarks>
internal sealed class MediaHosts
{
    public static readonly HttpRequestOptionsKey<MediaHosts> Key = new("Wildberries.Sdk.MediaHosts");

    private static readonly string[] KnownDomains = ["wbbasket.ru", "wbstatic.net", "wb.ru", "wildberries.ru", "geobasket.ru", "wbcontent.net"];

    private readonly Uri? _emulator;
    private readonly string[] _domains;

    /// <summary>Makes the rule of one download.</summary>
    /// <param name="client">Where the calls of the client go; on this machine it is an emulator.</param>
    /// <param name="moreDomains">Domains that the caller trusts beside WB's.</param>
    /// <param name="name">The argument that has them.</param>
    /// <exception cref="ArgumentException">One of them is no domain.</exception>
    public MediaHosts(Uri client, IReadOnlyList<string> moreDomains, string name)
    {
        _emulator = client.IsLoopback ? client : null;
        foreach (string domain in moreDomains)
        {
            if (domain is null || !domain.Contains('.') || domain.StartsWith('.') || Uri.CheckHostName(domain) != UriHostNameType.Dns)
                throw new ArgumentException($"{nameof(MediaDownloadOptions.MoreDomains)} has \"{SafeText.Given(domain)}\", which is no domain: \"wbbasket.ru\" is one.", name);
        }

        _domains = [.. KnownDomains, .. moreDomains];
    }

    /// <summary>The address that a link stands for; links of claims have no scheme.</summary>
    /// <exception cref="ArgumentException">It is no link, or leads elsewhere.</exception>
    public Uri Parse(string? link, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(link, name);
        string text = link.Trim();
        bool hasScheme = !text.StartsWith("//", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? text : "https:" + text, UriKind.Absolute, out Uri? address))
            throw new ArgumentException("It is no link.", name);
        if (!hasScheme && IsOfEmulator(address))
            address = new UriBuilder(address) { Scheme = _emulator!.Scheme, Port = _emulator.Port }.Uri;
        return Allows(address)
            ? address
            : throw new ArgumentException(
                $"It leads to {Describe(address)}, and pictures are fetched over https from WB's storage only. Nothing was asked. If that is a new host of WB, name its domain in "
                + $"{nameof(MediaDownloadOptions)}.{nameof(MediaDownloadOptions.MoreDomains)}.",
                name);
    }

    /// <summary>Whether an address may be asked.</summary>
    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length != 0)
            return false;
        if (IsOfEmulator(address))
            return string.Equals(address.Scheme, _emulator!.Scheme, StringComparison.Ordinal);
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && DomainOf(address) is not null;
    }

    /// <summary>What an address leads to, without its path, which tells of a buyer.</summary>
    public static string Describe(Uri address) => SafeText.Given(address.GetLeftPart(UriPartial.Scheme) + address.Authority);

    /// <summary>The host for telemetry: a domain with hundreds of hosts counts as one.</summary>
    public Uri HostOf(Uri address) => DomainOf(address) is { } domain ? new Uri($"https://{domain}/") : new Uri(address, "/");

    private string? DomainOf(Uri address) => Array.Find(
        _domains,
        domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            && (address.IdnHost.Length == domain.Length || address.IdnHost[^(domain.Length + 1)] == '.'));

    private bool IsOfEmulator(Uri address) => _emulator is not null && string.Equals(address.Authority, _emulator.Authority, StringComparison.OrdinalIgnoreCase);
}
