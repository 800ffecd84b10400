using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>What the gateway reads from a token. Its own decoder: the SDK's is what the emulator is there to test.</summary>
internal sealed record GatewayToken
{
    private const ulong ReadOnlyBit = 1UL << 30;

    public required string Id { get; init; }

    public required string SellerId { get; init; }

    public required TokenType Type { get; init; }

    public required ulong Properties { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? ServiceId { get; init; }

    public bool IsReadOnly => (Properties & ReadOnlyBit) != 0;

    public bool Has(TokenCategory category) => category == TokenCategory.None || (Properties & (ulong)category) != 0;

    /// <summary>Writes a token in WB's shape. The signature looks like WB's and is checked only by the emulator that made it.</summary>
    public static string Create(
        byte[] key, TokenType type, TokenCategory categories, bool readOnly, DateTimeOffset expiresAt, string sellerId, string? serviceId)
    {
        ulong properties = (ulong)categories | (readOnly ? ReadOnlyBit : 0);
        var payload = new JsonObject();
        if (type != TokenType.Unknown)
            payload["acc"] = (int)type;
        payload["exp"] = expiresAt.ToUnixTimeSeconds();
        payload["id"] = Guid.NewGuid().ToString();
        if (type == TokenType.Personal)
            payload["for"] = "self";
        else if (type == TokenType.Service)
            payload["for"] = "asid:" + serviceId;
        payload["s"] = properties;
        payload["sid"] = sellerId;
        payload["t"] = type == TokenType.Test;

        string signed = Encode("""{"alg":"ES256","kid":"20260101v1","typ":"JWT"}"""u8) + "." + Encode(Answer.Json(0, payload).Body);
        return signed + "." + Sign(key, signed);
    }

    /// <summary>Reads a token, or says what is wrong with it in the gateway's words.</summary>
    public static GatewayToken? Read(string text, byte[]? key, out string? problem)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 3)
        {
            problem = "token is malformed: token contains an invalid number of segments";
            return null;
        }

        if (Decode(parts[0]) is null)
        {
            problem = "token is malformed: could not base64 decode header";
            return null;
        }

        if (Decode(parts[1]) is not { } payload)
        {
            problem = "token is malformed: could not base64 decode claim";
            return null;
        }

        if (Decode(parts[2]) is null)
        {
            problem = "token is malformed: could not base64 decode signature";
            return null;
        }

        if (ReadPayload(payload) is not { } token)
        {
            problem = "token is malformed: could not JSON decode claim";
            return null;
        }

        if (key is not null && Sign(key, parts[0] + "." + parts[1]) != parts[2])
        {
            problem = "token signature is invalid";
            return null;
        }

        problem = null;
        return token;
    }

    private static GatewayToken? ReadPayload(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "id") is not { } id
                || Text(root, "sid") is not { } sellerId
                || !root.TryGetProperty("s", out JsonElement s) || s.ValueKind != JsonValueKind.Number || !s.TryGetUInt64(out ulong properties)
                || !root.TryGetProperty("exp", out JsonElement exp) || exp.ValueKind != JsonValueKind.Number || !exp.TryGetInt64(out long expires)
                || expires is < 0 or > 253402300799)
            {
                return null;
            }

            TokenType type = TokenType.Unknown;
            if (root.TryGetProperty("t", out JsonElement test) && test.ValueKind == JsonValueKind.True)
                type = TokenType.Test;
            else if (root.TryGetProperty("acc", out JsonElement acc) && acc.ValueKind == JsonValueKind.Number && acc.TryGetInt32(out int number))
                type = number is >= 1 and <= 4 ? (TokenType)number : TokenType.Unknown;

            return new GatewayToken
            {
                Id = id,
                SellerId = sellerId,
                Properties = properties,
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(expires),
                Type = type,
                ServiceId = Text(root, "for") is { } audience && audience.StartsWith("asid:", StringComparison.Ordinal) ? audience[5..] : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // The signature of a WB token is an ES256 one: 64 bytes, as many as this one has.
    private static string Sign(byte[] key, string signed) => Encode(HMACSHA512.HashData(key, Encoding.ASCII.GetBytes(signed)));

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decode(string part)
    {
        try
        {
            return part.Length == 0 || part.Contains('=', StringComparison.Ordinal) ? null : Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} token {Id}");
}
