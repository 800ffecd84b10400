using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wildberries.Sdk.Authentication;

/// <summary>
/// What a seller's API token says about itself: whose it is, what it may do, until when. This is what the token claims: the
/// signature is not checked, because only WB can do that. Never take these facts as proof of who somebody is.
/// </summary>
/// <remarks>
/// The token itself cannot be read back from this object: <see cref="ToString"/>, the debugger and JSON show the facts only.
/// <para>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/authorization"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WildberriesToken
{
    /// <summary>The longest text that is looked at, in characters. Real tokens have fewer than 1,000.</summary>
    public const int MaxLength = 8 * 1024;

    private const ulong ReadOnlyBit = 1UL << 30;
    private const string ServicePrefix = "asid:";

    private static readonly SearchValues<char> TokenAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly long MinSeconds = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long MaxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private WildberriesToken(string value, in TokenClaims claims, DateTimeOffset? expiresAt)
    {
        Value = value;
        Type = TypeOf(claims);
        if (claims.For is { } audience
            && audience.Length > ServicePrefix.Length
            && audience.StartsWith(ServicePrefix, StringComparison.Ordinal))
        {
            ServiceId = audience[ServicePrefix.Length..];
        }

        SellerId = claims.SellerId;
        SellerNumber = claims.SellerNumber;
        TokenId = claims.Id;
        ExpiresAt = expiresAt;
        Categories = (TokenCategory)(claims.Properties & ~ReadOnlyBit);
        IsReadOnly = (claims.Properties & ReadOnlyBit) != 0;
        IsTest = claims.IsTest || Type == TokenType.Test;
        SellerKey = SellerKeyOf(claims, value);
    }

    /// <summary>
    /// What the token was created for. <see cref="TokenType.Unknown"/> when it does not say so, as older tokens, or when WB added
    /// a type.
    /// </summary>
    public TokenType Type { get; }

    /// <summary>The cloud service that a service token was created for (<c>for</c>); null for other tokens.</summary>
    public string? ServiceId { get; }

    /// <summary>The seller's id (<c>sid</c>), usually a UUID; null when the token has none.</summary>
    public string? SellerId { get; }

    /// <summary>The seller's number (<c>oid</c>), which some tokens have; null for others.</summary>
    public long? SellerNumber { get; }

    /// <summary>The token's own id (<c>id</c>), usually a UUID; null when the token has none.</summary>
    public string? TokenId { get; }

    /// <summary>When the token stops working, UTC; null when it does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The API categories that the token opens. Bits that this version does not know are kept.</summary>
    public TokenCategory Categories { get; }

    /// <summary>Whether the token may only read.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether this is a test token, which works on sandbox hosts only.</summary>
    public bool IsTest { get; }

    /// <summary>The token itself, without <c>Bearer</c>. A secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>Text that tells one seller from another, also when the token names none. Not a secret.</summary>
    internal string SellerKey { get; }

    /// <summary>Reads a token. White space around it and a leading <c>Bearer</c> are accepted.</summary>
    /// <param name="text">The token, at most <see cref="MaxLength"/> characters.</param>
    /// <returns>What the token says about itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">
    /// The text is not a token. The message says what is wrong and holds no part of the text.
    /// </exception>
    public static WildberriesToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? problem = Read(text, out WildberriesToken? token);
        return token ?? throw new FormatException($"Not a Wildberries token: {problem}.");
    }

    /// <summary>Reads a token, as <see cref="Parse"/> does, but answers <see langword="false"/> where that throws.</summary>
    /// <param name="text">The token; null and malformed text are allowed.</param>
    /// <param name="token">What the token says about itself; null when the answer is <see langword="false"/>.</param>
    /// <returns>Whether the text is a token.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WildberriesToken? token)
    {
        token = null;
        return text is not null && Read(text, out token) is null;
    }

    /// <summary>Whether the token opens a category, or all of several.</summary>
    /// <param name="category">The category or categories; <see cref="TokenCategory.None"/> is always allowed.</param>
    /// <returns><see langword="true"/> when the token has every bit that is asked for.</returns>
    public bool Allows(TokenCategory category) => (Categories & category) == category;

    /// <summary>Whether the token has stopped working. A token that does not say when it ends never has.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <returns><see langword="true"/> from <see cref="ExpiresAt"/> on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is null.</exception>
    public bool IsExpired(TimeProvider timeProvider) => ExpiresWithin(TimeSpan.Zero, timeProvider);

    /// <summary>Whether the token stops working within a time from now, or already has: the moment to ask the seller for a new one.</summary>
    /// <param name="period">The time from now; not negative.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <returns><see langword="false"/> when it works for longer, or does not say when it ends.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is negative.</exception>
    public bool ExpiresWithin(TimeSpan period, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        return ExpiresAt - timeProvider.GetUtcNow() <= period;
    }

    /// <summary>The type, categories and expiry, for people. Holds no part of the token and no id.</summary>
    /// <returns>Text such as <c>Personal token, Prices | Promotion, read-only, until 2026-12-01</c> (the date is UTC).</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Type == TokenType.Unknown ? "Token of unknown type" : $"{Type} token");
        if (IsTest && Type != TokenType.Test)
            text.Append(", test");
        text.Append(", ").Append(Categories.Describe(" | "));
        if (IsReadOnly)
            text.Append(", read-only");
        if (ExpiresAt is { } expiresAt)
            text.Append(", until ").Append(expiresAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static string? Read(string text, out WildberriesToken? token)
    {
        token = null;
        text = Hidden.Reveal(text)!;
        if (text.Length > MaxLength)
            return string.Create(CultureInfo.InvariantCulture, $"at most {MaxLength} characters were expected, {text.Length} found");

        ReadOnlySpan<char> value = WithoutBearer(text.AsSpan().Trim());
        if (value.IsEmpty)
            return "it is empty";
        int parts = value.Count('.') + 1;
        if (parts != 3)
            return string.Create(CultureInfo.InvariantCulture, $"three parts separated by dots were expected, {parts} found");

        if (value.ContainsAnyExcept(TokenAlphabet))
            return "it has a character that is neither base64url nor a dot";

        int first = value.IndexOf('.');
        int last = value.LastIndexOf('.');
        if (first == 0 || last == first + 1 || last == value.Length - 1)
            return "one of its three parts is empty";
        string? problem = TokenClaims.Read(value[(first + 1)..last], out TokenClaims claims);
        if (problem is not null)
            return problem;

        DateTimeOffset? expiresAt = null;
        if (claims.ExpiresAt is { } seconds)
        {
            if (seconds < MinSeconds || seconds > MaxSeconds)
                return "\"exp\" in the payload is not a time between the years 1 and 9999";
            expiresAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        token = new WildberriesToken(value.Length == text.Length ? text : value.ToString(), claims, expiresAt);
        return null;
    }

    private static ReadOnlySpan<char> WithoutBearer(ReadOnlySpan<char> value)
    {
        const string Scheme = "Bearer";
        return value.Length > Scheme.Length
            && char.IsWhiteSpace(value[Scheme.Length])
            && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].TrimStart() : value;
    }

    private static TokenType TypeOf(in TokenClaims claims) => claims switch
    {
        { Account: >= (long)TokenType.Base and <= (long)TokenType.Service } => (TokenType)claims.Account.Value,
        { Account: not null } => TokenType.Unknown,
        { IsTest: true } => TokenType.Test,
        { For: "self" } => TokenType.Personal,
        { For: not null } when claims.For.StartsWith(ServicePrefix, StringComparison.Ordinal) => TokenType.Service,
        _ => TokenType.Unknown,
    };

    private static string SellerKeyOf(in TokenClaims claims, string value)
    {
        if (claims.SellerId is not null)
            return claims.SellerId;
        if (claims.SellerNumber is { } number)
            return string.Create(CultureInfo.InvariantCulture, $"oid:{number}");
        if (claims.Id is not null)
            return $"id:{claims.Id}";
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(value)).AsSpan(0, 16));
    }
}
