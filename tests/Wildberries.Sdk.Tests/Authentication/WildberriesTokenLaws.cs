using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.Authentication;

public sealed class WildberriesTokenLaws
{
    private const long Iterations = 10_000;
    private const int Window = 8;

    private static readonly Gen<string> Tokens = Gen.Select(
        Gen.Enum<TokenType>(),
        Gen.ULong,
        Gen.Bool,
        Gen.Int[0, int.MaxValue],
        Gen.Guid,
        (type, mask, readOnly, seconds, seller) => TestTokens.Create(
            type, (TokenCategory)mask, readOnly, DateTimeOffset.FromUnixTimeSeconds(seconds), seller.ToString(), seller.ToString("N")));

    private static readonly Gen<string> Names =
        Gen.OneOf("acc", "exp", "for", "id", "oid", "s", "sid", "t", "ent", "", "i\\u0064", "\\ud800", "имя", "sid ", "a\\\"");

    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.OneOf("true", "false", "null", "\"self\"", "\"asid:1\"", "\"asid:\"", "\"\"", "{}", "[1,{\"s\":2}]", "{\"a\":", "tru", "", "\"", "nullx"),
        Gen.OneOf("\"\\u0041\"", "\"\\ud800\"", "\"a b\"", "\"\\\\\"", "\"б\"", "1.5", "1e3", "01", "-0", "-1", "\"+1\"", "\"1\"", "0", "4"),
        Gen.Long.Select(n => $"{n}"),
        Gen.ULong.Select(n => $"\"{n}\""),
        Gen.Char[' ', '~'].Array[0, 40].Select(c => $"\"{new string(c)}\""));

    private static readonly Gen<string> Payloads = Gen.Select(
        Gen.OneOf("{", "{", "{", "{", " {", "[", ""),
        Gen.Select(Names, Gen.OneOf("\":", "\":", "\":", "\":", "\": ", "\"", ":"), Values, (name, colon, value) => $"\"{name}{colon}{value}").Array[0, 4],
        Gen.OneOf(",", ",", ",", ", ", ",,"),
        Gen.OneOf("}", "}", "}", "}", "", "} ", "}}", ",}"),
        (start, members, comma, end) => start + string.Join(comma, members) + end);

    [Fact]
    public void Malformed_text_is_refused_and_never_shown() => Gen.String.Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void Malformed_text_in_three_parts_is_refused_and_never_shown() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, (a, b, c) => $"{a}.{b}.{c}").Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void Any_bytes_as_a_payload_are_read_or_refused() =>
        Gen.Byte.Array[0, 1000].Select(bytes => TestTokens.FromPayload(bytes)).Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void Anything_like_a_payload_is_read_or_refused() =>
        Payloads.Select(TestTokens.FromPayload).Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void A_token_with_one_character_changed_is_read_or_refused() =>
        Gen.Select(Tokens, Gen.Double[0, 1], Gen.Char, (text, place, character) =>
            text.Remove((int)(place * (text.Length - 1)), 1).Insert((int)(place * (text.Length - 1)), $"{character}"))
        .Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void A_token_cut_anywhere_is_read_or_refused() =>
        Gen.Select(Tokens, Gen.Double[0, 1], Gen.Double[0, 1], (text, start, length) =>
            text.Substring((int)(start * text.Length), (int)(length * (text.Length - (int)(start * text.Length)))))
        .Sample(Only_FormatException_or_a_token, iter: Iterations);

    [Fact]
    public void What_went_into_a_token_comes_out() =>
        Gen.Select(Gen.Enum<TokenType>(), Gen.ULong, Gen.Bool, Gen.Long[-62135596800L, 253402300799L], Gen.Guid, Gen.Guid).Sample(
            (type, mask, readOnly, seconds, seller, service) =>
            {
                var categories = (TokenCategory)(mask & ~(1UL << 30));
                DateTimeOffset expiresAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
                WildberriesToken token = WildberriesToken.Parse(
                    TestTokens.Create(type, categories, readOnly, expiresAt, seller.ToString(), service.ToString()));

                Assert.Equal(type, token.Type);
                Assert.Equal(categories, token.Categories);
                Assert.Equal(readOnly, token.IsReadOnly);
                Assert.Equal(type == TokenType.Test, token.IsTest);
                Assert.Equal(expiresAt, token.ExpiresAt);
                Assert.Equal(seller.ToString(), token.SellerId);
                Assert.Equal(type == TokenType.Service ? service.ToString() : null, token.ServiceId);
            },
            iter: Iterations);

    [Fact]
    public void The_quick_pass_never_differs_from_the_JSON_reader()
    {
        int taken = 0;
        Payloads.Sample(
            payload =>
            {
                byte[] json = Encoding.UTF8.GetBytes(payload);
                var quick = default(TokenClaims);
                if (!quick.TryReadPlain(json))
                    return;
                Interlocked.Increment(ref taken);
                Assert.Null(TokenClaims.ReadAnyJson(json, out TokenClaims claims));
                Assert.Equal(claims, quick);
            },
            iter: 10 * Iterations);

        // Else the law would say little.
        Assert.InRange(taken, Iterations / 10, 10 * Iterations);
    }

    [Fact]
    public void Tokens_as_WB_writes_them_take_the_quick_pass() =>
        Tokens.Sample(
            text =>
            {
                byte[] json = System.Buffers.Text.Base64Url.DecodeFromChars(text.Split('.')[1]);
                var quick = default(TokenClaims);
                Assert.True(quick.TryReadPlain(json));
            },
            iter: 100);

    [Fact]
    public void A_token_that_expires_within_a_time_is_expired_when_it_has_passed() =>
        Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Int[0, 2_000_000_000], Gen.Int[0, 2_000_000_000]).Sample(
            (now, expiry, period) =>
            {
                WildberriesToken token = WildberriesToken.Parse(
                    TestTokens.Create(expiresAt: DateTimeOffset.FromUnixTimeSeconds(expiry)));
                DateTimeOffset moment = DateTimeOffset.FromUnixTimeSeconds(now);
                var length = TimeSpan.FromSeconds(period);
                Assert.Equal(
                    token.IsExpired(new FakeTimeProvider(moment + length)),
                    token.ExpiresWithin(length, new FakeTimeProvider(moment)));
            },
            iter: Iterations);

    private static void Only_FormatException_or_a_token(string text)
    {
        bool isToken = WildberriesToken.TryParse(text, out WildberriesToken? token);
        Assert.Equal(isToken, token is not null);
        string shown;
        if (isToken)
        {
            Assert.Equal(token!.Value, WildberriesToken.Parse(text).Value);
            shown = token.ToString();
        }
        else
        {
            FormatException exception = Assert.Throws<FormatException>(() => WildberriesToken.Parse(text));
            Assert.Null(exception.InnerException);
            shown = exception.Message;
        }

        for (int i = 0; i + Window <= text.Length; i++)
            Assert.False(shown.AsSpan().Contains(text.AsSpan(i, Window), StringComparison.Ordinal), "A part of the text is shown.");
    }
}
