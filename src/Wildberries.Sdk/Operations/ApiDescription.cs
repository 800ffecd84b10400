using System.Reflection;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations;

/// <summary>What the attributes of an interface and of its host's class say for all of its operations.</summary>
internal sealed record ApiDescription(
    Type Type, Uri Host, Uri? SandboxHost, int ClientErrorCost, IReadOnlyDictionary<string, List<RateLimit>> SharedLimits)
{
    /// <exception cref="ArgumentException">An attribute is missing, or two of them disagree.</exception>
    public static ApiDescription Of(Type type)
    {
        WildberriesApiAttribute api = type.GetCustomAttribute<WildberriesApiAttribute>()
            ?? throw new ArgumentException($"{type} has no [WildberriesApi(\"https://...\")] attribute that names its host.");
        Type host = type;
        if (api.HostType is not null)
        {
            if (api is not { SandboxHost: null, ClientErrorCost: 1 })
                throw new ArgumentException($"{type} leaves its host to {api.HostType}: the sandbox host and the cost of a 4XX stand there, too.");
            host = api.HostType;
            api = host.GetCustomAttribute<WildberriesApiAttribute>()
                ?? throw new ArgumentException($"{type} leaves its host to {host}, which has no [WildberriesApi(\"https://...\")] attribute.");
        }

        if (api.Host is null)
            throw new ArgumentException($"{type} leaves its host to {host}, which names no address.");
        return new ApiDescription(
            type,
            ParseHost(type, api.Host),
            api.SandboxHost is null ? null : ParseHost(type, api.SandboxHost),
            api.ClientErrorCost,
            SharedLimitsOf(type, host));
    }

    private static Dictionary<string, List<RateLimit>> SharedLimitsOf(Type type, Type host)
    {
        Dictionary<string, List<RateLimit>> limits = Read(host);
        if (host == type)
            return limits;
        foreach ((string group, List<RateLimit> rows) in Read(type))
        {
            if (!limits.TryAdd(group, rows))
                throw new ArgumentException($"{type} declares the group \"{group}\" of shared limits, which {host} declares already.");
        }

        return limits;

        static Dictionary<string, List<RateLimit>> Read(Type declaring)
        {
            var groups = new Dictionary<string, List<RateLimit>>(StringComparer.Ordinal);
            foreach (SharedRateLimitAttribute row in declaring.GetCustomAttributes<SharedRateLimitAttribute>())
            {
                if (!groups.TryGetValue(row.Group, out List<RateLimit>? rows))
                    groups.Add(row.Group, rows = []);
                rows.Add(new RateLimit(row.Requests, TimeSpan.FromSeconds(row.PeriodSeconds), row.Burst, row.Tokens));
            }

            return groups;
        }
    }

    private static Uri ParseHost(Type type, string host)
    {
        if (Uri.TryCreate(host, UriKind.Absolute, out Uri? uri) && TrustedHosts.Allows(uri) && uri.AbsolutePath == "/")
            return uri;
        throw new ArgumentException($"{type} names the host \"{host}\", which is not an https host of wildberries.ru nor a loopback address.");
    }
}
