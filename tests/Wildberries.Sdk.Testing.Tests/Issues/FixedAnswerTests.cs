using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Issues;

public sealed class FixedAnswerTests
{
    private const string Chats = "GET /api/v1/seller/chats";
    private const string Message = "POST /api/v1/seller/message";
    private const string File = "GET /api/v1/seller/download/{id}";
    private const string Given = """{"result":[{"chatID":"Ёж"}]}""";

    [Fact]
    public async Task An_answer_stays_until_another_replaces_it_or_it_is_taken_back()
    {
        await using Harness harness = await Harness.StartAsync();
        string own = (await harness.GetJsonAsync(Rows.Chats)).GetRawText();
        harness.Emulator.Answer(Chats, Given);
        Assert.Equal(Given, (await harness.GetJsonAsync(Rows.Chats)).GetRawText());
        Assert.Equal(Given, (await harness.GetJsonAsync(Rows.Chats)).GetRawText());

        harness.Emulator.Answer("get " + Chats[4..], "[]");
        Assert.Equal("[]", (await harness.GetJsonAsync(Rows.Chats)).GetRawText());
        Assert.True(harness.Emulator.RemoveAnswer(Chats));
        Assert.False(harness.Emulator.RemoveAnswer(Chats));
        Assert.Equal(own, (await harness.GetJsonAsync(Rows.Chats)).GetRawText());
    }

    [Fact]
    public async Task Faults_come_before_it_and_their_end_leaves_it_alone()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Answer(Chats, Given);
        harness.Emulator.Faults.Always(Chats, Fault.Status(502));
        Assert.Equal(502, await StatusAsync(harness, Rows.Chats));
        harness.Emulator.Faults.Clear();
        Assert.Equal(Given, (await harness.GetJsonAsync(Rows.Chats)).GetRawText());
    }

    [Fact]
    public async Task Token_and_limits_hold_as_for_any_answer()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Answer(Chats, Given);
        using HttpResponseMessage refused = await harness.GetAsync(Rows.Chats, "rubbish");
        Assert.Equal(401, (int)refused.StatusCode);
        using HttpResponseMessage first = await harness.GetAsync(Rows.Chats);
        Assert.Equal((200, 9), ((int)first.StatusCode, Harness.Remaining(first)));
    }

    [Fact]
    public async Task The_operation_takes_no_effect()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Chats.BuyerWrites("1:abc", "Здравствуйте");
        harness.Emulator.Answer(Message, """{"errors":["нет"]}""", 400);
        using HttpResponseMessage response = await harness.SendMessageAsync("any", "Текст");
        Assert.Equal((400, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("""{"errors":["нет"]}""", await response.Content.ReadAsStringAsync(Harness.Cancellation));
        Assert.Empty(harness.Emulator.Chats.Sent);
    }

    [Fact]
    public async Task Nothing_at_all_is_an_answer_too()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Answer(Chats, "", 204);
        using HttpResponseMessage response = await harness.GetAsync(Rows.Chats);
        Assert.Equal((204, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Harness.Cancellation)));
    }

    [Fact]
    public async Task What_means_fewer_requests_goes_first()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Answer(File.Replace("{id}", "one", StringComparison.Ordinal), "1");
        harness.Emulator.Answer(File, "2");
        harness.Emulator.Answer("GET common-api/ping", "3");
        harness.Emulator.Answer("GET /ping", "4");
        Assert.Equal("1", (await harness.GetJsonAsync("buyer-chat-api/api/v1/seller/download/one")).GetRawText());
        Assert.Equal("2", (await harness.GetJsonAsync("buyer-chat-api/api/v1/seller/download/two")).GetRawText());
        Assert.Equal("3", (await harness.GetJsonAsync("common-api/ping")).GetRawText());
        Assert.Equal("4", (await harness.GetJsonAsync("buyer-chat-api/ping")).GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_at_once()
    {
        await using Harness harness = await Harness.StartAsync();
        Assert.Throws<ArgumentNullException>("json", () => harness.Emulator.Answer(Chats, null!));
        Assert.IsAssignableFrom<JsonException>(Assert.Throws<ArgumentException>("json", () => harness.Emulator.Answer(Chats, "{\"a\":")).InnerException);
        Assert.Throws<ArgumentException>("json", () => harness.Emulator.Answer(Chats, "{}", 204));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => harness.Emulator.Answer(Chats, "{}", 100));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => harness.Emulator.Answer(Chats, "{}", 600));
        Assert.Equal(200, await StatusAsync(harness, Rows.Chats));
    }

    private static async Task<int> StatusAsync(Harness harness, string path)
    {
        using HttpResponseMessage response = await harness.GetAsync(path);
        return (int)response.StatusCode;
    }
}
