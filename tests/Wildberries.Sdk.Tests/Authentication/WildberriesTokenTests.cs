using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.Authentication;

public sealed class WildberriesTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_personal_token_tells_all_it_has()
    {
        string text = TestTokens.Create(
            categories: TokenCategory.Prices | TokenCategory.BuyersChat, readOnly: true, expiresAt: Now);

        WildberriesToken token = WildberriesToken.Parse(text);

        Assert.Equal(TokenType.Personal, token.Type);
        Assert.Equal(TestTokens.SellerId, token.SellerId);
        Assert.Equal(TestTokens.TokenId, token.TokenId);
        Assert.Null(token.ServiceId);
        Assert.Null(token.SellerNumber);
        Assert.Equal(TokenCategory.Prices | TokenCategory.BuyersChat, token.Categories);
        Assert.True(token.IsReadOnly);
        Assert.False(token.IsTest);
        Assert.Equal(Now, token.ExpiresAt);
        Assert.Equal(TimeSpan.Zero, token.ExpiresAt!.Value.Offset);
        Assert.Equal(text, token.Value);
        Assert.Equal(TestTokens.SellerId, token.SellerKey);
    }

    // The table of WB's page about tokens, then tokens from before it.
    [Theory]
    [InlineData("""{"acc":1,"t":false}""", TokenType.Base, false, null)]
    [InlineData("""{"acc":2,"t":true}""", TokenType.Test, true, null)]
    [InlineData("""{"acc":2}""", TokenType.Test, true, null)]
    [InlineData("""{"acc":3,"for":"self","t":false}""", TokenType.Personal, false, null)]
    [InlineData("""{"acc":4,"for":"asid:7f0c2f6e","t":false}""", TokenType.Service, false, "7f0c2f6e")]
    [InlineData("""{"t":true}""", TokenType.Test, true, null)]
    [InlineData("""{"for":"self"}""", TokenType.Personal, false, null)]
    [InlineData("""{"for":"asid:7f0c2f6e"}""", TokenType.Service, false, "7f0c2f6e")]
    [InlineData("""{"for":"asid:"}""", TokenType.Service, false, null)]
    [InlineData("""{"for":"somebody"}""", TokenType.Unknown, false, null)]
    [InlineData("""{"for":"","t":false}""", TokenType.Unknown, false, null)]
    [InlineData("""{"acc":null,"for":null,"t":null,"exp":null,"s":null,"sid":null,"id":null,"oid":null}""", TokenType.Unknown, false, null)]
    [InlineData("{}", TokenType.Unknown, false, null)]
    [InlineData("""{"acc":0}""", TokenType.Unknown, false, null)]
    [InlineData("""{"acc":5,"for":"self"}""", TokenType.Unknown, false, null)]
    [InlineData("""{"acc":-9223372036854775808,"t":true}""", TokenType.Unknown, true, null)]
    [InlineData("""{"acc":3,"for":"self","t":true}""", TokenType.Personal, true, null)]
    public void The_type_is_told_by_acc_and_without_it_by_for_and_t(string payload, TokenType type, bool isTest, string? serviceId)
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.FromPayload(payload));

        Assert.Equal(type, token.Type);
        Assert.Equal(isTest, token.IsTest);
        Assert.Equal(serviceId, token.ServiceId);
    }

    [Theory]
    [InlineData(TokenType.Unknown)]
    [InlineData(TokenType.Base)]
    [InlineData(TokenType.Test)]
    [InlineData(TokenType.Personal)]
    [InlineData(TokenType.Service)]
    public void The_test_tokens_are_of_the_type_that_was_asked_for(TokenType type)
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create(type));

        Assert.Equal(type, token.Type);
        Assert.Equal(type == TokenType.Service ? TestTokens.ServiceId : null, token.ServiceId);
        Assert.Equal(TestTokens.AllCategories, token.Categories);
        Assert.Null(token.ExpiresAt);
    }

    [Theory]
    [InlineData("1073741832", TokenCategory.Prices, true)]
    [InlineData("8", TokenCategory.Prices, false)]
    [InlineData("\"1073741832\"", TokenCategory.Prices, true)]
    [InlineData("0", TokenCategory.None, false)]
    [InlineData("18446744073709551615", (TokenCategory)(ulong.MaxValue & ~(1UL << 30)), true)]
    [InlineData("1048577", (TokenCategory)((1UL << 20) | 1), false)]
    public void The_mask_gives_categories_and_the_read_only_bit_and_keeps_unknown_bits(string mask, TokenCategory categories, bool readOnly)
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.FromPayload($$"""{"s":{{mask}}}"""));

        Assert.Equal(categories, token.Categories);
        Assert.Equal(readOnly, token.IsReadOnly);
    }

    [Fact]
    public void A_token_allows_what_it_has_all_bits_of()
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create(categories: TokenCategory.Prices | TokenCategory.Promotion));

        Assert.True(token.Allows(TokenCategory.None));
        Assert.True(token.Allows(TokenCategory.Prices));
        Assert.True(token.Allows(TokenCategory.Prices | TokenCategory.Promotion));
        Assert.False(token.Allows(TokenCategory.BuyersChat));
        Assert.False(token.Allows(TokenCategory.Prices | TokenCategory.BuyersChat));
    }

    [Fact]
    public void A_token_is_expired_from_its_last_second_on()
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create(expiresAt: Now));

        Assert.False(token.IsExpired(new FakeTimeProvider(Now.AddTicks(-1))));
        Assert.True(token.IsExpired(new FakeTimeProvider(Now)));
        Assert.True(token.IsExpired(new FakeTimeProvider(Now.AddYears(10))));
    }

    [Fact]
    public void Expiry_is_seen_coming()
    {
        var clock = new FakeTimeProvider(Now.AddDays(-7));
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create(expiresAt: Now));

        Assert.True(token.ExpiresWithin(TimeSpan.FromDays(7), clock));
        Assert.False(token.ExpiresWithin(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1), clock));
        Assert.True(token.ExpiresWithin(TimeSpan.MaxValue, clock));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => token.ExpiresWithin(TimeSpan.FromTicks(-1), clock));
        Assert.Throws<ArgumentNullException>("timeProvider", () => token.ExpiresWithin(TimeSpan.Zero, null!));
        Assert.Throws<ArgumentNullException>("timeProvider", () => token.IsExpired(null!));
    }

    [Fact]
    public void A_token_without_an_expiry_never_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.MaxValue);
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create());

        Assert.False(token.IsExpired(clock));
        Assert.False(token.ExpiresWithin(TimeSpan.MaxValue, clock));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Bearer {0}")]
    [InlineData("bearer \t {0}\r\n")]
    [InlineData(" \n{0} ")]
    [InlineData("  Bearer\u00A0{0}")]
    public void White_space_and_the_scheme_are_taken_off(string format)
    {
        string text = TestTokens.Create();
        Assert.Equal(text, WildberriesToken.Parse(string.Format(CultureInfo.InvariantCulture, format, text)).Value);
    }

    [Theory]
    [InlineData("""{"sid":"5c1d7a52","oid":12,"id":"abc"}""", "5c1d7a52", 12L)]
    [InlineData("""{"sid":"","oid":12,"id":"abc"}""", "oid:12", 12L)]
    [InlineData("""{"oid":"12"}""", "oid:12", 12L)]
    [InlineData("""{"oid":{"n":[1]},"id":"abc"}""", "id:abc", null)]
    [InlineData("""{"oid":1.5,"id":"abc"}""", "id:abc", null)]
    public void The_seller_is_told_by_the_best_id_there_is(string payload, string key, long? sellerNumber)
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.FromPayload(payload));

        Assert.Equal(key, token.SellerKey);
        Assert.Equal(sellerNumber, token.SellerNumber);
    }

    [Fact]
    public void A_token_without_any_id_gets_a_key_that_is_stable_and_its_own()
    {
        string text = TestTokens.FromPayload("{}");
        string key = WildberriesToken.Parse(text).SellerKey;

        Assert.Matches("^[0-9A-F]{32}$", key);
        Assert.Equal(key, WildberriesToken.Parse($"Bearer {text}").SellerKey);
        Assert.NotEqual(key, WildberriesToken.Parse(text + "A").SellerKey);
    }

    [Fact]
    public void A_seller_id_need_not_be_a_uuid()
    {
        // From an example in WB's documents.
        WildberriesToken token = WildberriesToken.Parse(TestTokens.Create(sellerId: "e8923014-e233-47q8-898e-3cc86d67ea61"));
        Assert.Equal("e8923014-e233-47q8-898e-3cc86d67ea61", token.SellerId);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" \r\n", "it is empty")]
    [InlineData("Bearer", "three parts separated by dots were expected, 1 found")]
    [InlineData("abc.def", "three parts separated by dots were expected, 2 found")]
    [InlineData("a.b.c.d.e", "three parts separated by dots were expected, 5 found")]
    [InlineData(".e30.c", "one of its three parts is empty")]
    [InlineData("a..c", "one of its three parts is empty")]
    [InlineData("a.e30.", "one of its three parts is empty")]
    [InlineData("..", "one of its three parts is empty")]
    [InlineData("a b.e30.c", "it has a character that is neither base64url nor a dot")]
    [InlineData("a.e30=.c", "it has a character that is neither base64url nor a dot")]
    [InlineData("a.e30.c/", "it has a character that is neither base64url nor a dot")]
    [InlineData("a.e30.\u0441", "it has a character that is neither base64url nor a dot")]
    [InlineData("a.e30aa.c", "the payload is not base64url")]
    [InlineData("a._w.c", "the payload is not UTF-8")]
    public void What_is_wrong_with_the_text_is_named(string text, string problem)
    {
        FormatException exception = Assert.Throws<FormatException>(() => WildberriesToken.Parse(text));

        Assert.Equal($"Not a Wildberries token: {problem}.", exception.Message);
        Assert.Null(exception.InnerException);
        Assert.False(WildberriesToken.TryParse(text, out WildberriesToken? token));
        Assert.Null(token);
    }

    [Theory]
    [InlineData("[]", "the payload is not a JSON object")]
    [InlineData("1", "the payload is not a JSON object")]
    [InlineData("{", "the payload is not valid JSON")]
    [InlineData("{} {}", "the payload is not valid JSON")]
    [InlineData("""{"a":1,}""", "the payload is not valid JSON")]
    [InlineData("""{"a":01}""", "the payload is not valid JSON")]
    [InlineData("""{"sid":"\ud800"}""", "the payload is not valid JSON")]
    [InlineData("""{"\ud800":1}""", "the payload is not valid JSON")]
    [InlineData("""{"s":1,"s":1}""", "the payload has \"s\" twice")]
    [InlineData("""{"sid":null, "\u0073id":"a"}""", "the payload has \"sid\" twice")]
    [InlineData("""{"s":-1}""", "\"s\" in the payload is not a whole number from 0 to 2^64 - 1")]
    [InlineData("""{"s":18446744073709551616}""", "\"s\" in the payload is not a whole number from 0 to 2^64 - 1")]
    [InlineData("""{"s":"8 "}""", "\"s\" in the payload is not a whole number from 0 to 2^64 - 1")]
    [InlineData("""{"s":true}""", "\"s\" in the payload is not a whole number from 0 to 2^64 - 1")]
    [InlineData("""{"s":[8]}""", "\"s\" in the payload is not a whole number from 0 to 2^64 - 1")]
    [InlineData("""{"acc":1.5}""", "\"acc\" in the payload is not a whole number of 64 bits")]
    [InlineData("""{"acc":"three"}""", "\"acc\" in the payload is not a whole number of 64 bits")]
    [InlineData("""{"exp":1e400}""", "\"exp\" in the payload is not a whole number of 64 bits")]
    [InlineData("""{"exp":99999999999999999999}""", "\"exp\" in the payload is not a whole number of 64 bits")]
    [InlineData("""{"exp":253402300800}""", "\"exp\" in the payload is not a time between the years 1 and 9999")]
    [InlineData("""{"exp":-62135596801}""", "\"exp\" in the payload is not a time between the years 1 and 9999")]
    [InlineData("""{"exp":9223372036854775807}""", "\"exp\" in the payload is not a time between the years 1 and 9999")]
    [InlineData("""{"t":1}""", "\"t\" in the payload is neither true nor false")]
    [InlineData("""{"t":"true"}""", "\"t\" in the payload is neither true nor false")]
    [InlineData("""{"for":["self"]}""", "\"for\" in the payload is not a string")]
    [InlineData("""{"id":1}""", "\"id\" in the payload is not a string")]
    [InlineData("""{"sid":{}}""", "\"sid\" in the payload is not a string")]
    [InlineData("""{"sid":"a b"}""", "\"sid\" in the payload is not an id: up to 128 visible ASCII characters without spaces were expected")]
    [InlineData("""{"sid":"a\nb"}""", "\"sid\" in the payload is not an id: up to 128 visible ASCII characters without spaces were expected")]
    [InlineData("""{"id":"б"}""", "\"id\" in the payload is not an id: up to 128 visible ASCII characters without spaces were expected")]
    public void What_is_wrong_with_the_payload_is_named(string payload, string problem) =>
        What_is_wrong_with_the_text_is_named(TestTokens.FromPayload(payload), problem);

    [Theory]
    [InlineData(-62135596800L)]
    [InlineData(253402300799L)]
    [InlineData(0L)]
    public void Every_time_that_can_be_told_is_told(long seconds)
    {
        WildberriesToken token = WildberriesToken.Parse(TestTokens.FromPayload($$"""{"exp":"{{seconds}}"}"""));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), token.ExpiresAt);
    }

    [Fact]
    public void Null_is_an_argument_error_for_Parse_and_false_for_TryParse()
    {
        Assert.Throws<ArgumentNullException>("text", () => WildberriesToken.Parse(null!));
        Assert.False(WildberriesToken.TryParse(null, out _));
    }

    [Fact]
    public void Members_written_in_an_unusual_way_are_read_all_the_same()
    {
        const string Payload = """
            { "s\u0069d" : "\u0061bc", "nested": {"sid": "no", "list": [1, {"s": 2}]}, "f": 1.5, "имя": "\"", "s": 8 }
            """;
        WildberriesToken token = WildberriesToken.Parse(TestTokens.FromPayload(Payload));

        Assert.Equal("abc", token.SellerId);
        Assert.Equal(TokenCategory.Prices, token.Categories);
    }

    [Fact]
    public void Text_up_to_the_limit_is_read_and_longer_text_is_refused()
    {
        string text = TestTokens.Create();
        string longest = text + new string('A', WildberriesToken.MaxLength - text.Length);

        Assert.Equal(longest, WildberriesToken.Parse(longest).Value);
        FormatException exception = Assert.Throws<FormatException>(() => WildberriesToken.Parse(longest + "A"));
        Assert.Equal("Not a Wildberries token: at most 8192 characters were expected, 8193 found.", exception.Message);
    }

    [Fact]
    public void A_long_payload_is_read()
    {
        string text = TestTokens.FromPayload($$"""{"a":"{{new string('b', 5000)}}","sid":"c"}""");
        Assert.Equal("c", WildberriesToken.Parse(text).SellerId);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        string deep = TestTokens.FromPayload($$"""{"a":{{new string('[', 5000)}}""");
        What_is_wrong_with_the_text_is_named(deep, "the payload is not valid JSON");
    }

    [Theory]
    [InlineData('.')]
    [InlineData(' ')]
    [InlineData('A')]
    public void A_huge_text_costs_nothing(char character)
    {
        string text = new(character, 50_000_000);
        Assert.False(WildberriesToken.TryParse(new string(character, 10_000), out _));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(WildberriesToken.TryParse(text, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    [Theory]
    [InlineData("""{"acc":3,"s":1073741896,"exp":1796083200}""", "Personal token, Prices | Promotion, read-only, until 2026-12-01")]
    [InlineData("""{"acc":4,"for":"asid:7f0c2f6e","sid":"5c1d7a52","s":8}""", "Service token, Prices")]
    [InlineData("""{"acc":3,"t":true,"s":1048578}""", "Personal token, test, Content | bit 20")]
    [InlineData("""{"acc":2}""", "Test token, no categories")]
    [InlineData("{}", "Token of unknown type, no categories")]
    public void ToString_says_what_the_token_may_do(string payload, string expected) =>
        Assert.Equal(expected, WildberriesToken.Parse(TestTokens.FromPayload(payload)).ToString());

    [Fact]
    public void Json_has_the_facts_and_not_the_token()
    {
        string text = TestTokens.Create(TokenType.Service, TokenCategory.Prices, expiresAt: Now);
        string json = JsonSerializer.Serialize(WildberriesToken.Parse(text), TokenJsonContext.Default.WildberriesToken);

        Assert.All(text.Split('.'), part => Assert.DoesNotContain(part, json, StringComparison.Ordinal));
        Assert.Equal(
            ["Type", "ServiceId", "SellerId", "SellerNumber", "TokenId", "ExpiresAt", "Categories", "IsReadOnly", "IsTest"],
            JsonElement.Parse(json).EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData(typeof(WildberriesToken), "Value")]
    [InlineData(typeof(WildberriesCredentials), "ClientSecret")]
    public void The_debugger_shows_ToString_and_hides_the_secret(Type type, string secret)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        Assert.Equal(
            DebuggerBrowsableState.Never,
            type.GetProperty(secret, Hidden)?.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State);
        Assert.All(
            type.GetFields(Hidden),
            field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    }
}
