using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.Authentication;

public sealed class WildberriesCredentialsTests
{
    private const string Secret = "kZ8-client-secret_42";

    [Theory]
    [InlineData(TokenType.Personal, null, TokenKinds.Personal)]
    [InlineData(TokenType.Personal, Secret, TokenKinds.Personal)]
    [InlineData(TokenType.Service, null, TokenKinds.Service)]
    [InlineData(TokenType.Service, Secret, TokenKinds.Service)]
    [InlineData(TokenType.Base, null, TokenKinds.Base)]
    [InlineData(TokenType.Base, Secret, TokenKinds.BaseWithSecret)]
    [InlineData(TokenType.Unknown, null, TokenKinds.Base)]
    [InlineData(TokenType.Unknown, Secret, TokenKinds.Base)]
    [InlineData(TokenType.Test, null, TokenKinds.Base)]
    [InlineData(TokenType.Test, Secret, TokenKinds.Base)]
    public void The_kind_of_caller_follows_from_token_and_secret(TokenType type, string? secret, TokenKinds kind)
    {
        var credentials = new WildberriesCredentials(TestTokens.Create(type), secret);

        Assert.Equal(kind, credentials.Kind);
        Assert.Equal(secret, credentials.ClientSecret);
        Assert.Equal(secret is not null, credentials.HasClientSecret);
    }

    [Fact]
    public void A_personal_token_that_is_marked_as_test_counts_as_a_test_token()
    {
        var credentials = new WildberriesCredentials(TestTokens.FromPayload("""{"acc":3,"for":"self","t":true}"""));
        Assert.Equal(TokenKinds.Base, credentials.Kind);
    }

    [Fact]
    public void White_space_around_the_values_is_dropped()
    {
        string token = TestTokens.Create();
        var credentials = new WildberriesCredentials($" Bearer {token}\r\n", $"\t{Secret}\n");

        Assert.Equal(token, credentials.Token.Value);
        Assert.Equal(Secret, credentials.ClientSecret);
    }

    [Fact]
    public void Values_that_cannot_stand_in_a_header_are_refused_by_name_and_not_shown()
    {
        string token = TestTokens.Create();
        string half = token[..(token.Length / 2)];
        foreach (string inside in (string[])["\n", "\r\nX-Other: ", "\0", "\u007F", "\u00E9", "\u0431", "\u2028", "\t"])
        {
            FormatException forToken = Assert.Throws<FormatException>(() => new WildberriesCredentials(half + inside + token[half.Length..]));
            Assert.DoesNotContain(half, forToken.Message, StringComparison.Ordinal);
            ArgumentException forSecret = Assert.Throws<ArgumentException>("clientSecret", () => new WildberriesCredentials(token, Secret + inside + "x"));
            Assert.DoesNotContain(Secret, forSecret.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Blank_values_are_refused(string blank)
    {
        Assert.Throws<FormatException>(() => new WildberriesCredentials(blank));
        Assert.Throws<ArgumentException>("clientSecret", () => new WildberriesCredentials(TestTokens.Create(), blank));
    }

    [Fact]
    public void A_missing_token_and_text_that_is_not_a_token_are_refused()
    {
        Assert.Throws<ArgumentNullException>("token", () => new WildberriesCredentials(null!));
        FormatException exception = Assert.Throws<FormatException>(() => new WildberriesCredentials("not-a-token", Secret));
        Assert.Equal("Not a Wildberries token: three parts separated by dots were expected, 1 found.", exception.Message);
    }

    [Fact]
    public void The_secret_has_a_limit()
    {
        string token = TestTokens.Create();
        string longest = new('s', WildberriesToken.MaxLength);

        Assert.Equal(longest, new WildberriesCredentials(token, longest).ClientSecret);
        ArgumentException exception = Assert.Throws<ArgumentException>("clientSecret", () => new WildberriesCredentials(token, longest + "s"));
        Assert.StartsWith("At most 8192 characters were expected, 8193 found.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_ToString_nor_json_shows_token_or_secret()
    {
        string token = TestTokens.Create(TokenType.Base, TokenCategory.Prices);
        var credentials = new WildberriesCredentials(token, Secret);

        Assert.Equal("Base token, Prices, with a client secret", credentials.ToString());
        Assert.Equal("Base token, Prices", new WildberriesCredentials(token).ToString());
        string json = JsonSerializer.Serialize(credentials, TokenJsonContext.Default.WildberriesCredentials);
        Assert.DoesNotContain(Secret, json, StringComparison.Ordinal);
        Assert.All(token.Split('.'), part => Assert.DoesNotContain(part, json, StringComparison.Ordinal));
        Assert.Equal(["Token", "HasClientSecret"], JsonElement.Parse(json).EnumerateObject().Select(p => p.Name));
    }
}
