using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Authentication;

/// <summary>
/// What a seller's calls are made with: the API token and, for services that have one, the client secret. Neither can be read
/// back from this object: <see cref="ToString"/>, the debugger and JSON show what the token says about itself.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/authorization"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WildberriesCredentials
{
    /// <summary>Takes the credentials. White space around each is dropped, and so is a leading <c>Bearer</c> of the token.</summary>
    /// <param name="token">The API token, at most <see cref="WildberriesToken.MaxLength"/> characters.</param>
    /// <param name="clientSecret">
    /// The secret that WB gave to a service, sent as <c>X-Client-Secret</c>; null when there is none. At most
    /// <see cref="WildberriesToken.MaxLength"/> characters.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The secret is blank, too long, or holds a line break or another character that cannot stand in a header. The message never shows it.
    /// </exception>
    /// <exception cref="FormatException">The token is not one. The message says what is wrong and holds no part of it.</exception>
    public WildberriesCredentials(string token, string? clientSecret = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        Token = WildberriesToken.Parse(token);
        clientSecret = Hidden.Reveal(clientSecret);
        if (clientSecret is null)
            return;

        CheckHeaderValue(clientSecret, nameof(clientSecret));
        if (clientSecret.Length > WildberriesToken.MaxLength)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At most {WildberriesToken.MaxLength} characters were expected, {clientSecret.Length} found."),
                nameof(clientSecret));
        }

        ClientSecret = clientSecret.Trim();
    }

    /// <summary>What the token says about itself.</summary>
    public WildberriesToken Token { get; }

    /// <summary>Whether a client secret is sent with the token.</summary>
    public bool HasClientSecret => ClientSecret is not null;

    /// <summary>The client secret. A secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? ClientSecret { get; }

    /// <summary>The one kind of caller that these credentials are in WB's tables. Test tokens count as base.</summary>
    internal TokenKinds Kind => Token switch
    {
        { IsTest: true } => TokenKinds.Base,
        { Type: TokenType.Personal } => TokenKinds.Personal,
        { Type: TokenType.Service } => TokenKinds.Service,
        { Type: TokenType.Base } when HasClientSecret => TokenKinds.BaseWithSecret,
        _ => TokenKinds.Base,
    };

    /// <summary>The rate-limit buckets that these credentials use in production: worked out once, used by each call.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal BucketCache Buckets =>
        field ??= new BucketCache(RateLimitPolicy.OwnerKey(sandbox: false, Token.SellerKey, Kind, Token.ServiceId), Kind, sandbox: false);

    /// <summary>The rate-limit buckets that these credentials use in the sandbox.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal BucketCache SandboxBuckets =>
        field ??= new BucketCache(RateLimitPolicy.OwnerKey(sandbox: true, Token.SellerKey, Kind, Token.ServiceId), Kind, sandbox: true);

    /// <summary>Who has seen WB take the token, so that it need not be looked up for each answer.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ProvenTokens? ProvenBy { get; set; }

    /// <summary>What the token may do, and whether a secret goes with it. Holds no part of either.</summary>
    /// <returns>Text such as <c>Base token, Prices, until 2026-12-01, with a client secret</c>.</returns>
    public override string ToString() => HasClientSecret ? $"{Token}, with a client secret" : Token.ToString();

    private static void CheckHeaderValue(string value, string name)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (text.IsEmpty)
            throw new ArgumentException("The value is blank.", name);
        if (text.ContainsAny('\r', '\n'))
            throw new ArgumentException("The value has a line break in it.", name);
        if (text.ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("The value has a character in it that is not a visible ASCII character or a space.", name);
    }
}
