namespace Wildberries.Sdk.Operations;

/// <summary>
/// Says where a Refit interface calls: the host's address, or the class that says it for all interfaces of a host, such as
/// <see cref="Hosts.DiscountsPricesHost"/>. Beside it, <see cref="RateLimiting.SharedRateLimitAttribute"/> declares the limits that operations share.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class WildberriesApiAttribute : Attribute
{
    /// <summary>Says the host's address.</summary>
    /// <param name="host">The production host, for example <c>https://buyer-chat-api.wildberries.ru</c>.</param>
    public WildberriesApiAttribute(string host) => Host = host;

    /// <summary>Names the class that says everything of the host.</summary>
    /// <param name="hostType">A class with this attribute and an address in it.</param>
    public WildberriesApiAttribute(Type hostType) => HostType = hostType;

    /// <summary>The production host: https, and within <c>wildberries.ru</c>; <see langword="null"/> if <see cref="HostType"/> says it.</summary>
    public string? Host { get; }

    /// <summary>The class that says everything of the host, or <see langword="null"/>.</summary>
    public Type? HostType { get; }

    /// <summary>The sandbox host, or <see langword="null"/> where WB has none. It stands beside the address.</summary>
    public string? SandboxHost { get; init; }

    /// <summary>
    /// How many requests WB counts for one that it answers with a 4XX other than 429, on the whole host. It stands beside the address; an operation
    /// with another cost says so itself.
    /// </summary>
    /// <value>The default is 1.</value>
    public int ClientErrorCost { get; init; } = 1;
}
