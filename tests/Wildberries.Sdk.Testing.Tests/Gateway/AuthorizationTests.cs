using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

public sealed class AuthorizationTests
{
    [Fact]
    public async Task Both_ways_of_sending_a_token_are_accepted()
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage bare = await harness.GetAsync(Rows.Chats);
        using HttpResponseMessage bearer = await harness.GetAsync(Rows.Chats, "Bearer " + harness.Token);
        Assert.Equal(200, (int)bare.StatusCode);
        Assert.Equal(200, (int)bearer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!!.??.**")]
    [InlineData("e30.e30.e30")]
    [InlineData("e30.W10.e30")]
    [InlineData("e30.eyJpZCI6MX0.e30")]
    public async Task Malformed_text_is_401_in_the_shape_of_the_gateway(string token)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await harness.GetAsync(Rows.Chats, token);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(Harness.Remaining(response));

        JsonElement body = await Harness.ReadAsync(response);
        Assert.Equal(
            ["title", "detail", "code", "requestId", "origin", "status", "statusText", "timestamp"],
            body.EnumerateObject().Select(p => p.Name));
        Assert.Equal("unauthorized", body.GetProperty("title").GetString());
        Assert.StartsWith("token problem; ", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("s2s-api-auth-catalog", body.GetProperty("origin").GetString());
        Assert.Equal(401, body.GetProperty("status").GetInt32());
        Assert.Equal("Unauthorized", body.GetProperty("statusText").GetString());
        Assert.Equal("2026-09-01T09:00:00Z", body.GetProperty("timestamp").GetString());
    }

    [Fact]
    public async Task A_token_expires_by_the_emulators_clock()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Token = harness.Emulator.CreateToken(expiresAt: harness.Clock.GetUtcNow().AddMinutes(1));
        await AssertStatusAsync(harness, 200, Rows.Chats);
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertStatusAsync(harness, 401, Rows.Chats, "token problem; token is expired");
    }

