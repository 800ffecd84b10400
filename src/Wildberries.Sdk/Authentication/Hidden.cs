using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Authentication;

/// <summary>
/// What options show in place of a secret, so that no serializer, no structured log and no debugger gets at it, not by private fields either. The SDK takes
/// what is shown for the secret itself: options can be bound, copied and handed on as if it were the secret.
/// </summary>
internal static class Hidden
{
    private const int Stars = 8;

    // By reference: each secret is shown as an object of its own, which lives as long as somebody has it.
    private static readonly ConditionalWeakTable<object, object> Secrets = new();

    /// <summary>What is shown in place of a text.</summary>
    public static string? Text(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret) || Secrets.TryGetValue(secret, out _))
            return secret;
        string shown = new('*', Stars);
        Secrets.Add(shown, secret);
        return shown;
    }

    /// <summary>What is shown in place of an address: the same without user and password.</summary>
    public static Uri? Address(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true, UserInfo.Length: > 0 } || Secrets.TryGetValue(address, out _))
            return address;
        Uri shown = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        Secrets.Add(shown, address);
        return shown;
    }

    /// <summary>The secret itself; what is none is given back as it is.</summary>
    public static T? Reveal<T>(T? shown)
        where T : class => shown is not null && Secrets.TryGetValue(shown, out object? secret) ? (T)secret : shown;
}
