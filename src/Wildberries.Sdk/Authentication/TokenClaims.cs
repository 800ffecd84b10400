using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Wildberries.Sdk.Authentication;

/// <summary>What the payload of a token says, as it stands there. A member that is absent or null has its default.</summary>
internal struct TokenClaims
{
    public long? Account;
    public long? ExpiresAt;
    public string? For;
    public string? Id;
    public long? SellerNumber;
    public ulong Properties;
    public string? SellerId;
    public bool IsTest;

    private const int MaxIdLength = 128;
    private const int StackLimit = 512;

    // ASCII that stands for itself in a JSON string.
    private static readonly SearchValues<byte> PlainText =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (byte)c).Where(IsPlain)]);

    private int _seen;

    private enum Claim
    {
        Other,
        Account,
        ExpiresAt,
        For,
        Id,
        SellerNumber,
        Properties,
        SellerId,
        Test,
    }

    /// <summary>Reads the middle part of a token, whose characters were checked to be of the base64url alphabet.</summary>
    /// <returns>What is wrong, in words that hold no part of the token; null when all is well.</returns>
    public static string? Read(ReadOnlySpan<char> payload, out TokenClaims claims)
    {
        claims = default;
        if (payload.Length % 4 == 1)
            return "the payload is not base64url";

        int length = (payload.Length + 3) / 4 * 4;
        Span<byte> encoded = length <= StackLimit ? stackalloc byte[StackLimit] : new byte[length];
        encoded = encoded[..length];
        encoded[payload.Length..].Fill((byte)'=');
        Ascii.FromUtf16(payload, encoded, out _);
        encoded.Replace((byte)'-', (byte)'+');
        encoded.Replace((byte)'_', (byte)'/');

        // Not in place: only the decoder from one buffer to another is vectorized.
        Span<byte> decoded = length <= StackLimit ? stackalloc byte[StackLimit / 4 * 3] : new byte[length / 4 * 3];
        if (Base64.DecodeFromUtf8(encoded, decoded, out _, out int written) != OperationStatus.Done)
            return "the payload is not base64url";
        return ReadJson(decoded[..written], out claims);
    }

    /// <summary>Reads the payload's JSON: as WB writes it in one quick pass, written in any other way by the JSON reader.</summary>
    internal static string? ReadJson(ReadOnlySpan<byte> json, out TokenClaims claims)
    {
        claims = default;
        return claims.TryReadPlain(json) ? null : ReadAnyJson(json, out claims);
    }

    internal static string? ReadAnyJson(ReadOnlySpan<byte> json, out TokenClaims claims)
    {
        claims = default;
        if (!Utf8.IsValid(json))
            return "the payload is not UTF-8";
        try
        {
            return claims.ReadObject(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is what the reader throws for half a surrogate pair.
            return "the payload is not valid JSON";
        }
    }

    /// <summary>
    /// Reads an object without white space, escapes, fractions or nesting. Half of the time of parsing a token would go into the
    /// general reader.
    /// </summary>
    /// <returns><see langword="false"/> when the text is anything else, JSON or not, or when a member is refused.</returns>
    internal bool TryReadPlain(ReadOnlySpan<byte> json)
    {
        if (json is not [(byte)'{', .. ReadOnlySpan<byte> rest])
            return false;

        while (TryReadText(ref rest, out ReadOnlySpan<byte> name) && rest is [(byte)':', .. ReadOnlySpan<byte> value])
        {
            rest = value;
            JsonTokenType type = JsonTokenType.String;
            if (!TryReadText(ref rest, out value) && !TryReadNumberOrWord(ref rest, out value, out type))
                return false;

            if (Take(ClaimOf(name), type, value) is not null)
                return false;
            if (rest is [(byte)'}'])
                return true;
            if (rest is not [(byte)',', ..])
                return false;
            rest = rest[1..];
        }

        return false;
    }

    private static bool TryReadText(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (rest is not [(byte)'"', ..])
            return false;

        // Most texts are names of one to three characters, for which a loop is faster than a vectorized search.
        int end = 1;
        while (end < rest.Length && end < 5 && IsPlain(rest[end]))
            end++;
        if (end == 5)
        {
            int more = rest[end..].IndexOfAnyExcept(PlainText);
            end = more < 0 ? rest.Length : end + more;
        }

        if (end == rest.Length || rest[end] != (byte)'"')
            return false;
        text = rest[1..end];
        rest = rest[(end + 1)..];
        return true;
    }

    private static bool IsPlain(byte character) =>
        character is >= (byte)' ' and <= (byte)'~' and not ((byte)'"' or (byte)'\\');

    private static bool TryReadNumberOrWord(
        scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> value, out JsonTokenType type)
    {
        int end = 0;
        while (end < rest.Length && char.IsAsciiDigit((char)rest[end]))
            end++;
        if (end > 0)
        {
            type = end == 1 || rest[0] != (byte)'0' ? JsonTokenType.Number : JsonTokenType.None;
        }
        else if (rest.StartsWith("false"u8))
        {
            type = JsonTokenType.False;
            end = 5;
        }
        else if (rest.StartsWith("true"u8))
        {
            type = JsonTokenType.True;
            end = 4;
        }
        else
        {
            type = rest.StartsWith("null"u8) ? JsonTokenType.Null : JsonTokenType.None;
            end = 4;
        }

        value = default;
        if (type == JsonTokenType.None)
            return false;
        value = rest[..end];
        rest = rest[end..];
        return true;
    }

    private string? ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return "the payload is not a JSON object";

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Claim claim = ClaimOf(TextOf(ref reader));
            reader.Read();
            JsonTokenType type = reader.TokenType;
            string? problem = Take(claim, type, type == JsonTokenType.String ? TextOf(ref reader) : reader.ValueSpan);
            if (problem is not null)
                return problem;
            reader.Skip();
        }

        // Throws when something follows the object.
        reader.Read();
        return null;
    }

    private static ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private static Claim ClaimOf(ReadOnlySpan<byte> name) => name switch
    {
        [(byte)'a', (byte)'c', (byte)'c'] => Claim.Account,
        [(byte)'e', (byte)'x', (byte)'p'] => Claim.ExpiresAt,
        [(byte)'f', (byte)'o', (byte)'r'] => Claim.For,
        [(byte)'i', (byte)'d'] => Claim.Id,
        [(byte)'o', (byte)'i', (byte)'d'] => Claim.SellerNumber,
        [(byte)'s'] => Claim.Properties,
        [(byte)'s', (byte)'i', (byte)'d'] => Claim.SellerId,
        [(byte)'t'] => Claim.Test,
        _ => Claim.Other,
    };

    private static string NameOf(Claim claim) => claim switch
    {
        Claim.Account => "acc",
        Claim.ExpiresAt => "exp",
        Claim.For => "for",
        Claim.Id => "id",
        Claim.SellerNumber => "oid",
        Claim.Properties => "s",
        Claim.SellerId => "sid",
        _ => "t",
    };

    private string? Take(Claim claim, JsonTokenType type, ReadOnlySpan<byte> value)
    {
        if (claim == Claim.Other)
            return null;
        int bit = 1 << (int)claim;
        if ((_seen & bit) != 0)
            return $"the payload has \"{NameOf(claim)}\" twice";
        _seen |= bit;
        if (type == JsonTokenType.Null)
            return null;

        string? problem = claim switch
        {
            Claim.Account => TakeInteger(type, value, ref Account),
            Claim.ExpiresAt => TakeInteger(type, value, ref ExpiresAt),
            Claim.For => TakeId(type, value, ref For),
            Claim.Id => TakeId(type, value, ref Id),
            Claim.SellerId => TakeId(type, value, ref SellerId),
            Claim.SellerNumber => TakeSellerNumber(type, value),
            Claim.Properties => TakeProperties(type, value),
            _ => TakeTest(type),
        };
        return problem is null ? null : $"\"{NameOf(claim)}\" in the payload {problem}";
    }

    private static string? TakeInteger(JsonTokenType type, ReadOnlySpan<byte> value, ref long? target)
    {
        if (type is not (JsonTokenType.Number or JsonTokenType.String)
            || !Utf8Parser.TryParse(value, out long number, out int used)
            || used != value.Length)
        {
            return "is not a whole number of 64 bits";
        }

        target = number;
        return null;
    }

    // Not a documented member: whatever else WB puts here must not spoil the token.
    private string? TakeSellerNumber(JsonTokenType type, ReadOnlySpan<byte> value)
    {
        _ = TakeInteger(type, value, ref SellerNumber);
        return null;
    }

    private string? TakeProperties(JsonTokenType type, ReadOnlySpan<byte> value) =>
        type is JsonTokenType.Number or JsonTokenType.String
        && Utf8Parser.TryParse(value, out Properties, out int used)
        && used == value.Length ? null : "is not a whole number from 0 to 2^64 - 1";

    // Ids go into keys and logs, so they must look like ids, though not of necessity like UUIDs.
    private static string? TakeId(JsonTokenType type, ReadOnlySpan<byte> value, ref string? target)
    {
        if (type != JsonTokenType.String)
            return "is not a string";
        if (value.Length > MaxIdLength || value.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            return $"is not an id: up to {MaxIdLength} visible ASCII characters without spaces were expected";
        if (value.SequenceEqual("self"u8))
            target = "self";
        else if (!value.IsEmpty)
            target = Encoding.ASCII.GetString(value);
        return null;
    }

    private string? TakeTest(JsonTokenType type)
    {
        IsTest = type == JsonTokenType.True;
        return type is JsonTokenType.True or JsonTokenType.False ? null : "is neither true nor false";
    }
}
