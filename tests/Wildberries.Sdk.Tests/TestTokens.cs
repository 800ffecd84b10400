using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests;

/// <summary>Tokens as WB writes them, but signed by nobody.</summary>
public static class TestTokens
{
    public const string SellerId = "5c1d7a52-9c1e-4f5e-8a53-6d2f1b7c9e04";
    public const string TokenId = "0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11";
    public const string ServiceId = "7f0c2f6e-0b55-4d0a-9a5e-2f5f0f4a1c77";

    public const TokenCategory AllCategories =
        TokenCategory.Content | TokenCategory.Analytics | TokenCategory.Prices | TokenCategory.Marketplace
        | TokenCategory.Statistics | TokenCategory.Promotion | TokenCategory.Feedbacks | TokenCategory.BuyersChat
        | TokenCategory.Supplies | TokenCategory.BuyersReturns | TokenCategory.Documents | TokenCategory.Finance | TokenCategory.Users;

    /// <summary>A token with the given claims. <see cref="TokenType.Unknown"/> has no <c>acc</c>; without an expiry there is no <c>exp</c>.</summary>
    public static string Create(
        TokenType type = TokenType.Personal,
        TokenCategory categories = AllCategories,
        bool readOnly = false,
        DateTimeOffset? expiresAt = null,
        string? sellerId = SellerId,
        string? serviceId = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (type != TokenType.Unknown)
                json.WriteNumber("acc", (int)type);
            json.WriteNumber("ent", 1);
            if (expiresAt is { } end)
                json.WriteNumber("exp", end.ToUnixTimeSeconds());
            if (type == TokenType.Personal)
                json.WriteString("for", "self");
            if (type == TokenType.Service)
                json.WriteString("for", "asid:" + (serviceId ?? ServiceId));
            json.WriteString("id", TokenId);
            json.WriteNumber("s", (ulong)categories | (readOnly ? 1UL << 30 : 0));
            if (sellerId is not null)
                json.WriteString("sid", sellerId);
            json.WriteBoolean("t", type == TokenType.Test);
            json.WriteEndObject();
        }

        return FromPayload(buffer.WrittenSpan);
    }

    /// <summary>A token with any payload, JSON or not.</summary>
    public static string FromPayload(string payload) => FromPayload(Encoding.UTF8.GetBytes(payload));

    /// <summary>A token with any payload, text or not.</summary>
    public static string FromPayload(ReadOnlySpan<byte> payload) => string.Join(
        '.',
        Base64Url.EncodeToString("""{"alg":"ES256","kid":"20260101v1","typ":"JWT"}"""u8),
        Base64Url.EncodeToString(payload),
        Base64Url.EncodeToString(Enumerable.Range(0, 64).Select(i => (byte)(i * 37)).ToArray()));
}