    [Fact]
    public async Task A_withdrawn_token_is_refused_and_another_one_is_not()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.RevokeToken(harness.Token);
        await AssertStatusAsync(harness, 401, Rows.Chats, "token problem; token is withdrawn");
        harness.Token = harness.Emulator.CreateToken();
        await AssertStatusAsync(harness, 200, Rows.Chats);
    }

    [Fact]
    public async Task A_changed_token_and_one_of_another_emulator_are_refused()
    {
        await using Harness harness = await Harness.StartAsync();
        await using Harness other = await Harness.StartAsync();
        harness.Token = other.Token;
        await AssertStatusAsync(harness, 401, Rows.Chats, "token problem; token signature is invalid");

        await using Harness trusting = await Harness.StartAsync(o => o.VerifySignatures = false);
        trusting.Token = other.Token;
        await AssertStatusAsync(trusting, 200, Rows.Chats);
    }

    [Fact]
    public async Task A_missing_category_is_403()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Token = harness.Emulator.CreateToken(categories: TokenCategory.Prices | TokenCategory.Content);
        await AssertStatusAsync(harness, 403, Rows.Chats, "token category is not allowed");
        // These need none.
        await AssertStatusAsync(harness, 200, Rows.Seller);
        await AssertStatusAsync(harness, 200, "buyer-chat-api/ping");
    }

    [Theory]
    [InlineData(TokenType.Personal, false, 403, "personal token is not allowed")]
    [InlineData(TokenType.Base, false, 403, "base token is not allowed")]
    [InlineData(TokenType.Base, true, 403, "base token is not allowed")]
    [InlineData(TokenType.Unknown, false, 403, "base token is not allowed")]
    [InlineData(TokenType.Test, false, 403, "test token is not allowed")]
    [InlineData(TokenType.Service, false, 200, null)]
    public async Task The_token_type_decides(TokenType type, bool hasSecret, int status, string? detail)
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Token = harness.Emulator.CreateToken(type);
        await AssertStatusAsync(harness, status, "common-api/api/common/v1/subscriptions", detail, hasSecret ? "secret" : null);
    }

    [Fact]
    public async Task A_read_only_token_reads_and_does_not_write()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Chats.BuyerWrites("1:a", "Здравствуйте");
        harness.Token = harness.Emulator.CreateToken(readOnly: true);
        await AssertStatusAsync(harness, 200, Rows.Chats);
        using HttpResponseMessage response = await harness.SendMessageAsync(harness.Emulator.Chats.Find("1:a")!.ReplySign, "Добрый день");
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Empty(harness.Emulator.Chats.Sent);
    }

    [Fact]
    public async Task Test_tokens_go_to_the_sandbox_and_no_others_do()
    {
        await using Harness harness = await Harness.StartAsync(null, Rows.Advert("/ping"));
        string test = harness.Emulator.CreateToken(TokenType.Test);
        using HttpResponseMessage testOnProduction = await harness.GetAsync("advert-api/ping", test);
        using HttpResponseMessage testOnSandbox = await harness.GetAsync("advert-api-sandbox/ping", test);
        using HttpResponseMessage personalOnSandbox = await harness.GetAsync("advert-api-sandbox/ping");
        Assert.Equal(403, (int)testOnProduction.StatusCode);
        Assert.Equal(200, (int)testOnSandbox.StatusCode);
        Assert.Equal(403, (int)personalOnSandbox.StatusCode);
    }

    [Theory]
    [InlineData("buyer-chat-api/api/v1/nothing")]
    [InlineData("common-api/api/v1/seller/chats")]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("buyer-chat-api/api/v1/seller/{anything}")]
    [InlineData("buyer-chat-api/api/v1/seller/download/")]
    public async Task An_unknown_path_is_404(string path)
    {
        await using Harness harness = await Harness.StartAsync();
        await AssertStatusAsync(harness, 404, path, "Please consult the https://dev.wildberries.ru/openapi/api-information");
    }

    [Fact]
    public async Task A_token_has_the_fields_that_WB_documents()
    {
        await using Harness harness = await Harness.StartAsync();
        JsonElement personal = Payload(harness.Emulator.CreateToken(categories: TokenCategory.Prices, readOnly: true));
        Assert.Equal(3, personal.GetProperty("acc").GetInt32());
        Assert.Equal("self", personal.GetProperty("for").GetString());
        Assert.Equal(1073741832ul, personal.GetProperty("s").GetUInt64());
        Assert.False(personal.GetProperty("t").GetBoolean());
        Assert.Equal(harness.Emulator.Seller.Id, personal.GetProperty("sid").GetString());
        Assert.True(Guid.TryParse(personal.GetProperty("id").GetString(), out _));
        Assert.Equal(harness.Clock.GetUtcNow().AddDays(180).ToUnixTimeSeconds(), personal.GetProperty("exp").GetInt64());

        JsonElement service = Payload(harness.Emulator.CreateToken(TokenType.Service, sellerId: "s", serviceId: "x"));
        Assert.Equal(("asid:x", 4, "s"), (service.GetProperty("for").GetString(), service.GetProperty("acc").GetInt32(), service.GetProperty("sid").GetString()));
        Assert.True(Payload(harness.Emulator.CreateToken(TokenType.Test)).GetProperty("t").GetBoolean());
        Assert.False(Payload(harness.Emulator.CreateToken(TokenType.Base)).TryGetProperty("for", out _));
        Assert.False(Payload(harness.Emulator.CreateToken(TokenType.Unknown)).TryGetProperty("acc", out _));
    }

    [Fact]
    public async Task Withdrawing_rubbish_is_refused_without_repeating_it()
    {
        await using Harness harness = await Harness.StartAsync();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => harness.Emulator.RevokeToken("my-secret-token"));
        Assert.DoesNotContain("my-secret-token", exception.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => harness.Emulator.CreateToken(TokenType.Personal, serviceId: "x"));
    }

    private static JsonElement Payload(string token)
    {
        string part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        byte[] bytes = Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='));
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
        return document.RootElement.Clone();
    }

    private static async Task AssertStatusAsync(Harness harness, int status, string path, string? detail = null, string? secret = null)
    {
        using HttpResponseMessage response = await harness.GetAsync(path, secret: secret);
        Assert.Equal(status, (int)response.StatusCode);
        if (detail is not null)
            Assert.Equal(detail, (await Harness.ReadAsync(response)).GetProperty("detail").GetString());
    }
}
