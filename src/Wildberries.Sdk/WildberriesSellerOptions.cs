using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk;

/// <summary>
/// Whose data a client works with: a token, or where to get it. Token and secrets can be set and handed on, but not read back: whatever was set shows as stars, to
/// serializers and structured logs, too. The SDK takes these stars for what they stand for.
/// </summary>
[DebuggerDisplay("Seller options ({Environment})")]
public class WildberriesSellerOptions
{
    /// <summary>The seller's API token (a JWT), with or without <c>Bearer </c> before it. A changed value is taken up without a restart.</summary>
    /// <value>The default is <see langword="null"/>: no token, or one from <see cref="CredentialsProvider"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set => field = Hidden.Text(value); }

    /// <summary>A service's own secret, sent as <c>X-Client-Secret</c>. A base token that comes with it gets a service's limits.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set => field = Hidden.Text(value); }

    /// <summary>
    /// The secret that follows <see cref="ClientSecret"/>. WB makes a new one up to 30 days before the old one ends and takes both until then: with both here,
    /// all processes go over at <see cref="NextClientSecretFrom"/>, without a restart. The limits stay the same.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? NextClientSecret { get; set => field = Hidden.Text(value); }

    /// <summary>From when on <see cref="NextClientSecret"/> is sent: between its making and the end of <see cref="ClientSecret"/>.</summary>
    /// <value>The default is <see langword="null"/>; it must be set where there is a next secret.</value>
    public DateTimeOffset? NextClientSecretFrom { get; set; }

    /// <summary>Whether to call the production or the sandbox hosts. Read once, when the seller's client is made.</summary>
    /// <value>The default is <see cref="WildberriesEnvironment.Production"/>.</value>
    public WildberriesEnvironment Environment { get; set; }

    /// <summary>Gives the credentials instead of <see cref="Token"/>, for example from a vault. Asked before each call.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public IWildberriesCredentialsProvider? CredentialsProvider { get; set; }

    internal string? ClientSecretAt(DateTimeOffset now) =>
        Hidden.Reveal(NextClientSecret is not null && now >= NextClientSecretFrom ? NextClientSecret : ClientSecret);
}
