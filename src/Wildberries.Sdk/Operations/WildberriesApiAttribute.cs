namespace Wildberries.Sdk.Operations;

/// <summary>Names the WB host that a Refit interface calls.</summary>
/// <param name="host">The production host, for example <c>https://buyer-chat-api.wildberries.ru</c>.</param>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class WildberriesApiAttribute(string host) : Attribute
{
    /// <summary>The production host: https, and within <c>wildberries.ru</c>.</summary>
    public string Host { get; } = host;

    /// <summary>The sandbox host, or <see langword="null"/> where WB has none.</summary>
    public string? SandboxHost { get; init; }
}
